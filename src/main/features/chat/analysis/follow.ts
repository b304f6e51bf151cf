import type { Fiscal } from '../../../../shared/calendar/fiscal.ts'
import type { Asked } from '../../../../shared/ask/asked.ts'
import { parseIsoDate, type Day } from '../../../../shared/calendar/day.ts'
import { yearBefore } from '../../../../shared/calendar/compare.ts'
import type { DaySpan } from '../../../../shared/calendar/grain.ts'
import { isoOf, moved, type Days } from './period/compared.ts'
import { saidIntent, structural, type Signs } from './intent.ts'

/** A question that leans on the one before: it begins so. */
const LEANS =
  /^(?:and|und|or|but|aber|also|auch|what about|how about|und wie|wie (?:ist|sieht) es|was ist mit|same|the same|dasselbe|das gleiche|only|just|nur|without|ohne|excluding|except|exclude|minus|include|including|instead|rather|break (?:that|it|this|them) down|split (?:that|it|this|them)|(?:show|give)(?: me)? (?:that|it|this|the same|them)|as a|plus|add|remove|drop|compare (?:that|it|this(?! \w+ (?:to|with|and|against|vs))|with|to)\b|who got (?:it|that)|and why|why|warum|in (?:percent|prozent|%)|as (?:a )?(?:percentage|share)|als (?:anteil|prozent)|forecast (?:it|that|this|them)|(?:show|list|give|zeig\w*)(?: me| us| mir)? (?:the|those|these|its|their|die|deren) (?:transactions?|entries|rows|details|invoices|payments|postings|items|buchungen|rechnungen|zahlungen|details)$|(?:just|only|nur) the (?:ones|largest|biggest|top)|(?:now|jetzt|nun)(?= ))/
/** These may begin a whole question too: they lean only where little else is said. */
const LEANS_SHORT =
  /^(?:then|dann|so|ok(?:ay)?|now|jetzt|nun|that|it|this|them|by|per|for|in|nach|je|vs|versus|more|less)\b/
const SHORT = 5

export const leansOn = (text: string, words: number): boolean =>
  (LEANS.test(text) && !(/^(?:why|warum)\b/.test(text) && words > 2)) ||
  (words <= SHORT && LEANS_SHORT.test(text))

export const NARROWS = /\b(?:only|just|nur|specifically|within|in particular)\b/
export const ADDS = /\b(?:also|auch|plus|add|include|including|as well|too|zusatzlich)\b/
const REPLACES = /\b(?:same|instead|rather|what about|how about|was ist mit|wie ist es|and for|und fur)\b/

/** What the follow-up itself said; the rest is kept. */
export interface Said {
  fiscal: Fiscal
  asked: Asked
  days: Days
  measure: boolean
  op: boolean
  share: boolean
  grouped: boolean
  top: boolean
  bounds: boolean
  text: string
  signs: Signs
}

/** "The transactions": the rows behind the figure before. */
const ROWS_OF_IT =
  /\b(?:transactions?|entries|rows|invoices|payments|postings|items|details|buchungen|rechnungen|zahlungen|ones|them|those)$/

/** The question before, changed by what the follow-up says. */
export function follow(before: Asked, said: Said): Asked {
  const { asked, days, text } = said
  const members = { ...before.members }
  const newMembers = Object.entries(asked.members)
  const replaces =
    !NARROWS.test(text) &&
    !ADDS.test(text) &&
    (REPLACES.test(text) || newMembers.some(([id]) => id in members))
  if (newMembers.length > 0 && replaces)
    // "Same for clothing": another of what was asked about, whichever dimension it is of.
    for (const id of Object.keys(members)) {
      const sameKind = Object.keys(members).some(known => known in asked.members)
      if (id in asked.members || (REPLACES.test(text) && !sameKind)) delete members[id]
    }
  for (const [id, keys] of newMembers)
    members[id] = ADDS.test(text) ? [...new Set([...(members[id] ?? []), ...keys])] : keys
  const notMembers = { ...before.notMembers }
  for (const [id, keys] of Object.entries(asked.notMembers)) {
    notMembers[id] = [...new Set([...(notMembers[id] ?? []), ...keys])]
    const kept = members[id]?.filter(key => !keys.includes(key))
    if (kept && kept.length > 0) members[id] = kept
    else delete members[id]
  }
  const by = said.grouped ? (ADDS.test(text) ? [...before.by, ...asked.by].slice(-2) : asked.by) : before.by
  const merged: Asked = {
    ...before,
    ...(said.measure && { measure: asked.measure }),
    ...(said.op && { op: asked.op, of: asked.of, per: asked.per }),
    ...(said.share && { share: asked.share }),
    ...(said.grouped && { top: asked.top, order: asked.order }),
    ...(said.top && { top: asked.top, order: asked.order }),
    ...(said.bounds && { min: asked.min, max: asked.max }),
    ...(asked.text !== undefined && { text: asked.text }),
    members,
    notMembers,
    by,
    ...daysAfter(before, days, said.fiscal),
  }
  const intent = intentAfter(before, merged, said)
  const alone =
    ['search', 'forecast', 'anomalies', 'root-cause'].includes(intent) &&
    intent !== before.intent &&
    !said.grouped
  return {
    ...merged,
    intent,
    ...(alone && { by: [], top: said.top ? merged.top : undefined }),
    ...(breaksDown(before, said) && { top: said.top ? merged.top : undefined }),
  }
}

function daysAfter(before: Asked, days: Days, fiscal: Fiscal): Pick<Asked, 'from' | 'to' | 'comparison'> {
  const own = spanOf(before)
  if (days.shift && own)
    return { ...isoOf(moved(own, days.shift.unit, fiscal)), comparison: before.comparison }
  // "And last year?" after a month or quarter: the same one a year before.
  if (days.lastYear && own && own.to - own.from < 360)
    return { ...isoOf(yearBefore(own, fiscal)), comparison: days.comparison }
  if (days.period)
    return {
      from: undefined,
      ...isoOf(days.period),
      comparison: days.comparison ?? (before.comparison?.kind === 'range' ? undefined : before.comparison),
    }
  return { from: before.from, to: before.to, comparison: days.comparison ?? before.comparison }
}

export function spanOf({ from, to }: Pick<Asked, 'from' | 'to'>): DaySpan | undefined {
  const [a, b] = [parseIsoDate(from ?? ''), parseIsoDate(to ?? '')]
  return a === undefined || b === undefined ? undefined : { from: a, to: b as Day }
}

/** "Who got it", asked of entries that were listed: these are broken down, no longer listed. */
const breaksDown = (before: Asked, said: Said): boolean => before.intent === 'search' && said.grouped

function intentAfter(before: Asked, merged: Asked, said: Said): Asked['intent'] {
  // "Forecast it" is about what comes after, "the transactions" about these.
  const spoken = saidIntent({ ...said.signs, future: said.days.period !== undefined && said.signs.future })
  if (spoken === 'search' && (ROWS_OF_IT.test(said.text) || said.bounds)) return 'search'
  if (spoken && !(spoken === 'search' && !said.signs.items && before.intent !== 'search')) return spoken
  if (
    ['chart', 'search', 'anomalies', 'budget', 'root-cause'].includes(before.intent) &&
    !breaksDown(before, said)
  )
    return before.intent
  if (before.intent === 'forecast' && !said.days.period) return 'forecast'
  if (merged.comparison && before.intent === 'comparison') return 'comparison'
  return structural({
    by: merged.by,
    ranked: said.signs.ranked,
    text: said.text,
    top: merged.top !== undefined,
  })
}
