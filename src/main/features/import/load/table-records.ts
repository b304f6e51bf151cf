import type { OpContext } from '../../../compute/ops.ts'
import { MAX_RECORD, RecordReader, type Encoding, type Layout } from '../formats/csv/index.ts'
import type { Lender } from '../lender.ts'
import { join, readBytes, type Source } from '../source.ts'
import { stopIfCancelled, type Piece } from './file.ts'

const LINE_END = 10
const CARRIAGE_RETURN = 13
const QUOTE = 34
const BOM = [0xef, 0xbb, 0xbf] as const

/** A pass over a text file's records. Whole lines of UTF-8 without quotes are not decoded: see `PlainBlock`. */
export async function* readRecords(
  source: Source,
  encoding: Encoding,
  layout: Layout,
  op: OpContext,
  onBytes?: (bytes: Uint8Array) => void,
  lender?: Lender,
): AsyncGenerator<Piece, void, undefined> {
  const reader = new RecordReader(layout.delimiter, layout.loneCr)
  if (encoding !== 'utf-8') return yield* decoded(source, encoding, reader, op, onBytes)
  // The mark at the file's beginning is left out here: what is decoded need not begin there.
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  let done = 0
  let carry: Buffer = Buffer.alloc(0)
  let begun = false
  let midCharacter = false
  for await (const chunk of readBytes(source, raw => (done += raw.length), lender)) {
    stopIfCancelled(op)
    const bytes = join(carry, chunk)
    if (!begun && bytes.length < BOM.length) {
      carry = bytes
      continue
    }
    const end = bytes.lastIndexOf(LINE_END) + 1
    // A line that does not end is handed on as it comes, and the reader says when it is too long.
    const taken = end > 0 ? bytes.subarray(0, end) : bytes
    carry = bytes.subarray(taken.length)
    onBytes?.(taken)
    const content = begun ? taken : withoutBom(taken)
    begun = true
    if (end > 0 && !midCharacter && reader.between && isPlain(content)) {
      const block = reader.pushPlain(content)
      yield { block, done, nextLine: reader.line, whole: true }
    } else {
      const block = reader.push(decoder.decode(content, { stream: true }))
      midCharacter = end === 0
      yield { block, done, nextLine: reader.line, whole: end > 0 && reader.between }
    }
  }
  onBytes?.(carry)
  const tail = decoder.decode(begun ? carry : withoutBom(carry))
  if (tail !== '') yield { block: reader.push(tail), done, nextLine: reader.line }
  yield { block: reader.end(), done, nextLine: reader.line }
  return undefined
}

const isPlain = (bytes: Buffer): boolean =>
  bytes.length <= MAX_RECORD && !bytes.includes(QUOTE) && !bytes.includes(CARRIAGE_RETURN)

const withoutBom = (bytes: Buffer): Buffer =>
  BOM.every((byte, i) => bytes[i] === byte) ? bytes.subarray(BOM.length) : bytes

async function* decoded(
  source: Source,
  encoding: Encoding,
  reader: RecordReader,
  op: OpContext,
  onBytes?: (bytes: Uint8Array) => void,
): AsyncGenerator<Piece, void, undefined> {
  const decoder = new TextDecoder(encoding)
  let done = 0
  for await (const chunk of readBytes(source, raw => (done += raw.length))) {
    stopIfCancelled(op)
    onBytes?.(chunk)
    yield { block: reader.push(decoder.decode(chunk, { stream: true })), done, nextLine: reader.line }
  }
  const tail = decoder.decode()
  if (tail !== '') yield { block: reader.push(tail), done, nextLine: reader.line }
  yield { block: reader.end(), done, nextLine: reader.line }
  return undefined
}
