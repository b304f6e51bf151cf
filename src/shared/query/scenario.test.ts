import { expect, test } from 'vitest'
import { withActual } from './scenario.ts'

test('a question that does not speak of scenarios is about the actual entries', () => {
  expect(withActual({ from: '2025-01-01' })).toEqual({
    from: '2025-01-01',
    members: { scenario: ['Actual', ''] },
  })
  expect(withActual({ members: { payee: ['A'] } }).members).toEqual({
    payee: ['A'],
    scenario: ['Actual', ''],
  })
})

test('a question that filters or groups by scenario is left as it is', () => {
  const budget = { members: { scenario: ['Budget'] } }
  expect(withActual(budget)).toBe(budget)
  const without = { notMembers: { scenario: ['Budget'] } }
  expect(withActual(without)).toBe(without)
  const all = {}
  expect(withActual(all, [{ dimension: 'scenario' }])).toBe(all)
})
