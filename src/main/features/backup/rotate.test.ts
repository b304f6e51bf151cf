import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KEPT, outOfRotation, type Dated } from './rotate.ts'

const daily = (madeAt: string): Dated => ({ path: madeAt, madeAt, cause: 'daily' })

test('a year of daily backups leaves seven days, four weeks and six months', () => {
  const all = Array.from({ length: 365 }, (_, i) =>
    daily(new Date(Date.UTC(2025, 0, 1 + i, 12)).toISOString()),
  )
  const gone = new Set(outOfRotation(all))
  const kept = all.filter(one => !gone.has(one)).map(one => one.madeAt.slice(0, 10))
  expect(kept).toEqual([
    '2025-07-31',
    '2025-08-31',
    '2025-09-30',
    '2025-10-31',
    '2025-11-30',
    '2025-12-14',
    '2025-12-21',
    '2025-12-25',
    '2025-12-26',
    '2025-12-27',
    '2025-12-28',
    '2025-12-29',
    '2025-12-30',
    '2025-12-31',
  ])
})

test('the newest, those by hand and the newest before a migration always stay; what goes never comes to more than the rest', () => {
  const cause = fc.constantFrom('daily', 'before-import', 'before-migration', 'by-hand') as fc.Arbitrary<
    Dated['cause']
  >
  const at = fc
    .integer({ min: 0, max: 500 * 24 })
    .map(hour => new Date(Date.UTC(2024, 0, 1, hour)).toISOString())
  fc.assert(
    fc.property(fc.array(fc.record({ path: fc.uuid(), madeAt: at, cause }), { maxLength: 60 }), all => {
      const gone = outOfRotation(all)
      const kept = all.filter(one => !gone.includes(one))
      const newest = all.reduce<Dated | undefined>(
        (best, one) => (!best || one.madeAt > best.madeAt ? one : best),
        undefined,
      )
      if (newest) expect(kept.some(one => one.madeAt === newest.madeAt)).toBe(true)
      expect(gone.some(one => one.cause === 'by-hand')).toBe(false)
      const others = kept.filter(one => one.cause !== 'by-hand').length
      expect(others).toBeLessThanOrEqual(KEPT.latest + KEPT.daily + KEPT.weekly + KEPT.monthly + 1)
      // Pruning again takes nothing more.
      expect(outOfRotation(kept)).toEqual([])
    }),
    { numRuns: 300, seed: 1 },
  )
})
