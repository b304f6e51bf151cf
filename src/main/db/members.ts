import { FailureError } from '../../shared/result/failure.ts'
import { BUILT_IN_DIMENSIONS, CUSTOM_DIMENSIONS } from '../../shared/query/dimensions.ts'
import type { ReadableDB, WritableDB } from './types.ts'
import { say } from './messages.ts'

/** The dictionaries: which dimensions there are, and their members' ordinals. Ordinal 0, key '', is "none" and is never stored. */

const LABELS: Partial<Record<string, string>> = { user: 'User name', cost_centre: 'Cost centre' }

/** Registers the built-in dimensions; harmless where they are there. Run by the migrations. */
export function ensureDimensions(db: WritableDB): void {
  const insert = db.prepare(
    "INSERT OR IGNORE INTO dimension (id, label, kind, column_name) VALUES (?, ?, 'built-in', ?)",
  )
  for (const { id } of BUILT_IN_DIMENSIONS) insert.run(id, LABELS[id] ?? sentenceCase(id), id)
}

/** Key → ordinal of all members of a dimension. The key '' is not in it: it is ordinal 0. */
export function loadMembers(db: ReadableDB, dimensionId: string): Map<string, number> {
  const rows = db
    .prepare('SELECT key, ordinal FROM member WHERE dimension_id = ?')
    .raw()
    .all(dimensionId) as [string, number][]
  return new Map(rows)
}

/**
 * Adds the members that are not there yet, with the next dense ordinals in the order given; known keys keep their ordinal and
 * their label, '' stays 0. Returns key → ordinal of every key given. Call inside the writer's transaction. `allNew`: the caller knows
 * that none is there, and they need not be looked for; a mistake in that ends the transaction.
 */
export function addMembers(
  db: WritableDB,
  dimensionId: string,
  members: Iterable<{ key: string; label: string }>,
  allNew = false,
): Map<string, number> {
  const { find, insert, insertMany, most } = statementsOf(db)
  const before = most.get(dimensionId) as number
  const sought = before > 0 && !allNew
  let next = before + 1
  let waiting: unknown[] = []
  const put = (): void => {
    if (waiting.length === TOGETHER * 4) insertMany.run(...waiting)
    else for (let i = 0; i < waiting.length; i += 4) insert.run(...waiting.slice(i, i + 4))
    waiting = []
  }
  const ordinals = new Map<string, number>()
  for (const { key, label } of members) {
    if (ordinals.has(key)) continue
    if (key === '') {
      ordinals.set(key, 0)
      continue
    }
    // Half a character is stored as U+FFFD, so that two keys which differ here may be one there: such are looked for.
    const odd = !key.isWellFormed() || key.includes('\ufffd')
    if (odd) put()
    const known = sought || odd ? (find.get(dimensionId, key) as number | undefined) : undefined
    if (known === undefined && waiting.push(dimensionId, next, key, label) === TOGETHER * 4) put()
    ordinals.set(key, known ?? next++)
  }
  put()
  return ordinals
}

/** Members that one statement adds. */
const TOGETHER = 16

const prepared = new WeakMap<WritableDB, ReturnType<typeof prepare>>()

/** An import adds members with every few thousand rows, in every dimension: the statements are prepared once. */
function statementsOf(db: WritableDB): ReturnType<typeof prepare> {
  const known = prepared.get(db) ?? prepare(db)
  prepared.set(db, known)
  return known
}

const INSERT = 'INSERT INTO member (dimension_id, ordinal, key, label) VALUES'
const MOST = 'SELECT coalesce(max(ordinal), 0) FROM member WHERE dimension_id = ?'

function prepare(db: WritableDB) {
  return {
    find: db.prepare('SELECT ordinal FROM member WHERE dimension_id = ? AND key = ?').pluck(),
    insert: db.prepare(`${INSERT} (?, ?, ?, ?)`),
    insertMany: db.prepare(`${INSERT} ${Array.from({ length: TOGETHER }, () => '(?, ?, ?, ?)').join(', ')}`),
    most: db.prepare(MOST).pluck(),
  }
}

/** Ordinals of these keys, 0 for '' and undefined for keys that the dimension does not have. */
export function memberOrdinals(
  db: ReadableDB,
  dimensionId: string,
  keys: readonly string[],
): (number | undefined)[] {
  const find = db.prepare('SELECT ordinal FROM member WHERE dimension_id = ? AND key = ?').pluck()
  return keys.map(key => (key === '' ? 0 : (find.get(dimensionId, key) as number | undefined)))
}

/** The highest ordinal: ordinals are dense from 1. */
export function memberCount(db: ReadableDB, dimensionId: string): number {
  return db.prepare(MOST).pluck().get(dimensionId) as number
}

/**
 * The custom dimension of a source column, made where there is none: the same header (but for case and spaces round it) is the
 * same dimension. Its id is its column's name, custom_1 … custom_24. Throws `import-refused` when all are taken:
 * ask `customDimensionsLeft` first and keep further columns as text.
 */
export function customDimension(db: WritableDB, header: string): { id: string; column: string } {
  const label = header.trim()
  const customs = db
    .prepare("SELECT id, label, column_name AS column FROM dimension WHERE kind = 'custom'")
    .all() as { id: string; label: string; column: string }[]
  const known = customs.find(custom => custom.label.toLowerCase() === label.toLowerCase())
  if (known) return { id: known.id, column: known.column }
  const id = `custom_${customs.length + 1}`
  if (customs.length >= CUSTOM_DIMENSIONS)
    throw new FailureError('import-refused', say().tooManyDimensions(label, CUSTOM_DIMENSIONS))
  db.prepare("INSERT INTO dimension (id, label, kind, column_name) VALUES (?, ?, 'custom', ?)").run(
    id,
    label,
    id,
  )
  return { id, column: id }
}

export function customDimensionsLeft(db: ReadableDB): number {
  const used = db.prepare("SELECT count(*) FROM dimension WHERE kind = 'custom'").pluck().get() as number
  return CUSTOM_DIMENSIONS - used
}

function sentenceCase(id: string): string {
  const words = id.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
