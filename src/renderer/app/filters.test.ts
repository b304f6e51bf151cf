import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toIsoDate } from '../../shared/calendar/day.ts'
import { ComparisonSchema, FiltersSchema, type Filters } from '../../shared/query/query.ts'
import {
  countFilters,
  isFilterParam,
  parseFilters,
  serialiseFilters,
  type FilterState,
  type Step,
} from './filters.ts'
import { parseSearch, stringifySearch } from './search.ts'

const read = (text: string) => parseFilters(parseSearch(text))
const iso = fc.integer({ min: -20_000, max: 40_000 }).map(day => toIsoDate(day))
const span = fc
  .tuple(iso, iso)
  .map(([a, b]) => (a <= b ? { from: a as string, to: b as string } : { from: b as string, to: a as string }))
const key = fc.oneof(fc.string({ maxLength: 20 }), fc.string({ unit: 'grapheme', maxLength: 20 }))
const dimension = fc.constantFrom('account', 'category', 'cost_centre', 'custom_7', 'account_level_3')
const amount = fc.integer({ min: -1e15, max: 1e15 }).map(n => n + 0)

const members = fc.dictionary(dimension, fc.uniqueArray(key, { maxLength: 5 }), {
  minKeys: 1,
  noNullPrototype: true,
})
const notMembers = fc.dictionary(dimension, fc.uniqueArray(key, { minLength: 1, maxLength: 5 }), {
  minKeys: 1,
  noNullPrototype: true,
})
const filters: fc.Arbitrary<Filters> = fc
  .record(
    {
      days: span,
      members,
      notMembers,
      bounds: fc.tuple(amount, amount).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
      absolute: fc.constant(true as const),
      text: fc
        .string({ minLength: 1, maxLength: 40 })
        .map(t => t.trim())
        .filter(t => t !== ''),
      batches: fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 5 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map(({ days, bounds, absolute, ...rest }) => ({
    ...rest,
    ...days,
    ...(bounds && { minAmount: bounds[0], maxAmount: bounds[1] }),
    ...(bounds && absolute && { absolute }),
  }))
const step: fc.Arbitrary<Step> = fc.oneof(
  span.map(s => ({ kind: 'time' as const, ...s })),
  fc.record({ kind: fc.constant('member' as const), dimension, key }, { noNullPrototype: true }),
)
const state: fc.Arbitrary<FilterState> = fc.record(
  {
    filters,
    comparison: fc.oneof(
      fc.constant(undefined),
      fc.constantFrom({ kind: 'previous-period' as const }, { kind: 'previous-year' as const }),
      span.map(s => ({ kind: 'range' as const, ...s })),
    ),
    path: fc.array(step, { maxLength: 6 }),
  },
  { noNullPrototype: true },
)

describe('filters in the URL', () => {
  test('what is written is read back the same, through the address itself', () => {
    fc.assert(
      fc.property(state, before => {
        expect(read(stringifySearch(serialiseFilters(before)))).toEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  test('whatever the address says, the filters fit the contract', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'from',
        'to',
        'min',
        'max',
        'abs',
        'q',
        'batch',
        'vs',
        'step',
        'm.account',
        'x.payee',
        'none.fund',
      ),
      fc.constantFrom('m.__proto__', 'm.constructor', 'm.', '__proto__', 'm.a b', `m.${'x'.repeat(90)}`),
      fc.string({ maxLength: 12 }),
    )
    const value = fc.oneof(
      fc.string({ maxLength: 30 }),
      iso,
      amount.map(String),
      fc.constantFrom(
        '2025-02-30',
        'NaN',
        '1e9',
        '99999999999999999999',
        '..',
        't:..',
        'd:=x',
        'd:account=',
        '2025-01-01..2024-01-01',
      ),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 12 }), pairs => {
        const parsed = read(new URLSearchParams(pairs).toString())
        expect(FiltersSchema.safeParse(parsed.filters).success).toBe(true)
        if (parsed.comparison) expect(ComparisonSchema.safeParse(parsed.comparison).success).toBe(true)
        const { from, to, minAmount, maxAmount } = parsed.filters
        if (from && to) expect(from <= to).toBe(true)
        if (minAmount !== undefined && maxAmount !== undefined)
          expect(minAmount).toBeLessThanOrEqual(maxAmount)
        expect(Object.getPrototypeOf(parsed.filters.members ?? {})).toBe(Object.prototype)
      }),
      { numRuns: 500 },
    )
  })

  test('an address reads as a person would write it', () => {
    expect(
      read(
        '?from=2025-04-01&to=2025-10-31&m.category=Travel&m.category=Food&vs=previous-year&min=10000&abs=1',
      ),
    ).toEqual({
      filters: {
        from: '2025-04-01',
        to: '2025-10-31',
        members: { category: ['Travel', 'Food'] },
        minAmount: 10000,
        absolute: true,
      },
      comparison: { kind: 'previous-year' },
      path: [],
    })
  })

  test('days and amounts in the wrong order are left out together', () => {
    expect(read('from=2025-10-01&to=2025-01-01&min=5&max=1').filters).toEqual({})
  })

  test('no member kept is not the same as no filter', () => {
    expect(read('none.category=1').filters).toEqual({ members: { category: [] } })
    expect(
      serialiseFilters({ filters: { members: { category: [] } }, comparison: undefined, path: [] }),
    ).toEqual({
      'none.category': '1',
    })
  })

  test('ten thousand members in the address are cut, not refused', () => {
    const text = Array.from({ length: 10_000 }, (_, i) => `m.payee=${i}`).join('&')
    expect(read(text).filters.members?.['payee']).toHaveLength(1000)
  })

  test('a page’s own parameters are not filters', () => {
    expect(['from', 'm.payee', 'none.fund', 'step'].every(isFilterParam)).toBe(true)
    expect(['order', 'tab', 'entry', 'memo'].some(isFilterParam)).toBe(false)
  })

  test('the span of days is not counted among the filters', () => {
    expect(
      countFilters({ from: '2025-01-01', members: { payee: ['a'] }, minAmount: 1, maxAmount: 2, text: 'x' }),
    ).toBe(3)
  })
})
