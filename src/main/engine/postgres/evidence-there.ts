import type { Filters } from '../../../shared/query/query.ts'
import type { Warehouse } from './registry.ts'
import { tableIn } from './schema.ts'
import type { Session } from './session.ts'
import { Values, whereSql } from './where.ts'

/** Ids of the entries of largest amount, ties in the order in which the columns have them. */
export async function evidenceThere(
  session: Session,
  warehouse: Warehouse,
  filters: Filters,
  limit: number,
): Promise<number[]> {
  const values = new Values()
  const { sql, joins } = whereSql(warehouse, filters, values)
  const rows = await session.ask(
    `SELECT e.id, abs(e.base_amount) AS size FROM ${tableIn(warehouse.schema, 'entry')} e ${joins.join(' ')} ${sql === '' ? 'WHERE' : `${sql} AND`} e.base_amount IS NOT NULL ORDER BY size DESC, e.batch_id, e."day", e.id LIMIT ${Math.trunc(limit)}`,
    values.bound,
  )
  return rows.map(row => Number(row[0]))
}
