import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unitsOf } from '../decimal.ts'
import { amountsOnly, noSteps } from '../testing.ts'
import { evaluateSample, stringerBound } from './evaluate.ts'
import { intervalOf, selectMonetaryUnits } from './select.ts'

const BUILD_IT = '../shared/data/ledger/jfa_BuildIt.csv'

test('the interval is materiality ÷ confidence factor', () => {
  expect(intervalOf(5_000_000, 95)).toBe(Math.floor(5_000_000 / 2.995732273553991))
  expect(intervalOf(1, 99.9)).toBe(1)
})

test('each selected unit is one interval after the last, items of the interval and above are certain, credits are left out', () => {
  const amounts = [300, 1000, 50, -200, 0, 999, 2500, 651]
  const found = selectMonetaryUnits(amountsOnly(amounts), { interval: 1000, seed: 3 }, noSteps)
  const hits = found.items.filter(one => one.stratum === 'hit')
  expect(found.items.filter(one => one.stratum === 'top').map(one => one.row)).toEqual([1, 6])
  expect(hits).toHaveLength(2)
  expect(hits.map(one => one.unit)).toEqual([found.start, found.start + 1000])
  // Rows below the interval, their units counted through: 300, 50, 999, 651.
  const through = [0, 0, 0, 0, 0, 0, 0, 0]
  let sum = 0
  for (const row of [0, 2, 5, 7]) through[row] = sum += amounts[row] as number
  for (const { row, unit, book } of hits) {
    expect(unit).toBeLessThanOrEqual(through[row] as number)
    expect(unit).toBeGreaterThan((through[row] as number) - book)
  }
  expect(found).toMatchObject({
    sampled: { count: 6, sum: 5500n },
    top: { count: 2, sum: 3500n },
    leftOut: { count: 2, sum: -200n },
  })
})

test('the chance of an item is its amount: over many seeds each is drawn as often as its share says', () => {
  const population = amountsOnly([100, 200, 300, 400])
  const drawn = [0, 0, 0, 0]
  for (let seed = 1; seed <= 4000; seed += 1)
    for (const { row } of selectMonetaryUnits(population, { interval: 1000, seed }, noSteps).items)
      drawn[row] = (drawn[row] as number) + 1
  for (const [row, times] of drawn.entries())
    expect(Math.abs(times / 4000 - (row + 1) / 10)).toBeLessThan(0.025)
})

// Oracle: R's jfa, evaluation(method = "stringer"): 3.756 % of 93 items with one of 1,561.871 overstated by 500, and 4.870291 % of 60 without.
test('the Stringer bound is that of jfa', () => {
  expect(stringerBound([500 / 1561.871], 93, 95)).toBeCloseTo(0.03756, 5)
  expect(stringerBound([], 60, 95)).toBeCloseTo(0.04870291, 8)
})

const audited = (path: string): { book: number; audit: number }[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
    .map(cells => ({
      book: unitsOf(cells[1] as string, 2) as number,
      audit: unitsOf(cells[2] as string, 2) as number,
    }))

// Oracle: SciPy's beta quantiles in Stringer's formula, on every 35th row of jfa's BuildIt.
test.skipIf(!existsSync(BUILD_IT))('the Stringer bound on a sample of jfa’s BuildIt', () => {
  const sample = audited(BUILD_IT).filter((_, i) => i % 35 === 0)
  const taints = sample.map(({ book, audit }) => (book - audit) / book)
  expect(stringerBound(taints, sample.length, 95)).toBeCloseTo(0.039741164176257136, 9)
})

test.skipIf(!existsSync(BUILD_IT))(
  'the upper misstatement covers the true one of BuildIt in at least 95 of 100 samples',
  () => {
    const all = audited(BUILD_IT)
    const population = amountsOnly(all.map(one => one.book))
    const interval = intervalOf(7_000_000, 95)
    let covered = 0
    for (let seed = 1; seed <= 300; seed += 1) {
      const { items } = selectMonetaryUnits(population, { interval, seed }, noSteps)
      const values = items.map(one => ({ ...one, audit: all[one.row]?.audit as number }))
      const { upper } = evaluateSample(values, 0, { interval, confidence: 95 })
      if ((upper as number) >= 1_551_978) covered += 1
    }
    expect(covered).toBeGreaterThanOrEqual(285)
  },
)

test('projected and upper misstatement: the top stratum is known, taints widen by the Poisson factors', () => {
  const found = evaluateSample(
    [
      { row: 0, book: 2000, audit: 1500, stratum: 'top' },
      { row: 1, book: 100, audit: 50, stratum: 'hit' },
      { row: 2, book: 400, audit: 300, stratum: 'hit' },
      { row: 3, book: 70, audit: 70, stratum: 'hit' },
    ],
    0,
    { interval: 1000, confidence: 95, materiality: 6000 },
  )
  expect(found.projected).toBeCloseTo(500 + 500 + 250, 9)
  expect(found.known).toBe(500)
  expect(found.basicPrecision).toBeCloseTo(2995.732, 3)
  // (4.74386 − 2.99573) × 500 + (6.29579 − 4.74386) × 250
  expect(found.upper).toBeCloseTo(500 + 2995.732 + 874.0661 + 387.9823, 2)
  expect(found.conclusion).toBe('acceptable')
})

test('an item whose audit value is missing leaves the conclusion open', () => {
  const found = evaluateSample([], 1, { interval: 1000, confidence: 95, materiality: 6000 })
  expect(found).toMatchObject({ upper: null, upperUnder: null, conclusion: 'incomplete', missing: 1 })
})
