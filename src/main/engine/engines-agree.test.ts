import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Query, QueryResult } from '../../shared/query/query.ts'
import { FailureError, type Failure } from '../../shared/result/failure.ts'
import { createTestWorkspace, type TestWorkspace } from '../db/testing.ts'
import { ensureTextIndex } from '../db/text-index.ts'
import { createEngine, type Engine } from './index.ts'
import {
  addCustomDimension,
  companyEntries,
  describeAccounts,
  groupCategory,
  householdEntries,
  insertBatch,
} from './testing/ledger.ts'
import { anyQuery, type Askable } from './testing/queries.ts'

const context = { cancelled: () => false, progress: () => undefined }

/** An engine's answer, or the failure that it gives. */
function ask(engine: Engine, query: Query, name: 'columnar' | 'sqlite'): QueryResult | Failure {
  try {
    return engine.query({ query, engine: name })
  } catch (error) {
    if (error instanceof FailureError) return error.failure
    throw error
  }
}

/** Answers how many queries were answered, not refused, and how many rows they gave in all. */
function agreeOn(
  workspace: TestWorkspace,
  askable: Askable,
  runs: number,
): { answered: number; rows: number } {
  const engine = createEngine(workspace.db)
  let answered = 0
  let rows = 0
  fc.assert(
    fc.property(anyQuery(askable), query => {
      const columnar = ask(engine, query, 'columnar')
      expect(columnar).toEqual(ask(engine, query, 'sqlite'))
      if ('rows' in columnar) {
        answered += 1
        rows += columnar.rows.length
      }
    }),
    { numRuns: runs, seed: 20_261_121 },
  )
  return { answered, rows }
}

describe('the columnar engine and SQLite give equal answers, to the minor unit', () => {
  let household: TestWorkspace
  let company: TestWorkspace

  beforeAll(() => {
    household = createTestWorkspace({ profile: 'personal', fiscalStartMonth: 4 })
    insertBatch(household.db, 1, householdEntries(1, 900))
    insertBatch(household.db, 2, householdEntries(2, 400))
    groupCategory(household.db, 'Gifts', 'Leisure')
    ensureTextIndex(household.db, context)
    company = createTestWorkspace({ profile: 'ledger', fiscalStartMonth: 10 })
    addCustomDimension(company.db)
    insertBatch(company.db, 1, companyEntries(3, 1500))
    describeAccounts(company.db)
    insertBatch(company.db, 2, companyEntries(4, 300))
    ensureTextIndex(company.db, context)
  })
  afterAll(() => {
    household.close()
    company.close()
  })

  it('on 500 random queries over a household', () => {
    const { answered, rows } = agreeOn(
      household,
      {
        members: {
          account: ['Current', 'Savings', 'Nowhere'],
          payee: ['Co-op', 'café Zoë', '', "O'Neil", 'a', 'B', '\u{1F600} shop'],
          category: ['Food', '', 'Travel'],
          currency: ['GBP', 'EUR'],
          flow: ['expense', 'income', 'transfer'],
          category_group: ['Food', '', 'Leisure'],
          tags: ['', 'holiday', 'a, work'],
          tag: ['', 'holiday', 'work', 'a', 'none such'],
          project: ['', 'none such'],
        },
        firstDay: 19_000,
        lastDay: 20_100,
        words: ['lunch', 'tick', 'CAFE', 'kauf 7', 'zzz', '"*', "o'neil", 'travel lunch'],
        batches: [1, 2, 3],
        entries: Array.from({ length: 300 }, (_, i) => i * 3 + 1),
      },
      500,
    )
    // The property would hold emptily if most queries failed or found nothing.
    expect(answered).toBeGreaterThan(250)
    expect(rows).toBeGreaterThan(500)
  }, 120_000)

  it('on 500 random queries over a company', () => {
    const { answered, rows } = agreeOn(
      company,
      {
        members: {
          account: ['4001', '4007', '4030'],
          account_type: ['expense', 'revenue', '', 'equity'],
          account_level_1: ['Running', 'Capital', ''],
          account_level_2: ['Group 1', 'Group 2', ''],
          payee: ['Supplier 1', 'Supplier 2', 'Supplier 3', ''],
          cost_centre: ['CC1', 'CC2', 'CC3', 'CC4'],
          directorate: ['D1', 'D2'],
          scenario: ['Actual', 'Budget'],
          custom_1: ['x'],
        },
        firstDay: 18_900,
        lastDay: 20_000,
        words: ['invoice 1', 'supplier', 'agency', 'doc1'],
        batches: [1, 2],
      },
      500,
    )
    // The property would hold emptily if most queries failed or found nothing.
    expect(answered).toBeGreaterThan(250)
    expect(rows).toBeGreaterThan(500)
  }, 120_000)
})
