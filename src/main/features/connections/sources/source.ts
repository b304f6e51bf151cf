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

// What a statement is made of, as far as a semicolon in it is no end: texts, names, comments. A text that is not closed goes to the end.
const PART =
  /'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\$(\w*)\$[\s\S]*?(?:\$\1\$|$)|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[^'"`$\-/\s;]+|[\s\S]/gu
// MySQL ends no text at a quote behind \, and has a comment more.
const PART_OF_MYSQL =
  /'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|"(?:[^"\\]|""|\\[\s\S])*(?:"|$)|`(?:[^`]|``)*(?:`|$)|--[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[^'"`#\-/\s;]+|[\s\S]/gu
const NOTHING = /^(?:\s|;|--|#|\/\*)/u

/**
 * The statement without the semicolons and comments that it ends with. It stands in brackets of its own lines. A semicolon in the midst
 * stays: the server refuses it.
 */
export function bareSelect(sql: string, mysql = false): string {
  let end = 0
  for (const { 0: part, index } of sql.matchAll(mysql ? PART_OF_MYSQL : PART))
    if (!NOTHING.test(part) || (part.startsWith('#') && !mysql)) end = index + part.length
  return sql.slice(0, end).trim()
}
