import type { Input, Output } from '../../../../../shared/contract/index.ts'
import type { AuditTest } from '../../../../../shared/contract/audit.ts'
import type { Section } from '../../../../../shared/report/definition.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import { measured, type Making } from '../../make/making.ts'

export type AuditSection = Extract<Section, { kind: 'audit' }>
export type AuditRequest = Input<'audit.find'>['request']
export type AuditResult = Output<'audit.find'>
export type AuditFinding = AuditResult['exceptions'][number]

/** A test with what it ran on: every number of it becomes a figure by these. */
export interface Ran {
  request: AuditRequest
  filters: Filters
  result: AuditResult
}

/** Tests of the general ledger's own order: they need both sides of a document, and every number of a series. The others are of payments. */
const OF_ALL: ReadonlySet<AuditTest> = new Set([
  'gaps',
  'weekend',
  'unbalanced',
  'pairs',
  'dating',
  'period-end',
  'keywords',
  'same-user',
  'dormant',
])

/** What a test looks at: the report's entries, or those of them that are spending. */
export const populationOf = ({ test }: AuditSection, making: Making): Filters =>
  OF_ALL.has(test) ? making.filters : measured(making.filters, 'spending', making.profile)

/** The test's parameters as the section sets them; undefined where one is missing that only a person can choose. */
export function requestOf(
  { test, limit, seed }: AuditSection,
  profile: Making['profile'],
): AuditRequest | undefined {
  switch (test) {
    case 'benford':
      return { test, digits: ['first-two'], seed }
    case 'sample':
      // Money out is negative at home.
      return limit === undefined
        ? undefined
        : { test, materiality: limit, seed, sign: profile === 'personal' ? 'negative' : 'positive' }
    case 'split':
      return limit === undefined ? undefined : { test, limit }
    case 'limit':
      return limit === undefined ? undefined : { test, limits: [limit] }
    default:
      return { test } as AuditRequest
  }
}

/** Runs the workspace's own test: what the audit page finds for the same entries and parameters. */
export const runTest = (
  making: Making,
  filters: Filters,
  request: AuditRequest,
  limit: number,
): Promise<AuditResult> => making.call('audit.find', { filters, request, columns: {}, limit })

const PAGE = 1000

/** Base amounts of entries by id, in minor units; null where there is no rate. */
export async function amountsOf(
  making: Making,
  filters: Filters,
  ids: readonly number[],
): Promise<Map<number, number | null>> {
  const amounts = new Map<number, number | null>()
  const all = [...new Set(ids)]
  for (let from = 0; from < all.length; from += PAGE) {
    const entries = all.slice(from, from + PAGE)
    // oxlint-disable-next-line no-await-in-loop -- one page at a time is what bounds the memory
    const { rows } = await making.call('ledger.page', { filters: { ...filters, entries }, limit: PAGE })
    for (const row of rows) amounts.set(row.id, row.baseAmount)
  }
  return amounts
}

/** What a number of the test rests on, for its figure. */
export const statisticOf = (
  { request, filters, result }: Ran,
  output: string,
  entries?: readonly number[],
) => ({
  analysis: 'audit',
  method: request.test,
  parameters: Object.fromEntries(
    Object.entries(result.parameters).filter(([, value]) => value !== undefined),
  ),
  ...('seed' in request && request.seed !== undefined && { seed: request.seed }),
  filters: entries ? { ...filters, entries: [...entries] } : filters,
  output,
})
