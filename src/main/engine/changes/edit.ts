import type { EntryEdit } from '../../../shared/contract/ledger.ts'
import { FLOWS, TAG_SEPARATOR } from '../../../shared/query/dimensions.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { addMembers } from '../../db/members.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { readRegistry, sourceOf } from '../dimensions.ts'
import { keyOfTags, tagsOfKey } from '../tags.ts'
import { recordCode, recordText, TEXT_FIELDS } from './record.ts'
import { say } from '../messages.ts'

/** What amounts mean, and what a budget is, is not for editing. */
const FIXED: ReadonlySet<string> = new Set(['currency', 'scenario', 'tags'])

/** Records an edit of entries: members (made where they are new), texts, tags. Throws `bad-input`, `not-found`. */
export function recordEdit(db: WritableDB, change: number, ids: readonly number[], edit: EntryEdit): void {
  for (const [dimension, typed] of Object.entries(edit.members ?? {})) {
    const { column, ordinal } = memberFor(db, dimension, typed)
    recordCode(db, change, column, ids, ordinal)
  }
  for (const field of TEXT_FIELDS) {
    const text = edit[field]
    if (text !== undefined) recordText(db, change, field, ids, text)
  }
  const { addTags = [], removeTags = [] } = edit
  if (addTags.length + removeTags.length > 0) recordTags(db, change, ids, addTags, removeTags)
}

/**
 * The member that a person means by what was typed: the one with that key, else with that name, else a new one. '' is none.
 * Throws `bad-input` for a dimension that cannot be edited.
 */
export function memberFor(
  db: WritableDB,
  dimension: string,
  typed: string,
): { column: string; ordinal: number } {
  const source = sourceOf(readRegistry(db), dimension)
  if (source.kind === 'derived' || FIXED.has(dimension))
    throw new FailureError(
      'bad-input',
      say().notSet(source.label, dimension === 'tags' || dimension === 'tag'),
    )
  const key = typed.trim()
  if (dimension === 'flow' && !FLOWS.some(flow => flow === key))
    throw new FailureError('bad-input', say().oneOf(FLOWS.join(', '), key))
  if (key === '') return { column: source.column, ordinal: 0 }
  const named = db
    .prepare(
      'SELECT ordinal FROM member WHERE dimension_id = ? AND (key = ? OR label = ?) ORDER BY key <> ?, ordinal LIMIT 1',
    )
    .pluck()
    .get(dimension, key, key, key) as number | undefined
  const ordinal = named ?? (addMembers(db, dimension, [{ key, label: key }]).get(key) as number)
  return { column: source.column, ordinal }
}

/** The member of `tags` for these single tags. */
export function tagsOrdinal(db: WritableDB, tags: readonly string[]): number {
  const key = keyOfTags(tags.map(tagName))
  return addMembers(db, 'tags', [{ key, label: key }]).get(key) as number
}

function recordTags(
  db: WritableDB,
  change: number,
  ids: readonly number[],
  add: readonly string[],
  remove: readonly string[],
): void {
  const added = add.map(tagName)
  const removed = new Set(remove.map(tagName))
  const list = JSON.stringify(ids)
  const sets = db
    .prepare(
      `SELECT DISTINCT e.tags AS ordinal, coalesce(m.key, '') AS key FROM entry e
       LEFT JOIN member m ON m.dimension_id = 'tags' AND m.ordinal = e.tags
       WHERE e.id IN (SELECT value FROM json_each(?))`,
    )
    .all(list) as { ordinal: number; key: string }[]
  const having = db
    .prepare('SELECT id FROM entry WHERE tags = ? AND id IN (SELECT value FROM json_each(?))')
    .pluck()
  for (const { ordinal, key } of sets) {
    const next = [...tagsOfKey(key), ...added].filter(tag => !removed.has(tag))
    recordCode(db, change, 'tags', having.all(ordinal, list) as number[], tagsOrdinal(db, next))
  }
}

function tagName(typed: string): string {
  const name = typed.trim()
  if (name === '' || name.includes(TAG_SEPARATOR.trim()))
    throw new FailureError('bad-input', say().noTag(typed))
  return name
}

/** Names of the tags of a set. */
export function tagsOf(db: ReadableDB, ordinal: number): string[] {
  const key = db
    .prepare("SELECT key FROM member WHERE dimension_id = 'tags' AND ordinal = ?")
    .pluck()
    .get(ordinal) as string | undefined
  return tagsOfKey(key ?? '')
}
