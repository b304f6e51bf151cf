import { exponentOf, toDecimal, type Total } from '../../../../../shared/money/minor.ts'
import type { Cell } from '../../../../../shared/report/document.ts'

/** A spreadsheet computes with 15 digits; what has more is written as text. */
export const DIGITS = 15

export interface XlsxValue {
  value: string | number | Date | null
  format?: string
  /** An amount that does not fit into a number. */
  exact?: boolean
}

/** A currency's format: its symbol where it has one, its minor unit's places. */
export function moneyFormat(currency: string): string {
  const places = exponentOf(currency)
  const digits = `#,##0${places > 0 ? `.${'0'.repeat(places)}` : ''}`
  return `${digits}\\ [$${currency.replaceAll(/[^A-Za-z]/g, '')}]`
}

export const PERCENT = '0.0%'
export const DATE = 'yyyy-mm-dd'
const COUNT = '#,##0'

export function xlsxValue(cell: Cell): XlsxValue {
  switch (cell.kind) {
    case 'text':
      return { value: cell.text }
    case 'date':
      return { value: cell.date === '' ? null : new Date(`${cell.date}T00:00:00Z`), format: DATE }
    case 'money':
      return money(cell.value, cell.currency)
    case 'count':
      return cell.value === null ? { value: null } : counted(cell.value)
    case 'number':
      return { value: cell.value, format: cell.places > 0 ? `0.${'0'.repeat(cell.places)}` : '0' }
    case 'percent':
      return {
        value: cell.value === null ? null : cell.value / 100,
        format: cell.places > 1 ? '0.00%' : PERCENT,
      }
  }
}

function money(value: Total | null, currency: string): XlsxValue {
  if (value === null) return { value: null }
  const decimal = toDecimal(value, exponentOf(currency))
  if (decimal.replaceAll(/[-.]|^-?0+/g, '').length > DIGITS) return { value: decimal, exact: true }
  return { value: Number(decimal), format: moneyFormat(currency) }
}

const counted = (value: Total): XlsxValue =>
  String(value).length > DIGITS
    ? { value: String(value), exact: true }
    : { value: Number(value), format: COUNT }

/** 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let i = index + 1; i > 0; i = Math.floor((i - 1) / 26))
    letters = String.fromCharCode(65 + ((i - 1) % 26)) + letters
  return letters
}

/** At most 31 characters, none that a sheet's name cannot have, and no name twice (whatever its case). */
export function sheetName(title: string, taken: Set<string>): string {
  const plain =
    title
      // oxlint-disable-next-line no-control-regex -- not allowed in a sheet's name
      .replaceAll(/[\u0000-\u001f[\]:*?/\\]/g, ' ')
      .replaceAll(/^'+|'+$/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim() || 'Sheet'
  for (let n = 1; ; n += 1) {
    const tail = n === 1 ? '' : ` (${n})`
    const name = `${[...plain]
      .slice(0, 31 - tail.length)
      .join('')
      .trim()}${tail}`
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}

export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`
