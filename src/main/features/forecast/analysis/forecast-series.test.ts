import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arimaPackage } from '../arima-runtime.ts'
import { forecastSeries } from './forecast-series.ts'
import { METHODS } from './method.ts'
import { normalDeviates, normalQuantile } from './numeric/normal.ts'
import { select } from './selection/index.ts'
import { airPassengers } from './testing.ts'
import { languageFrom } from '../../../../shared/text/language.ts'
import { note } from './notes.ts'

const task = (values: number[] | Float64Array, season = 12, horizon = 6) => ({
  values: Float64Array.from(values),
  season,
  horizon,
  levels: [80, 95],
  seed: 1,
  arima: arimaPackage(),
})
const plain = METHODS.filter(method => method !== 'prophet')
const codes = (notes: { code: string }[]): string[] => notes.map(one => one.code)
const noise = (seed: number, n: number): Float64Array => {
  const normal = normalDeviates(seed)
  return Float64Array.from({ length: n }, () => 1000 + 50 * normal())
}

describe('a forecast of one series', () => {
  it.each(plain)('%s says what it needs for one, two and few values', method => {
    const one = forecastSeries(task([5]), method)
    expect([...one.mean]).toEqual([5, 5, 5, 5, 5, 5])
    expect(one.intervals).toEqual([])
    expect(codes(one.notes)).toContain('one-value')
    for (const values of [
      [5, 7],
      [1, 2, 3],
      [3, 1, 4, 1, 5],
    ]) {
      const few = forecastSeries(task(values), method)
      expect(few.mean.every(Number.isFinite)).toBe(true)
      expect(few.intervals).toHaveLength(2)
    }
    if (!['naive', 'mean', 'drift'].includes(method)) {
      const few = forecastSeries(task([5, 7]), method)
      expect(few.method).toBe('naive')
      expect(codes(few.notes)).toContain('short')
    }
  })

  it.each(plain)('%s keeps a constant series', method => {
    const { mean, intervals, notes } = forecastSeries(task(Array(40).fill(-3)), method)
    expect(new Set(mean)).toEqual(new Set([-3]))
    expect(intervals[0]!.lower[5]).toBe(-3)
    expect(codes(notes)).toEqual(['constant'])
  })

  it.each(plain)('%s bears noughts, losses, jumps and huge values', method => {
    const awkward = [
      Array.from({ length: 60 }, (_, t) => (t % 12 === 3 ? 500 : 0)),
      Array.from({ length: 60 }, (_, t) => Math.sin(t) * 100 - 50),
      Array.from({ length: 60 }, (_, t) => (t < 50 ? 1 : 1e6) + (t % 7)),
      Array.from({ length: 60 }, (_, t) => 1e14 * (1 + (t % 12))),
      Array.from({ length: 30 }, (_, t) => t * 1e-9),
      Array.from({ length: 24 }, (_, t) => 100 + t),
    ]
    for (const values of awkward) {
      const { mean, intervals } = forecastSeries(task(values), method)
      expect(mean.every(Number.isFinite)).toBe(true)
      for (const { lower, upper } of intervals)
        for (const [h, low] of lower.entries()) {
          expect(low).toBeLessThanOrEqual(upper[h]! * (1 + 1e-9 * Math.sign(upper[h]!)) + 1e-6)
          expect(Number.isFinite(low)).toBe(true)
        }
    }
  })

  it('a model that runs away is left out of the combination, and alone gives way to the naive forecast', () => {
    const spike = Array.from({ length: 60 }, (_, t) => (t === 59 ? 1e9 : 100 + Math.sin(t * t)))
    const level = Array.from({ length: 60 }, (_, t) => (t < 40 ? 10 : 1e6) + Math.sin(t * t))
    for (const values of [spike, level]) {
      const { method, mean, intervals } = forecastSeries(task(values, 12, 18), 'combination')
      expect(method).toBe('combination')
      expect(Math.max(...mean)).toBeLessThan(20 * Math.max(...values))
      expect(Math.max(...intervals[1]!.upper)).toBeLessThan(200 * Math.max(...values))
    }
    const alone = forecastSeries(task(spike, 12, 18), 'arima')
    expect(codes(alone.notes)).toContain('not-for-method')
  })

  it('holds the interval of a lower level within that of a higher one', () => {
    for (const method of ['combination', 'theta', 'arima'] as const)
      for (const levels of [
        [80, 85, 95],
        [95, 80],
      ]) {
        const { intervals } = forecastSeries({ ...task(airPassengers, 12, 18), levels }, method)
        const narrow = intervals[levels.indexOf(80)]!
        const wide = intervals[levels.indexOf(95)]!
        expect(narrow.lower.every((low, h) => low >= wide.lower[h]!)).toBe(true)
        expect(narrow.upper.every((high, h) => high <= wide.upper[h]!)).toBe(true)
      }
  })

  it('is finite, ordered and the same again, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(1, 4, 7, 12),
        (values, season) => {
          const first = forecastSeries(task(values, season), 'combination')
          expect(first.mean.every(Number.isFinite)).toBe(true)
          for (const { lower, upper } of first.intervals)
            expect(lower.every((low, h) => low <= upper[h]! + 1e-6 * Math.abs(upper[h]!))).toBe(true)
          expect(forecastSeries(task(values, season), 'combination')).toEqual(first)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('widens intervals with their level and with time', () => {
    const { intervals } = forecastSeries(task(airPassengers), 'combination')
    const [narrow, wide] = intervals
    expect(wide!.upper[3]! - wide!.lower[3]!).toBeGreaterThan(narrow!.upper[3]! - narrow!.lower[3]!)
    expect(wide!.upper[5]! - wide!.lower[5]!).toBeGreaterThan(wide!.upper[0]! - wide!.lower[0]!)
  })

  it('calibrates where the history allows it and says over how many origins', () => {
    expect(forecastSeries(task(airPassengers), 'theta').calibratedOver).toBe(3)
    expect(forecastSeries(task(airPassengers), 'theta', 8).calibratedOver).toBe(8)
    expect(forecastSeries(task(airPassengers.subarray(0, 20)), 'theta').calibratedOver).toBe(0)
  })
})

describe('the choice of a method on the series’ own past', () => {
  const stop = (): void => {}

  it('gives white noise its mean or the naive forecast', () => {
    const chosen = Array.from({ length: 12 }, (_, seed) => select(task(noise(seed, 120)), 6, stop).method)
    expect(chosen.filter(method => method === 'combination').length).toBeLessThanOrEqual(1)
  })

  it('keeps the combination where it earns its keep', () => {
    const { method, tried } = select(task(airPassengers, 12, 12), 6, stop)
    expect(method).toBe('combination')
    const [card] = tried
    expect(card!.error).toBeLessThan(card!.naiveError)
    expect(card!.coverage[1]).toBeGreaterThan(60)
    expect(tried.map(one => one.method)).toEqual(['combination', 'mean', 'naive'])
  })

  it('tries nothing on a history without room for an origin', () => {
    expect(select(task([1, 2, 3]), 6, stop).tried).toEqual([])
  })
})

it('knows normal quantiles as R’s qnorm does', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 8)
  expect(normalQuantile(0.9)).toBeCloseTo(1.281551566, 8)
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306, 8)
})

it('what a forecast has to say of itself comes in German, too, with the same code and values', () => {
  const english = note('naive-wins', { method: 'combination', percent: '104' })
  languageFrom(() => 'de')
  const german = note('naive-wins', { method: 'combination', percent: '104' })
  languageFrom(() => 'en')
  expect(german.statement).toBe(
    'In der Vergangenheit war das Verfahren Kombination nicht deutlich besser als die naive Prognose (seine Fehler betrugen 104 % der naiven); also wird die naive gezeigt.',
  )
  expect({ ...german, statement: '' }).toEqual({ ...english, statement: '' })
})
