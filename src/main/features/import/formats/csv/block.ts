/** Records of one piece of the file, in its order. */
export interface Block {
  /** How many records there are. */
  readonly count: number
  readonly rows: string[][]
  /** Physical line (from 1) on which each record begins. */
  readonly lines: number[]
  /** Lines that are no record: a quote never closed, or longer than the cap. */
  readonly broken: { line: number; code: 'open-quote' | 'record-too-long'; raw: string }[]
  row(index: number): string[]
  line(index: number): number
  /** A record's text as it stands in the file, without its line end. */
  raw(index: number): string
}
