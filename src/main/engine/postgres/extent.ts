import type { Grouping } from './figures.ts'
import { tableIn } from './schema.ts'

export interface Extent {
  matched: number
  converted: number
  /** First and last day; undefined where nothing passes. */
  found: { from: number; to: number } | undefined
}

/** Entries that pass, those with a rate, and the days that they cover. */
export async function extentOf({ session, warehouse, condition, values }: Grouping): Promise<Extent> {
  const sql = `SELECT count(*), count(e.base_amount), min(e."day"), max(e."day") FROM ${tableIn(warehouse.schema, 'entry')} e ${condition.joins.join(' ')} ${condition.sql}`
  const [[matched, converted, from, to] = []] = await session.ask(sql, values.bound)
  return {
    matched: Number(matched),
    converted: Number(converted),
    found: from == null || to == null ? undefined : { from: Number(from), to: Number(to) },
  }
}
