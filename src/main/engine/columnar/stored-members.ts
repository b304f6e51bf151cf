import type { ReadableDB } from '../../db/types.ts'
import { readRegistry } from '../dimensions.ts'
import type { MemberReader, MemberSource, Members } from './dictionary.ts'

/** The dictionaries of the workspace's own file. */
export function storedMembers(db: ReadableDB): MemberReader {
  const registry = readRegistry(db)
  const highest = db.prepare('SELECT max(ordinal) FROM member WHERE dimension_id = ?').pluck()
  const one = db.prepare('SELECT key, label FROM member WHERE dimension_id = ? AND ordinal = ?')
  const code = db.prepare('SELECT ordinal FROM member WHERE dimension_id = ? AND key = ?').pluck()
  return {
    registry,
    membersOf(id): MemberSource {
      const size = ((highest.get(id) as number | null) ?? 0) + 1
      return {
        size,
        all: () => allOf(db, id, size),
        one: ordinal => one.get(id, ordinal) as { key: string; label: string } | undefined,
        codeOf: key => code.get(id, key) as number | undefined,
      }
    },
    derived: (_source, lookup) => db.prepare(lookup.sql).all() as { ordinal: number; key: string }[],
  }
}

function allOf(db: ReadableDB, id: string, size: number): Members {
  const rows = db
    .prepare('SELECT ordinal, key, label FROM member WHERE dimension_id = ? ORDER BY ordinal')
    .raw()
    .all(id) as [number, string, string][]
  return filled(size, rows)
}

/** Members by their codes; codes that nobody has are ''. */
export function filled(size: number, rows: Iterable<readonly [number, string, string]>): Members {
  const keys = Array.from({ length: size }, () => '')
  const labels = Array.from({ length: size }, () => '')
  for (const [ordinal, key, label] of rows) {
    keys[ordinal] = key
    labels[ordinal] = label
  }
  return { keys, labels }
}
