import type { Change, EntryEdit, SplitPart } from '../../../shared/contract/ledger.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { WritableDB } from '../../db/types.ts'
import { memberFor, recordEdit, tagsOrdinal } from '../../engine/changes/edit.ts'
import { makeChange, redo, undo, type Stepped } from '../../engine/changes/history.ts'
import { mergeWords, purge, type Purged } from '../../engine/changes/purge.ts'
import { recordPlace } from '../../engine/changes/record.ts'
import { recordJoin, recordSplit, refuseAway, type Part } from '../../engine/changes/split.ts'
import { attachmentWrites } from './attachment-writes.ts'
import { piecesOf, watched } from '../../engine/changes/watch.ts'
import { stepOf } from './history.ts'
import { readDeleted, readDeletedBefore, readPresent } from './queries.ts'

/** The ledger's side of the writer's worker. Every op is one transaction and one step of the history. */
export function ledgerWrites(db: WritableDB) {
  return {
    ...attachmentWrites(db),
    ledgerEdit: ({ ids, set }: { ids: ArrayLike<number>; set: EntryEdit }, op?: OpContext): Stepped =>
      makeChange(
        db,
        { kind: 'edit', summary: summaryOf(set) },
        change => inPieces(ids, op, piece => recordEdit(db, change, piece, set)),
        op,
      ),

    ledgerSplit: ({
      id,
      parts,
    }: {
      id: number
      parts: readonly SplitPart[]
    }): Stepped & { parts: number[] } => {
      let made: number[] = []
      const summary = { parts: parts.length }
      const stepped = makeChange(db, { kind: 'split', summary }, change => {
        made = recordSplit(
          db,
          change,
          id,
          parts.map(part => partOf(db, part)),
        )
      })
      // The entry itself is what was split: its parts are not counted beside it.
      return { ...stepped, entries: 1, parts: made }
    },

    ledgerJoin: ({ id }: { id: number }): Stepped =>
      makeChange(db, { kind: 'join' }, change => recordJoin(db, change, id)),

    ledgerRemove: ({ ids }: { ids: ArrayLike<number> }, op?: OpContext): Stepped =>
      makeChange(
        db,
        { kind: 'delete' },
        change => inPieces(ids, op, piece => recordPlace(db, change, readPresent(db, piece), 'deleted')),
        op,
      ),

    ledgerRestore: ({ ids }: { ids: readonly number[] }): Stepped =>
      makeChange(db, { kind: 'restore' }, change => {
        const deleted = readDeleted(db, ids)
        for (const id of deleted) refuseAway(db, id)
        recordPlace(db, change, deleted, 'ledger')
      }),

    ledgerPurge: (
      { entries, files }: { entries: { ids: readonly number[] } | { before: string }; files: boolean },
      op?: OpContext,
    ): Purged => {
      mergeWords(db, op)
      const ids = 'ids' in entries ? entries.ids : readDeletedBefore(db, entries.before)
      return purge(db, { ids, files }, op)
    },

    ledgerUndo: (_input: object, op?: OpContext): { revision: number; step: Change } =>
      step(db, undo(db, op)),
    ledgerRedo: (_input: object, op?: OpContext): { revision: number; step: Change } =>
      step(db, redo(db, op)),
  }
}

/** Writes down what is to be done, piece by piece. Throws `cancelled`. */
function inPieces(
  ids: ArrayLike<number>,
  op: OpContext | undefined,
  record: (ids: readonly number[]) => void,
): void {
  const watch = watched(op, ids.length)
  for (const piece of piecesOf(ids)) {
    record(piece)
    watch.step(piece.length)
  }
}

function step(db: WritableDB, { revision, change }: Stepped): { revision: number; step: Change } {
  if (change === null) throw new FailureError('internal', 'A step of the history without a change.')
  return { revision, step: stepOf(db, change) }
}

function partOf(db: WritableDB, part: SplitPart): Part {
  const codes: Part['codes'] = {}
  for (const dimension of ['category', 'payee'] as const) {
    const typed = part[dimension]
    if (typed !== undefined) codes[dimension] = memberFor(db, dimension, typed).ordinal
  }
  if (part.tags) codes['tags'] = tagsOrdinal(db, part.tags)
  return { amount: part.amount, codes, ...(part.note !== undefined && { note: part.note }) }
}

/** What the history says of an edit: the field and its value where it is one, else the fields. */
function summaryOf({
  members = {},
  addTags = [],
  removeTags = [],
  ...texts
}: EntryEdit): Record<string, string> {
  const set = [
    ...Object.entries(members),
    ...Object.entries(texts).map(([field, text]): [string, string] => [field, text]),
    ...addTags.map((tag): [string, string] => ['addTag', tag]),
    ...removeTags.map((tag): [string, string] => ['removeTag', tag]),
  ]
  const [only] = set
  if (set.length === 1 && only) return { field: only[0], value: only[1].slice(0, 200) }
  return { fields: [...new Set(set.map(([field]) => field))].join(',') }
}
