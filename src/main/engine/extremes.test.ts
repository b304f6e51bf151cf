import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseIsoDate } from '../../shared/calendar/day.ts'
import { GRAINS } from '../../shared/calendar/grain.ts'
import { QuerySchema, type QueryInput, type QueryResult } from '../../shared/query/query.ts'
import { createTestWorkspace, type TestWorkspace } from '../db/testing.ts'
import { createEngine } from './index.ts'
import { insertBatch } from './testing/ledger.ts'

const day = parseIsoDate('2025-10-31') as number

let workspace: TestWorkspace
beforeAll(() => {
  workspace = createTestWorkspace({ profile: 'ledger', fiscalStartMonth: 4 })
})
afterAll(() => workspace.close())

/** Both engines' answer, which must be one. */
function ask(input: QueryInput): QueryResult {
  const engine = createEngine(workspace.db)
  const query = QuerySchema.parse(input)
  const columnar = engine.query({ query, engine: 'columnar' })
  expect(columnar).toEqual(engine.query({ query, engine: 'sqlite' }))
  return columnar
}

describe('at the ends of what can be asked', () => {
  it('tells combinations of three large dimensions apart, beyond 2^53 of them', () => {
    const members = 262_144
    const dimensions = ['payee', 'cost_centre', 'project']
    // The numbers count, not the names: only the last two of each dictionary are written.
    const insert = workspace.db.prepare(
      'INSERT INTO member (dimension_id, ordinal, key, label) VALUES (?, ?, ?, ?)',
    )
    for (const dimension of dimensions)
      for (const ordinal of [members - 1, members])
        insert.run(dimension, ordinal, `M${ordinal}`, `M${ordinal}`)
    const entry = (amount: number, project: number) => ({
      day,
      amount,
      members: { payee: `M${members}`, cost_centre: `M${members}`, project: `M${project}` },
    })
    insertBatch(workspace.db, 1, [entry(1_00, members - 1), entry(2_00, members), entry(4_00, members)])
    const { rows } = ask({
      measures: [{ op: 'sum' }],
      groupBy: dimensions.map(dimension => ({ dimension })),
    })
    expect(rows.map(row => row.slice(2))).toEqual([
      [`M${members - 1}`, 1_00],
      [`M${members}`, 6_00],
    ])
  })

  it('groups spans that end on the calendar’s last day by every step of time', () => {
    for (const grain of GRAINS) {
      const { rows } = ask({
        measures: [{ op: 'count' }],
        filters: { from: '0001-01-01', to: '9999-12-31' },
        groupBy: [{ grain }],
      })
      expect(rows, grain).toHaveLength(1)
    }
  })

  it('says that nothing lies before the calendar’s first year', () => {
    for (const kind of ['previous-year', 'previous-period'] as const)
      expect(() =>
        ask({ measures: [{ op: 'sum' }], filters: { from: '0001-01-01' }, comparison: { kind } }),
      ).toThrow(/Nothing lies before 0001-01-01.*Choose a later first day/)
  })
})
