import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { ProfileSchema } from '../../../shared/contract/explore.ts'
import { addTotals } from '../../../shared/money/add.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { createEngine } from '../../engine/index.ts'
import { insertBatch, type TestEntry } from '../../engine/testing/ledger.ts'
import { deviations, pearson } from './analysis/moments/moments.ts'
import { boxOf, histogram } from './analysis/histogram/histogram.ts'
import { trendOf } from './analysis/trend/trend.ts'
import { runSql } from './queries.ts'
import { exploreReads } from './reads.ts'

let workspace: TestWorkspace | undefined
afterEach(() => workspace?.close())

const context = { cancelled: () => false, progress: () => undefined }

function open(entries: readonly TestEntry[]) {
  workspace?.close()
  workspace = createTestWorkspace({ profile: 'ledger', fiscalStartMonth: 4 })
  if (entries.length > 0) insertBatch(workspace.db, 1, entries)
  return exploreReads(workspace.db, createEngine(workspace.db))
}

const day = (text: string): number => Date.parse(text) / 86_400_000
const entries: TestEntry[] = [
  { day: day('2025-01-10'), amount: 100, members: { account: 'a', payee: 'x' }, description: 'rent' },
  { day: day('2025-01-20'), amount: 300, members: { account: 'a', payee: 'y' } },
  { day: day('2025-03-05'), amount: -50, members: { account: 'b', payee: 'x' }, reference: 'R1' },
  { day: day('2025-03-06'), amount: 650, members: { account: 'c' } },
]

describe('profile', () => {
  it('says of every column how much of it there is, and the figures of the amounts', () => {
    const found = open(entries).exploreProfile({ filters: {} }, context)
    expect(ProfileSchema.parse(found)).toEqual(found)
    const of = (id: string) => found.columns.find(c => c.id === id)
    expect(of('payee')).toMatchObject({ present: 3, missing: 1, completeness: 0.75, distinct: 2 })
    expect(of('payee')?.top[0]).toEqual({ key: 'x', label: 'X', entries: 2 })
    expect(of('description')).toMatchObject({ kind: 'text', present: 1, missing: 3 })
    expect(of('date')).toMatchObject({ from: '2025-01-10', to: '2025-03-06', distinct: 4 })
    // R: mean(x) 250, median 200, quantile type 7 62.5 and 387.5 (rounded away from nil), sd 302.7650
    expect(found.numbers).toMatchObject({
      count: 4,
      total: 1000,
      mean: 250,
      median: 200,
      q1: 63,
      q3: 388,
      min: -50,
      max: 650,
    })
    expect(found.numbers.sd).toBeCloseTo(302.765, 3)
  })

  it('of nothing is nothing, not a failure', () => {
    const found = open([]).exploreProfile({ filters: {} }, context)
    expect(found).toMatchObject({ entries: 0, numbers: { count: 0, total: 0, mean: null, sd: null } })
  })

  it('is cancelled while texts are read', () => {
    const many = Array.from({ length: 20_001 }, (): TestEntry => ({ day: 1, amount: 1, description: 'x' }))
    expect(() => open(many).exploreProfile({ filters: {} }, { ...context, cancelled: () => true })).toThrow(
      'Cancelled',
    )
  })
})

describe('breakdown', () => {
  it('gives sum, count, mean, deviation, distinct members, shares that reach 1', () => {
    const found = open(entries).exploreBreakdown({ filters: {}, by: 'account', top: 2 })
    expect(found.rows.map(r => [r.key, r.sum, r.count, r.mean, r.share, r.cumulative])).toEqual([
      ['c', 650, 1, 650, 0.65, 0.65],
      ['a', 400, 2, 200, 0.4, 1.05],
    ])
    expect(found.rows[1]?.sd).toBeCloseTo(141.421, 3)
    expect(found.rows[1]?.distinct['payee']).toBe(2)
    expect(found.rest).toEqual({ members: 1, sum: -50, count: 1 })
  })

  it('and pivot add up exactly, the rest included, for any amounts', () => {
    const any = fc.array(
      fc.record({
        amount: fc.maxSafeInteger(),
        account: fc.constantFrom('a', 'b', 'c', 'd', ''),
        payee: fc.constantFrom('x', 'y', 'z', ''),
      }),
      { minLength: 1, maxLength: 30 },
    )
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 3 }), (rows, top) => {
        const made = rows.map(({ amount, account, payee }) => ({
          day: 1,
          amount,
          members: { account, payee },
        }))
        const exact = rows.reduce((sum, row) => sum + BigInt(row.amount), 0n)
        const reads = open(made)
        const found = reads.exploreBreakdown({ filters: {}, by: 'account', top })
        expect(BigInt(addTotals([...found.rows.map(r => r.sum), found.rest.sum]))).toBe(exact)
        const grid = reads.explorePivot({
          filters: {},
          rows: 'account',
          columns: 'payee',
          measure: 'sum',
          top,
        })
        expect(BigInt(grid.total)).toBe(exact)
        for (const [i, row] of grid.values.entries())
          expect(addTotals([...row.map(v => v ?? 0), grid.restColumn[i] as Total])).toBe(grid.rowTotals[i])
        for (const [j, total] of grid.columnTotals.entries())
          expect(addTotals([...grid.values.map(row => row[j] ?? 0), grid.restRow[j] as Total])).toBe(total)
      }),
      { numRuns: 15 },
    )
  })
})

describe('over time', () => {
  it('has every step, its change and growth, and the line of least squares', () => {
    const found = open(entries).exploreSeries({ filters: {}, grain: 'month', measure: 'sum' })
    expect(found.steps.map(s => [s.key, s.value, s.change, s.growth])).toEqual([
      ['2025-01', 400, null, null],
      ['2025-02', 0, -400, -1],
      ['2025-03', 600, 600, null],
    ])
    // R: coef(lm(c(400,0,600) ~ c(0,1,2))) 233.33, 100
    expect(found.slope).toBeCloseTo(100, 9)
    expect(found.steps[0]?.trend).toBeCloseTo(233.333, 3)
    expect(
      open(entries).exploreSeries({ filters: {}, grain: 'fiscal-year', measure: 'count' }).steps,
    ).toMatchObject([{ key: 'FY2024', value: 4 }])
  })

  it('correlates measures as R does', () => {
    // R: cor(c(1,2,3,4), c(2,1,4,3)) 0.6
    expect(pearson([1, 2, 3, 4], [2, 1, 4, 3])).toBeCloseTo(0.6, 12)
    expect(pearson([1, 1, 1], [1, 2, 3])).toBeNull()
    expect(trendOf([5]).fit).toBeNull()
    expect(deviations(Float64Array.of(5), undefined, 1)(0)).toBeNull()
  })
})

describe('distribution', () => {
  it('counts every value once, and boxes end within 1.5 × the interquartile range', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 5, max: 50 }),
        (values, bins) => {
          const sorted = Float64Array.from(values).sort()
          expect(histogram(sorted, bins).reduce((n, bin) => n + bin.count, 0)).toBe(values.length)
          const box = boxOf(sorted)
          expect([box.low, box.q1, box.median, box.q3, box.high]).toEqual(
            [box.low, box.q1, box.median, box.q3, box.high].sort((a, b) => a - b),
          )
          expect(box.outliers).toBeLessThanOrEqual(values.length)
        },
      ),
    )
    // R: boxplot.stats-like on 1..9 and 100 with type-7 quartiles 3.25 → 3, 7.75 → 8
    expect(boxOf(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 100))).toMatchObject({
      q1: 3,
      q3: 8,
      high: 9,
      outliers: 1,
    })
  })
})

describe('SQL typed by a person', () => {
  const askOf = (rows: readonly TestEntry[], text: string, limit: number) => {
    open(rows)
    return runSql((workspace as TestWorkspace).db, { text, limit })
  }
  const ask = (text: string, limit = 100) => askOf(entries, text, limit)

  it('reads, and says when there is more', () => {
    expect(ask('SELECT amount FROM entry ORDER BY amount', 2)).toMatchObject({
      columns: ['amount'],
      rows: [[-50], [100]],
      truncated: true,
    })
    expect(ask(`SELECT 'a''b; pragma' AS t, 9007199254740993 AS big, NULL AS n, x'00ff' AS b`).rows).toEqual([
      ["a'b; pragma", 9007199254740993n, null, '(2 bytes)'],
    ])
    expect(ask('EXPLAIN QUERY PLAN SELECT * FROM entry').rows.length).toBeGreaterThan(0)
  })

  it.each([
    'DELETE FROM entry',
    'INSERT INTO entry_text DEFAULT VALUES RETURNING *',
    'PRAGMA journal_mode = DELETE',
    'SELECT key FROM main."audit_key"',
    'SELECT * FROM [AUDIT_KEY] WHERE 1',
    ' /* x */ pragma table_info(entry)',
    "SELECT * FROM pragma_table_info('entry')",
    "ATTACH DATABASE '/tmp/x' AS x",
    "VACUUM INTO '/tmp/x'",
    'SELECT 1; DELETE FROM entry',
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n',
    'WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n',
    'SELEC 1',
    'BEGIN',
    "SELECT load_extension('x')",
  ])('refuses %s', text => {
    expect(() => ask(text)).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ code: 'bad-input' }) as unknown,
      }) as Error,
    )
  })

  it('refuses a join without a condition that would never end', () => {
    const many = Array.from({ length: 50_000 }, (): TestEntry => ({ day: 1, amount: 1 }))
    expect(() => askOf(many, 'SELECT count(*) FROM entry a, entry b', 1)).toThrow(/without a condition/)
  })

  it('shows the tables there are', () => {
    const tables = open(entries).exploreSchema({})
    expect(tables.find(t => t.table === 'entry')).toMatchObject({ rows: 4 })
    expect(tables.find(t => t.table === 'entry')?.columns.map(c => c.name)).toContain('base_amount')
  })
})
