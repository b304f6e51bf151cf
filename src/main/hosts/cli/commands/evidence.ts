import { constants } from 'node:fs'
import { copyFile, rm, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { EVIDENCE_PARTS } from '../../../../shared/contract/reports-figures.ts'
import { REPORT_FORMATS, TEMPLATES, type ReportDefinition } from '../../../../shared/report/definition.ts'
import { userPath } from '../../../files/user-path.ts'
import { CommandError, UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, visible } from '../print.ts'

const text = { type: 'string' } as const

export const evidence: Command = {
  usage: `make --workspace W (--template ${TEMPLATES.join('|')} | --report N) [--period 2024-03] [--format ${REPORT_FORMATS.join('|')}]… [--with ${EVIDENCE_PARTS.join('|')}|none]… [--mask] --out PACK.zip [--force] [--json], or verify PACK [--json]`,
  summary: 'Make a report with everything that it rests on, or verify such a pack',
  options: {
    ...WORKSPACE,
    template: text,
    report: text,
    period: text,
    format: { type: 'string', multiple: true },
    with: { type: 'string', multiple: true },
    mask: { type: 'boolean' },
    out: text,
    force: { type: 'boolean' },
  },
  positionals: true,
  async run(context) {
    const [action, ...more] = context.args.positionals
    if (action === 'verify') return verify(context, more)
    if (action !== 'make' || more.length > 0)
      throw new UsageError('evidence takes make, or verify and a pack.')
    return make(context)
  },
}

async function make(context: CommandContext): Promise<number> {
  const { args, output } = context
  const out = userPath(args.required('out'))
  const formats = args.list('format').map(word => {
    const format = REPORT_FORMATS.find(one => one === word)
    if (!format) throw new UsageError(`--format takes ${REPORT_FORMATS.join(', ')}, not ${word}.`)
    return format
  })
  const parts = args.list('with').flatMap(word => {
    const part = EVIDENCE_PARTS.find(one => one === word)
    if (!part && word !== 'none')
      throw new UsageError(`--with takes ${EVIDENCE_PARTS.join(', ')} or none, not ${word}.`)
    return part ?? []
  })
  const id = args.count('report')
  await context.open()
  const which = id === undefined ? { report: await ofTemplate(context) } : { id }
  const made = await context.call('reports.makeEvidence', {
    which,
    formats: formats.length > 0 ? formats : undefined,
    ...(args.list('with').length > 0 && { parts }),
    mask: args.flag('mask'),
  })
  const from = context.app.files.path(made.token)
  if (!from) throw new Error('the pack that was just made is not there')
  try {
    await copyFile(from.path, out, args.flag('force') ? 0 : constants.COPYFILE_EXCL)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'EEXIST' ? 'it is there already; give another name, or --force' : (code ?? message)
    throw new CommandError({ code: 'read-only', message: `${out} cannot be written (${why}).` })
  } finally {
    await rm(from.path, { force: true })
  }
  const { token: _token, name: _name, ...rest } = made
  if (args.flag('json')) output.out(`${json({ file: out, ...rest })}\n`)
  else
    output.out(
      `${visible(out)}: ${made.members} members, ${made.figures} figures, ${made.entries} entries, ${made.bytes} bytes.\nManifest ${made.manifest}\n`,
    )
  return 0
}

async function ofTemplate(context: CommandContext): Promise<ReportDefinition> {
  const name = context.args.required('template')
  const all = await context.call('reports.templates', {})
  const found = all.find(one => one.template === name)
  if (!found) throw new UsageError(`--template takes ${TEMPLATES.join(', ')}, not ${name}.`)
  const period = context.args.text('period')
  return {
    ...found.report,
    parameters: { ...found.report.parameters, ...(period !== undefined && { period }) },
  }
}

async function verify(
  { args, app, call, output }: CommandContext,
  files: readonly string[],
): Promise<number> {
  const [file, ...more] = files
  if (file === undefined || more.length > 0) throw new UsageError('evidence verify takes one pack.')
  const path = userPath(file)
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new CommandError({ code: 'not-found', message: `There is no pack ${file}.` })
  const { token } = app.files.add(path, basename(path), found.size, false)
  const verified = await call('reports.verifyEvidence', { token })
  if (args.flag('json')) output.out(`${json(verified)}\n`)
  else {
    for (const { member, what, offset, line } of verified.problems)
      output.out(
        `${visible(`${member}: ${what}`)}${offset === undefined ? '' : `, from byte ${offset}`}${line === undefined ? '' : `, line ${line}`}\n`,
      )
    const { members, figures, entries, records, ok } = verified
    output.out(
      `${members} members, ${figures} figures, ${entries} entries, ${records} records: ${ok ? 'all as they were packed' : `${verified.problems.length} problems`}.\n`,
    )
  }
  return verified.ok ? 0 : 1
}
