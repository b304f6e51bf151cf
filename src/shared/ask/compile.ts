import type { Profile } from '../query/dimensions.ts'
import { QuerySchema, type Filters, type Measure, type Query } from '../query/query.ts'
import type { Asked, AskedMeasure } from './asked.ts'

const FLOWS: Readonly<Record<AskedMeasure, readonly string[] | undefined>> = {
  spending: ['expense'],
  income: ['income'],
  net: ['income', 'expense'],
  amount: undefined,
}

/** 1 or −1: what a stored amount is multiplied by to be shown as people say it. At home money out is stored negative, in a ledger revenue. */
export function signOf(profile: Profile, measure: AskedMeasure): 1 | -1 {
  if (measure === 'amount') return 1
  return (measure === 'spending') === (profile === 'personal') ? -1 : 1
}

/** The dimensions whose members are ranked: entries that name none of them are left out. */
export function rankedOf({ by, top, members }: Asked): string[] {
  if (top === undefined) return []
  return by.flatMap(key =>
    'dimension' in key && !members[key.dimension]?.includes('') ? [key.dimension] : [],
  )
}

/** The entries that a question is about. Select exactly the rows behind its figures. */
export function filtersOf(asked: Asked): Filters {
  const flows = FLOWS[asked.measure]
  const members: Record<string, string[]> = { ...asked.members }
  const notMembers = { ...asked.notMembers }
  // "The five largest suppliers" are five that have a name.
  for (const dimension of rankedOf(asked)) notMembers[dimension] = [...(notMembers[dimension] ?? []), '']
  if (flows && members['flow'] === undefined) members['flow'] = [...flows]
  return {
    ...(asked.from !== undefined && { from: asked.from }),
    ...(asked.to !== undefined && { to: asked.to }),
    ...(Object.keys(members).length > 0 && { members }),
    ...(Object.keys(notMembers).length > 0 && { notMembers }),
    ...(asked.min !== undefined && { minAmount: asked.min }),
    ...(asked.max !== undefined && { maxAmount: asked.max }),
    ...((asked.min !== undefined || asked.max !== undefined) && { absolute: true }),
    ...(asked.text !== undefined && { text: asked.text }),
  }
}

/** The semantic query of a question: deterministic, no figure is guessed in it. */
export function compile(asked: Asked, profile: Profile): Query {
  const sign = signOf(profile, asked.measure)
  const byTime = asked.by.some(key => 'grain' in key)
  const ranked = asked.by.length > 0 && (!byTime || asked.top !== undefined)
  const ascending = asked.order === 'smallest'
  return QuerySchema.parse({
    measures: [measureOf(asked, sign)],
    filters: filtersOf(asked),
    groupBy: asked.by,
    comparison: asked.comparison,
    orderBy: ranked
      ? [{ column: asked.by.length, descending: isCount(asked) || sign === 1 ? !ascending : ascending }]
      : [],
    limit: asked.by.length > 0 ? asked.top : undefined,
  })
}

/** True where the figure is a number of things, whose sign is not turned. */
export const isCount = ({ op }: Pick<Asked, 'op'>): boolean => op === 'count' || op === 'distinct'

function measureOf({ op, of }: Asked, sign: 1 | -1): Measure {
  if (op === 'distinct') return { op, of: of ?? 'payee' }
  // Turned round, the largest is the least.
  if (sign === -1 && (op === 'min' || op === 'max')) return { op: op === 'min' ? 'max' : 'min', of: 'amount' }
  return { op, of: 'amount' }
}
