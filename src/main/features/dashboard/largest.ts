import type { Total } from '../../../shared/money/minor.ts'
import { nthGreatest } from '../../engine/columnar/greatest.ts'
import type { Amounts } from './sides.ts'

/**
 * The members of greatest sum, descending, ties by code, without sorting all of them: a ledger has tens of thousands of payees.
 * `known` counts the members with entries here or in `also`, where they count as 0. Without `listNone`, code 0 is not among the largest.
 */
export function largestOf(
  amounts: Amounts,
  top: number,
  also?: Amounts,
  listNone = true,
): { known: number; largest: { code: number; value: Total }[] } {
  // A bigint rounds to a float in the same order, so the bound lets in too many at worst.
  const places = new Float64Array(amounts.groups).fill(-Infinity)
  let known = 0
  for (let code = 0; code < places.length; code += 1) {
    const value = amounts.at(code)
    if (value === undefined && !(also && also.entries(code) > 0)) continue
    known += 1
    if (code > 0 || listNone) places[code] = Number(value ?? 0)
  }
  const bound = nthGreatest(places, top)
  const found: { code: number; value: Total }[] = []
  for (let code = 0; code < places.length; code += 1) {
    const place = places[code] as number
    if (place >= bound && place !== -Infinity) found.push({ code, value: amounts.at(code) ?? 0 })
  }
  const largest = found
    .sort((a, b) => (a.value === b.value ? a.code - b.code : a.value < b.value ? 1 : -1))
    .slice(0, top)
  return { known, largest }
}
