import { formatDate, formatStep } from '../format/dates.ts'
import { formatMoney } from '../format/numbers.ts'
import type { Total } from '../money/minor.ts'
import { DIMENSION_NAMES } from '../query/dimension-names.ts'
import { language, languageLocale } from './language.ts'

/** An amount with its currency inside a sentence of main: 44,325.13 GBP, in German 44.325,13 GBP. Scripts read the fields beside the sentence. */
export function spokenMoney(value: Total, currency: string): string {
  return `${spokenAmount(value, currency)} ${currency}`
}

export const spokenAmount = (value: Total, currency: string): string =>
  formatMoney(value, currency, { locale: languageLocale() }).text

/** A day inside a sentence: 31 Oct 2025, 31. Okt. 2025. */
export const spokenDate = (iso: string): string => formatDate(iso, languageLocale())

/** A month, quarter, week, day or fiscal year by its key inside a sentence: 2025-10 is Oct 2025. */
export const spokenStep = (key: string): string => formatStep(key, languageLocale())

/** A built-in dimension inside a sentence: "cost centre", »Kostenstelle«; a custom one by its id. */
export function spokenDimension(id: string): string {
  return language() === 'en' ? id.replaceAll('_', ' ') : (DIMENSION_NAMES[id]?.de ?? id)
}

/** A number written with a decimal point, with the language's own. */
export const spokenDecimal = (text: string): string =>
  language() === 'en' ? text : text.replace('.', ',').replace('-', '−')
