import { expect, test } from 'vitest'
import { changePercent, inBrackets } from './intent.ts'

test('an answer has no percentage of nil nor across a sign, and then no brackets', () => {
  expect(changePercent(130, 100)).toBe(30)
  expect(changePercent(-70, -100)).toBe(30)
  expect(changePercent(2n ** 60n, 2n ** 59n)).toBe(100)
  for (const [now, before] of [
    [15, -110],
    [-5, 100],
    [5, 0],
    [null, 5],
    [5, null],
  ] as const)
    expect(changePercent(now, before)).toBeNull()
  expect(inBrackets(null)).toBe('')
})
