import type { Asked, Intent } from '../../../../shared/ask/asked.ts'
import { ITEM } from './words/measures.ts'
import { BREAKS_DOWN, INTENT_WORDS, LISTS, LISTS_FIRMLY, TRENDS } from './words/intents.ts'

/** What the grammars found that says what kind of question it is. */
export interface Signs {
  /** The whole question, folded. */
  text: string
  by: Asked['by']
  top: boolean
  /** Entries are ranked or listed, not members. */
  items: boolean
  ranked: boolean
  bounds: boolean
  comparison: boolean
  /** The days asked about are yet to come. */
  future: boolean
  op: Asked['op']
  share: boolean
  per: boolean
  measure: Asked['measure'] | undefined
  text_filter: boolean
}

const EVERYTHING =
  /\b(?:everything|all)(?: (?:from|to|with|by|at|for|posted|booked|of(?! (?:\d|q[1-4]|fy|last|this|the (?:year|month|quarter))))\b|$)/
/** "The last payment", "most recent purchases": entries are listed, the newest first. */
const LATEST = new RegExp(
  `\\b(?:latest|most recent|newest|neuesten?|jungsten?|(?:the|our|my|^) ?last|letzte[nr]?) (?:\\d+ |few |couple of )?(?:\\S+ ){0,2}?${ITEM}(?![\\w-])`,
)
const ITEMS_HEAD = new RegExp(`\\b${ITEM}(?![\\w-])`)
const ROWS =
  /\b(?:transactions?|entries|journal entries|journal lines|journals|postings|bookings|records|buchungen|transaktionen)\b/
const ONES = /\b(?:anything|everything|something|ones|those|any|all|welche|alles|etwas)\b/
const HOW_MUCH =
  /\b(?:how much|total|sum|average|mean|median|share|percentage|how (?:big|high)|wie viel|wieviel|summe)\b/

/** The kind of a question. Deterministic: the words that decide stand in words/intents.ts, in their order. */
export function intentOf(signs: Signs): { intent: Intent; said: boolean } {
  const said = saidIntent(signs)
  return said ? { intent: said, said: true } : { intent: structural(signs), said: false }
}

/** The kind that is said in words; undefined where only the question's structure tells it. */
export function saidIntent(signs: Signs): Intent | undefined {
  const { text } = signs
  for (const [intent, pattern] of INTENT_WORDS) {
    if (!pattern.test(text)) continue
    // "What is the reason … differ", "show a chart comparing": the first decides.
    return intent
  }
  if (signs.future) return 'forecast'
  if (signs.comparison) return 'comparison'
  const counted = signs.op !== 'sum' || signs.share || signs.per
  if (signs.items || signs.text_filter || (LATEST.test(text) && !counted)) return 'search'
  if (signs.by.length === 0 && !counted) {
    if (LISTS_FIRMLY.test(text)) return 'search'
    if (EVERYTHING.test(text) && LISTS.test(text)) return 'search'
    if (
      LISTS.test(text) &&
      ITEMS_HEAD.test(text) &&
      !HOW_MUCH.test(text) &&
      /\b(?:transactions?|entries|payments|invoices|purchases|postings|journals|expenses|bookings|records|bills|charges|orders|rides|trips|visits|journeys|deliveries|things|besuche|fahrten|bestellungen|items|lines|documents?|vouchers?|belege|ones|those|buchungen|zahlungen|rechnungen|einkaufe)\b/.test(
        text,
      )
    )
      return 'search'
    // "Anything over 1k", "more than £250 at …": which they were, unless it is asked how much they come to.
    if (
      signs.bounds &&
      !HOW_MUCH.test(text) &&
      (ITEMS_HEAD.test(text) || signs.measure === undefined || ONES.test(text))
    )
      return 'search'
    if (ROWS.test(text) && !HOW_MUCH.test(text) && !TRENDS.test(text)) return 'search'
  }
  return undefined
}

export function structural({ by, ranked, text, top }: Pick<Signs, 'by' | 'ranked' | 'text' | 'top'>): Intent {
  const members = by.some(key => 'dimension' in key)
  if (members) return 'breakdown'
  if (by.length > 0) return ranked || top || BREAKS_DOWN.test(text) ? 'breakdown' : 'trends'
  if (BREAKS_DOWN.test(text)) return 'breakdown'
  if (TRENDS.test(text)) return 'trends'
  return 'summary'
}
