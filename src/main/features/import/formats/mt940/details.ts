import { put, structuredDetails, type Details } from './structured.ts'

/** SWIFT text is wrapped at 65 characters (by some at 64): a line as long as that runs on without a blank. */
const WIDTH = 64
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/

/** Field 86 in any of the conventions: German subfields, slash codes, the labels of Polish and Dutch banks, or free text. */
export function detailsOf(
  lines: readonly string[],
  supplementary: readonly string[],
  reference: string,
): Details {
  return structuredDetails(lines) ?? slashDetails(lines) ?? freeDetails(lines, supplementary, reference)
}

/** Slash codes and what they hold; those not listed stay part of the text before them. */
const SLASH: Record<string, string> = {
  REMI: 'description',
  PY: 'description',
  NAME: 'payee',
  BENM: 'party',
  ORDP: 'party',
  CNTP: 'counterparty',
  ULTD: 'party',
  ULTC: 'party',
  ULTB: 'party',
  ID: 'partyId',
  IBAN: 'counterAccount',
  BIC: 'counterBank',
  EREF: 'reference',
  KREF: 'customerReference',
  PREF: 'paymentReference',
  MARF: 'mandate',
  CSID: 'creditorId',
  TRTP: 'bookingText',
  TRCD: 'transactionCode',
  RTRN: 'returnReason',
  RTYP: 'returnType',
  ISDT: 'settlementDate',
  PURP: 'purposeCode',
  ADDR: 'address',
  SVCL: 'serviceLevel',
  OCMT: 'originalAmount',
  CHGS: 'charges',
  CHG: 'charges',
  EXCH: 'exchangeRate',
  PT: 'productType',
}
const SLASH_CODE = new RegExp(`/(${Object.keys(SLASH).join('|')})/`, 'g')

/** '/TRTP/…/IBAN/…/NAME/…/REMI/…/EREF/…' (Dutch banks, Rabobank's '/BENM//NAME/', ING's '/CNTP/iban/bic/name///'). */
function slashDetails(lines: readonly string[]): Details | undefined {
  const text = unwrap(lines)
  if (!/^\s*\/[A-Z]{2,4}\//.test(text)) return undefined
  const matches = [...text.matchAll(SLASH_CODE)]
  if (matches.length === 0) return undefined
  const details: Details = { payee: '', description: '', reference: '', extra: {} }
  for (const [index, match] of matches.entries()) {
    // The closing slash of one code may open the next ('/BENM//NAME/'), so a value may be empty.
    const value = text
      .slice(match.index + match[0].length, matches[index + 1]?.index ?? text.length)
      .replace(/\/+$/, '')
    take(details, SLASH[match[1] ?? ''] ?? '', value.trim())
  }
  return details
}

function take(details: Details, target: string, value: string): void {
  if (value === '') return
  switch (target) {
    case 'description':
      details.description = [details.description, value.replace(/^(?:USTD|STRD)\/(?:[A-Z]*\/)?/, '')]
        .filter(text => text !== '')
        .join(' ')
      return
    case 'payee':
      details.payee ||= value
      return
    case 'party':
      return
    case 'counterparty': {
      const [account, bank, name, city] = value.split('/')
      put(details.extra, 'counterAccount', account)
      put(details.extra, 'counterBank', bank)
      put(details.extra, 'city', city)
      details.payee ||= name?.trim() ?? ''
      return
    }
    case 'reference':
      if (!/^(?:NOTPROVIDED|NONREF)$/i.test(value)) details.reference ||= value
      return
    default:
      if (details.extra[target] === undefined) put(details.extra, target, value)
  }
}

/** Full lines run on; a shorter one ended where it does. */
export function unwrap(lines: readonly string[]): string {
  let text = ''
  let full = true
  for (const line of lines) {
    text += full ? line : ` ${line}`
    full = line.length >= WIDTH
  }
  return text.replaceAll(/[ \t]+/g, ' ').trim()
}

/** 'OD: name', 'TYT.: purpose', 'Z RACH.: account' (mBank and its like), 'NAAM: name', 'REK: account'. */
const LABELS: readonly [RegExp, string][] = [
  [/(?:^|[;\s])(?:OD|DLA): ([^;]+)/, 'payee'],
  [/(?:^|[;\s])TYT\.: ([^;]*)/, 'description'],
  [/(?:^|[;\s])(?:Z|NA) RACH\.: ([^;]+)/, 'counterAccount'],
  [/(?:^|[;\s])TNR: ([^;]+)/, 'bankDetailReference'],
  [/(?:^|[\s/])NAAM: ([^/]+)/, 'payee'],
  [/(?:^|\s)REK: ([A-Z0-9]+)/, 'counterAccount'],
]

function freeDetails(lines: readonly string[], supplementary: readonly string[], reference: string): Details {
  const details: Details = { payee: '', description: '', reference: '', extra: {} }
  const named = accountAndName(lines[0] ?? '', supplementary.find(text => !isIban(text)) ?? '', reference)
  if (named) {
    details.payee = named.name
    put(details.extra, 'counterAccount', named.account)
  }
  const text = unwrap(named ? lines.slice(1) : lines)
  for (const [label, target] of LABELS) {
    const value = label.exec(text)?.[1]?.trim()
    if (value === undefined || value === '') continue
    if (target === 'payee') details.payee ||= value
    else if (target === 'description') details.description ||= value
    else details.extra[target] ??= value.replaceAll(' ', '')
  }
  if (details.description === '') details.description = text
  return details
}

/** 'NL47INGB9999999999 h. jansen': account and name on the first line, the name or the account being those of field 61. */
function accountAndName(
  line: string,
  supplementary: string,
  reference: string,
): { account: string; name: string } | undefined {
  const [account = '', ...rest] = line.trim().split(/\s+/)
  const name = rest.join(' ')
  if (!IBAN.test(account) && !(account !== '' && account === reference && /^\d+$/.test(account)))
    return undefined
  if (name === '' || (supplementary !== '' && name.toLowerCase() !== supplementary.toLowerCase()))
    return undefined
  return { account, name }
}

/** An account in the place of a reference ('NOVBNL47INGB…'), as Dutch banks write it. */
export const isIban = (text: string): boolean => IBAN.test(text.replaceAll(' ', ''))

/** ISO 13616: the country's letters at the end, letters as numbers, remainder 1 of 97. */
export function isValidIban(text: string): boolean {
  const compact = text.replaceAll(' ', '')
  if (!IBAN.test(compact)) return false
  let rest = 0
  for (const letter of compact.slice(4) + compact.slice(0, 4))
    rest = Number(`${rest}${Number.parseInt(letter, 36)}`) % 97
  return rest === 1
}
