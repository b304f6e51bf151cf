import { formatDate } from '../format/dates.ts'
import { formatMoney } from '../format/numbers.ts'
import { exponentOf, toDecimal, type Total } from '../money/minor.ts'
import { DIMENSION_NAMES } from '../query/dimension-names.ts'
import { language, languageLocale } from './language.ts'

/** An amount with its currency inside a sentence of main; English ones keep the plain decimals that scripts read. */
export function spokenMoney(value: Total, currency: string): string {
  return `${spokenAmount(value, currency)} ${currency}`
}

export function spokenAmount(value: Total, currency: string): string {
  return language() === 'en'
    ? toDecimal(value, exponentOf(currency))
    : formatMoney(value, currency, { locale: languageLocale() }).text
}

/** 2025-10-31 stays in English, and is 31.10.2025 in German. */
export const spokenDate = (iso: string): string =>
  language() === 'en' ? iso : formatDate(iso, languageLocale(), 'medium')

/** A built-in dimension inside a sentence: "cost centre", »Kostenstelle«; a custom one by its id. */
export function spokenDimension(id: string): string {
  return language() === 'en' ? id.replaceAll('_', ' ') : (DIMENSION_NAMES[id]?.de ?? id)
}

/** A number written with a decimal point, with the language's own. */
export const spokenDecimal = (text: string): string =>
  language() === 'en' ? text : text.replace('.', ',').replace('-', '−')
