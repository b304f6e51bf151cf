/** Days that two banks' or two formats' bookings of one movement may lie apart. */
export const NEAR_DAYS = 3

/** An entry, or a row that is about to become one, as far as it is known again from another file. */
export interface Movement {
  day: number
  account: string
  reference: string
  text: string
}

// Words that stand in the texts of most movements say nothing of this one.
const COMMON: ReadonlySet<string> = new Set(
  (
    'GMBH LTD INC PLC BANK CARD CARTE KARTE KARTENZAHLUNG KREDITKARTE PAYMENT PAIEMENT ZAHLUNG PURCHASE ACHAT DEBIT CREDIT DIRECT SEPA ' +
    'LASTSCHRIFT GUTSCHRIFT BASISLASTSCHRIFT UEBERWEISUNG ÜBERWEISUNG TRANSFER VIREMENT PRELEVEMENT PAGO COMPRA TARJETA FROM WITH THE AND FOR ' +
    'EREF MREF CRED SVWZ KREF POS VISA MASTERCARD DATUM UHR REF NOTPROVIDED'
  ).split(' '),
)

export function wordsOf(text: string): Set<string> {
  const words = new Set<string>()
  for (const [word] of text.toUpperCase().matchAll(/\p{L}{3,}/gu)) if (!COMMON.has(word)) words.add(word)
  return words
}

/** One telling word of four letters in common, or half of all words. */
export function similarWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let common = 0
  for (const word of a) {
    if (!b.has(word)) continue
    if (word.length >= 4) return true
    common++
  }
  return common > 0 && common * 2 >= Math.min(a.size, b.size)
}

/** Can these be one account? An IBAN ends in the account's number, a card is masked, and many files name none. */
export function sameAccount(a: string, b: string): boolean {
  const [x, y] = [digitsOf(a), digitsOf(b)]
  if (a === '' || b === '' || a === b) return true
  // "Current account" may be any number's.
  if (x === '' || y === '') return x !== y || a.toUpperCase() === b.toUpperCase()
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  return short.length >= 4 && long.endsWith(short)
}

const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '')

/**
 * How surely two movements of one amount and currency are the same one: 3 by the bank's reference, 2 by day and words, 1 and less by
 * being near; 0 not at all. From 2 on it is certain enough to leave the row out unless somebody wants it.
 */
export function likeness(a: Movement, b: Movement): number {
  const apart = Math.abs(a.day - b.day)
  if (apart > NEAR_DAYS || !sameAccount(a.account, b.account)) return 0
  if (a.reference !== '' && a.reference === b.reference) return 3
  const similar = similarWords(wordsOf(a.text), wordsOf(b.text))
  if (similar && apart === 0) return 2
  return (similar ? 1 : 0.6) - apart * 0.1
}

export const CERTAIN = 2
