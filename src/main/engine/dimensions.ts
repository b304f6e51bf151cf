import { ACCOUNT_DERIVED, CATEGORY_GROUP, TAG } from '../../shared/query/dimensions.ts'
import { FailureError } from '../../shared/result/failure.ts'
import type { ReadableDB } from '../db/types.ts'
import { codeColumn } from './columns.ts'
import { say } from './messages.ts'

/** Where a dimension's codes come from: a column of `entry`, for derived ones by way of the account's record. */
export interface DimensionSource {
  id: string
  label: string
  kind: 'built-in' | 'derived' | 'custom'
  /** Column of `entry` and of the segments. */
  column: string
  /** Derived dimensions: how the key is looked up from the code in `column`. */
  lookup?: Lookup
  /** True where one code stands for several members: for filters only. */
  several?: boolean
}

/** A derived dimension's key ('' where there is none) by the member that it is looked up through. */
export interface Lookup {
  /** Dimension whose members lead to it. */
  through: 'account' | 'category'
  /** SELECT of that dimension's ordinals and the derived keys, `ordinal` and `key`. */
  sql: string
}

// What stands before the first colon of a category's name is its group, unless a person put it into another.
const GROUP_OF_CATEGORY = `SELECT m.ordinal, CASE
    WHEN coalesce(c.level_1, '') <> '' THEN c.level_1
    WHEN instr(m.key, ':') > 0 THEN trim(substr(m.key, 1, instr(m.key, ':') - 1))
    ELSE m.key END AS key
  FROM member m LEFT JOIN category_detail c ON c.ordinal = m.ordinal WHERE m.dimension_id = 'category'`

const DETAIL_COLUMNS: Record<(typeof ACCOUNT_DERIVED)[number], string> = {
  account_type: 'type',
  account_level_1: 'level_1',
  account_level_2: 'level_2',
  account_level_3: 'level_3',
  account_level_4: 'level_4',
  account_level_5: 'level_5',
  account_level_6: 'level_6',
  account_level_7: 'level_7',
}

/** The workspace's dimensions by id: the only way from an id that came from outside to a column. */
export function readRegistry(db: ReadableDB): Map<string, DimensionSource> {
  return registryOf(
    db
      .prepare('SELECT id, label, kind, column_name AS name FROM dimension ORDER BY rowid')
      .all() as StoredDimension[],
  )
}

export interface StoredDimension {
  id: string
  label: string
  kind: 'built-in' | 'custom'
  name: string
}

/** What is stored and what is derived of it. */
export function registryOf(rows: readonly StoredDimension[]): Map<string, DimensionSource> {
  const registry = new Map<string, DimensionSource>()
  for (const { id, label, kind, name } of rows)
    registry.set(id, { id, label, kind, column: codeColumn(name) })
  for (const id of ACCOUNT_DERIVED)
    registry.set(id, {
      id,
      label: sentence(id),
      kind: 'derived',
      column: 'account',
      lookup: { through: 'account', sql: `SELECT ordinal, ${DETAIL_COLUMNS[id]} AS key FROM account_detail` },
    })
  registry.set(CATEGORY_GROUP, {
    id: CATEGORY_GROUP,
    label: sentence(CATEGORY_GROUP),
    kind: 'derived',
    column: 'category',
    lookup: { through: 'category', sql: GROUP_OF_CATEGORY },
  })
  registry.set(TAG, { id: TAG, label: 'Tag', kind: 'derived', column: 'tags', several: true })
  return registry
}

export function sourceOf(registry: Map<string, DimensionSource>, id: string): DimensionSource {
  const source = registry.get(id)
  if (!source) throw new FailureError('not-found', say().noDimension(id, [...registry.keys()].join(', ')))
  return source
}

/** The source of a dimension to group by or count. Throws `bad-input` for one of which an entry can have several members. */
export function singleSourceOf(registry: Map<string, DimensionSource>, id: string): DimensionSource {
  const source = sourceOf(registry, id)
  if (source.several) throw new FailureError('bad-input', say().severalTags(id))
  return source
}

function sentence(id: string): string {
  const words = id.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
