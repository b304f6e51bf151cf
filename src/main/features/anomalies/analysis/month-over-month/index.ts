import { total, type Total } from '../../../../../shared/money/minor.ts'

/** One member's exact sums, one a month, months without entries 0. */
export interface MonthlySums {
  key: string
  label: string
  sums: readonly Total[]
}

export interface MonthOverMonthParameters {
  /** Least change against the month before, in percent of it. */
  percent: number
  /** Least change in minor units: of 3 pounds to 9 nobody wants to hear. */
  minimum: number
}

export const MONTH_OVER_MONTH_DEFAULTS: MonthOverMonthParameters = { percent: 30, minimum: 0 }

export interface MonthlyChange {
  key: string
  label: string
  /** Index of the month that differs from the one before it. */
  month: number
  before: Total
  after: Total
  /** after − before, exact: the money at stake. */
  change: Total
  /** Growth in percent of |before|; null where there was nothing to compare with, and where the sign turns. */
  percent: number | null
  /** 'new': nothing in any month before; 'resumed': nothing in the month before; 'stopped': nothing in this one. */
  kind: 'rise' | 'fall' | 'new' | 'resumed' | 'stopped'
}

/**
 * Months whose sum differs from the month before by `percent` or more and by `minimum` or more, the largest change in money first. A
 * month without a base (new, resumed) has no percentage and is judged by its money alone. The first month has none before it.
 */
export function monthOverMonth(
  members: readonly MonthlySums[],
  { percent, minimum }: MonthOverMonthParameters,
): MonthlyChange[] {
  const changes: MonthlyChange[] = []
  for (const { key, label, sums } of members) {
    let seen = sums[0] !== undefined && BigInt(sums[0]) !== 0n
    for (let month = 1; month < sums.length; month += 1) {
      const before = BigInt(sums[month - 1] as Total)
      const after = BigInt(sums[month] as Total)
      const change = after - before
      const size = change < 0n ? -change : change
      if (size > 0n && size >= BigInt(minimum) && (before === 0n || reaches(size, before, percent)))
        changes.push({
          key,
          label,
          month,
          before: total(before),
          after: total(after),
          change: total(change),
          percent: percentOf(before, after),
          kind: kindOf(before, after, seen),
        })
      seen ||= after !== 0n
    }
  }
  return changes.toSorted((a, b) => compareSize(b, a) || b.month - a.month || (a.key < b.key ? -1 : 1))
}

/** Growth of the size: spending that goes from −100 to −130 has grown by 30 %. Where the sign turns, no percentage says anything. */
function percentOf(before: bigint, after: bigint): number | null {
  if (before === 0n || (before < 0n ? after > 0n : after < 0n)) return null
  const change = Number(after - before)
  return (100 * (before > 0n ? change : -change)) / Math.abs(Number(before))
}

/** size ÷ |before| ≥ percent ÷ 100 in whole numbers: 30 % of 10 is 3, not 2.9999. */
function reaches(size: bigint, before: bigint, percent: number): boolean {
  const base = before < 0n ? -before : before
  return size * 100_000n >= base * BigInt(Math.round(percent * 1000))
}

function kindOf(before: bigint, after: bigint, seen: boolean): MonthlyChange['kind'] {
  if (before === 0n) return seen ? 'resumed' : 'new'
  if (after === 0n) return 'stopped'
  // Spending that grows is a rise on both sides of nil.
  const absolute = (n: bigint): bigint => (n < 0n ? -n : n)
  return absolute(after) > absolute(before) ? 'rise' : 'fall'
}

function compareSize(a: MonthlyChange, b: MonthlyChange): number {
  const size = (c: Total): bigint => (c < 0 ? -BigInt(c) : BigInt(c))
  const difference = size(a.change) - size(b.change)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
