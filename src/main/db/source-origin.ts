import type { SourceOrigin } from '../../shared/contract/ledger.ts'
import type { ReadableDB } from './types.ts'

/** Where a batch came from that was read of a database; undefined for one that was a file. */
export function sourceOrigin(db: ReadableDB, batch: number): SourceOrigin | undefined {
  const load = db
    .prepare(
      `SELECT connection_name AS connection, place, statement, watermark, since, until, key, read_at AS readAt
       FROM source_load WHERE batch_id = ?`,
    )
    .get(batch) as (Omit<SourceOrigin, 'key'> & { key: string }) | undefined
  return load && { ...load, key: JSON.parse(load.key) as string[] }
}
