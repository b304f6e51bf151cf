import type { Question } from '../../../../../shared/contract/import.ts'
import { currencyCode, currencyOfUnit } from '../money/style.ts'
import { say } from '../messages.ts'
import type { Pick } from './unnamed-amounts.ts'

/** The currencies that a workbook shows beside the amounts by number formats alone. */
export function currenciesShown(pick: readonly Pick[], base: string): string[] {
  const units = pick.flatMap(({ candidate }) => [...candidate.profile.shown])
  const known = units.map(unit => {
    // "pcs" is shown beside numbers as well: three letters are a currency only where ISO has them.
    const isWord = /\p{L}{3}/u.test(unit)
    return currencyCode(unit) ?? (isWord ? undefined : currencyOfUnit(unit, base))
  })
  return [...new Set(known.filter(code => code !== undefined))]
}

/** Amounts that a workbook shows in several currencies, of which its cells say nothing. */
export const whichCurrency = (shown: readonly string[]): Question => ({
  id: 'currency',
  text: say().shownIn(shown.join(', ')),
  choices: shown.map(code => ({ value: code, label: code })),
})
