import type { Total } from '../../../shared/money/minor.ts'
import { nthGreatest } from '../../engine/columnar/greatest.ts'
import type { Amounts, Plain } from './sides.ts'

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
  const places = roomFor(amounts.groups).fill(-Infinity)
  const { plain } = amounts
  const known =
    plain && (!also || also.plain)
      ? placePlain(plain, also?.plain?.counts, places)
      : placeEach(amounts, also, places)
  if (!listNone) places[0] = -Infinity
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

let room = new Float64Array(0)

/** The same room each time: half a megabyte a ranking, thrown away, is a collection of garbage every few answers. */
function roomFor(groups: number): Float64Array {
  if (room.length < groups) room = new Float64Array(groups)
  return room.subarray(0, groups)
}

/** Each member's sum into its place; answers how many there are. */
function placeEach(amounts: Amounts, also: Amounts | undefined, places: Float64Array): number {
  let known = 0
  for (let code = 0; code < places.length; code += 1) {
    const value = amounts.at(code)
    if (value === undefined && !(also && also.entries(code) > 0)) continue
    known += 1
    // A bigint rounds to a float in the same order, so the bound lets in too many at worst.
    places[code] = Number(value ?? 0)
  }
  return known
}

function placePlain(
  { counts, sums, sign }: Plain,
  also: Uint32Array | undefined,
  places: Float64Array,
): number {
  let known = 0
  for (let code = 0; code < places.length; code += 1) {
    const here = (counts[code] as number) > 0
    if (!here && !(also && (also[code] ?? 0) > 0)) continue
    known += 1
    places[code] = here ? (sums[code] as number) * sign : 0
  }
  return known
}
