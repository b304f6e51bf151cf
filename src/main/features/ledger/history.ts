import type { Change } from '../../../shared/contract/ledger.ts'
import type { ReadableDB } from '../../db/types.ts'
import { nextGroup } from '../../engine/changes/record.ts'
import { countGroups, readChanges, readGroup, type StoredChange } from './queries.ts'

/** The newest steps, and those that undo and redo would take. */
export function readHistory(
  db: ReadableDB,
  limit: number,
): { undo: Change | null; redo: Change | null; total: number; changes: Change[] } {
  const groups = Map.groupBy(readChanges(db, limit), change => change.groupId)
  return {
    undo: next(db, 'done'),
    redo: next(db, 'undone'),
    total: countGroups(db),
    changes: [...groups.values()].map(toChange),
  }
}

/** A step as the page shows it, of the changes of its group: the first one gives it its name. */
export function stepOf(db: ReadableDB, group: number): Change {
  return toChange(readGroup(db, group))
}

function next(db: ReadableDB, state: 'done' | 'undone'): Change | null {
  const group = nextGroup(db, state)
  return group === undefined ? null : stepOf(db, group)
}

function toChange(changes: readonly StoredChange[]): Change {
  const [first, ...others] = changes as [StoredChange, ...StoredChange[]]
  const summary = JSON.parse(first.summary) as Change['summary']
  return {
    id: first.id,
    kind: first.kind,
    at: first.at,
    entries: first.entries,
    summary,
    state: first.state,
    also: others.map(({ summary: other, kind }) => {
      const { name } = JSON.parse(other) as { name?: string }
      return name ?? kind
    }),
  }
}
