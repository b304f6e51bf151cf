import type { TableExplanation } from '../../../shared/contract/root-cause.ts'
import { toDecimal, total, type Total } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { readPlainTable, textColumn, type PlainTable } from '../../files/plain-table.ts'
import { shareOf } from './analysis/contributions/contributions.ts'
import { readDecimals, type Decimals } from './analysis/decimals/decimals.ts'
import { explain } from './analysis/explain.ts'
import { priceVolumeMix } from './analysis/price-volume-mix/price-volume-mix.ts'
import { RISKLOC_DEFAULTS } from './analysis/riskloc/riskloc.ts'
import type { Factor, TwoPeriods } from './analysis/two-periods/two-periods.ts'
import { say } from './messages.ts'

export interface TableRequest {
  path: string
  name: string
  measure: string
  by: string[]
  period: string
  from: string
  to: string
  quantity?: string
}

/** Op: explains the change of a measure between two values of a table's period column. Throws `bad-input` naming line and column. */
export function explainTable(request: TableRequest, context: OpContext): TableExplanation {
  const { from, to, by } = request
  if (from === to) throw new FailureError('bad-input', say().withItself(from))
  if (new Set(by).size < by.length) throw new FailureError('bad-input', say().namedTwice)
  const whole = readPlainTable(request)
  const { rows, side, all } = pickRows(whole, request)
  const measure = decimalsOf(rows, request.measure)
  const table: TwoPeriods = {
    count: rows.rows.length,
    side,
    amounts: Float64Array.from(measure.values, (value, i) => safe(rows, request.measure, value, i)),
    factors: by.map(id => factorOf(id, textColumn(rows, id))),
  }
  const explained = explain(table, RISKLOC_DEFAULTS, {
    cancelled: () => context.cancelled(),
    progress: (done, steps) => context.progress({ stage: 'explain', done, total: steps, unit: 'steps' }),
  })
  if (!explained) throw new FailureError('cancelled', say().cancelled)
  const decimal = (value: Total): string => toDecimal(value, measure.scale)
  return {
    from,
    to,
    before: decimal(explained.before),
    after: decimal(explained.after),
    delta: decimal(explained.delta),
    dimensions: explained.dimensions.map(({ dimension, members }) => ({
      dimension,
      members: members.map(({ key, before, after, delta, kind }) => ({
        key,
        before: decimal(before),
        after: decimal(after),
        delta: decimal(delta),
        share: shareOf(delta, explained.delta),
        kind,
      })),
    })),
    causes: explained.causes.map(({ members, before, after, delta, explained: share, score }) => ({
      members,
      before: decimal(before),
      after: decimal(after),
      delta: decimal(delta),
      explained: share,
      score,
    })),
    method: explained.method,
    reclassified: explained.reclassified.map(one => ({ ...one, amount: decimal(one.amount) })),
    ...(request.quantity === undefined
      ? {}
      : { priceVolumeMix: effectsOf(rows, request.quantity, table, measure) }),
    residual: explained.residual === 0 ? '0' : decimal(explained.residual),
    rows: { before: explained.rowsBefore, after: explained.rowsAfter, ignored: all - rows.rows.length },
    parameters: explained.parameters,
  }
}

/** Whether a period cell is the period asked for: the same text, or a date or time within an ISO prefix (2024, 2024-03). */
export function inPeriod(cell: string, period: string): boolean {
  if (cell === period) return true
  return (
    /^\d{4}(-\d{2})?(-\d{2})?$/.test(period) &&
    cell.startsWith(period) &&
    /[-T ]/.test(cell.charAt(period.length))
  )
}

function pickRows(
  table: PlainTable,
  { period, from, to }: TableRequest,
): { rows: PlainTable; side: Uint8Array; all: number } {
  const cells = textColumn(table, period).map(cell => cell.trim())
  const rows: string[][] = []
  const lines: number[] = []
  const side: number[] = []
  for (const [i, cell] of cells.entries()) {
    const before = inPeriod(cell, from)
    const after = inPeriod(cell, to)
    if (before && after) throw new FailureError('bad-input', say().overlap(cell, from, to))
    if (!before && !after) continue
    rows.push(table.rows[i] as string[])
    lines.push(table.lines[i] as number)
    side.push(before ? 0 : 1)
  }
  for (const [wanted, value] of [
    [from, 0],
    [to, 1],
  ] as const)
    if (!side.includes(value)) {
      const some = [...new Set(cells)].sort().slice(0, 12).join(', ')
      throw new FailureError('not-found', say().noSuchPeriod(table.name, period, wanted, some))
    }
  return { rows: { ...table, rows, lines }, side: Uint8Array.from(side), all: cells.length }
}

function decimalsOf(table: PlainTable, column: string): Decimals {
  const cells = textColumn(table, column)
  return readDecimals(cells, i => {
    throw new FailureError(
      'bad-input',
      say().noDecimal(table.name, table.lines[i], column, (cells[i] as string).slice(0, 60)),
    )
  })
}

function safe(table: PlainTable, column: string, value: bigint, i: number): number {
  const number = Number(value)
  if (Number.isSafeInteger(number)) return number
  throw new FailureError('bad-input', say().tooLarge(table.name, table.lines[i], column))
}

export function factorOf(id: string, cells: readonly string[]): Factor {
  const numbers = new Map<string, number>()
  const codes = Int32Array.from(cells, cell => {
    const known = numbers.get(cell)
    if (known !== undefined) return known
    numbers.set(cell, numbers.size)
    return numbers.size - 1
  })
  return { id, codes, keys: [...numbers.keys()] }
}

function effectsOf(
  rows: PlainTable,
  column: string,
  table: TwoPeriods,
  measure: Decimals,
): TableExplanation['priceVolumeMix'] {
  const { values } = decimalsOf(rows, column)
  const factor = table.factors[0] as Factor
  const members = factor.keys.map(key => ({
    key,
    quantityBefore: 0n,
    valueBefore: 0n,
    quantityAfter: 0n,
    valueAfter: 0n,
  }))
  for (let i = 0; i < table.count; i += 1) {
    const member = members[factor.codes[i] as number] as (typeof members)[number]
    const value = measure.values[i] as bigint
    const quantity = values[i] as bigint
    if (table.side[i] === 0) {
      member.quantityBefore += quantity
      member.valueBefore += value
    } else {
      member.quantityAfter += quantity
      member.valueAfter += value
    }
  }
  const effects = priceVolumeMix(members)
  if (!effects) throw new FailureError('bad-input', say().noPrice(column))
  const decimal = (amount: Total): string => toDecimal(total(BigInt(amount)), measure.scale)
  return {
    dimension: factor.id,
    price: decimal(effects.price),
    volume: decimal(effects.volume),
    mix: decimal(effects.mix),
    unpriced: decimal(effects.unpriced),
    members: effects.members.map(({ key, price }) => ({ key, price: decimal(price) })),
  }
}
