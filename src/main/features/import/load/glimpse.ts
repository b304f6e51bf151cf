import { open, stat } from 'node:fs/promises'
import { FailureError } from '../../../../shared/result/failure.ts'
import { EncodingProbe } from '../formats/csv/index.ts'
import type { Source } from '../source.ts'
import { again } from './again.ts'
import { HEAD, LARGE, PIECE, PIECES, type SamplePieces } from './sample.ts'
import { say } from '../messages.ts'

const LINE_END = 10
const GZIP = [0x1f, 0x8b] as const

/** By these a file that was written to in the meantime is told. */
export interface FileState {
  bytes: number
  modified: bigint
}

export interface Glimpse {
  state: FileState
  pieces: SamplePieces
}

/**
 * Looks at a large file here and there, for one that is to be loaded at once: who loads it reads all of it anyway, and hashes it then, and
 * holds what was taken for granted here (that it is UTF-8) against every byte (`GlimpseCheck`). Undefined where it must be read first: one
 * that is small, packed, or not UTF-8 as far as it was seen.
 */
export async function glimpse({ path, member }: Source): Promise<Glimpse | undefined> {
  if (member !== undefined) return undefined
  const file = await open(path)
  try {
    const { size, mtimeNs } = await file.stat({ bigint: true })
    const bytes = Number(size)
    if (bytes < LARGE) return undefined
    const read = async (from: number, length: number): Promise<Uint8Array> => {
      const buffer = Buffer.allocUnsafeSlow(length)
      const { bytesRead } = await file.read(buffer, 0, length, from)
      return buffer.subarray(0, bytesRead)
    }
    const head = [await read(0, HEAD)]
    const later: Uint8Array[] = []
    const step = (bytes - HEAD) / PIECES
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other
    for (let i = 1; i <= PIECES; i++) later.push(await read(Math.floor(HEAD + step * i) - PIECE, PIECE))
    const pieces = { head, later }
    return isUtf8(pieces) ? { state: { bytes, modified: mtimeNs }, pieces } : undefined
  } finally {
    await file.close()
  }
}

function isUtf8({ head: [head], later }: SamplePieces): boolean {
  if (!head || GZIP.every((byte, i) => head[i] === byte)) return false
  const probe = new EncodingProbe()
  // Between line ends, at which no character is cut.
  for (const [i, piece] of [head, ...later].entries())
    probe.push(piece.subarray(i === 0 ? 0 : piece.indexOf(LINE_END) + 1, piece.lastIndexOf(LINE_END) + 1))
  return probe.isUtf8
}

/** Sees all of a file's bytes while they are loaded. */
export class GlimpseCheck {
  readonly #probe = new EncodingProbe()
  readonly #source: Source
  readonly #name: string
  readonly #state: FileState
  #bytes = 0

  constructor(source: Source, name: string, state: FileState) {
    this.#source = source
    this.#name = name
    this.#state = state
  }

  /** Throws `again` with the first bytes that are not what the file was taken for. */
  push(bytes: Uint8Array): void {
    this.#bytes += bytes.length
    this.#probe.push(bytes)
    if (!this.#probe.isUtf8) throw again(this.#name)
  }

  /** All is loaded. Throws `import-refused` where the file is not as it was when it was looked at. */
  async end(): Promise<void> {
    const { encoding, hasNul } = this.#probe.settle()
    if (encoding !== 'utf-8' || hasNul) throw again(this.#name)
    const { size, mtimeNs } = await stat(this.#source.path, { bigint: true })
    const { bytes, modified } = this.#state
    if (Number(size) !== bytes || this.#bytes !== bytes || mtimeNs !== modified)
      throw new FailureError('import-refused', say().changed(this.#name))
  }
}
