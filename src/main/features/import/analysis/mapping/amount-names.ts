import { normaliseHeader } from './headers.ts'

const WORD =
  /\b(?:subtotal|amount|amounts|amt|value|total|sum|spend|spent|expenditure|paid|payments?|cost|price|proceeds|actuals?|betrag|umsatz|summe|montant|importe|bedrag|valor|importo|belopp|belob|belop|kwota|obligation|outlay|disbursement)\b/
// What stands beside an amount and is none, once "excluding VAT" and the like have been taken out.
const NONE =
  /\b(?:vat|tax|mwst|ust|ustsatz|steuer|tva|btw|iva|gst|fees?|charges?|gebuhr|discount|skonto|rabatt|rate|kurs|koers|percent|prozent|quantity|qty|menge|units?|unit price|price per|stuckpreis|budget|budgeted|forecast|variance|balance|saldo|solde|count|number|no|num|nummer|code|id|year|limit|threshold|date|type|category|name|description|status|method|reference|ref|terms|to date|ytd|cumulative|days?|purpose|currency|address|savings|class)\b/
const NET =
  /\b(?:net|nett|netto|hors taxe|(?:ex|exc|excl|excluding|exclusive|without|less|ohne|zzgl|hors)(?: of)?(?: recoverable| irrecoverable)? (?:vat|tax|mwst|ust|tva|btw|iva|gst)|net of vat)\b/g
const GROSS =
  /\b(?:gross|brutto|ttc|(?:inc|incl|including|inclusive|with|plus|inkl)(?: of)?(?: irrecoverable| recoverable)? (?:vat|tax|mwst|ust|tva|btw|iva|gst))\b/g
// What moved in the end, whatever of it went to the broker.
const WITH_FEES =
  /\b(?:inclusive|including|incl|inc|after|with)(?: of)? (?:all )?(?:fees?|commissions?|charges?)(?: and(?: or)? \w+)?\b/g
const LINE = /\b(?:line|distribution|split|allocated|allocation|gl|ledger|posting|journal|charged to)\b/
const WHOLE = /\b(?:invoice|document|order|grand|header|rechnungs?|cheque|check)\b/
const FOREIGN =
  /\b(?:original|foreign|fremd|oorspr|transaction curr(?:ency)?|doc(?:ument)? curr(?:ency)?|document currency|group curr(?:ency)?|entered curr(?:ency)?|local amount|instructed|ursprung\w*|d origine|devise)\b/
const OWN_BOOKS =
  /\b(?:functional|base (?:debit|credit|dr|cr)|account curr(?:ency)?|kontowahrung|rekeningvaluta|devise du compte|local curr(?:ency)?|company code curr(?:ency)?|in lc|functional curr(?:ency)?|base curr(?:ency)?|hauswahrung|accounted)\b/

/**
 * How near a header is to "the amount of this line, without tax, in the books' own currency": 0 is it, 6 hardly; undefined where
 * the header names no amount at all. Words of an amount's kind decide, so that headers nobody listed are read as well.
 */
export function amountClass(header: string): number | undefined {
  const name = normaliseHeader(header)
  const net = new RegExp(NET.source).test(name)
  const gross = new RegExp(GROSS.source).test(name)
  const all = new RegExp(WITH_FEES.source).test(name)
  const rest = name.replace(NET, ' ').replace(GROSS, ' ').replace(WITH_FEES, ' ')
  // "Amount in account currency" is no currency.
  if (NONE.test(rest.replace(OWN_BOOKS, ' '))) return undefined
  if (!WORD.test(rest) && !net && !gross) return undefined
  if (FOREIGN.test(name)) return 6
  if (all) return 2
  if (net) return OWN_BOOKS.test(name) ? 0 : 1
  if (gross) return 5
  if (LINE.test(rest) || OWN_BOOKS.test(rest)) return 1
  // A price is one unit's, where anything else beside it could be the amount.
  if (/\bprice\b/.test(rest)) return 4
  return WHOLE.test(rest) ? 4 : 3
}

/** "Accounted Dr", "Functional credit", "Amount in local currency". */
export const isOwnBooks = (header: string): boolean => OWN_BOOKS.test(normaliseHeader(header))

/** "Entered Dr": in the currency of the document. */
export const isEntered = (header: string): boolean => /\bentered (?:dr|cr|debit|credit|amount)\b/.test(normaliseHeader(header)) // prettier-ignore

/** True where a header names something that is no amount of the entry: a rate, a tax, a quantity, a code. */
export function namesNoAmount(header: string): boolean {
  return NONE.test(normaliseHeader(header).replace(NET, ' ').replace(GROSS, ' '))
}

const CODES: Readonly<Record<string, string>> = {
  eur: 'EUR', euro: 'EUR', euros: 'EUR', gbp: 'GBP', usd: 'USD', chf: 'CHF', cad: 'CAD', aud: 'AUD', nzd: 'NZD', sek: 'SEK', nok: 'NOK',
  dkk: 'DKK', pln: 'PLN', czk: 'CZK', huf: 'HUF', jpy: 'JPY', inr: 'INR', zar: 'ZAR', sgd: 'SGD', hkd: 'HKD', brl: 'BRL',
} // prettier-ignore

/** The currency that an amount's header names: "Amount (GBP)", "Umsatz in EUR", "CAD$", "Amount £". */
export function currencyOfHeader(header: string): string | undefined {
  if (header.includes('£')) return 'GBP'
  if (header.includes('€')) return 'EUR'
  const last = normaliseHeader(header).split(' ').at(-1) ?? ''
  return CODES[last]
}
