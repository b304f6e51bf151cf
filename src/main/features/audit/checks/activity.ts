import { fold } from '../../../../shared/text/fold.ts'
import { groupRows, stepAt, type Population, type Steps } from './population.ts'

/** The rows of a member (a payee, an account) in the order of their days, without those that have none. */
export interface Member {
  name: string
  rows: number[]
}

/** Members by their folded name; `upTo` leaves later rows out. */
export function membersOf(
  { count, date }: Population,
  names: readonly string[],
  upTo: number,
  steps: Steps,
): Member[] {
  const day = (row: number): number => date?.[row] ?? Number.NaN
  const groups = groupRows(count, row => {
    stepAt(steps, row, count)
    return day(row) <= upTo ? fold(names[row] ?? '') : ''
  })
  return [...groups.values()].map(rows => ({
    name: names[rows[0] as number] as string,
    rows: rows.sort((a, b) => day(a) - day(b) || a - b),
  }))
}

/** Where a member's rows go on after more than `days` days without any: index of the first row after each. */
export function resumptions({ rows }: Member, date: Float64Array, days: number): number[] {
  return rows.flatMap((row, i) =>
    i > 0 && (date[row] as number) - (date[rows[i - 1] as number] as number) > days ? [i] : [],
  )
}

/** The last day there is; −∞ where there is none. */
export function lastDay(date: Float64Array | undefined): number {
  let last = Number.NEGATIVE_INFINITY
  for (const day of date ?? []) if (day > last) last = day
  return last
}
