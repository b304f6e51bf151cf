import type { Control } from '../../../../shared/contract/import.ts'
import type { NewMember } from '../analysis/rows/dictionary.ts'
import type { Texts } from './texts.ts'

/** Rows on their way to the writer (or, for a preview, their fingerprints to the reader): columns, not objects. */
export interface RowChunk {
  sequence: number
  rows: number
  lines: Float64Array
  days: Int32Array
  periods: Int32Array
  amounts: Float64Array
  /** Local ordinals, one array a planned dimension, in the plan's order. */
  ordinals: Int32Array[]
  /** 16 bytes a row. */
  fingerprints: Uint8Array
  texts: Texts
  /** Members that turned up since the last chunk, a list a planned dimension. */
  members: NewMember[][]
  /** Rows (by index) that the user wants though they look like duplicates. */
  forced: number[]
  /** Rows that are not wanted, because another file has brought them: counted as duplicates. */
  left: number[]
}

/** From the importer's worker to the writer. */
export type ToWriter =
  | { kind: 'rows'; chunk: RowChunk; accounts: AccountDetailRow[] }
  | { kind: 'raw'; sequence: number; firstLine: number; firstByte: number; data: Uint8Array }
  | { kind: 'records'; sequence: number; firstLine: number; data: Uint8Array }
  | { kind: 'unloaded'; rows: UnloadedRow[] }
  | { kind: 'end'; summary: Summary; sha256: string }
  | { kind: 'failed' }

/** What is known of an account, by its local ordinal: type, levels 1–7. */
export interface AccountDetailRow {
  ordinal: number
  details: string[]
}

/** Answers rows that did not load: nothing is said of them but that they are taken. */
export const NO_CHUNK = -1

/** The writer's (or reader's) answer to a chunk: which of its rows are there already. */
export interface Ack {
  sequence: number
  duplicates: number[]
  /** That in which the chunk's columns came, to be filled again. */
  buffer?: ArrayBuffer
}

export interface UnloadedRow {
  line: number
  outcome: 'rejected' | 'duplicate' | 'ignored'
  code: string
  reason: string
  column: string
  raw: string
}

export interface Summary {
  read: number
  loaded: number
  duplicate: number
  rejected: number
  ignored: number
  sums: Record<string, string>
  /** Of the rows that were duplicates, and of all that read as entries: the first two must add up to it. */
  duplicateSums: Record<string, string>
  readSums: Record<string, string>
  /** What the file states of itself, beside ours. */
  controls: Control[]
  fromDay: number | null
  toDay: number | null
}
