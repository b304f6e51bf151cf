import { describe, expect, it } from 'vitest'
import { axisUnit, niceTicks, toMajor } from './scale.ts'

describe('an axis', () => {
  it('of spending near seven million starts at six and counts in halves', () => {
    expect(niceTicks([6.47, 7.76, 7.1], { zero: false })).toEqual({
      min: 6,
      max: 8,
      interval: 0.5,
      decimals: 1,
    })
  })

  it('of bars starts at zero', () => {
    expect(niceTicks([6.47, 7.76], { zero: true })).toMatchObject({ min: 0, max: 8, interval: 2 })
  })

  it('starts at zero where the lowest value is under half of the highest', () => {
    expect(niceTicks([2, 9], { zero: false }).min).toBe(0)
  })

  it('holds refunds below zero', () => {
    const ticks = niceTicks([-120, 480], { zero: true })
    expect(ticks.min).toBeLessThanOrEqual(-120)
    expect(ticks.max).toBeGreaterThanOrEqual(480)
  })

  it('has a height for one value, for nothing but zero and for no data', () => {
    for (const values of [[5], [0, 0], [], [null]]) {
      const { min, max, interval } = niceTicks(values, { zero: false })
      expect(max).toBeGreaterThan(min)
      expect(interval).toBeGreaterThan(0)
    }
  })

  it('names its unit by the largest value', () => {
    expect(axisUnit([null, -7_762_124.19]).id).toBe('million')
    expect(axisUnit([9_500]).id).toBe('one')
    expect(axisUnit([12_000]).id).toBe('thousand')
    expect(axisUnit([]).id).toBe('one')
  })

  it('draws minor units by the currency: yen have none', () => {
    expect(toMajor(776_212_419, 'money', 'GBP')).toBe(7_762_124.19)
    expect(toMajor(1200, 'money', 'JPY')).toBe(1200)
    expect(toMajor(19, 'count')).toBe(19)
    expect(toMajor(null, 'money', 'GBP')).toBeNull()
  })
})
