import { total } from '../../../../../shared/money/minor.ts'
import { fold } from '../../../../../shared/text/fold.ts'
import {
  bySize,
  groupRows,
  stepAt,
  sumOf,
  type Exception,
  type Population,
  type Steps,
} from '../population.ts'

export interface AgingBand {
  /** Days, both included; `from` null is not yet due, `to` null is older than all bounds. */
  from: number | null
  to: number | null
  count: number
  sum: bigint
}

export interface Aging {
  bands: AgingBand[]
  payees: { payee: string; total: bigint; sums: bigint[] }[]
  later: { count: number; sum: bigint }
  undated: { count: number; sum: bigint }
  /** The sum of all bands, later and undated rows, less the sum of all rows: nought, or there is a bug. */
  difference: bigint
  exceptions: Exception[]
}

export interface AgingSettings {
  asOf: number
  days: readonly number[]
  settle: 'oldest-first' | 'none'
}

/**
 * Open amounts by age on a day. Age runs from the due date where there is one, else from the date. With oldest-first each credit of a
 * payee pays the payee's oldest debits (whichever sign is the smaller pays the other), and what is left is aged: the bands add up to
 * the same balance. `count` is the number of rows that are left open.
 */
export function aging(population: Population, { asOf, days, settle }: AgingSettings, steps: Steps): Aging {
  const { amounts, payee = [], date, due, count } = population
  const bounds = [...new Set(days)].sort((a, b) => a - b)
  const bandOf = (age: number): number => {
    if (age < 0) return 0
    const at = bounds.findIndex(bound => age <= bound)
    return 1 + (at < 0 ? bounds.length : at)
  }
  const tallies = Array.from({ length: bounds.length + 2 }, () => ({ count: 0, sum: 0n }))
  const later: number[] = []
  const undated: number[] = []
  const aged = groupRows(count, row => {
    stepAt(steps, row, count)
    const day = date?.[row] ?? Number.NaN
    if (Number.isNaN(day)) undated.push(row)
    else if (day > asOf) later.push(row)
    else return fold(payee[row] ?? '') || ' '
    return undefined
  })
  const from = (row: number): number => {
    const day = due?.[row] ?? Number.NaN
    return Number.isNaN(day) ? (date?.[row] as number) : day
  }
  const payees: Aging['payees'] = []
  const exceptions: Exception[] = []
  let done = 0
  for (const rows of aged.values()) {
    if ((done++ & 1023) === 0) steps.step(done, aged.size)
    const open =
      settle === 'none'
        ? rows.map(row => ({ row, left: BigInt(amounts[row] as number) }))
        : settled(amounts, rows, from)
    const sums = tallies.map(() => 0n)
    const oldest: number[] = []
    for (const { row, left } of open) {
      if (left === 0n) continue
      const band = bandOf(asOf - from(row))
      const tally = tallies[band] as { count: number; sum: bigint }
      tally.count += 1
      tally.sum += left
      sums[band] = (sums[band] as bigint) + left
      if (band === tallies.length - 1) oldest.push(row)
    }
    const name = payee[rows[0] as number] ?? ''
    const balance = sums.reduce((a, b) => a + b)
    if (sums.some(sum => sum !== 0n)) payees.push({ payee: name, total: balance, sums })
    const old = sums.at(-1) as bigint
    if (oldest.length > 0 && old !== 0n)
      exceptions.push({
        rows: oldest,
        code: 'overdue',
        values: {
          payee: name,
          days: bounds.at(-1) as number,
          oldest: asOf - Math.min(...oldest.slice(0, 10_000).map(from)),
        },
        amount: total(old),
      })
  }
  const size = (value: bigint): bigint => (value < 0n ? -value : value)
  payees.sort((a, b) =>
    size(b.total) > size(a.total) ? 1 : size(b.total) < size(a.total) ? -1 : a.payee < b.payee ? -1 : 1,
  )
  const part = (rows: number[]) => ({ count: rows.length, sum: sumOf(amounts, rows) })
  const bands = tallies.map((tally, i) => ({
    from: i === 0 ? null : i === 1 ? 0 : (bounds[i - 2] as number) + 1,
    to: i === 0 ? -1 : (bounds[i - 1] ?? null),
    ...tally,
  }))
  const counted = bands.reduce((sum, band) => sum + band.sum, part(later).sum + part(undated).sum)
  return {
    bands,
    payees,
    later: part(later),
    undated: part(undated),
    difference: counted - sumOf(amounts),
    exceptions: exceptions.sort(bySize),
  }
}

/** What is left of each row once the side that adds up to less has paid the other's oldest rows. */
function settled(
  amounts: Float64Array,
  rows: readonly number[],
  from: (row: number) => number,
): { row: number; left: bigint }[] {
  const balance = sumOf(amounts, rows)
  const sign = balance < 0n ? -1n : 1n
  let credit = 0n
  const open: { row: number; left: bigint }[] = []
  for (const row of rows) {
    const amount = BigInt(amounts[row] as number)
    if (amount * sign < 0n) credit += amount
    else open.push({ row, left: amount })
  }
  open.sort((a, b) => from(a.row) - from(b.row) || a.row - b.row)
  for (const one of open) {
    if (credit === 0n) break
    const rest = one.left + credit
    // Still of the other sign: this row is paid in full and some of the credit is left.
    const paid = rest * sign <= 0n
    one.left = paid ? 0n : rest
    credit = paid ? rest : 0n
  }
  return open
}
