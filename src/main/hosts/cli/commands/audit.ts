import {
  AUDIT_TESTS,
  AuditRequestSchema,
  type AuditColumns,
  type AuditTableResult,
  type AuditTest,
} from '../../../../shared/contract/audit.ts'
import { UsageError, type Arguments, type Command } from '../command.ts'
import { json, table, visible } from '../print.ts'
import { tableFile } from '../table-file.ts'

const COLUMNS = ['amount', 'payee', 'date', 'reference', 'number', 'audit'] as const

/** Options of each test beside the columns, by how they are read. */
const OPTIONS: Readonly<
  Record<AuditTest, Readonly<Record<string, 'number' | 'text' | 'list' | 'confidence'>>>
> = {
  benford: { digits: 'list', signs: 'list', seed: 'number' },
  duplicates: { days: 'number', kinds: 'list', 'reversal-days': 'number' },
  gaps: {},
  limit: { limits: 'list', percent: 'number' },
  round: { 'multiple-of': 'number' },
  sample: { materiality: 'text', confidence: 'confidence', interval: 'text', seed: 'number' },
  split: { limit: 'text', days: 'number', least: 'number' },
}
const NAMES = [...new Set(Object.values(OPTIONS).flatMap(options => Object.keys(options)))]
const text = { type: 'string' } as const

export const audit: Command = {
  usage: `${AUDIT_TESTS.join('|')} --table T.csv --column C [${COLUMNS.map(column => `--${column} C`).join('] [')}] [options of the test] [--first N] [--json]`,
  summary: 'Run an audit test on a table',
  options: {
    table: text,
    column: text,
    first: text,
    json: { type: 'boolean' },
    ...Object.fromEntries([...COLUMNS, ...NAMES].map(name => [name, text])),
  },
  positionals: true,
  async run(context) {
    const { args, output } = context
    const [word = '', ...more] = args.positionals
    const test = AUDIT_TESTS.find(one => one === word)
    if (!test || more.length > 0)
      throw new UsageError(
        `audit takes one of ${AUDIT_TESTS.join(', ')}, not ${args.positionals.join(' ') || 'nothing'}.`,
      )
    const file = args.required('table')
    const request = requestOf(test, args)
    const columns = columnsOf(test, args)
    const { token } = await tableFile(context, file)
    const found = await context.call('audit.table', { token, columns, request, limit: args.count('first') })
    output.out(`${args.flag('json') ? json(found) : forPeople(found)}\n`)
    return 0
  },
}

/** `--column` is what the test is about: the number of a series for gaps, the amount for all others. */
function columnsOf(test: AuditTest, args: Arguments): AuditColumns {
  const columns = Object.fromEntries(
    COLUMNS.map(column => [column, args.text(column)]).filter(([, value]) => value !== undefined),
  ) as AuditColumns
  const column = args.text('column')
  if (column === undefined) return columns
  const main = test === 'gaps' ? 'number' : 'amount'
  if (columns[main] !== undefined) throw new UsageError(`--column and --${main} are the same here: give one.`)
  return { ...columns, [main]: column }
}

function requestOf(test: AuditTest, args: Arguments) {
  const request: Record<string, unknown> = { test }
  for (const name of NAMES) {
    const kind = OPTIONS[test][name]
    const value = args.text(name)
    if (value === undefined) continue
    if (kind === undefined) throw new UsageError(`--${name} does not go with audit ${test}.`)
    request[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())] =
      kind === 'number'
        ? args.count(name)
        : kind === 'confidence'
          ? Number(value)
          : kind === 'list'
            ? value.split(',').map(part => part.trim())
            : value
  }
  const read = AuditRequestSchema.safeParse(request)
  if (read.success) return read.data
  const [problem] = read.error.issues
  const option = String(problem?.path[0] ?? '').replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  throw new UsageError(
    `--${option} of audit ${test} is missing or cannot be used: ${problem?.message ?? ''}.`,
  )
}

function forPeople(found: AuditTableResult): string {
  const parts = [
    ...(found.benford ?? []).map(one =>
      one.mad && one.chiSquare
        ? `${one.digits} digits, ${one.sign}: ${one.n} amounts, MAD ${one.mad.value.toFixed(5)} (p ${one.mad.p.toFixed(4)}${one.mad.conformity ? `, ${one.mad.conformity}` : ''}), χ² ${one.chiSquare.value.toFixed(1)}: ${one.verdict}`
        : `${one.digits} digits, ${one.sign}: ${one.n} amounts, too few`,
    ),
    ...(found.limits ?? []).map(
      one => `${one.limit}: ${one.below} below or at it, ${one.above} above, p ${one.p.toPrecision(3)}`,
    ),
    ...(found.round?.levels ?? []).map(
      one => `multiples of ${one.multipleOf}: ${one.count} of ${one.n}, p ${one.p.toPrecision(3)}`,
    ),
    ...(found.sample ? [ofSample(found.sample)] : []),
    ...found.exceptions.slice(0, 50).map(one => visible(`line ${one.lines.join(', ')}: ${one.statement}`)),
  ]
  const more = found.found > 50 ? ' The first 50 are shown; --json has all.' : ''
  const hasExceptions = !found.benford && !found.sample
  return [
    ...parts,
    ...(hasExceptions ? [`${found.found} exceptions in ${found.population.rows} rows.${more}`] : []),
  ].join('\n')
}

function ofSample({ items, interval, evaluation, leftOut }: NonNullable<AuditTableResult['sample']>): string {
  const rows = items.map(one => [String(one.line), one.book, one.stratum])
  const drawn = `${table(['line', 'book', ''], rows, 0)}\n${items.length} items, interval ${interval}; ${leftOut.count} rows of ${leftOut.sum} have no amount above nought and are left out.`
  if (!evaluation) return drawn
  const { projected, upper, missing, conclusion } = evaluation
  return `${drawn}\nProjected misstatement ${projected.toFixed(2)}, at most ${upper?.toFixed(2) ?? `unknown, ${missing} items are not examined`}: ${conclusion}.`
}
