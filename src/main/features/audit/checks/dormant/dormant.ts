import { toIsoDate } from '../../../../../shared/calendar/day.ts'
import { lastDay, membersOf, resumptions } from '../activity.ts'
import { bySize, type Exception, type Population, type Steps } from '../population.ts'

export interface Dormant {
  /** Accounts, how often one was posted to again, and how many have had nothing for long. */
  members: number
  resumed: number
  stale: number
  asOf: number
  exceptions: Exception[]
}

/** Accounts that were posted to again after more than `days` days without: each such posting, with the one before the pause. */
export function dormantAccounts(population: Population, { days }: { days: number }, steps: Steps): Dormant {
  const { amounts, account = [], date = new Float64Array() } = population
  const asOf = lastDay(date)
  const members = membersOf(population, account, asOf, steps)
  const exceptions: Exception[] = []
  let stale = 0
  for (const member of members) {
    const day = (at: number): number => date[member.rows[at] as number] as number
    if (asOf - day(member.rows.length - 1) > days) stale += 1
    for (const at of resumptions(member, date, days)) {
      const [before, row] = [member.rows[at - 1] as number, member.rows[at] as number]
      const values = {
        account: member.name,
        last: toIsoDate(day(at - 1)),
        again: toIsoDate(day(at)),
        days: day(at) - day(at - 1),
      }
      exceptions.push({
        rows: [before, row],
        code: 'dormant-account',
        values,
        amount: Math.abs(amounts[row] as number),
      })
    }
  }
  return {
    members: members.length,
    resumed: exceptions.length,
    stale,
    asOf,
    exceptions: exceptions.sort(bySize),
  }
}
