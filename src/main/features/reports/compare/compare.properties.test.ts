import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { Total } from '../../../../shared/money/minor.ts'
import { measureKey, QuerySchema, type Filters, type Measure } from '../../../../shared/query/query.ts'
import { derivedFigure, deriveValue, queryFigure, type Figure } from '../../../../shared/report/figure.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import { addMembers } from '../../../db/members.ts'
import { bumpRevision, readRevision } from '../../../db/meta.ts'
import { createTestWorkspace, type TestWorkspace } from '../../../db/testing.ts'
import { ensureTextIndex } from '../../../db/text-index.ts'
import type { WritableDB } from '../../../db/types.ts'
import { bringBatchBack, putBatchAway } from '../../../engine/changes/batches.ts'
import { makeChange, redo, undo } from '../../../engine/changes/history.ts'
import { closeChange, openChange, recordBase, recordCode, recordMember, recordPlace, recordText } from '../../../engine/changes/record.ts' // prettier-ignore
import { recordJoin, recordSplit } from '../../../engine/changes/split.ts'
import { createEngine } from '../../../engine/index.ts'
import { householdEntries, insertBatch } from '../../../engine/testing/ledger.ts'
import { definitionOf } from '../figures/definition.ts'
import { figureReads } from '../figures/reads.ts'
import { figureWrites } from '../figures/writes.ts'
import { compareReads } from './reads.ts'

const context = { cancelled: () => false, progress: () => undefined }

type Step =
  | { do: 'edit' | 'rules' | 'delete' | 'rates' | 'transfer'; picks: number[]; value: number }
  | { do: 'split'; pick: number; shares: number[] }
  | { do: 'join' | 'restore'; pick: number }
  | { do: 'note'; picks: number[]; value: number }
  | { do: 'late'; seed: number }
  | { do: 'batch'; batch: 1 | 2 }
  | { do: 'rename'; value: number }
  | { do: 'undo' | 'redo' }

const pick = fc.nat(10_000)
const picks = fc.array(pick, { minLength: 1, maxLength: 25 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'rules' as const, 'delete' as const, 'rates' as const, 'transfer' as const), picks, value: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('split' as const), pick, shares: fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('join' as const, 'restore' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('note' as const), picks, value: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('late' as const), seed: fc.nat(99) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('batch' as const), batch: fc.constantFrom(1 as const, 2 as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), value: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
) // prettier-ignore

const column = (db: WritableDB, sql: string): number[] => db.prepare(sql).pluck().all() as number[]
const among = (ids: readonly number[], chosen: readonly number[]): number[] =>
  ids.length === 0 ? [] : [...new Set(chosen.map(p => ids[p % ids.length] as number))]
const KEYS = ['', 'Food', 'New one', 'Travel', 'Rent']

function take(db: WritableDB, step: Step): void {
  const ids = column(db, 'SELECT id FROM entry ORDER BY id')
  switch (step.do) {
    case 'undo':
      undo(db)
      return
    case 'redo':
      redo(db)
      return
    case 'note':
      makeChange(db, { kind: 'edit' }, id =>
        recordText(db, id, 'note', among(ids, step.picks), `n${step.value}`),
      )
      return
    case 'edit':
    case 'rules': {
      const dimension = step.value % 2 === 0 ? 'category' : 'payee'
      const key = KEYS[step.value] as string
      const found = addMembers(db, dimension, [{ key, label: key }])
      makeChange(db, { kind: step.do }, id =>
        recordCode(db, id, dimension, among(ids, step.picks), key === '' ? 0 : (found.get(key) as number)),
      )
      return
    }
    case 'transfer': {
      const found = addMembers(db, 'flow', [{ key: 'transfer', label: 'transfer' }])
      makeChange(db, { kind: 'transfer' }, id =>
        recordCode(db, id, 'flow', among(ids, step.picks), found.get('transfer') as number),
      )
      return
    }
    case 'rates':
      makeChange(db, { kind: 'rates' }, id => {
        for (const entry of among(ids, step.picks))
          recordBase(db, id, entry, step.value === 0 ? null : entry * step.value - 900)
      })
      return
    case 'split': {
      const [id] = among(ids, [step.pick])
      if (id === undefined) return
      const amount = db.prepare('SELECT amount FROM entry WHERE id = ?').pluck().get(id) as number
      const rest = amount - step.shares.reduce((sum, share) => sum + share, 0)
      makeChange(db, { kind: 'split' }, change => {
        recordSplit(db, change, id, [...step.shares, rest].map((part, i) => ({ amount: part, codes: { category: i % 3 } }))) // prettier-ignore
      })
      return
    }
    case 'delete':
      makeChange(db, { kind: 'delete' }, id =>
        recordPlace(db, id, among(ids, step.picks.slice(0, 6)), 'deleted'),
      )
      return
    case 'restore': {
      const resting = column(db, "SELECT entry_id FROM resting_entry r JOIN batch b ON b.id = r.batch_id WHERE place = 'deleted' AND undone_at IS NULL ORDER BY 1") // prettier-ignore
      makeChange(db, { kind: 'restore' }, id => recordPlace(db, id, among(resting, [step.pick]), 'ledger'))
      return
    }
    case 'join': {
      const [id] = among(column(db, "SELECT entry_id FROM resting_entry WHERE place = 'split' ORDER BY 1"), [step.pick]) // prettier-ignore
      if (id !== undefined) makeChange(db, { kind: 'join' }, change => recordJoin(db, change, id))
      return
    }
    case 'late': {
      const batch = Math.max(...column(db, 'SELECT id FROM batch')) + 1
      // As an import: above all ids that ever were.
      const first = Math.max(
        0,
        ...column(db, 'SELECT max(id) FROM trash_entry'),
        ...column(db, 'SELECT max(id) FROM entry'),
      )
      const shift = first - Math.max(0, ...column(db, 'SELECT max(id) FROM entry'))
      if (shift > 0) return
      const made = insertBatch(db, batch, householdEntries(step.seed, 12))
      db.transaction(() =>
        closeChange(db, openChange(db, { kind: 'import', batchId: batch }), made.length),
      ).immediate()
      return
    }
    case 'rename':
      makeChange(db, { kind: 'category' }, id => {
        recordMember(db, id, 'category', 1 + (step.value % 4), 'key', `Name ${step.value}`)
        recordMember(db, id, 'category', 1 + ((step.value + 1) % 4), 'level_1', `Group ${step.value}`)
      })
      return
    case 'batch': {
      const away = column(db, 'SELECT id FROM batch WHERE undone_at IS NOT NULL').includes(step.batch)
      db.transaction(() => {
        if (away) bringBatchBack(db, step.batch)
        else putBatchAway(db, step.batch)
        closeChange(
          db,
          openChange(db, { kind: away ? 'import-restore' : 'import-undo', batchId: step.batch }),
          1,
        )
        bumpRevision(db)
      }).immediate()
    }
  }
}

const sum: Measure = { op: 'sum', of: 'amount' }
const GBP = { members: { currency: ['GBP', 'EUR'] } }
const QUESTIONS: { filters: Filters; measure: Measure; negate?: boolean }[] = [
  { filters: {}, measure: sum },
  { filters: { members: { flow: ['expense'] } }, measure: sum, negate: true },
  {
    filters: { members: { category: ['Food'] }, from: '2022-06-01', to: '2023-12-31' },
    measure: sum,
    negate: true,
  },
  { filters: { notMembers: { category: ['Food', ''] } }, measure: { op: 'count', of: 'amount' } },
  { filters: { members: { category_group: ['Food'] } }, measure: sum },
  { filters: { members: { tag: ['work'] } }, measure: { op: 'sum', of: 'amount', abs: true } },
  { filters: { text: 'n1' }, measure: sum },
  { filters: { minAmount: 2000, absolute: true, ...GBP }, measure: sum },
  { filters: { members: { category: ['Rent'] } }, measure: { op: 'median', of: 'amount' } },
  { filters: { members: { category: ['Travel'] } }, measure: { op: 'mean', of: 'amount' }, negate: true },
  { filters: { members: { flow: ['expense'] } }, measure: { op: 'distinct', of: 'payee' } },
  { filters: { batches: [1] }, measure: { op: 'max', of: 'amount' } },
]

function reportOn(db: WritableDB, engine: ReturnType<typeof createEngine>): Figure[] {
  const about = {
    workspace: 'w',
    revision: readRevision(db),
    asOf: '2026-02-01T00:00:00.000Z',
    currency: 'GBP',
  }
  const figures = QUESTIONS.map(question => {
    const { totals } = engine.query({
      query: QuerySchema.parse({ measures: [question.measure], filters: { ...question.filters, members: { ...question.filters.members, scenario: ['Actual', ''] } } }),
      engine: 'sqlite',
    }) // prettier-ignore
    return queryFigure('a figure', question, totals[measureKey(question.measure)] as Total | null, about)
  })
  const [all, spent, food] = figures as [Figure, Figure, Figure]
  const share = derivedFigure('food of spending', { how: 'share' }, [food, spent], about)
  const left = derivedFigure('the rest', { how: 'difference' }, [spent, food], about)
  return [...figures, share, left, derivedFigure('a month', { how: 'per', by: 7 }, [left], about), derivedFigure('both', { how: 'sum' }, [all, left], about)] // prettier-ignore
}

let workspace: TestWorkspace
afterEach(() => workspace.close())

test('after any steps, undone and done again, the causes of every figure sum to its difference, each cause to its rows, and none is unexplained', () => {
  const met = new Map<string, number>()
  fc.assert(
    fc.property(
      fc.array(anyStep, { maxLength: 8 }),
      fc.array(anyStep, { minLength: 1, maxLength: 14 }),
      (before, after) => {
        workspace = createTestWorkspace()
        const { db } = workspace
        insertBatch(db, 1, householdEntries(1, 80))
        insertBatch(db, 2, householdEntries(2, 25))
        const steps = (list: Step[]): void => {
          for (const step of list)
            try {
              take(db, step)
            } catch (error) {
              // Nothing to undo, or a split that does not work out: refused with a sentence, and nothing changed.
              if (!(error instanceof FailureError)) throw error
            }
          ensureTextIndex(db, context)
        }
        const engine = createEngine(db)
        const reads = { ...figureReads(db, engine), ...compareReads(db, engine) }
        steps(before)
        const figures = reportOn(db, engine)
        const snapshot = reads.figureSnapshot({ definitions: figures.map(definitionOf) })
        figureWrites(db).figuresRecord({
          run: 1,
          figures,
          snapshot: { ...snapshot, asOf: '2026-02-01T00:00:00.000Z' },
        })
        expect(reads.reportsCompare({ run: 1 }, context)).toMatchObject({
          figures: [],
          causes: [],
          unchanged: figures.length,
        })

        steps(after)
        const values = new Map(reportOn(db, engine).map(figure => [figure.id, figure.value]))
        const found = reads.reportsCompare({ run: 1 }, context)
        expect(found.figures.length + found.unchanged).toBe(figures.length)
        for (const figure of figures.filter(one => !found.figures.some(shown => shown.id === one.id)))
          expect(values.get(figure.id)).toBe(figure.value)
        for (const figure of found.figures) {
          expect(figure.was).toBe(figures.find(one => one.id === figure.id)?.value)
          expect(figure.now).toBe(values.get(figure.id))
          expect(
            figure.causes.map(one => one.cause),
            JSON.stringify(after),
          ).not.toContain('other')
          if (figure.difference === null) continue
          const total = deriveValue({ how: 'sum' }, ['0', ...figure.causes.map(one => one.amount)])
          expect(deriveValue({ how: 'difference' }, [figure.difference, total])).toMatch(/^0(\.0+)?$/)
          for (const { cause, amount, rows } of figure.causes) {
            met.set(cause, (met.get(cause) ?? 0) + 1)
            const listed = reads.reportsCompareRows(
              { run: 1, figure: figure.id, cause, offset: 0, limit: 1000 },
              context,
            )
            expect(new Set(listed.rows.map(row => row.id)).size).toBe(rows)
            const { measure } = QUESTIONS[figures.findIndex(one => one.id === figure.id)] ?? {
              measure: undefined,
            }
            if (measure?.op !== 'sum' && measure?.op !== 'count') continue
            const sumOfRows = deriveValue({ how: 'sum' }, ['0', ...listed.rows.map(row => row.difference)])
            expect(deriveValue({ how: 'difference' }, [amount, sumOfRows])).toMatch(/^0(\.0+)?$/)
          }
        }
        workspace.close()
      },
    ),
    { numRuns: 25, seed: 20_261_121 },
  )
  // Each cause was really met.
  expect([...met.keys()].sort()).toEqual(['deletions', 'edits', 'hierarchy', 'imports', 'late-postings', 'rates', 'recategorisation', 'rules', 'splits', 'transfers']) // prettier-ignore
}, 120_000)
