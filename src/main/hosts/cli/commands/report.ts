import { constants } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import {
  REPORT_FORMATS,
  REPORT_LANGUAGES,
  TEMPLATES,
  type ReportDefinition,
} from '../../../../shared/report/definition.ts'
import { userPath } from '../../../files/user-path.ts'
import { baseCurrency } from '../base-currency.ts'
import { CommandError, UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { FILTERS, FILTERS_USAGE, readFilters } from '../filters.ts'
import { json, table, visible } from '../print.ts'
import { compareReport } from './report-compare.ts'

const text = { type: 'string' } as const

export const report: Command = {
  usage: `--workspace W (--template ${TEMPLATES.join('|')} | --report N) [--period 2024-03] [--format ${REPORT_FORMATS.join('|')}] --out FILE [--compare none|previous-period|previous-year] [--scenario BUDGET] [--language en|de] [--with-entries] ${FILTERS_USAGE} [--force] [--json], or list|templates|runs --workspace W [--json], or compare RUN --workspace W [--json]`,
  summary: 'Make a report as a file; list saved reports, templates, and files made so far',
  options: {
    ...WORKSPACE,
    ...FILTERS,
    template: text,
    report: text,
    period: text,
    format: text,
    out: text,
    compare: text,
    scenario: text,
    language: text,
    'with-entries': { type: 'boolean' },
    force: { type: 'boolean' },
  },
  positionals: true,
  async run(context) {
    const [action = 'make', ...more] = context.args.positionals
    if (action === 'compare') return compareReport(context)
    if (!Object.hasOwn(ACTIONS, action) || more.length > 0)
      throw new UsageError(
        `report takes nothing, list, templates or runs, not ${context.args.positionals.join(' ')}.`,
      )
    return ACTIONS[action as keyof typeof ACTIONS](context)
  },
}

const ACTIONS = { make, list, templates, runs } as const

async function make(context: CommandContext): Promise<number> {
  const { args, output } = context
  const out = userPath(args.required('out'))
  const ending = /\.([a-z]+)$/i.exec(out)?.[1]?.toLowerCase()
  const format = oneOf(REPORT_FORMATS, args.text('format') ?? ending ?? 'pdf', '--format')
  await context.open()
  const id = args.count('report')
  const definition = await definitionOf(context, id)
  const made = await context.call('reports.make', {
    which: { report: definition, ...(id !== undefined && { id }) },
    format,
  })
  const found = context.app.files.path(made.token)
  if (!found) throw new Error('the file that was just made is not there')
  try {
    await copyFile(found.path, out, args.flag('force') ? 0 : constants.COPYFILE_EXCL)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new CommandError({
      code: 'read-only',
      message:
        code === 'EEXIST'
          ? `${out} is there already. Give another name, or --force to replace it.`
          : `${out} cannot be written (${code ?? message}).`,
    })
  } finally {
    await rm(found.path, { force: true })
  }
  for (const note of made.notes) output.err(`${visible(note)}\n`)
  const { token: _token, name: _name, ...rest } = made
  if (args.flag('json')) output.out(`${json({ file: out, ...rest })}\n`)
  else
    output.out(
      `${visible(out)}: ${made.pages === null ? '' : `${made.pages} pages, `}${made.figures} figures, ${made.bytes} bytes, ${made.from} to ${made.to}, sha256 ${made.sha256}\n`,
    )
  return 0
}

async function definitionOf(context: CommandContext, id: number | undefined): Promise<ReportDefinition> {
  const { args } = context
  const template = args.text('template')
  if ((id === undefined) === (template === undefined))
    throw new UsageError('Give either --template or --report.')
  const wanted = args.text('language')
  const language = wanted === undefined ? undefined : oneOf(REPORT_LANGUAGES, wanted, '--language')
  const base =
    id === undefined ? await ofTemplate(context, template ?? '', language) : await saved(context, id)
  const compare = args.text('compare')
  const filters = readFilters(args, await baseCurrency(context))
  const { from, to, ...others } = filters
  const period =
    args.text('period') ?? (from !== undefined && to !== undefined ? `${from}..${to}` : undefined)
  if (args.text('period') === undefined && (from === undefined) !== (to === undefined))
    throw new UsageError('Give --from and --to together, or --period.')
  return {
    ...base,
    parameters: {
      ...base.parameters,
      ...(period !== undefined && { period }),
      ...(language !== undefined && { language }),
      ...(compare !== undefined && {
        comparison: oneOf(['none', 'previous-period', 'previous-year'] as const, compare, '--compare'),
      }),
      ...(args.text('scenario') !== undefined && { scenario: args.text('scenario') }),
      filters: { ...base.parameters.filters, ...others },
    },
    sections: args.flag('with-entries')
      ? [...base.sections, { id: 'entries', kind: 'data', pages: 100_000 }]
      : base.sections,
  }
}

async function ofTemplate(context: CommandContext, name: string, language: 'en' | 'de' = 'en') {
  const all = await context.call('reports.templates', { language })
  const found = all.find(one => one.template === oneOf(TEMPLATES, name, '--template'))
  if (!found) throw new UsageError(`There is no template ${name}.`)
  return found.report
}

async function saved(context: CommandContext, id: number): Promise<ReportDefinition> {
  const found = (await context.call('reports.list', {})).find(one => one.id === id)
  if (!found) throw new CommandError({ code: 'not-found', message: `There is no saved report ${id}.` })
  return found.report
}

async function list(context: CommandContext): Promise<number> {
  await context.open()
  const reports = await context.call('reports.list', {})
  if (context.args.flag('json')) context.output.out(`${json({ reports })}\n`)
  else {
    const rows = reports.map(({ id, report: one, changedAt }) => [
      String(id),
      visible(one.name),
      one.template,
      one.parameters.period,
      String(one.sections.length),
      changedAt,
    ])
    context.output.out(`${table(['report', 'name', 'template', 'period', 'sections', 'changed'], rows)}\n`)
  }
  return 0
}

async function templates(context: CommandContext): Promise<number> {
  await context.open()
  const language = oneOf(REPORT_LANGUAGES, context.args.text('language') ?? 'en', '--language')
  const all = await context.call('reports.templates', { language })
  if (context.args.flag('json')) context.output.out(`${json({ templates: all })}\n`)
  else
    context.output.out(
      `${table(
        ['template', 'name', ''],
        all.map(one => [one.template, one.report.name, one.about]),
      )}\n`,
    )
  return 0
}

async function runs(context: CommandContext): Promise<number> {
  await context.open()
  const all = await context.call('reports.runs', {})
  if (context.args.flag('json')) context.output.out(`${json({ runs: all })}\n`)
  else {
    const rows = all.map(one => [
      String(one.id),
      visible(one.name),
      one.format,
      one.from,
      one.to,
      one.madeAt,
      one.sha256.slice(0, 16),
    ])
    context.output.out(`${table(['run', 'name', 'format', 'from', 'to', 'made', 'sha256'], rows)}\n`)
  }
  return 0
}

function oneOf<T extends string>(all: readonly T[], word: string, option: string): T {
  const found = all.find(one => one === word)
  if (found === undefined) throw new UsageError(`${option} takes ${all.join(', ')}, not ${word}.`)
  return found
}
