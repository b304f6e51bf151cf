import { afterEach, expect, it } from 'vitest'
import { parseIsoDate } from '../../../shared/calendar/day.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { createEngine } from '../../engine/index.ts'
import { extractColumns } from '../../engine/columnar/extract.ts'
import { insertBatch, type TestEntry } from '../../engine/testing/ledger.ts'
import { explainColumns } from './explain-columns.ts'
import { rootCauseReads } from './reads.ts'
import type { ChangeRequest } from './change.ts'

const entry = (date: string, amount: number, members: Record<string, string> = {}): TestEntry => ({
  day: parseIsoDate(date) as number,
  amount,
  members: { flow: 'expense', currency: 'GBP', scenario: 'Actual', ...members },
})

let workspace: TestWorkspace
afterEach(() => workspace.close())

function open(profile: 'personal' | 'ledger', entries: readonly TestEntry[]) {
  workspace = createTestWorkspace({ profile })
  insertBatch(workspace.db, 1, entries)
  const engine = createEngine(workspace.db)
  const { rootCauseChange } = rootCauseReads(workspace.db, engine)
  const change = (request: Partial<ChangeRequest>) =>
    rootCauseChange({ filters: {}, compared: 'previous-period', measure: 'spending', top: 12, ...request })
  return { engine, change }
}

const household = [
  entry('2025-01-03', -800_00, { category: 'Rent', payee: 'Landlord' }),
  entry('2025-01-09', -50_00, { category: 'Food', payee: 'Co-op' }),
  entry('2025-01-12', -30_00, { category: 'Sport', payee: 'Gym' }),
  entry('2025-01-25', 2000_00, { flow: 'income', payee: 'Employer' }),
  entry('2025-02-03', -800_00, { category: 'Rent', payee: 'Landlord' }),
  entry('2025-02-09', -90_00, { category: 'Food', payee: 'Co-op' }),
  entry('2025-02-14', -120_00, { category: 'Gifts', payee: 'Florist' }),
  entry('2025-02-15', -1_00, { flow: 'transfer' }),
  entry('2025-02-25', 2000_00, { flow: 'income', payee: 'Employer' }),
  entry('2025-02-26', -500_00, { scenario: 'Budget', category: 'Food' }),
]

it('compares the last month with the one before where no days are given, spending positive, budgets apart', () => {
  const { change } = open('personal', household)
  const found = change({ by: ['category'] })
  expect([found.before.span, found.after.span]).toEqual([
    { from: '2025-01-01', to: '2025-01-31' },
    { from: '2025-02-01', to: '2025-02-28' },
  ])
  expect([found.before.total, found.after.total, found.delta, found.residual]).toEqual([
    880_00, 1010_00, 130_00, 0,
  ])
  expect(found.dimensions[0]?.members.map(m => [m.key, m.label, m.delta, m.kind])).toEqual([
    ['Gifts', 'GIFTS', 120_00, 'new'],
    ['Food', 'FOOD', 40_00, 'changed'],
    ['Sport', 'SPORT', -30_00, 'lost'],
    ['Rent', 'RENT', 0, 'changed'],
  ])
})

it('keeps the others of a short list exact', () => {
  const { change } = open('personal', household)
  expect(change({ by: ['category'], top: 2 }).dimensions[0]?.others).toEqual({
    members: 2,
    before: 830_00,
    after: 800_00,
    delta: -30_00,
  })
})

it('each side’s filters select exactly its rows', () => {
  const { engine, change } = open('personal', household)
  for (const measure of ['spending', 'income', 'net'] as const) {
    const found = change({ measure })
    for (const side of [found.before, found.after]) {
      const page = engine.page({
        filters: side.filters,
        order: 'date',
        descending: true,
        offset: 0,
        limit: 0,
      })
      expect([page.total, Math.abs(Number(page.sum))]).toEqual([side.rows, Math.abs(Number(side.total))])
    }
  }
  expect(change({ measure: 'net' }).delta).toBe(-130_00)
  expect(change({ measure: 'income' }).delta).toBe(0)
})

it('sets actual entries against a scenario of the same days', () => {
  const { change } = open('personal', household)
  const found = change({ compared: 'budget', scenario: 'Budget', by: ['category'] })
  expect([found.before.total, found.after.total]).toEqual([500_00, 1010_00])
  expect(found.before.span).toEqual(found.after.span)
})

it('says what is missing: no entries, or none to compare with', () => {
  const { change } = open('personal', household)
  expect(change({ filters: { text: undefined, members: { category: ['Nothing'] } } }).missing).toBe('entries')
  const first = change({ filters: { from: '2025-01-01', to: '2025-01-31' } })
  expect(first.missing).toBe('comparison')
  expect(first.dimensions[0]?.members.every(m => m.kind === 'new')).toBe(true)
})

it('the engine’s contributions are those of the pure method, and evidence is the largest of the cause’s entries', () => {
  const entries: TestEntry[] = []
  for (let site = 0; site < 6; site += 1)
    for (let kind = 0; kind < 8; kind += 1)
      for (const month of ['01', '02'])
        for (let i = 0; i < 3; i += 1) {
          const dear = month === '02' && kind === 3 ? 3 : 1
          const amount = (10_000 + site * 1_700 + kind * 900 + i * 333 + Number(month) * 7) * dear
          entries.push(
            entry(`2025-${month}-0${i + 1}`, amount, { account: `a${kind}`, cost_centre: `s${site}` }),
          )
        }
  const { engine, change } = open('ledger', entries)
  const found = change({ by: ['account', 'cost_centre'], top: 1000 })
  const columns = (filters: typeof found.before.filters) =>
    engine.columnar.read(() =>
      extractColumns(engine.columnar, { filters, dimensions: ['account', 'cost_centre'] }),
    )
  const explained = explainColumns(
    { before: columns(found.before.filters), after: columns(found.after.filters), sign: found.sign },
    { cancelled: () => false, progress: () => undefined },
  )
  expect(explained.delta).toBe(found.delta)
  expect(explained.causes.map(c => c.members)).toEqual([{ account: 'a3' }])
  const [cause] = explained.causes
  const member = found.dimensions[0]?.members.find(m => m.key === 'a3')
  expect([cause?.before, cause?.after, cause?.rowsAfter]).toEqual([member?.before, member?.after, 18])
  const page = engine.page({
    filters: { ...found.after.filters, members: { ...found.after.filters.members, account: ['a3'] } },
    order: 'absolute',
    descending: true,
    offset: 0,
    limit: 5,
  })
  expect(new Set(cause?.evidence)).toEqual(new Set(page.ids))
})
