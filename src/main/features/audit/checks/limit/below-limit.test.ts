import { expect, test } from 'vitest'
import { amountsOnly, noSteps } from '../testing.ts'
import { belowLimits } from './below-limit.ts'

test('from 90 % of the limit up to the limit itself, of either sign', () => {
  const found = belowLimits(
    amountsOnly([449_999, 450_000, 499_999, 500_000, 500_001, -480_000, 550_000, 550_001]),
    {
      limits: [500_000],
      percent: 90,
    },
    noSteps,
  )
  expect(found.exceptions.map(one => one.rows[0])).toEqual([1, 2, 3, 5])
  expect(found.bands[0]).toMatchObject({ below: 4, above: 2 })
})

test('as many below as above is no sign of anything, forty below and none above is', () => {
  const band = (below: number, above: number) =>
    belowLimits(
      amountsOnly([...Array<number>(below).fill(95_000), ...Array<number>(above).fill(105_000)]),
      { limits: [100_000], percent: 90 },
      noSteps,
    ).bands[0]
  expect(band(20, 20)?.expected).toBeCloseTo(Math.log(1 / 0.9) / Math.log(1.1 / 0.9), 12)
  expect(band(20, 20)?.p).toBeGreaterThan(0.5)
  expect(band(40, 0)?.p).toBeLessThan(1e-9)
  expect(band(0, 0)?.p).toBe(1)
})
