import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { BENFORD_DIGITS } from '../../../../../shared/data/audit-request.ts'
import { unitsOf } from '../decimal.ts'
import { seeded } from '../random.ts'
import { amountsOnly, noSteps } from '../testing.ts'
import { benford, DRAWS } from './benford.ts'
import { digitsOf, expectedShares, type Digits } from './digits.ts'
import { nullDistribution, simulatedP } from './null-distribution.ts'

const FILE = '../shared/data/ledger/nigrini_corporate_payment_2010.csv.gz'

const corporate = (digits: Digits) => {
  const lines = gunzipSync(readFileSync(FILE)).toString('utf8').trim().split('\n').slice(1)
  const amounts = lines.map(line => {
    const amount = unitsOf(line.split(',').at(-1) as string, 2)
    if (amount === undefined) throw new Error(line)
    return amount
  })
  return benford(amountsOnly(amounts), { digits, sign: 'positive', seed: 1 }, noSteps)
}

// Oracle: pandas and NumPy on the same file with the formulas of R's benford.analysis; n is that of Nigrini's book.
test.skipIf(!existsSync(FILE)).each([
  ['first', 4087.7724351891097, 0.014641867411581695, 'marginal'],
  ['second', 7367.70731722895, 0.015317442050873325, 'nonconformity'],
  ['first-two', 32659.052170591156, 0.0024299059015034335, 'nonconformity'],
  ['last-two', 921846.3489646327, 0.00693660097995646, null],
] as const)('the corporate payments of 2010, %s digits', (digits, chiSquare, mad, conformity) => {
  const found = corporate(digits)
  expect(found.n).toBe(177_763)
  expect(found.chiSquare?.value).toBeCloseTo(chiSquare, 5)
  expect(found.mad?.value).toBeCloseTo(mad, 14)
  expect(found.mad?.conformity).toBe(conformity)
  expect(found.verdict).toBe('differs')
})

test.each([
  [1234, 2, 'first', 1],
  [1234, 2, 'second', 2],
  [-9876, 2, 'first-two', 98],
  [100_007, 2, 'last-two', 7],
  [999, 2, 'first', undefined],
  [1000, 2, 'first', 1],
  [10, 0, 'first-two', 10],
  [10, 0, 'last-two', undefined],
  [9_007_199_254_740_991, 2, 'last-two', 91],
] as const)('%d units with %d places: %s digits', (amount, places, digits, expected) => {
  expect(digitsOf(amount, places, digits)).toBe(expected)
})

test.each(BENFORD_DIGITS)('the expected shares of the %s digits add up to one', digits => {
  expect(expectedShares(digits).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
})

/** Conforming samples, each judged as the program does: what is called different is a false alarm. */
function falseAlarms(digits: Digits, n: number, samples: number): number {
  const shares = expectedShares(digits)
  const byChance = nullDistribution(shares, n, DRAWS, 1, noSteps).mad
  const random = seeded(977 + n)
  const ends: number[] = []
  shares.reduce((sum, share) => (ends.push(sum + share), sum + share), 0)
  let alarms = 0
  for (let sample = 0; sample < samples; sample += 1) {
    const counts = new Float64Array(shares.length)
    for (let i = 0; i < n; i += 1) {
      const at = random()
      const cell = ends.findIndex(end => at < end)
      const drawn = cell < 0 ? shares.length - 1 : cell
      counts[drawn] = (counts[drawn] as number) + 1
    }
    const mad =
      counts.reduce((sum, count, i) => sum + Math.abs(count / n - (shares[i] as number)), 0) / shares.length
    if (simulatedP(byChance, mad) <= 0.05) alarms += 1
  }
  return alarms / samples
}

test.each([
  ['first', 50],
  ['first', 100],
  ['first', 300],
  ['first', 1000],
  ['first', 6000],
  ['second', 100],
  ['first-two', 50],
  ['first-two', 300],
  ['last-two', 100],
] as const)('false alarms on conforming %s digits at n = %d stay at or below 6 %%', (digits, n) => {
  const share = falseAlarms(digits, n, n > 1000 ? 1000 : 2500)
  expect(share).toBeLessThanOrEqual(0.06)
  // A test that never calls anything different would pass as well.
  expect(share).toBeGreaterThan(0.02)
})

test('no conformity by MAD below 1,000 first and 3,000 first-two digits, and no verdict below 50', () => {
  const of = (n: number, digits: Digits) =>
    benford(
      amountsOnly(Array.from({ length: n }, (_, i) => Math.round(1000 * 10 ** ((i * 0.618034) % 3)))),
      { digits, sign: 'positive', seed: 1 },
      noSteps,
    )
  expect(of(49, 'first')).toMatchObject({ verdict: 'too-few', mad: null, chiSquare: null, n: 49 })
  expect(of(999, 'first').mad?.conformity).toBeNull()
  expect(of(1000, 'first').mad?.conformity).toBe('close')
  expect(of(2999, 'first-two').mad?.conformity).toBeNull()
  expect(of(3000, 'first-two').mad?.conformity).toBe('close')
})

test('amounts of the other sign and below ten are not counted, and the same seed gives the same figures', () => {
  const amounts = [...Array.from({ length: 60 }, () => 50_000), -70_000, -80_000, 999, 0]
  const once = benford(amountsOnly(amounts), { digits: 'first', sign: 'positive', seed: 7 }, noSteps)
  expect(once.n).toBe(60)
  expect(once.verdict).toBe('differs')
  expect(once.counts.find(one => one.digits === 5)).toMatchObject({ count: 60, observed: 1 })
  expect(benford(amountsOnly(amounts), { digits: 'first', sign: 'positive', seed: 7 }, noSteps)).toEqual(once)
  expect(benford(amountsOnly(amounts), { digits: 'first', sign: 'negative', seed: 7 }, noSteps).n).toBe(2)
})
