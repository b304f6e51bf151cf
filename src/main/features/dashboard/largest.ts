import type { Total } from '../../../shared/money/minor.ts'
import { nthGreatest } from '../../engine/columnar/greatest.ts'
import type { Amounts } from './sides.ts'

/**
 * The members of greatest sum, descending, ties by code, without sorting all of them: a ledger has tens of thousands of payees.
 * `counts` says which codes take part; one without entries counts as 0.
 */
export function largestOf(
  amounts: Amounts,
  top: number,
  counts: (code: number) => boolean,
): { code: number; value: Total }[] {
  // A bigint rounds to a float in the same order, so the bound lets in too many at worst.
  const places = new Float64Array(amounts.groups).fill(-Infinity)
  for (let code = 0; code < places.length; code += 1)
    if (counts(code)) places[code] = Number(amounts.at(code) ?? 0)
  const bound = nthGreatest(places, top)
  const found: { code: number; value: Total }[] = []
  for (let code = 0; code < places.length; code += 1) {
    const place = places[code] as number
    if (place >= bound && place !== -Infinity) found.push({ code, value: amounts.at(code) ?? 0 })
  }
  return found
    .toSorted((a, b) => (a.value === b.value ? a.code - b.code : a.value < b.value ? 1 : -1))
    .slice(0, top)
}
