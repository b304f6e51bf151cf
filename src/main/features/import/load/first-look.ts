import { createHash } from 'node:crypto'
import type { OpContext } from '../../../compute/ops.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import { EncodingProbe } from '../formats/csv/index.ts'
import { Lender } from '../lender.ts'
import { readBytes } from '../source.ts'
import { stopIfCancelled, type OpenRequest, type TableFile } from './file.ts'
import { glimpse } from './glimpse.ts'
import { Sampler, type SamplePieces } from './sample.ts'
import { say } from '../messages.ts'

/** Bytes at a text file's beginning by which its layout is told. */
export const LAYOUT_SAMPLE = 512 * 1024

/** What is known of a text file before its layout is. */
interface FirstLook extends Pick<TableFile, 'sha256' | 'glimpsed' | 'bytes' | 'encoding'> {
  /** Consecutive, from the file's first byte: as much as its layout is told by. */
  head: Uint8Array[]
  pieces: SamplePieces | undefined
}

/** Reads a file through, or looks at it here and there where it is large and is to be loaded at once. */
export async function firstLook(request: OpenRequest, op: OpContext): Promise<FirstLook> {
  const seen = request.quick ? await glimpse(request.source) : undefined
  if (!seen) return readThrough(request, op)
  const { pieces, state } = seen
  const { bytes } = state
  return { sha256: undefined, glimpsed: state, bytes, encoding: 'utf-8', head: pieces.head, pieces }
}

/** First pass over the file: hash, and encoding from all bytes. */
async function readThrough({ source, name, size }: OpenRequest, op: OpContext): Promise<FirstLook> {
  const hash = createHash('sha256')
  const probe = new EncodingProbe()
  const sampler = new Sampler(size)
  const head: Uint8Array[] = []
  let headBytes = 0
  let bytes = 0
  let done = 0
  for await (const chunk of readBytes(source, raw => (done += raw.length), new Lender())) {
    stopIfCancelled(op)
    hash.update(chunk)
    probe.push(chunk)
    bytes += chunk.length
    sampler.push(chunk, done)
    if (headBytes < LAYOUT_SAMPLE) {
      head.push(Uint8Array.from(chunk))
      headBytes += chunk.length
    }
    op.progress({ stage: 'reading', done, total: size, unit: 'bytes', subject: name })
  }
  if (bytes === 0) throw new FailureError('import-refused', say().emptyFile(name))
  const { encoding, hasNul, broken } = probe.settle()
  if (hasNul) throw new FailureError('import-refused', say().noText(name))
  if (broken) throw new FailureError('import-refused', say().halfCharacter(name))
  // Pieces cut anywhere are told apart by their line ends, which UTF-16 spreads over two bytes.
  const pieces = encoding === 'utf-16le' || encoding === 'utf-16be' ? undefined : sampler.pieces
  return { sha256: hash.digest('hex'), bytes, encoding, head, pieces }
}
