import { toIsoDate } from '../../../../../shared/calendar/day.ts'
import { lastDay, membersOf, resumptions } from '../activity.ts'
import { bySize, totalOf, type Exception, type Population, type Steps } from '../population.ts'

export interface PayeeActivity {
  members: number
  fresh: number
  resumed: number
  stale: number
  /** Day; −∞ where no row has one. */
  asOf: number
  exceptions: Exception[]
}

/**
 * new-payee: first paid within `newDays` of the day looked from, with all that they got. resumed-payee: paid again after more than
 * `staleDays` without, with the first row after the pause. stale-payee: nothing for more than `staleDays`, with the last row.
 * Payees are new in a ledger's first days, all of them: only those are called new whom the ledger could have known before, so none
 * within its first `newDays`.
 */
export function payees(
  population: Population,
  {
    asOf = lastDay(population.date),
    newDays,
    staleDays,
  }: { asOf?: number; newDays: number; staleDays: number },
  steps: Steps,
): PayeeActivity {
  const { amounts, payee = [], date = new Float64Array() } = population
  const members = membersOf(population, payee, asOf, steps)
  let begin = Number.POSITIVE_INFINITY
  for (const day of date) if (day < begin) begin = day
  const exceptions: Exception[] = []
  const found = { fresh: 0, resumed: 0, stale: 0 }
  const day = (row: number): number => date[row] as number
  for (const member of members) {
    const [first, last] = [member.rows[0] as number, member.rows.at(-1) as number]
    if (asOf - day(first) <= newDays && day(first) - begin > newDays) {
      found.fresh += 1
      const values = { payee: member.name, first: toIsoDate(day(first)), rows: member.rows.length }
      exceptions.push({ rows: member.rows, code: 'new-payee', values, amount: totalOf(amounts, member.rows) })
    }
    for (const at of resumptions(member, date, staleDays)) {
      found.resumed += 1
      const [before, row] = [member.rows[at - 1] as number, member.rows[at] as number]
      const values = {
        payee: member.name,
        last: toIsoDate(day(before)),
        again: toIsoDate(day(row)),
        days: day(row) - day(before),
      }
      exceptions.push({
        rows: [before, row],
        code: 'resumed-payee',
        values,
        amount: Math.abs(amounts[row] as number),
      })
    }
    if (asOf - day(last) > staleDays) {
      found.stale += 1
      const values = { payee: member.name, last: toIsoDate(day(last)), days: asOf - day(last) }
      exceptions.push({ rows: [last], code: 'stale-payee', values, amount: 0 })
    }
  }
  return { members: members.length, ...found, asOf, exceptions: exceptions.sort(bySize) }
}
