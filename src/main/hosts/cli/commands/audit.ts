import { AUDIT_TESTS, type AuditTest } from '../../../../shared/data/audit-request.ts'
import {
  AUDIT_COLUMNS,
  AUDIT_OPTIONS,
  readAuditColumns,
  readAuditRequest,
  readAuditSources,
} from '../audit-arguments.ts'
import { auditForPeople } from '../audit-print.ts'
import { WORKPAPER_ACTIONS, workpaper } from '../audit-workpapers.ts'
import { baseCurrency } from '../base-currency.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { FILTERS, FILTERS_USAGE, readFilters } from '../filters.ts'
import { json } from '../print.ts'
import { tableFile } from '../table-file.ts'

const text = { type: 'string' } as const

export const audit: Command = {
  usage: `${AUDIT_TESTS.join('|')} (--table T.csv --column C [${AUDIT_COLUMNS.map(column => `--${column} C`).join('] [')}] [--places N] | --workspace W [--field FIELD=COLUMN]… ${FILTERS_USAGE} [--record [--title T] [--by NAME]]) [options of the test] [--first N] [--json]
       audit ${Object.keys(WORKPAPER_ACTIONS).join('|')} --workspace W [--run N] [--offset N] [--exceptions 1,2|all] [--verdict V] [--note N] [--values V.csv] [--conclusion C] [--by NAME] [--json]`,
  summary: 'Run an audit test on a table or a workspace; keep, judge and sign workpapers',
  options: {
    ...WORKSPACE,
    ...FILTERS,
    table: text,
    column: text,
    places: text,
    first: text,
    field: { type: 'string', multiple: true },
    record: { type: 'boolean' },
    title: text,
    by: text,
    run: text,
    offset: text,
    exceptions: text,
    verdict: text,
    note: text,
    values: text,
    conclusion: text,
    ...Object.fromEntries([...AUDIT_COLUMNS, ...AUDIT_OPTIONS].map(name => [name, text])),
  },
  positionals: true,
  async run(context) {
    const { args } = context
    const [word = '', ...more] = args.positionals
    if (Object.hasOwn(WORKPAPER_ACTIONS, word) && more.length === 0)
      return workpaper(word as keyof typeof WORKPAPER_ACTIONS, context)
    const test = AUDIT_TESTS.find((one): one is AuditTest => one === word)
    if (!test || more.length > 0)
      throw new UsageError(
        `audit takes one of ${[...AUDIT_TESTS, ...Object.keys(WORKPAPER_ACTIONS)].join(', ')}, not ${args.positionals.join(' ') || 'nothing'}.`,
      )
    const file = args.text('table')
    if ((file === undefined) === (args.text('workspace') === undefined))
      throw new UsageError('Give either --table T.csv or --workspace W.')
    return file === undefined ? ofWorkspace(test, context) : ofTable(test, file, context)
  },
}

async function ofTable(test: AuditTest, file: string, context: CommandContext): Promise<number> {
  const { args, output } = context
  const request = await readAuditRequest(test, context)
  const columns = readAuditColumns(test, args)
  const { token } = await tableFile(context, file)
  const asked = { token, columns, request, places: args.count('places'), limit: args.count('first') }
  const found = await context.call('audit.table', asked)
  output.out(`${args.flag('json') ? json(found) : auditForPeople(found)}\n`)
  return 0
}

async function ofWorkspace(test: AuditTest, context: CommandContext): Promise<number> {
  const { args, output } = context
  for (const option of ['column', 'places', ...AUDIT_COLUMNS.filter(column => column !== 'text')])
    if (args.text(option) !== undefined)
      throw new UsageError(`--${option} goes with --table; of a workspace say --field FIELD=COLUMN.`)
  const request = await readAuditRequest(test, context)
  await context.open()
  const filters = readFilters(args, await baseCurrency(context))
  const columns = await readAuditSources(context)
  if (args.flag('record')) {
    const kept = await context.call('audit.record', {
      filters,
      request,
      columns,
      title: args.text('title') ?? '',
      by: args.text('by') ?? '',
    })
    const said = `Workpaper ${kept.run}: ${kept.found} exceptions, ${kept.stored} kept.`
    output.out(`${args.flag('json') ? json(kept) : said}\n`)
    return 0
  }
  const found = await context.call('audit.find', { filters, request, columns, limit: args.count('first') })
  const { unconverted = 0 } = found.population
  if (unconverted > 0) output.err(`${unconverted} entries have no exchange rate and are in no test.\n`)
  output.out(`${args.flag('json') ? json(found) : auditForPeople(found)}\n`)
  return 0
}
