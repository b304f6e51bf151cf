import type { OpContext } from '../../../compute/ops.ts'
import type { Mapping, Question } from '../../../../shared/contract/import.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { Block, Encoding, Layout } from '../formats/csv/index.ts'
import type { Lender } from '../lender.ts'
import type { Source } from '../source.ts'
import type { FileState } from './glimpse.ts'
import type { SamplePieces } from './sample.ts'
import type { Stated } from './datev.ts'
import { say } from '../messages.ts'

/** What a row's number counts: physical lines, a sheet's rows, or records where several stand on one line. */
export type Place = NonNullable<Mapping['place']>

/** What a pass over a file's records gets, piece by piece. */
export interface Piece {
  block: Block
  /** Bytes of the file read so far, for progress. */
  done: number
  /** The physical line on which the next piece's first record begins. */
  nextLine: number
  /** The bytes that `onBytes` has seen end right before that line. */
  whole?: boolean
}

/** A file as it was found to be, before any meaning is given to its columns. */
export interface TableFile {
  source: Source
  name: string
  /** Of the file's bytes; a gzip file's are those it unpacks to. Undefined where the file was `glimpsed` only. */
  sha256: string | undefined
  /** How the file was when it was looked at here and there: all else of it is seen when it is loaded. */
  glimpsed?: FileState
  bytes: number
  /** 'csv', 'xlsx', 'ofx', 'camt' … */
  format: string
  place: Place
  encoding: Encoding
  layout: Layout
  /** Of a large text file: what its mapping is settled from. */
  sample: SamplePieces | undefined
  /** A workbook's sheets, and the one that is read. */
  sheets?: { name: string; hidden: boolean }[]
  sheet?: string
  /** The part of the sheet that is read, where not all of it is. */
  range?: string | undefined
  /** What the format itself settles: no column of a statement has to be guessed. */
  settled?: Settled
  /** Of a text file: the layout of its first table, and which is read where it is not that one. */
  firstTable?: Layout
  table?: number | undefined
  /** What it says above its table that its rows cannot be read without. */
  stated?: Stated | undefined
  /** Of rejected rows that come back: the format of the file that they were rejected of. */
  rejectsOf?: string
  /** What the whole file leaves open (a statement's order of day and month, which sheet). */
  questions: Question[]
  /**
   * Passes over the file's records. Preamble and header are among them. `onBytes` sees the file's bytes in their order, for keeping
   * them. With a `lender` the bytes, and those of a plain block, are held as long as they are needed, or they change.
   */
  records(
    op: OpContext,
    onBytes?: (bytes: Uint8Array) => void,
    lender?: Lender,
  ): AsyncGenerator<Piece, void, undefined>
}

export interface Settled {
  fields: Mapping['fields']
  profile: Mapping['profile']
  label: string
  columns: { name: string; samples: string[]; blank: number; distinct: number }[]
  /** Accounts that the file's records belong to. */
  accounts: string[]
  /** The currency of records that name none: that of the file's other records, where they agree. */
  currency: string | undefined
}

/** What is asked of a file before it is opened. */
export interface OpenRequest {
  source: Source
  name: string
  size: number
  mapping: Mapping | undefined
  answers: Readonly<Record<string, string>>
  /** Mappings that were used before: by them a workbook's sheet is known again. */
  known: readonly Mapping[]
  /** It is to be loaded at once: a large file need not be read through before. */
  quick?: boolean
}

export function stopIfCancelled(op: OpContext): void {
  if (op.cancelled()) throw new FailureError('cancelled', say().cancelled)
}

export const refuse = (message: string): FailureError => new FailureError('import-refused', message)

/** The header's physical line, 0 where there is none; lines up to it are no data. */
export function headerLine(layout: Layout): number {
  return layout.hasHeader ? layout.skipLines + 1 : 0
}
