import fc from 'fast-check'
import { GRAINS } from '../../../shared/calendar/grain.ts'
import { toIsoDate } from '../../../shared/calendar/day.ts'
import { QuerySchema, type Query } from '../../../shared/query/query.ts'

/** What random queries may ask of one ledger. */
export interface Askable {
  /** dimension id → member keys that occur, and some that do not. */
  members: Record<string, string[]>
  firstDay: number
  lastDay: number
  words: string[]
  batches: number[]
  entries?: number[]
}

/** Any query of the contract over a ledger: measures, filters, up to three keys, comparison, order, limit. */
export function anyQuery(askable: Askable): fc.Arbitrary<Query> {
  const dimension = fc.constantFrom(...Object.keys(askable.members))
  const day = fc
    .integer({ min: askable.firstDay - 40, max: askable.lastDay + 40 })
    .map(d => toIsoDate(d) as string)
  const of = fc.constantFrom('amount', 'amount', 'amount', 'original')
  const measure = fc.oneof(
    fc.record({
      op: fc.constantFrom('sum', 'count', 'mean', 'median', 'min', 'max'),
      of,
      abs: fc.boolean(),
    }),
    fc.record({
      op: fc.constant('percentile' as const),
      of,
      p: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(33.3, 99.99, 0.1, 1e-7)),
    }),
    fc.record({ op: fc.constant('distinct' as const), of: fc.oneof(dimension, fc.constant('amount')) }),
  )
  const chosen = dimension.chain(id => {
    const keys = askable.members[id] as string[]
    // Mostly half of the members or more, or three filters together would find nothing.
    const some = fc.subarray(keys, { minLength: Math.ceil(keys.length / 2) })
    return fc.tuple(
      fc.constant(id),
      fc.oneof({ weight: 8, arbitrary: some }, { weight: 1, arbitrary: fc.subarray(keys) }),
    )
  })
  const memberFilter = fc.array(chosen, { maxLength: 2 }).map(pairs => Object.fromEntries(pairs))
  const rare = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.option(value, { nil: undefined, freq: 2 })
  const amount = fc.oneof(
    fc.integer({ min: -200_000, max: 200_000 }),
    fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
  )
  const filters = fc.record({
    span: fc.tuple(
      fc.option(day, { nil: undefined }),
      fc.option(day, { nil: undefined }),
      fc.integer({ min: 0, max: 9 }),
    ),
    members: rare(memberFilter),
    notMembers: rare(memberFilter),
    minAmount: rare(amount),
    maxAmount: rare(amount),
    absolute: rare(fc.boolean()),
    text: rare(fc.constantFrom(...askable.words)),
    batches: rare(fc.subarray(askable.batches)),
    entries: fc.oneof(
      { weight: 7, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.subarray(askable.entries ?? []) },
    ),
  })
  const key = fc.oneof(
    dimension.map(id => ({ dimension: id })),
    fc.constantFrom(...GRAINS).map(grain => ({ grain })),
  )
  const comparison = fc.oneof(
    fc.record({ kind: fc.constantFrom('previous-period', 'previous-year') }),
    fc.tuple(day, day).map(([a, b]) => ({ kind: 'range' as const, from: a < b ? a : b, to: a < b ? b : a })),
  )
  return fc
    .record({
      measures: fc.array(measure, { minLength: 1, maxLength: 3 }),
      filters,
      groupBy: fc.array(key, { maxLength: 3 }),
      comparison: rare(comparison),
      orders: fc.array(fc.tuple(fc.nat(5), fc.boolean()), { maxLength: 2 }),
      limit: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    })
    .map(({ orders, filters: { span, ...others }, ...query }) => {
      // One in ten ends before it begins.
      const [a, b, turn] = span
      const backwards = a !== undefined && b !== undefined && a > b && turn > 0
      const filters = { ...others, from: backwards ? b : a, to: backwards ? a : b }
      const columns = query.groupBy.length + query.measures.length
      const orderBy = orders.map(([column, descending]) => ({ column: column % columns, descending }))
      return QuerySchema.parse({ ...query, filters, orderBy })
    })
}
