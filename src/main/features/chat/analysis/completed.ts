import { grainStart } from '../../../../shared/calendar/grain.ts'
import { toIsoDate } from '../../../../shared/calendar/day.ts'
import type { Asked } from '../../../../shared/ask/asked.ts'
import type { Setting } from './understanding.ts'

/** What a kind of question needs and did not say. */
export function completed(asked: Asked, pairs: string | undefined, setting: Setting): Asked {
  const made = { ...asked }
  const rank = setting.dimensions.some(d => d.id === 'category') ? 'category' : 'account'
  const month = [{ grain: 'month' as const }]
  // One category by category has one part: where it was spent says more.
  const alone = pairs === undefined && made.members[rank]?.length === 1
  const payees = setting.dimensions.some(d => d.id === 'payee')
  if (made.intent === 'breakdown' && made.by.length === 0)
    made.by = [{ dimension: pairs ?? (alone && payees ? 'payee' : rank) }]
  if (made.intent === 'trends' && made.by.length === 0) made.by = month
  if (made.intent === 'chart' && made.by.length === 0)
    made.by = pairs === undefined ? month : [{ dimension: pairs }]
  if (made.intent === 'comparison' && made.comparison === undefined) {
    if (made.by.length === 0 && pairs !== undefined) made.by = [{ dimension: pairs }]
    else if (pairs !== undefined && made.by.length === 1 && made.by.every(key => 'grain' in key))
      made.by = [{ dimension: pairs }, ...made.by]
    else if (made.by.length === 0) Object.assign(made, sinceYearStart(made, setting))
  }
  if (made.intent === 'root-cause' && made.comparison === undefined)
    made.comparison = { kind: 'previous-period' }
  return made
}

/** Nothing said to compare with: the year to date against the same days a year before. */
function sinceYearStart(asked: Asked, setting: Setting): Partial<Asked> {
  if (asked.to !== undefined) return { comparison: { kind: 'previous-period' } }
  const from = toIsoDate(grainStart(setting.anchor, 'fiscal-year', setting.fiscal))
  return { from, to: toIsoDate(setting.anchor), comparison: { kind: 'previous-year' } }
}
