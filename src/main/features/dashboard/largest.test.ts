import fc from 'fast-check'
import { expect, it } from 'vitest'
import { largestOf } from './largest.ts'
import type { Amounts } from './sides.ts'

/** Members with their entries and the sum of these; as they lie, and asked for one by one. */
function both(members: readonly { entries: number; sum: number }[], sign: 1 | -1): [Amounts, Amounts] {
  const each: Amounts = {
    groups: members.length,
    entries: code => members[code]?.entries ?? 0,
    at: code => {
      const { entries, sum } = members[code] ?? { entries: 0, sum: 0 }
      return entries > 0 ? sum * sign + 0 : undefined
    },
  }
  const counts = Uint32Array.from(members, ({ entries }) => entries)
  const sums = Float64Array.from(members, ({ entries, sum }) => (entries > 0 ? sum : 0))
  return [{ ...each, plain: { counts, sums, sign } }, each]
}

it('finds the same members whether the sums lie side by side or are asked for', () => {
  const member = fc.record({ entries: fc.integer({ min: 0, max: 2 }), sum: fc.integer({ min: -9, max: 9 }) })
  const sides = fc.array(fc.tuple(member, member), { maxLength: 30 })
  fc.assert(
    fc.property(
      sides,
      fc.constantFrom<1 | -1>(1, -1),
      fc.boolean(),
      fc.boolean(),
      fc.integer({ min: 1, max: 8 }),
      (pairs, sign, compared, listNone, top) => {
        const [plain, each] = both(
          pairs.map(([now]) => now),
          sign,
        )
        const [plainBefore, eachBefore] = both(
          pairs.map(([, before]) => before),
          sign,
        )
        const found = largestOf(plain, top, compared ? plainBefore : undefined, listNone)
        expect(found).toEqual(largestOf(each, top, compared ? eachBefore : undefined, listNone))
        // And as sorting all of them would.
        const listed = pairs.flatMap(([now, before], code) =>
          now.entries > 0 || (compared && before.entries > 0)
            ? [{ code, value: now.entries > 0 ? now.sum * sign + 0 : 0 }]
            : [],
        )
        const sorted = listed
          .filter(({ code }) => code > 0 || listNone)
          .toSorted((a, b) => b.value - a.value || a.code - b.code)
        expect(found).toEqual({ known: listed.length, largest: sorted.slice(0, top) })
      },
    ),
  )
})
