import { expect, it } from 'vitest'
import { bothFilters } from './both.ts'

it('keeps what passes both: the narrower days, the members in both, all words', () => {
  expect(
    bothFilters(
      {
        from: '2025-01-01',
        to: '2025-12-31',
        members: { category: ['Food', 'Rent'] },
        text: 'rail',
        minAmount: 5,
      },
      {
        from: '2024-06-01',
        to: '2025-06-30',
        members: { category: ['Rent', 'Travel'], payee: ['A'] },
        notMembers: { payee: ['B'] },
        text: 'card',
        minAmount: 10,
        batches: [1],
      },
    ),
  ).toEqual({
    from: '2025-01-01',
    to: '2025-06-30',
    members: { category: ['Rent'], payee: ['A'] },
    notMembers: { payee: ['B'] },
    text: 'rail card',
    minAmount: 10,
    batches: [1],
  })
  expect(bothFilters({}, {})).toEqual({})
  expect(bothFilters({ members: { payee: ['A'] } }, { members: { payee: ['B'] } }).members).toEqual({
    payee: [],
  })
})

it('refuses a bound on the amount beside one on its size', () => {
  const size = { minAmount: 5, absolute: true }
  expect(bothFilters(size, { maxAmount: 9, absolute: true })).toEqual({
    minAmount: 5,
    maxAmount: 9,
    absolute: true,
  })
  expect(() => bothFilters(size, { maxAmount: 9 })).toThrow('One filter bounds the amount')
})
