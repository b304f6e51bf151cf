import { exponentOf } from '../../shared/money/minor.ts'
import { formatDate } from '../ui/format-dates.ts'
import { formatMoney } from '../ui/format.ts'

/** Currencies offered as a base, the likely ones first; ISO 4217 codes that the platform knows, without test codes. */
export function currencyChoices(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' })
  const first = ['GBP', 'EUR', 'USD', 'CHF']
  const rest = Intl.supportedValuesOf('currency').filter(
    code => !first.includes(code) && !code.startsWith('X') && exponentOf(code) <= 3,
  )
  return [...first, ...rest].map(code => ({ value: code, label: `${code}  ${names.of(code) ?? ''}`.trim() }))
}

export function monthChoices(locale: string): { value: string; label: string }[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, i) => ({
    value: String(i + 1),
    label: format.format(new Date(Date.UTC(2025, i, 15))),
  }))
}

/** Monday 0 … Sunday 6. */
export function weekdayChoices(locale: string): { value: string; label: string }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  // 6 January 2025 was a Monday.
  return Array.from({ length: 7 }, (_, i) => ({
    value: String(i),
    label: format.format(new Date(Date.UTC(2025, 0, 6 + i))),
  }))
}

const LOCALES = [
  'en-GB',
  'en-US',
  'en-IE',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'es-ES',
  'it-IT',
  'nl-NL',
  'sv-SE',
]

/** Ways to write numbers and dates, each shown by example; `system` is what 'system' comes to. */
export function formatChoices(system: string, systemLabel: string): { value: string; label: string }[] {
  const example = (locale: string) =>
    `${formatMoney(123456, 'GBP', { locale }).text}, ${formatDate('2025-10-31', locale)}`
  return [
    { value: 'system', label: `${example(system)} (${systemLabel})` },
    ...LOCALES.map(locale => ({ value: locale, label: `${example(locale)} (${locale})` })),
  ]
}
