import { ACCOUNT_DERIVED } from '../../shared/query/dimensions.ts'
import { FailureError } from '../../shared/result/failure.ts'
import type { ReadableDB } from '../db/types.ts'
import { codeColumn } from './columns.ts'

/** Where a dimension's codes come from: a column of `entry`, for derived ones by way of the account's record. */
export interface DimensionSource {
  id: string
  label: string
  kind: 'built-in' | 'derived' | 'custom'
  /** Column of `entry` and of the segments. */
  column: string
  /** Column of `account_detail` that holds a derived dimension's key. */
  detail?: string
}

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
  const rows = db
    .prepare('SELECT id, label, kind, column_name AS name FROM dimension ORDER BY rowid')
    .all() as { id: string; label: string; kind: 'built-in' | 'custom'; name: string }[]
  const registry = new Map<string, DimensionSource>()
  for (const { id, label, kind, name } of rows)
    registry.set(id, { id, label, kind, column: codeColumn(name) })
  for (const id of ACCOUNT_DERIVED)
    registry.set(id, {
      id,
      label: sentence(id),
      kind: 'derived',
      column: 'account',
      detail: DETAIL_COLUMNS[id],
    })
  return registry
}

export function sourceOf(registry: Map<string, DimensionSource>, id: string): DimensionSource {
  const source = registry.get(id)
  if (!source)
    throw new FailureError(
      'not-found',
      `This workspace has no dimension “${id}”. Choose one of: ${[...registry.keys()].join(', ')}.`,
    )
  return source
}

function sentence(id: string): string {
  const words = id.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
