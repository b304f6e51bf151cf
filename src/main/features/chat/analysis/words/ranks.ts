import { NUMBER, numberOf } from '../period/words.ts'
import type { Line } from '../text.ts'
import { isPlural } from './dimensions.ts'
import type { Groups } from './grouping.ts'
import { keyOf, NOUN, STEP, type Offered } from './keys.ts'
import { ITEM, LARGEST, SMALLEST } from './measures.ts'

/** "Top 5", "the five cheapest", "largest payment". */
export function ranks(line: Line, groups: Groups, offered: Offered): void {
  const n = line.take(
    new RegExp(
      `\\b(top|bottom|first|${LARGEST}|${SMALLEST}) (${NUMBER})(?= |$)(?! (?:pounds|euros|days?|weeks?|months?|quarters?|years?)\\b)`,
    ),
  )
  const m = n
    ? undefined
    : new RegExp(`(?<=^|[ ~])(${NUMBER}) (?=(?:${LARGEST}|${SMALLEST})(?![\\w-]))`).exec(line.text)
  if (n) {
    groups.top = numberOf(n[2] as string)
    groups.order = new RegExp(`^${SMALLEST}$`).test(n[1] as string) ? 'smallest' : 'largest'
  } else if (m && /^\d|^[a-z]{3,}/.test(m[1] as string)) {
    line.blank(m.index, m.index + (m[1] as string).length)
    groups.top = numberOf(m[1] as string)
  }
  // "The second biggest": it is shown below the first.
  const nth = line.take(
    new RegExp(`\\b(second|third|2nd|3rd|zweit|dritt) ?(?:-)?(?=(?:${LARGEST}|${SMALLEST})(?![\\w-]))`),
  )
  if (nth) groups.top ??= /^(?:s|2|z)/.test(nth[1] as string) ? 2 : 3
  stepRank(line, groups, offered)
  if (groups.by.length > 0) return
  const ranked = new RegExp(
    `\\b(?!meiste)(${LARGEST}|${SMALLEST}) (?:single |individual |one-off |one off )?(${ITEM})(?![\\w-])`,
  )
  const outlay = ranked.exec(line.text)?.[2] ?? ''
  const item = OUTLAY.test(outlay) && ofWhich(line) ? undefined : line.take(ranked)
  if (item) {
    groups.items = true
    groups.order = new RegExp(`^${SMALLEST}$`).test(item[1] as string) ? 'smallest' : 'largest'
    if (groups.top === undefined && !/s$|(?<!ess)en$/.test(item[2] as string)) groups.top = 1
  } else if (line.has(ITEM_IS)) {
    groups.items = true
    if (new RegExp(`\\b(?:${SMALLEST})(?![\\w-])`).test(line.text)) groups.order = 'smallest'
  } else if (itemApart(line, groups)) {
    groups.items = true
  } else if (
    groups.top !== undefined &&
    line.has(new RegExp(`^[~ \\w]*\\b${ITEM}(?![\\w-])`)) &&
    !line.has(new RegExp(`\\b${NOUN}(?![\\w-])`))
  )
    groups.items = true
  if (groups.order === undefined && line.has(new RegExp(`\\b(?:${SMALLEST}|least|wenigsten)(?![\\w-])`)))
    groups.order = 'smallest'
}

/** "Which cost centres had the highest expenses": what they come to is ranked. */
const OUTLAY = /^(?:ausgaben?|expenses?|outgoings|outlays?|charges?|amounts?)$/
const ofWhich = (line: Line): boolean =>
  line.has(new RegExp(`\\b(?:which|what|welche[rsmn]?) (?:of (?:our|the|my) )?(?:${NOUN}|${STEP})(?![\\w-])`))

/** "Which expenses were the highest". */
const ITEM_IS = new RegExp(
  `\\b(?:which|what|welche) ${ITEM} (?:were|was|are|is|waren|sind) (?:\\S+ ){0,3}?(?:${LARGEST}|${SMALLEST})(?![\\w-])`,
)

/** "The biggest grocery bill", "the most we ever spent in one go": what is ranked, with something between. */
function itemApart(line: Line, groups: Groups): boolean {
  // "Which month had the highest energy bill": months are ranked.
  if (ofWhich(line)) return false
  const one = line.take(
    /\b(most|least) (?=.{0,40}\b(?:in|on|for) (?:one|a single) (?:go|transaction|purchase|payment|visit|time|item))/,
  )
  const apart = new RegExp(
    `\\b(${LARGEST}|${SMALLEST}) ((?:(?!(?:of|in|by|per|for|with|on|at|to|from|${NOUN}|${STEP})\\b)[\\w&'~-]+ ){1,4}?)(${ITEM})(?![\\w-])`,
  ).exec(line.text)
  const match = one ?? apart
  if (!match) return /\bin one go\b/.test(line.text)
  groups.order = new RegExp(`^(?:${SMALLEST}|least)$`).test(match[1] as string) ? 'smallest' : 'largest'
  if (apart && !one) {
    line.blank(apart.index, apart.index + (apart[1] as string).length)
    const end = apart.index + apart[0].length
    line.blank(end - (apart[3] as string).length, end)
  }
  if (groups.top === undefined && (one || !/s$|en$/.test(apart?.[3] ?? ''))) groups.top = 1
  return true
}

/** "The cheapest month", "days with the highest spending", "3 most expensive days": steps are ranked. */
function stepRank(line: Line, groups: Groups, offered: Offered): void {
  const one = new RegExp(`\\b(${LARGEST}|${SMALLEST})(?: spend(?:ing)?)? (${STEP})(?![\\w-])`).exec(line.text)
  const many = new RegExp(
    `\\b(${STEP}|${NOUN}) (?:with|of|that had|that has|having|in which|where|when|mit|we|i|wir)(?: the| we| i| den| dem| der)? [a-z ]{0,20}?\\b(${LARGEST}|${SMALLEST}|most|least|meisten|wenigsten)(?![\\w-])`,
  ).exec(line.text)
  // "The most we have paid in a single month".
  const inOne = new RegExp(
    `\\b(most|least|${LARGEST}|${SMALLEST})(?![\\w-])(?=.{0,80}\\bin (?:a|any|one) (?:single )?(${STEP})(?![\\w-]))`,
  ).exec(line.text)
  if (inOne && !one && !many) {
    const key = keyOf(inOne[2] as string, offered)
    const at = line.text.indexOf(inOne[2] as string, inOne.index)
    line.blank(at, at + (inOne[2] as string).length)
    if (key) groups.by.push(key)
    groups.asked = true
    groups.ranked = true
    groups.top ??= 1
    if (new RegExp(`^(?:${SMALLEST}|least)$`).test(inOne[1] as string)) groups.order = 'smallest'
    return
  }
  const found = one
    ? { step: one[2], rank: one[1], match: one }
    : many
      ? { step: many[1], rank: many[2], match: many }
      : undefined
  if (!found || /^(?:last|next|this)/.test(line.text.slice(found.match.index))) return
  const key = keyOf(found.step as string, offered)
  if (!key) return
  const at = found.match.index + found.match[0].indexOf(found.step as string)
  line.blank(at, at + (found.step as string).length)
  groups.by.push(key)
  groups.asked = true
  groups.ranked = true
  const counted = new RegExp(`(?<=^|[ ~])(${NUMBER}) $`).exec(line.text.slice(0, at))
  if (counted && groups.top === undefined) {
    line.blank(counted.index, counted.index + (counted[1] as string).length)
    groups.top = numberOf(counted[1] as string)
  }
  if (new RegExp(`^(?:${SMALLEST}|least|wenigsten)$`).test(found.rank as string)) groups.order = 'smallest'
  const many_ =
    'grain' in key ? /s$|[aot]e$|tage$/.test(found.step as string) : isPlural(found.step as string)
  if (groups.top === undefined && !many_) groups.top = 1
}
