import { fiscalOf } from '../../../../../shared/calendar/grain.ts'
import { parseIsoDate } from '../../../../../shared/calendar/day.ts'
import type { Check } from '../types.ts'
import { numberCheck } from '../values.ts'

/** The posting date lies in a range, in a fiscal year, not too far ahead of today: all that are given must hold. */
export function date(expects: { from?: string; to?: string; fiscalYear?: number; ahead?: number }): Check {
  const first = expects.from === undefined ? -Infinity : (parseIsoDate(expects.from) ?? -Infinity)
  const last = expects.to === undefined ? Infinity : (parseIsoDate(expects.to) ?? Infinity)
  const { fiscalYear, ahead = Infinity } = expects
  return numberCheck((row, { days, today, fiscal }) => {
    const day = days[row] as number
    if (day < first || day > last || day > today + ahead) return false
    return fiscalYear === undefined || fiscalOf(day, fiscal).year === fiscalYear
  })
}
