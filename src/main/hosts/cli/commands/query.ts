import { GRAINS, type Grain } from '../../../../shared/calendar/grain.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import {
  measureKey,
  type Cell,
  type GroupKey,
  type Measure,
  type QueryInput,
  type QueryResult,
} from '../../../../shared/query/query.ts'
import { CommandError, UsageError, WORKSPACE, type Arguments, type Command } from '../command.ts'
import { FILTERS, FILTERS_USAGE, readFilters } from '../filters.ts'
import { json, leftOut, table } from '../print.ts'
import { baseCurrency } from '../base-currency.ts'

export const query: Command = {
  usage: `--workspace W --measure sum,count,mean,median,min,max,p90,distinct:payee [--by category,month] ${FILTERS_USAGE} [--compare previous-period|previous-year] [--order=-sum] [--limit N] [--engine columnar|sqlite] [--distinct exact|approximate] [--json]`,
  summary: 'Ask for totals',
  options: {
    ...WORKSPACE,
    ...FILTERS,
    measure: { type: 'string' },
    by: { type: 'string' },
    compare: { type: 'string' },
    order: { type: 'string' },
    limit: { type: 'string' },
    engine: { type: 'string' },
    distinct: { type: 'string' },
  },
  async run(context) {
    const { args, output } = context
    const measures = words(args.text('measure') ?? 'sum').map(name => ({ name, measure: readMeasure(name) }))
    const by = words(args.text('by'))
    const engine = args.text('engine') ?? 'columnar'
    if (engine !== 'columnar' && engine !== 'sqlite')
      throw new UsageError('--engine takes columnar or sqlite.')
    const distinct = args.text('distinct') ?? 'either'
    if (distinct !== 'either' && distinct !== 'exact' && distinct !== 'approximate')
      throw new UsageError('--distinct takes exact or approximate.')
    const compare = readComparison(args)
    const names = measures.map(one => one.name)
    const columns = [...by, ...names.flatMap(name => (compare ? [name, `${name} before`] : [name]))]
    const orderBy = readOrder(args, columns)
    await context.open()
    const asked: QueryInput = {
      measures: measures.map(one => one.measure),
      filters: readFilters(args, await baseCurrency(context)),
      groupBy: by.map(readGroup),
      comparison: compare,
      orderBy,
      limit: args.count('limit'),
      ...(distinct === 'exact' ? {} : { distinct }),
    }
    const reply = await context.reply('explore.query', { query: asked, engine })
    if (!reply.ok) throw new CommandError(reply.failure)
    const result = reply.value
    const rows = result.rows.map(row => row.map((cell, i) => plain(cell, i, result)))
    const totals = readTotals(result, measures)
    output.err(leftOut(result))
    const near = columns.filter((_, i) => result.columns[i]?.approximate)
    const approximate = near.length > 0 && { approximate: { columns: near, error: result.approximateError } }
    if (args.flag('json'))
      output.out(`${json({ columns, rows, totals, revision: reply.revision, ...approximate })}\n`) // prettier-ignore
    else output.out(`${forPeople(columns, by.length, rows, totals, result)}\n`)
    return 0
  },
}

const words = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')

/** sum, count, mean, median, min, max of the amounts in the base currency; p90 is the 90th percentile; distinct:payee counts payees. */
function readMeasure(name: string): Measure {
  const percentile = /^p(\d{1,2}(?:\.\d+)?|100)$/.exec(name)
  if (percentile) return { op: 'percentile', of: 'amount', p: Number(percentile[1]) }
  const distinct = /^distinct:(.+)$/.exec(name)
  if (distinct) return { op: 'distinct', of: distinct[1] as string }
  for (const op of ['sum', 'count', 'mean', 'median', 'min', 'max'] as const)
    if (name === op) return { op, of: 'amount' }
  throw new UsageError(
    `--measure knows sum, count, mean, median, min, max, p0 to p100 and distinct:DIMENSION, not ${name}.`,
  )
}

function readGroup(name: string): GroupKey {
  return (GRAINS as readonly string[]).includes(name) ? { grain: name as Grain } : { dimension: name }
}

function readComparison(args: Arguments): QueryInput['comparison'] {
  const kind = args.text('compare')
  if (kind === undefined) return undefined
  if (kind !== 'previous-period' && kind !== 'previous-year')
    throw new UsageError('--compare takes previous-period or previous-year.')
  return { kind }
}

function readOrder(args: Arguments, columns: string[]): QueryInput['orderBy'] {
  return words(args.text('order')).map(word => {
    const descending = word.startsWith('-')
    const column = columns.indexOf(descending ? word.slice(1) : word)
    if (column < 0) throw new UsageError(`--order takes columns of the answer (${columns.join(', ')}).`)
    return { column, descending }
  })
}

/** Amounts as decimal strings, so that no reader's floats touch them; counts and keys as they are. */
function plain(cell: Cell, index: number, result: QueryResult): string | number | bigint | null {
  if (cell === null || typeof cell === 'string' || result.columns[index]?.kind !== 'money') return cell
  return toDecimal(cell, exponentOf(result.currency))
}

function readTotals(result: QueryResult, measures: { name: string; measure: Measure }[]) {
  const totals: Record<string, string | number | bigint | null> = {}
  for (const { name, measure } of measures) {
    const key = measureKey(measure)
    const column = result.columns.findIndex(one => one.key === key)
    for (const [suffix, from] of [
      ['', key],
      [' before', `${key} before`],
    ] as const)
      if (Object.hasOwn(result.totals, from))
        totals[name + suffix] = plain(result.totals[from] ?? null, column, result)
  }
  return totals
}

function forPeople(
  columns: string[],
  groups: number,
  rows: (string | number | bigint | null)[][],
  totals: Record<string, string | number | bigint | null>,
  result: QueryResult,
): string {
  const about = (i: number): string => (result.columns[i]?.approximate ? '≈ ' : '')
  const text = (cell: string | number | bigint | null, i: number): string => {
    const dimension = result.columns[i]?.dimension
    if (dimension !== undefined && typeof cell === 'string')
      return result.labels[dimension]?.[cell] ?? (cell || '(none)')
    return cell === null ? '–' : `${about(i)}${String(cell)}`
  }
  const last = columns.map((name, i) =>
    i === 0 && groups > 0 ? 'Total' : i < groups ? '' : `${about(i)}${String(totals[name] ?? '–')}`,
  )
  const body = table(columns, groups > 0 ? [...rows.map(row => row.map(text)), last] : [last], groups)
  const error = result.approximateError
  const near = error === undefined ? '' : ` ≈ is estimated, within ${Math.round(error * 100)} % (or 3) in 997 of 1,000 cases.` // prettier-ignore
  return `${body}\n${result.matched} entries, amounts in ${result.currency}.${near}`
}
