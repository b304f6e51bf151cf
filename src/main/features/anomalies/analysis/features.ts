import { weekdayOf } from '../../../../shared/calendar/day.ts'
import { medianAndDeviation } from './robust-z/index.ts'
import { checkCancelled, NO_STEPS, type FeatureTable, type Steps } from './table.ts'
import { distance, spreads, type Groups, type Spread } from './z-score/groups.ts'

/** Entries as the engine gives them: days since 1970, minor units (none missing), one dictionary code a dimension. */
export interface EntrySlice {
  count: number
  days: Int32Array
  amounts: Float64Array
  dimensions: Readonly<Record<string, { codes: Int32Array; labels: string[] }>>
}

/** What of an entry a person could change: what a counterfactual tries. */
export interface EntryFacts {
  amount: number
  weekday: number
  /** Code by dimension. */
  codes: Readonly<Record<string, number>>
}

export interface EntryFeatures {
  table: FeatureTable
  /** What z-scores compare within: the accounts of a ledger, the categories of a household. */
  groups: Groups
  groupedBy: string
  /** Dimensions whose frequency is a feature. */
  encoded: string[]
  factsOf(row: number): EntryFacts
  /** The row's values as they would be with other facts; the last value is its group. */
  valuesOf(row: number, facts: EntryFacts): Float64Array
  /** Median of |amount| in the row's group (of all where the group has fewer than 12), minor units. */
  typicalOf(row: number): number
  /** Share of entries with this code, 0 to 1. */
  shareOf(dimension: string, code: number): number
  /** The most frequent code of a dimension, "none" aside; −1 where there is none. */
  mostFrequent(dimension: string): number
}

/** Tried in this order; a dimension takes part where the selection uses at least two of its members. */
const ENCODED = [
  'account',
  'category',
  'payee',
  'cost_centre',
  'department',
  'document_type',
  'user',
] as const
export const GROUPED_BY = { ledger: ['account', 'category'], personal: ['category', 'account'] } as const
const ROLLING_DAYS = 7

const signedLog = (amount: number): number => Math.sign(amount) * Math.log1p(Math.abs(amount))

/**
 * The features of ledger entries and of bank rows alike: amount, signed log amount, weekday, mean |amount| of the seven days up to the
 * entry's, distance of log |amount| from its group's and its payee's usual, and the frequency of each member. There is no hour: entries
 * know days. Detectors scale for themselves.
 */
export function entryFeatures(
  slice: EntrySlice,
  profile: 'personal' | 'ledger',
  steps: Steps = NO_STEPS,
): EntryFeatures {
  const { count, days, amounts } = slice
  const encoded = ENCODED.filter(id => membersInUse(slice, id) > 1)
  const groupedBy = GROUPED_BY[profile].find(id => membersInUse(slice, id) > 0) ?? 'none'
  const stated = [...new Set<string>([...encoded, groupedBy])]
  const groups = groupsOf(slice, groupedBy)
  const payees = groupsOf(slice, encoded.includes('payee') ? 'payee' : 'none')
  const logs = amounts.map(signedLog)
  const sizes = amounts.map(amount => Math.log1p(Math.abs(amount)))
  checkCancelled(steps)
  const usual = spreads(sizes, groups, usualOf, steps)
  checkCancelled(steps)
  const usualOfPayee = spreads(sizes, payees, usualOf, steps)
  checkCancelled(steps)
  const typical = spreads(amounts.map(Math.abs), groups, values => ({ ...medianAndDeviation(values) }), steps)
  checkCancelled(steps)
  const rolling = rollingMean(days, amounts)
  checkCancelled(steps)
  const shares = new Map(encoded.map(id => [id as string, sharesOf(slice, id)]))

  const factsOf = (row: number): EntryFacts => ({
    amount: amounts[row] as number,
    weekday: weekdayOf(days[row] as number),
    codes: Object.fromEntries(stated.map(id => [id, slice.dimensions[id]?.codes[row] ?? 0])),
  })
  const codeOf = (facts: EntryFacts, id: string): number => facts.codes[id] ?? 0
  const valuesOf = (row: number, facts: EntryFacts): Float64Array => {
    const size = Math.log1p(Math.abs(facts.amount))
    const group = codeOf(facts, groupedBy)
    const day = rolling[row] as RollingDay
    return Float64Array.from([
      facts.amount,
      signedLog(facts.amount),
      facts.weekday,
      (day.sum - Math.abs(amounts[row] as number) + Math.abs(facts.amount)) / day.count,
      bounded(size, usual(group)),
      ...(payees.count > 1 ? [bounded(size, usualOfPayee(codeOf(facts, 'payee')))] : []),
      ...encoded.map(id => shares.get(id)?.[codeOf(facts, id)] ?? 0),
      group,
    ])
  }
  const names = [
    'amount',
    'log-amount',
    'weekday',
    'rolling-mean',
    'amount-in-group',
    ...(payees.count > 1 ? ['amount-for-payee'] : []),
    ...encoded.map(id => `frequency:${id}`),
  ]
  const columns = names.map(() => new Float64Array(count))
  const weekdays = Float64Array.from(days, weekdayOf)
  const own = (id: string): Int32Array | undefined => slice.dimensions[id]?.codes
  for (const [j, name] of names.entries()) {
    checkCancelled(steps)
    const column = columns[j] as Float64Array
    for (let i = 0; i < count; i += 1) {
      if (i % 65_536 === 0) checkCancelled(steps)
      if (name === 'amount') column[i] = amounts[i] as number
      else if (name === 'log-amount') column[i] = logs[i] as number
      else if (name === 'weekday') column[i] = weekdays[i] as number
      else if (name === 'rolling-mean')
        column[i] = (rolling[i] as RollingDay).sum / (rolling[i] as RollingDay).count
      else if (name === 'amount-in-group')
        column[i] = bounded(sizes[i] as number, usual(groups.codes[i] as number))
      else if (name === 'amount-for-payee')
        column[i] = bounded(sizes[i] as number, usualOfPayee(payees.codes[i] as number))
      else {
        const id = name.slice('frequency:'.length)
        column[i] = shares.get(id)?.[own(id)?.[i] as number] ?? 0
      }
    }
  }
  return {
    table: { names, columns, rows: count, measures: [names.indexOf('amount')] },
    groups,
    groupedBy,
    encoded: [...encoded],
    factsOf,
    valuesOf,
    typicalOf: row => Math.round(typical(groups.codes[row] as number).centre),
    shareOf: (dimension, code) => shares.get(dimension)?.[code] ?? 0,
    mostFrequent: dimension => {
      const own = shares.get(dimension) ?? new Float64Array()
      let best = -1
      for (let code = 1; code < own.length; code += 1)
        if ((own[code] as number) > (best < 0 ? 0 : (own[best] as number))) best = code
      return best
    },
  }
}

/** Spread of log amounts, not below a twentieth: a group of equal amounts is not shocked by a penny. */
const usualOf = (values: Float64Array): Spread => {
  const { centre, scale } = medianAndDeviation(values)
  return { centre, scale: Math.max(scale, 0.05) }
}

const bounded = (value: number, spread: Spread): number => Math.min(50, distance(value, spread))

function membersInUse(slice: EntrySlice, id: string): number {
  // Having none is a way to differ only where others have one.
  const shares = sharesOf(slice, id)
  return shares.slice(1).some(share => share > 0) ? shares.reduce((used, share) => used + +(share > 0), 0) : 0
}

function groupsOf(slice: EntrySlice, id: string): Groups {
  const dimension = slice.dimensions[id]
  if (!dimension) return { codes: new Int32Array(slice.count), count: 1 }
  return { codes: dimension.codes, count: dimension.labels.length }
}

function sharesOf({ dimensions, count }: EntrySlice, id: string): Float64Array {
  const dimension = dimensions[id]
  const shares = new Float64Array(dimension?.labels.length ?? 0)
  for (const code of dimension?.codes ?? []) shares[code] = (shares[code] as number) + 1 / count
  return shares
}

interface RollingDay {
  sum: number
  count: number
}

/** For each entry: Σ|amount| and number of entries of its day and the six before it. */
function rollingMean(days: Int32Array, amounts: Float64Array): RollingDay[] {
  const byDay = new Map<number, RollingDay>()
  for (let i = 0; i < days.length; i += 1) {
    const day = byDay.get(days[i] as number) ?? { sum: 0, count: 0 }
    day.sum += Math.abs(amounts[i] as number)
    day.count += 1
    byDay.set(days[i] as number, day)
  }
  const weeks = new Map<number, RollingDay>()
  for (const day of byDay.keys()) {
    const week = { sum: 0, count: 0 }
    for (let back = 0; back < ROLLING_DAYS; back += 1) {
      const one = byDay.get(day - back)
      week.sum += one?.sum ?? 0
      week.count += one?.count ?? 0
    }
    weeks.set(day, week)
  }
  return Array.from(days, day => weeks.get(day) as RollingDay)
}
