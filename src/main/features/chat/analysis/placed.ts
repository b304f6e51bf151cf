import { civil, type Day } from '../../../../shared/calendar/day.ts'
import type { Days } from './period/compared.ts'
import { BALANCE, NEVER } from './period/grammar.ts'
import type { Setting } from './understanding.ts'
import { INTENT_WORDS } from './words/intents.ts'

const FORECASTED = INTENT_WORDS.find(([kind]) => kind === 'forecast')?.[1] as RegExp

/** Days that only the rest of the question places: a forecast is of what is to come, a balance of everything up to a day. */
export function placed(
  days: Days,
  words: string,
  whole: string,
  named: { onlyBalance: boolean },
  { anchor }: Setting,
): Days {
  const { period, read } = days
  if (!period || !read) return days
  const first = INTENT_WORDS.find(([, pattern]) => pattern.test(words))?.[0]
  if (first === 'forecast' && FORECASTED.test(words)) {
    if (period.from === NEVER && period.to > anchor)
      return { ...days, period: { ...period, from: (anchor + 1) as Day } }
    const { inYear } = read
    if (period.from === NEVER && period.to <= anchor && inYear) {
      const { year } = civil(period.to)
      const next = [1, 2].map(n => inYear(year + n)).find(span => span.to > anchor)
      if (next) return { ...days, period: { from: (anchor + 1) as Day, to: next.to } }
    }
    // "What will we have spent by March 2026": up to then.
    if (
      /\b(?:by|bis) (?:the end of )?$/.test(whole.slice(0, whole.indexOf(read.words, read.start))) &&
      period.from > anchor
    )
      return { ...days, period: { from: (anchor + 1) as Day, to: period.to } }
    if (inYear && period.to <= anchor) {
      const { year } = civil(period.from)
      const next = [1, 2].map(n => inYear(year + n)).find(span => span.to > anchor)
      if (next) return { ...days, period: next }
    }
  }
  const balance = named.onlyBalance || BALANCE.test(words)
  if (balance && read.unit === 'day' && period === read.span && !read.ends)
    return { ...days, period: { from: NEVER, to: period.to } }
  return days
}
