import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { Query } from '../../../shared/query/query.ts'
import { QuerySchema } from '../../../shared/query/query.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { addMembers } from '../../db/members.ts'
import { bumpRevision } from '../../db/meta.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { ensureTextIndex } from '../../db/text-index.ts'
import type { WritableDB } from '../../db/types.ts'
import { createEngine } from '../index.ts'
import { householdEntries, insertBatch } from '../testing/ledger.ts'
import { bringBatchBack, putBatchAway } from './batches.ts'
import { makeChange, redo, undo } from './history.ts'
import { closeChange, openChange, recordCode, recordMember, recordPlace, recordText } from './record.ts'
import { recordJoin, recordSplit } from './split.ts'
import { verifyWorkspace } from '../../features/workspace/verify/index.ts'

const context = { cancelled: () => false, progress: () => undefined }

/** A step of a person: `pick`s choose entries by place among those there are. */
type Step =
  | { do: 'category' | 'tags' | 'note'; picks: number[]; value: number }
  | { do: 'split'; pick: number; shares: number[] }
  | { do: 'join' | 'restore'; pick: number }
  | { do: 'delete'; picks: number[] }
  | { do: 'batch'; batch: 1 | 2 }
  | { do: 'rename'; value: number }
  | { do: 'undo' | 'redo' }

const pick = fc.nat(10_000)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('category', 'tags', 'note'), picks: fc.array(pick, { minLength: 1, maxLength: 40 }), value: fc.nat(4) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('split'), pick, shares: fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('join', 'restore'), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete'), picks: fc.array(pick, { minLength: 1, maxLength: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('batch'), batch: fc.constantFrom(1, 2) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename'), value: fc.nat(1000) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo') }) },
) // prettier-ignore

const column = (db: WritableDB, sql: string): number[] => db.prepare(sql).pluck().all() as number[]
const among = (ids: readonly number[], picks: readonly number[]): number[] =>
  ids.length === 0 ? [] : [...new Set(picks.map(p => ids[p % ids.length] as number))]

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
    case 'category':
    case 'tags': {
      const key = ['', 'Food', 'New one', 'a, work', 'Rent'][step.value] as string
      const found = addMembers(db, step.do, [{ key, label: key }])
      makeChange(db, { kind: 'edit' }, id =>
        recordCode(db, id, step.do, among(ids, step.picks), found.get(key) as number),
      )
      return
    }
    case 'split': {
      const [id] = among(ids, [step.pick])
      if (id === undefined) return
      const amount = db.prepare('SELECT amount FROM entry WHERE id = ?').pluck().get(id) as number
      const rest = amount - step.shares.reduce((sum, share) => sum + share, 0)
      makeChange(db, { kind: 'split' }, change =>
        void recordSplit(db, change, id, [...step.shares, rest].map((part, i) => ({ amount: part, codes: { category: i % 2 } }))),
      ) // prettier-ignore
      return
    }
    case 'delete':
      makeChange(db, { kind: 'delete' }, id => recordPlace(db, id, among(ids, step.picks), 'deleted'))
      return
    case 'restore': {
      const resting = among(
        column(
          db,
          "SELECT entry_id FROM resting_entry r JOIN batch b ON b.id = r.batch_id WHERE place = 'deleted' AND undone_at IS NULL ORDER BY 1",
        ),
        [step.pick],
      )
      makeChange(db, { kind: 'restore' }, id => recordPlace(db, id, resting, 'ledger'))
      return
    }
    case 'join': {
      const [id] = among(column(db, "SELECT entry_id FROM resting_entry WHERE place = 'split' ORDER BY 1"), [
        step.pick,
      ])
      if (id !== undefined) makeChange(db, { kind: 'join' }, change => recordJoin(db, change, id))
      return
    }
    case 'rename':
      makeChange(db, { kind: 'category' }, id =>
        recordMember(db, id, 'category', 1, 'label', `Name ${step.value}`),
      )
      return
    case 'batch': {
      const away = column(db, 'SELECT id FROM batch WHERE undone_at IS NOT NULL').includes(step.batch)
      db.transaction(() => {
        if (away) bringBatchBack(db, step.batch)
        else putBatchAway(db, step.batch)
        const kind = away ? 'import-restore' : 'import-undo'
        closeChange(db, openChange(db, { kind, batchId: step.batch }), 1)
        bumpRevision(db)
      }).immediate()
    }
  }
}

/** All that a person sees or a file holds of the ledger, the history left out. */
const stateOf = (db: WritableDB): unknown => [
  db.prepare('SELECT * FROM entry ORDER BY id').all(),
  db.prepare('SELECT * FROM entry_text ORDER BY entry_id').all(),
  db.prepare("SELECT * FROM trash_entry WHERE id NOT IN (SELECT entry_id FROM resting_entry WHERE place = 'unmade') ORDER BY id").all(),
  db.prepare("SELECT entry_id, place FROM resting_entry WHERE place <> 'unmade' ORDER BY 1").all(),
  db.prepare('SELECT id, undone_at IS NULL FROM batch ORDER BY id').all(),
  db.prepare("SELECT key, label FROM member WHERE dimension_id = 'category' AND ordinal = 1").all(),
  db.prepare("SELECT batch_id, sequence, column_name, rows, CASE column_name WHEN '' THEN '' ELSE encoding END, data FROM segment ORDER BY 1, 2, 3").all(),
] // prettier-ignore

const QUERIES: Query[] = [
  { measures: [{ op: 'sum', of: 'amount' }, { op: 'count' }], groupBy: [{ dimension: 'category' }] },
  { measures: [{ op: 'sum', of: 'amount' }], groupBy: [{ dimension: 'tags' }, { grain: 'quarter' }] },
  { measures: [{ op: 'count' }, { op: 'median', of: 'amount' }], filters: { members: { tag: ['work', 'holiday'] } } },
  { measures: [{ op: 'count' }, { op: 'sum', of: 'amount' }], filters: { text: 'n1' } },
  { measures: [{ op: 'sum', of: 'amount' }], filters: { notMembers: { tag: [''] } }, groupBy: [{ dimension: 'category_group' }] },
].map(query => QuerySchema.parse(query)) // prettier-ignore

let workspace: TestWorkspace
afterEach(() => workspace.close())

test('whatever is changed, undone and redone: both engines agree, nothing is lost, and undoing all leads back', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 5, maxLength: 25 }), steps => {
      workspace = createTestWorkspace()
      const { db } = workspace
      // Batches so small and so large that segments are both patched and written anew.
      insertBatch(db, 1, householdEntries(1, 90))
      insertBatch(db, 2, householdEntries(2, 15))
      db.prepare('UPDATE source_file SET kept = 0').run()
      ensureTextIndex(db, context)
      const engine = createEngine(db)
      const first = stateOf(db)
      for (const step of steps) {
        try {
          take(db, step)
        } catch (error) {
          // Nothing to undo, or a split that does not work out: refused with a sentence, and nothing changed.
          if (!(error instanceof FailureError)) throw error
        }
        ensureTextIndex(db, context)
        for (const query of QUERIES)
          expect(engine.query({ query, engine: 'columnar' })).toEqual(
            engine.query({ query, engine: 'sqlite' }),
          )
      }
      const unsound = verifyWorkspace(db, context).filter(
        check => !check.ok && !['batches', 'foreign-keys'].includes(check.check),
      )
      expect(unsound).toEqual([])
      const last = stateOf(db)
      let undone = 0
      while (column(db, "SELECT 1 FROM change WHERE state = 'done'").length > 0) {
        undo(db)
        undone += 1
      }
      expect(stateOf(db)).toEqual(first)
      for (let i = 0; i < undone; i += 1) redo(db)
      // What had been undone before may be redone too; take that back.
      expect(stateOf(db)).toEqual(last)
      workspace.close()
    }),
    { numRuns: 14, seed: 20_261_121 },
  )
}, 120_000)
