import { daysIn, isoDate, slidingYear } from '../common/dates.ts'

/** A comma amount as a plain decimal: '1234,5' → '1234.5'. Undefined where it cannot be settled ('1.234' may be either). */
export function swiftAmount(text: string): string | undefined {
  const compact = text.replaceAll(' ', '')
  let plain: string | undefined
  if (/^\d+(?:,\d*)?$/.test(compact)) plain = compact.replace(',', '.')
  else if (/^,\d+$/.test(compact)) plain = `0${compact.replace(',', '.')}`
  else if (/^\d{1,3}(?:\.\d{3})+,\d*$/.test(compact)) plain = compact.replaceAll('.', '').replace(',', '.')
  else if (/^\d+\.(?:\d{1,2})?$/.test(compact)) plain = compact
  if (plain === undefined || plain.length > 40) return undefined
  return plain.replace(/^0+(?=\d)/, '').replace(/\.$/, '')
}

export const signed = (amount: string, negative: boolean): string =>
  negative && /[1-9]/.test(amount) ? `-${amount}` : amount

export interface SwiftDate {
  date: string
  /** The file names a day that the calendar does not have: 30 February, by banks that reckon 30 days to every month. */
  moved: boolean
}

/** YYMMDD. A day beyond the month's end (up to 31) becomes its last day. */
export function swiftDate(text: string): SwiftDate | undefined {
  if (!/^\d{6}$/.test(text)) return undefined
  return calendar(slidingYear(Number(text.slice(0, 2))), Number(text.slice(2, 4)), Number(text.slice(4)))
}

function calendar(year: number, month: number, day: number): SwiftDate | undefined {
  const date = isoDate(year, month, day)
  if (date) return { date, moved: false }
  if (day < 29 || day > 31) return undefined
  const last = isoDate(year, month, daysIn(year, month))
  return last ? { date: last, moved: true } : undefined
}

/** MMDD in the year that brings it nearest to the value date: 1231 beside 240102 is of 2023. */
export function entryDate(text: string, valueDate: string): SwiftDate | undefined {
  const year = Number(valueDate.slice(0, 4))
  const near = [year - 1, year, year + 1]
    .map(y => calendar(y, Number(text.slice(0, 2)), Number(text.slice(2, 4))))
    .filter(found => found !== undefined)
  const distance = (found: SwiftDate): number => Math.abs(Date.parse(found.date) - Date.parse(valueDate))
  return near.toSorted((a, b) => Number(a.moved) - Number(b.moved) || distance(a) - distance(b))[0]
}

export interface Balance {
  date: SwiftDate
  currency: string
  amount: string
}

/** ':60F:C240131EUR1234,56'; some banks leave the currency out. */
export function balanceOf(text: string): Balance | undefined {
  const found = /^\s*([CD])\s*(\d{6})\s*([A-Z]{3})?\s*([\d.,]+)\s*$/i.exec(text)
  if (!found) return undefined
  const [, mark = '', day = '', currency = '', digits = ''] = found
  const date = swiftDate(day)
  const amount = swiftAmount(digits)
  if (!date || amount === undefined) return undefined
  return { date, currency: currency.toUpperCase(), amount: signed(amount, mark.toUpperCase() === 'D') }
}

export interface Entry {
  valueDate: SwiftDate
  date: SwiftDate
  /** C, D, RC, RD; EC and ED are only expected. */
  mark: string
  funds: string
  amount: string
  type: string
  reference: string
  bankReference: string
  /** A name behind the reference on the same line, as old Dutch formats write it. */
  name: string
  /** The lines below. */
  supplementary: string[]
}

// Value date, entry date (or its place left blank), mark, funds code, amount, type of movement, the rest.
const ENTRY =
  /^\s*(\d{6})\s*?(\d{4}|\s{4})?\s*(R[CD]|E[CD]|[CD])\s*([A-Z])?\s*([\d.,]*\d[\d.,]*)\s*([A-Z].*)$/is

/**
 * Field 61. Nothing is guessed: an amount that runs to the end of the field may have been cut off, so a type of movement must follow.
 * Undefined where the field does not have this form, 'amount' or 'date' where that part does not.
 */
export function entryOf(lines: readonly string[]): Entry | 'amount' | 'date' | undefined {
  let used = 1
  let found = ENTRY.exec(lines[0] ?? '')
  // Some banks wrap the field itself.
  if (!found && lines.length > 1) {
    used = 2
    found = ENTRY.exec(`${lines[0] ?? ''}${lines[1] ?? ''}`)
  }
  if (!found) return undefined
  const [, day = '', entry = '', mark = '', funds = '', digits = '', rest = ''] = found
  const amount = swiftAmount(digits)
  if (amount === undefined) return 'amount'
  const valueDate = swiftDate(day)
  if (!valueDate) return 'date'
  const date = entry.trim() === '' ? valueDate : entryDate(entry, valueDate.date)
  if (!date) return 'date'
  const upper = mark.toUpperCase()
  const [reference, bankReference, name] = references(rest.slice(4))
  return {
    valueDate,
    date,
    mark: upper,
    funds: funds.toUpperCase(),
    amount: signed(amount, upper === 'D' || upper === 'RC' || upper === 'ED'),
    type: rest.slice(0, 4).trim().toUpperCase(),
    reference,
    bankReference,
    name,
    supplementary: lines
      .slice(used)
      .map(line => line.trim())
      .filter(line => line !== ''),
  }
}

const NONE = /^(?:NONREF|NOREF|NOTPROVIDED|KREF\+?|EREF\+?|MREF\+?|-+|X+|N)?$/i

/** Customer's reference//bank's reference; 16 characters are the field's width, behind which old formats write a name. */
function references(text: string): [string, string, string] {
  const slashes = text.indexOf('//')
  if (slashes >= 0) return [given(text.slice(0, slashes)), given(text.slice(slashes + 2)), '']
  const wide = text.length > 16 && /\s/.test(text.slice(14, 17)) && !/^\S{17}/.test(text)
  return wide ? [given(text.slice(0, 16)), '', text.slice(16).trim()] : [given(text), '', '']
}

const given = (text: string): string => (NONE.test(text.trim()) ? '' : text.trim())
