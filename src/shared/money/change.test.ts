import { expect, test } from 'vitest'
import { changeRatio } from './change.ts'

test('growth is told as a share of where it began, and not where the sign turns or nothing was there', () => {
  expect(changeRatio(130, 100)).toBeCloseTo(0.3, 12)
  expect(changeRatio(-70, -100)).toBeCloseTo(0.3, 12)
  expect(changeRatio(0, 100)).toBe(-1)
  expect(changeRatio(0, -100)).toBe(1)
  expect(changeRatio(2n ** 60n, 2n ** 59n)).toBe(1)
  for (const [now, before] of [
    [5, 0],
    [-433, 100],
    [433, -100],
    [-(2n ** 60n), 1],
  ] as const)
    expect(changeRatio(now, before)).toBeNull()
})
