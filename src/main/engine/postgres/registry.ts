import { fiscalFrom, readWeeks, type Fiscal } from '../../../shared/calendar/fiscal.ts'
import { ACCOUNT_DERIVED, CATEGORY_GROUP, TAG } from '../../../shared/query/dimensions.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { codeColumn } from '../columns.ts'
import type { Counting } from './approximate.ts'
import { quoted, tableIn } from './schema.ts'
import type { Session } from './session.ts'
import { say } from '../messages.ts'

/** A dimension in a warehouse: the expression of its code or key on an entry `e`, and the join that it needs. */
export interface WarehouseDimension {
  id: string
  label: string
  kind: 'built-in' | 'derived' | 'custom'
  /** Code column: what `member` calls the ordinals of; undefined for a derived one, whose expression gives the key itself. */
  column: string | undefined
  expression: string
  join?: string
  several?: boolean
}

/** What a warehouse says of itself, read once a revision. */
export interface Warehouse {
  schema: string
  workspace: string
  revision: number
  profile: 'personal' | 'ledger'
  baseCurrency: string
  fiscal: Fiscal
  /** False while somebody pushes, or where a push was cut off. */
  complete: boolean
  pushedAt: string
  /** Code columns of its entries. */
  columns: string[]
  dimensions: Map<string, WarehouseDimension>
  /** How whoever asks wants distinct members counted; exactly where nothing is said. */
  counting?: Counting
}

export async function readMetaOf(session: Session, schema: string): Promise<Map<string, string>> {
  const rows = await session.ask(`SELECT name, value FROM ${tableIn(schema, 'meta')}`)
  return new Map(rows.map(([name, value]) => [name ?? '', value ?? '']))
}

export async function openWarehouse(session: Session, schema: string): Promise<Warehouse> {
  const meta = await readMetaOf(session, schema)
  const workspace = meta.get('workspace')
  if (workspace === undefined) throw new FailureError('not-found', say().nothingPushed(schema))
  const columns = new Set((meta.get('columns') ?? '').split(',').filter(name => name !== ''))
  const rows = await session.ask(`SELECT id, label, kind, column_name FROM ${tableIn(schema, 'dimension')}`)
  const dimensions = new Map<string, WarehouseDimension>()
  for (const [id = '', label, kind, name] of rows) {
    const column = codeColumn(name ?? '')
    dimensions.set(id ?? '', {
      id: id ?? '',
      label: label ?? '',
      kind: kind === 'custom' ? 'custom' : 'built-in',
      column,
      // A dimension that no entry has is no column there.
      expression: columns.has(column) ? `e.${quoted(column)}` : '0',
    })
  }
  const through = (id: string): string => dimensions.get(id)?.expression ?? '0'
  for (const id of ACCOUNT_DERIVED)
    dimensions.set(id, {
      id,
      label: sentence(id),
      kind: 'derived',
      column: undefined,
      expression: `coalesce(ad.${quoted(id.replace(/^account_/u, ''))}, '')`,
      join: `LEFT JOIN ${tableIn(schema, 'account_detail')} ad ON ad.ordinal = ${through('account')}`,
    })
  dimensions.set(CATEGORY_GROUP, {
    id: CATEGORY_GROUP,
    label: sentence(CATEGORY_GROUP),
    kind: 'derived',
    column: undefined,
    expression: `coalesce(cg.group_key, '')`,
    join: `LEFT JOIN ${tableIn(schema, 'category_group')} cg ON cg.ordinal = ${through('category')}`,
  })
  dimensions.set(TAG, { id: TAG, label: 'Tag', kind: 'derived', column: undefined, expression: through('tags'), several: true }) // prettier-ignore
  return {
    schema,
    workspace,
    revision: Number(meta.get('revision') ?? 0),
    profile: meta.get('profile') === 'ledger' ? 'ledger' : 'personal',
    baseCurrency: meta.get('base_currency') ?? 'GBP',
    fiscal: fiscalFrom(Number(meta.get('fiscal_start_month') ?? 1), readWeeks(meta.get('fiscal_weeks'))),
    complete: meta.get('state') === 'complete',
    pushedAt: meta.get('pushed_at') ?? '',
    columns: [...columns].map(codeColumn),
    dimensions,
  }
}

export function dimensionOf(warehouse: Warehouse, id: string): WarehouseDimension {
  const found = warehouse.dimensions.get(id)
  if (!found)
    throw new FailureError('not-found', say().noDimension(id, [...warehouse.dimensions.keys()].join(', ')))
  return found
}

/** A dimension to group by or count. Throws `bad-input` for one of which an entry can have several members. */
export function singleOf(warehouse: Warehouse, id: string): WarehouseDimension {
  const found = dimensionOf(warehouse, id)
  if (found.several) throw new FailureError('bad-input', say().severalTags(id))
  return found
}

function sentence(id: string): string {
  const words = id.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
