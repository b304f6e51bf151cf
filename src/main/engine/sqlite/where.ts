import type { Filters } from '../../../shared/query/query.ts'
import type { ReadableDB } from '../../db/types.ts'
import { sourceOf, type DimensionSource, type Lookup } from '../dimensions.ts'
import { dayOf } from '../result.ts'
import { searchWords } from '../text.ts'

/** A piece of SQL and the values bound in it. The text is made of our own constants only. */
export interface Piece {
  sql: string
  values: unknown[]
}

export const FROM = 'FROM entry e'

/** A derived dimension's key of an entry, '' where there is none. */
export const derivedSql = ({ sql, through }: Lookup): string =>
  `coalesce((SELECT l.key FROM (${sql}) l WHERE l.ordinal = e.${through}), '')`

/** The filters as a WHERE clause over FROM. */
export function where(db: ReadableDB, registry: Map<string, DimensionSource>, filters: Filters): Piece {
  const pieces: Piece[] = []
  if (filters.from !== undefined) pieces.push({ sql: 'e.day >= ?', values: [dayOf(filters.from)] })
  if (filters.to !== undefined) pieces.push({ sql: 'e.day <= ?', values: [dayOf(filters.to)] })
  for (const [id, keys] of Object.entries(filters.members ?? {}))
    pieces.push(isMember(sourceOf(registry, id), keys))
  for (const [id, keys] of Object.entries(filters.notMembers ?? {})) {
    const { sql, values } = isMember(sourceOf(registry, id), keys)
    pieces.push({ sql: `NOT ${sql}`, values })
  }
  const amount = filters.absolute ? 'abs(e.base_amount)' : 'e.base_amount'
  if (filters.minAmount !== undefined) pieces.push({ sql: `${amount} >= ?`, values: [filters.minAmount] })
  if (filters.maxAmount !== undefined) pieces.push({ sql: `${amount} <= ?`, values: [filters.maxAmount] })
  if (filters.batches)
    pieces.push({
      sql: 'e.batch_id IN (SELECT value FROM json_each(?))',
      values: [JSON.stringify(filters.batches)],
    })
  if (filters.entries)
    pieces.push({
      sql: 'e.id IN (SELECT value FROM json_each(?))',
      values: [JSON.stringify(filters.entries)],
    })
  for (const { match, members } of filters.text ? searchWords(db, filters.text) : []) {
    const named = members.map(
      m => `e.${sourceOf(registry, m.dimension).column} IN (SELECT value FROM json_each(?))`,
    )
    pieces.push({
      sql: `(${['e.id IN (SELECT rowid FROM text_index WHERE text_index MATCH ?)', ...named].join(' OR ')})`,
      values: [match, ...members.map(m => JSON.stringify(m.ordinals))],
    })
  }
  return {
    sql: pieces.length === 0 ? '' : `WHERE ${pieces.map(p => p.sql).join(' AND ')}`,
    values: pieces.flatMap(p => p.values),
  }
}

function isMember(source: DimensionSource, keys: readonly string[]): Piece {
  const list = JSON.stringify(keys)
  if (source.lookup)
    return { sql: `${derivedSql(source.lookup)} IN (SELECT value FROM json_each(?))`, values: [list] }
  if (source.several)
    // Between commas, a tag is found whole: no tag has a comma.
    return {
      sql: `(e.tags IN (SELECT m.ordinal FROM member m, json_each(?) j WHERE m.dimension_id = 'tags'
        AND j.value <> '' AND instr(', ' || m.key || ', ', ', ' || j.value || ', ') > 0) OR (e.tags = 0 AND ? = 1))`,
      values: [list, keys.includes('') ? 1 : 0],
    }
  return {
    sql: `(e.${source.column} IN (SELECT ordinal FROM member WHERE dimension_id = ? AND key IN (SELECT value FROM json_each(?))) OR (e.${source.column} = 0 AND ? = 1))`,
    values: [source.id, list, keys.includes('') ? 1 : 0],
  }
}
