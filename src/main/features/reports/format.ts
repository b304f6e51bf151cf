import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { formatDate, formatMoment, formatSpan, formatStep } from '../../../shared/format/dates.ts'
import {
  formatCount,
  formatFixed,
  formatMoney,
  formatMoneyShort,
  formatShort,
} from '../../../shared/format/numbers.ts'
import { exponentOf, type Total } from '../../../shared/money/minor.ts'
import type { ReportLanguage } from '../../../shared/report/definition.ts'
import type { Cell } from '../../../shared/report/document.ts'

/** How a report writes numbers, dates and money. The language decides: a file has no settings that its reader could change. */
export interface Formats {
  locale: string
  money(value: Total | null, currency: string, options?: { plain?: boolean }): string
  short(value: Total | null, currency: string): string
  /** A decimal as figures keep it, in a currency. */
  decimal(value: string, currency: string): string
  count(value: number | bigint | null): string
  compact(value: number): string
  fixed(value: number | null, places: number): string
  percent(value: number | null, places?: number): string
  date(iso: string): string
  span(from: string, to: string): string
  step(key: string): string
  moment(iso: string): string
  /** A cell as text; `plain` leaves out the currency where the column's header has it. */
  cell(cell: Cell, options?: { plain?: boolean }): string
}

export const localeOf = (language: ReportLanguage): string => (language === 'de' ? 'de-DE' : 'en-GB')

export function formatsOf(
  language: ReportLanguage,
  currencyDisplay: 'symbol' | 'code',
  fiscal: Fiscal,
): Formats {
  const locale = localeOf(language)
  const money = (value: Total | null, currency: string, { plain = false } = {}): string => {
    if (plain || value === null) return formatMoney(value, currency, { locale }).text
    if (currencyDisplay === 'symbol') return formatMoney(value, currency, { locale, symbol: true }).text
    return `${formatMoney(value, currency, { locale }).text}\u00a0${currency}`
  }
  const percent = (value: number | null, places = 1): string => {
    if (value === null || !Number.isFinite(value)) return ''
    return `${formatFixed(value, locale, places)}${language === 'de' ? '\u00a0' : ''}%`
  }
  const fixed = (value: number | null, places: number): string =>
    value === null || !Number.isFinite(value) ? '' : formatFixed(value, locale, places)
  const date = (iso: string): string => formatDate(iso, locale, 'medium')
  return {
    locale,
    money,
    short: (value, currency) => formatMoneyShort(value, currency, locale),
    decimal: (value, currency) => money(minorOf(value, currency), currency),
    count: value => formatCount(value, locale),
    compact: value => formatShort(value, locale),
    fixed,
    percent,
    date,
    span: (from, to) => formatSpan(from, to, locale),
    step: key => formatStep(key, locale, fiscal),
    moment: iso => formatMoment(iso, locale),
    cell(cell, options) {
      switch (cell.kind) {
        case 'text':
          return cell.text
        case 'date':
          return cell.date === '' ? '' : date(cell.date)
        case 'money':
          return money(cell.value, cell.currency, options)
        case 'count':
          return formatCount(cell.value, locale)
        case 'number':
          return fixed(cell.value, cell.places)
        case 'percent':
          return percent(cell.value, cell.places)
      }
    },
  }
}

/** A figure's quotient may have fewer places than its currency: then the rest are noughts. */
function minorOf(decimal: string, currency: string): bigint {
  const exponent = exponentOf(currency)
  const [whole = '0', places = ''] = decimal.split('.')
  return BigInt(whole + places.slice(0, exponent).padEnd(exponent, '0'))
}
