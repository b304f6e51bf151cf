import type { Fiscal } from '../../../../../shared/calendar/fiscal.ts'
import { toIsoDate } from '../../../../../shared/calendar/day.ts'
import { grainKey, grainNext, grainStart, type Grain } from '../../../../../shared/calendar/grain.ts'
import { note, type Note } from '../notes.ts'

export interface Steps {
  /** First days of the steps, and at the end the first day after them. */
  starts: number[]
  notes: Note[]
}

/** Days at a step's end on which there need be no entries for it to be complete: a week's end, a month's last days. */
const SLACK: Record<Grain, number> = {
  day: 0,
  week: 2,
  month: 3,
  period: 3,
  quarter: 5,
  'fiscal-quarter': 5,
  year: 7,
  'fiscal-year': 7,
}

/** After how many steps of a grain the year, or the week, begins again. */
export const SEASONS: Record<Grain, number> = {
  day: 7,
  week: 52,
  month: 12,
  period: 12,
  quarter: 4,
  'fiscal-quarter': 4,
  year: 1,
  'fiscal-year': 1,
}

/**
 * The complete steps from the first entry to the last: one that the filter cuts, or that the entries do not reach the end of yet,
 * would look like a fall, and is left out. `ledgerTo`: the ledger's last day with an actual entry.
 */
export function completeSteps(
  first: number,
  ledgerTo: number,
  filter: { from?: number; to?: number },
  grain: Grain,
  fiscal: Fiscal,
): Steps {
  const notes: Note[] = []
  const nameOf = (start: number): string => grainKey(start, grain, fiscal)
  let start: number = grainStart(Math.max(first, filter.from ?? first), grain, fiscal)
  if (filter.from !== undefined && start < filter.from) {
    notes.push(note('first-left-out', { step: nameOf(start) }))
    start = grainNext(start, grain, fiscal)
  }
  const starts = [start]
  const end = Math.min(ledgerTo, filter.to ?? ledgerTo)
  for (let at = start; at <= end;) {
    const next = grainNext(at, grain, fiscal)
    const cut = filter.to !== undefined && filter.to < next - 1 && filter.to <= ledgerTo
    if (cut || ledgerTo < next - 1 - SLACK[grain]) {
      notes.push(note('last-left-out', { step: nameOf(at), end: toIsoDate(end) }))
      break
    }
    starts.push(next)
    at = next
  }
  return { starts, notes }
}

/** `count` more first days after the last of `starts`. */
export function futureStarts(
  starts: readonly number[],
  count: number,
  grain: Grain,
  fiscal: Fiscal,
): number[] {
  const found = [starts.at(-1) as number]
  for (let i = 0; i < count; i++) found.push(grainNext(found.at(-1) as number, grain, fiscal))
  return found
}

/** Key, first and last day of each step. */
export function stepsOf(starts: readonly number[], grain: Grain, fiscal: Fiscal) {
  return starts.slice(0, -1).map((start, i) => ({
    key: grainKey(start, grain, fiscal),
    from: toIsoDate(start),
    to: toIsoDate((starts[i + 1] as number) - 1),
  }))
}
