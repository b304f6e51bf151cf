import type { Source, SourceColumn, SourceTable } from '../../../../shared/contract/connections.ts'

export type Row = (string | null)[]

/** What is read: in the order of the watermark where there is one, from `since` on. */
export interface ReadRequest {
  source: Source
  watermark: string
  since: string | null
  /** Rows at most. */
  limit: number
  /** What one statement may take, in milliseconds. */
  timeoutMs: number
}

/** An open database of any kind. Everything runs in a read-only transaction. Rejects with FailureError only. */
export interface OpenSource {
  about(): Promise<{ server: string; user: string; tls: string; verified: boolean }>
  tables(): Promise<(SourceTable & { kind: 'table' | 'view' })[]>
  /** Pieces of rows; `columns` is called once before the first, also where there are none. */
  read(
    request: ReadRequest,
    columns: (columns: SourceColumn[]) => void,
  ): AsyncGenerator<Row[], void, undefined>
  /** Stops a statement that runs. */
  cancel(): Promise<void>
  close(): Promise<void>
}

/** The statement without what would end it early: it stands in brackets of its own lines, so that a closing comment hurts nothing. */
export const bareSelect = (sql: string): string => sql.trim().replace(/;+\s*$/u, '')
