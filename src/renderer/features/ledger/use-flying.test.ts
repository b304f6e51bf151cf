import { expect, test } from 'vitest'
import { nextLeap, type Leap } from './use-flying.ts'

const REST: Leap = { offset: 0, at: 0, flying: false }

test('one leap, however far, is not a flight: End shows its rows at once', () => {
  expect(nextLeap(REST, 26_000_000, 5000, 600).flying).toBe(false)
})

test('leap after leap is a flight until the view moves less than half of itself', () => {
  const first = nextLeap(REST, 1200, 5000, 600)
  const second = nextLeap(first, 2400, 5016, 600)
  expect(second.flying).toBe(true)
  expect(nextLeap(second, 2440, 5032, 600).flying).toBe(false)
})

test('a draw without movement changes nothing, and leaps far apart in time are single ones', () => {
  const first = nextLeap(REST, 1200, 5000, 600)
  expect(nextLeap(first, 1200, 9000, 600)).toBe(first)
  expect(nextLeap(first, 2400, 5100, 600).flying).toBe(false)
})
