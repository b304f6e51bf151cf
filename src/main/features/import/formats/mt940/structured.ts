/** What field 86 tells about a movement. */
export interface Details {
  payee: string
  description: string
  reference: string
  extra: Record<string, string>
}

/** Tags within a SEPA purpose, and where their values go; '' keeps the text in the purpose. */
const SEPA: Record<string, string> = {
  EREF: 'reference',
  KREF: 'customerReference',
  MREF: 'mandate',
  CRED: 'creditorId',
  DEBT: 'debtorId',
  COAM: 'compensation',
  OAMT: 'originalAmount',
  SVWZ: 'description',
  ABWA: 'ultimateDebtor',
  ABWE: 'ultimateCreditor',
  IBAN: 'counterAccount',
  BIC: 'counterBank',
  BREF: 'bankDetailReference',
  RREF: 'returnReference',
  PURP: 'purposeCode',
  RTRN: 'returnReason',
}
const SEPA_TAG = new RegExp(`(?<![A-Za-z])(${Object.keys(SEPA).join('|')})\\+`, 'g')
const SEPA_START = new RegExp(`^(?:${Object.keys(SEPA).join('|')})\\+`)
const NONE = /^(?:NOTPROVIDED|NOT PROVIDED|NONREF)?$/i

const PURPOSE = [20, 21, 22, 23, 24, 25, 26, 27, 28, 29]

/** Width of one purpose line in the German convention: a full one runs on without a blank. */
const PURPOSE_WIDTH = 27

/** Three digits of the business transaction code, then a separator of the bank's choice before two digits. */
const STRUCTURED = /^\s*(?:(\d{3})\s*)?([?>+~^@!|])(?=\d\d)/

/** German convention (DFÜ agreement, annex 3): '166?00text?20purpose…?30BIC?31account?32name'. Undefined where it is not that. */
export function structuredDetails(lines: readonly string[]): Details | undefined {
  // The bank wraps at 65 characters, wherever that falls.
  const text = lines.join('')
  const found = STRUCTURED.exec(text)
  const separator = found?.[2]
  if (!found || separator === undefined) return undefined
  const parts = text.slice(found[0].length - 1).split(new RegExp(`\\${separator}(?=\\d\\d)`))
  const fields = new Map<number, string>()
  for (const part of parts.slice(1)) {
    const code = Number(part.slice(0, 2))
    fields.set(code, (fields.get(code) ?? '') + part.slice(2))
  }
  const purpose = chunks(fields, PURPOSE)
  const more = chunks(fields, [60, 61, 62, 63, 64, 65])
  // ?60 goes on where ?29 is full; without a ?29 it is text of its own.
  const details = purposeDetails(fields.has(29) ? [...purpose, ...more] : purpose)
  if (!fields.has(29) && more.length > 0) addTo(details, purposeDetails(more))
  const { extra } = details
  details.payee = joinPurpose(chunks(fields, [32, 33]))
    .replaceAll(/\s+/g, ' ')
    .trim()
  put(extra, 'transactionCode', found[1])
  put(extra, 'bookingText', fields.get(0))
  put(extra, 'primanota', fields.get(10))
  put(extra, 'counterBank', fields.get(30))
  // Triodos writes the counter account where others number their journals.
  const numbered = /^\d{9,}$/.test(fields.get(10)?.trim() ?? '') ? fields.get(10) : undefined
  put(extra, 'counterAccount', fields.get(38) ?? numbered ?? fields.get(31))
  put(extra, 'textKey', fields.get(34))
  put(extra, 'additional', joinPurpose(chunks(fields, [70, 71, 72, 73, 74, 75, 76, 77, 78, 79])))
  if (details.description === '') details.description = extra['bookingText'] ?? ''
  return details
}

/** Lines ':NS:01…' of German programs that are not of the SWIFT form: 01–14 purpose, 15–16 name, 17 text, 33 bank, 34 account. */
export function nonSwiftDetails(lines: readonly string[]): Details {
  const fields = new Map<number, string>()
  for (const line of lines) {
    const found = /^(\d\d)(.*)$/.exec(line)
    if (found) fields.set(Number(found[1]), found[2] ?? '')
  }
  const details = purposeDetails(chunks(fields, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]))
  details.payee = joinPurpose(chunks(fields, [15, 16])).trim()
  put(details.extra, 'bookingText', fields.get(17))
  put(details.extra, 'primanota', fields.get(18))
  put(details.extra, 'counterBank', fields.get(33))
  put(details.extra, 'counterAccount', fields.get(34))
  return details
}

const chunks = (fields: ReadonlyMap<number, string>, codes: readonly number[]): string[] =>
  codes.map(code => fields.get(code) ?? '').filter(chunk => chunk.trim() !== '')

/** A full line (27 characters) is continued within the word; a shorter one ended there. A tag always begins a word. */
function joinPurpose(lines: readonly string[]): string {
  let text = ''
  let width = PURPOSE_WIDTH
  for (const line of lines) {
    const glue = text === '' || (width >= PURPOSE_WIDTH && !SEPA_START.test(line)) ? '' : ' '
    text += glue + line
    width = line.length
  }
  return text
}

function purposeDetails(lines: readonly string[]): Details {
  const text = joinPurpose(lines)
  const details: Details = { payee: '', description: '', reference: '', extra: {} }
  const words: string[] = []
  let at = 0
  let tag = ''
  const finish = (to: number): void => {
    const value = text.slice(at, to).replaceAll(/\s+/g, ' ').trim()
    const target = SEPA[tag]
    if (value === '') return
    if (target === undefined || target === 'description') words.push(value)
    else if (target === 'reference') details.reference ||= NONE.test(value) ? '' : value
    else if (!NONE.test(value)) details.extra[target] ??= value
  }
  for (const match of text.matchAll(SEPA_TAG)) {
    finish(match.index)
    tag = match[1] ?? ''
    at = match.index + match[0].length
  }
  finish(text.length)
  details.description = words.join(' ')
  return details
}

function addTo(details: Details, more: Details): void {
  details.description = [details.description, more.description].filter(text => text !== '').join(' ')
  details.reference ||= more.reference
  for (const [name, value] of Object.entries(more.extra)) details.extra[name] ??= value
}

export function put(extra: Record<string, string>, name: string, value: string | undefined): void {
  const text = value?.replaceAll(/\s+/g, ' ').trim() ?? ''
  if (text !== '') extra[name] = text
}
