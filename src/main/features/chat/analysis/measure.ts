import type { Asked, AskedMeasure } from '../../../../shared/ask/asked.ts'
import { COUNT, MEAN, MEASURE_WORDS, MEDIAN, OCCASION } from './words/measures.ts'

/** "Money in against money out": both sides of the result. */
export const IN_AND_OUT =
  /\b(?:money in|income|earnings|revenues?|einnahmen|ertrage|what (?:we|i) earn(?:ed)?)(?: (?:vs|versus|and|against|compared (?:to|with)|und|gegen|gegenuber))+ (?:the |my |our )?(?:money out|spending|spend|expenses|expenditure|costs?|outgoings|ausgaben|kosten|aufwand)\b/
/** What a supplier received was spent. */
const GOT = /\b(?:(?:by|nach) (?:turnover|volume|umsatz)|receive[ds]?|got|erhalten|bekommen|bekam\w*)\b/g
/** "How much money do we have": a balance. */
const HAVE =
  /\bhow much (?:money |cash )?(?:do (?:we|i) have|have (?:we|i) got)(?! (?:left|to|spent|paid))\b|\bwie viel geld (?:habe|haben) (?:ich|wir)(?= (?:auf|noch))/
/** "How much did they pay us": it came in. */
const PAID_US =
  /\b(?:pay|pays|paid|paying|transfer(?:red)?|send|sends|sent|zahlt|zahlte|zahlten) (?:to )?(?:us|me|uns|mir)\b|\b(?:hat|haben) (?!wir|ich)(?:\S+ ){1,4}?(?:uns|mir) (?:\S+ ){0,4}?(?:gezahlt|bezahlt|uberwiesen)\b/
/** "The largest meal at …". */
const BOUGHT = new RegExp(`\\b${OCCASION}`)
/** The measure that a question names; undefined where it names none. */
export const measureIn = (words: string, by: Asked['by']): AskedMeasure | undefined => {
  const paid = by.some(key => 'dimension' in key && key.dimension === 'payee')
  const read =
    paid || /\b(?:from us|von uns|invoices?|bills?|rechnung(?:en)?)\b/.test(words)
      ? words.replaceAll(GOT, 'paid')
      : words
  if (PAID_US.test(read)) return 'income'
  if (HAVE.test(read)) return 'amount'
  return (
    MEASURE_WORDS.find(([pattern]) => pattern.test(read))?.[1] ?? (BOUGHT.test(read) ? 'spending' : undefined)
  )
}

/** What is done with the amounts; undefined where it is not said. */
export function opIn(
  words: string,
  groups: { items: boolean; per?: string; by: unknown[]; distinct?: string; extreme?: 'max' | 'min' },
): Asked['op'] | undefined {
  if (groups.distinct !== undefined) return 'distinct'
  if (groups.extreme) return groups.extreme
  if (COUNT.test(words)) return 'count'
  if (MEDIAN.test(words)) return 'median'
  if (MEAN.test(words) && groups.per === undefined) return 'mean'
  if (groups.items || groups.by.length > 0)
    return /\b(?:who|wer)\b.*\b(?:posted|booked|entered|keyed|gebucht|erfasst)\b/.test(words) ||
      (/\bwho\b|\bwer\b|\bposted\b/.test(words) &&
        /\b(?:entries|postings|transactions|journals|lines)\b/.test(words))
      ? 'count'
      : undefined
  if (/\b(?:maximum|max)\b/.test(words)) return 'max'
  if (/\b(?:minimum|min)\b/.test(words)) return 'min'
  return undefined
}

/** The measure of a question that names none: that of its members, else spending. */
export function assumedMeasure(
  intent: Asked['intent'],
  distinct: string | undefined,
  ofMembers: AskedMeasure | undefined,
): AskedMeasure {
  if (intent === 'search' || (intent === 'anomalies' && ofMembers === undefined)) return 'amount'
  return distinct === undefined ? (ofMembers ?? 'spending') : 'spending'
}
