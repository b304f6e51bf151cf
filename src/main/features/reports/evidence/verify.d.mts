export interface PackProblem {
  /** '' where it is the archive itself. */
  member: string
  what: string
  /** Bytes from `offset` on, and lines, among which the change is; of a source, the line of the record. */
  offset?: number
  length?: number
  line?: number
  toLine?: number
  figure?: string
}

export interface Verified {
  ok: boolean
  problems: PackProblem[]
  members: number
  entries: number
  records: number
  figures: number
  statistics: number
}

/** Reads an evidence pack, a zip or the folder it was unpacked into, and holds it against its own manifest, entries and sources. */
export function verifyPack(path: string): Verified
