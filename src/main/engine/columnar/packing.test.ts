import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nthGreatest } from './greatest.ts'
import { MOST_BITS, packBits, packedBytes, packRuns, unpackBits, unpackRuns } from './packing.ts'

const bits = fc.integer({ min: 1, max: MOST_BITS })
/** As many values as lie across the blocks that narrower arrays are written in, every value of `bits` bits possible. */
const column = bits.chain(width =>
  fc.record({
    width: fc.constant(width),
    values: fc.array(fc.integer({ min: 0, max: 2 ** width - 1 }), { maxLength: 120 }),
    least: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  }),
)

it('values packed into bits come back as they were, whatever the bytes lie on', () => {
  fc.assert(
    fc.property(column, fc.nat(3), ({ width, values, least }, askew) => {
      const given = values.map(value => value + least)
      const packed = packBits(given, width, least)
      expect(packed.byteLength).toBe(packedBytes(values.length, width))
      const moved = new Uint8Array(packed.byteLength + askew)
      moved.set(packed, askew)
      const out = new Int32Array(values.length)
      unpackBits(moved.subarray(askew), width, least, out)
      expect([...out]).toEqual(given)
    }),
  )
})

it('narrow arrays are filled over their blocks’ ends, and codes as they are need no distance', () => {
  const length = 8192 * 2 + 77
  for (const [make, width] of [
    [(n: number) => new Uint8Array(n), 7],
    [(n: number) => new Uint16Array(n), 13],
    [(n: number) => new Uint32Array(n), 25],
  ] as const) {
    const values = Uint32Array.from({ length }, (_, i) => (i * 2_654_435_761) % 2 ** width)
    const out = make(length)
    unpackBits(packBits(values, width, 0), width, 0, out)
    expect(Array.from(out)).toEqual(Array.from(values))
  }
})

it('runs come back, and runs of another number of rows are damage, not a column', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 9 })), {
        minLength: 1,
      }),
      runs => {
        const values = runs.flatMap(([value, times]) => Array.from({ length: times }, () => value))
        const different = values.filter((value, i) => i === 0 || value !== values[i - 1]).length
        const packed = packRuns(values, different)
        expect([...unpackRuns(packed, new Int32Array(values.length))]).toEqual(values)
        expect(() => unpackRuns(packed, new Int32Array(values.length + 1))).toThrow(RangeError)
      },
    ),
  )
})

it('the n-th greatest is that of the sorted numbers', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 600 }),
      fc.integer({ min: 1, max: 620 }),
      (numbers, n) => {
        const sorted = numbers.toSorted((a, b) => b - a)
        expect(nthGreatest(Float64Array.from(numbers), n)).toBe(sorted[n - 1] ?? -Infinity)
      },
    ),
  )
})
