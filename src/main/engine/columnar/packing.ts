/**
 * Two forms in which a column lies more closely in the file than in memory. Opening a workspace is mostly decryption, which costs
 * several times what unpacking does.
 */

/** Beyond this many bits a value and what is left of the byte before it would not fit one 32-bit word. */
export const MOST_BITS = 25

const BLOCK = 8192

/** Whole words, and one more so that a value's second word is always there to be read. */
export const packedBytes = (rows: number, bits: number): number => (Math.ceil((rows * bits) / 32) + 1) * 4

/** Writes value − least with as many bits each as named, lowest bit first. */
export function packBits(values: ArrayLike<number>, bits: number, least: number): Buffer {
  // Codes are as they are written. The loop that does the work sees one type only, as in `unpackBits`.
  const rest = least === 0 && values instanceof Uint32Array ? values : distances(values, least)
  const words = new Int32Array(packedBytes(rest.length, bits) / 4)
  let at = 0
  for (let i = 0; i < rest.length; i += 1) {
    const value = rest[i] as number
    const w = at >>> 5
    const shift = at & 31
    words[w] = (words[w] as number) | (value << shift)
    if (shift + bits > 32) words[w + 1] = value >>> (32 - shift)
    at += bits
  }
  return Buffer.from(words.buffer)
}

function distances(values: ArrayLike<number>, least: number): Uint32Array {
  const out = new Uint32Array(values.length)
  for (let i = 0; i < out.length; i += 1) out[i] = (values[i] as number) - least
  return out
}

export type WholeNumbers = Uint8Array | Uint16Array | Uint32Array | Int32Array

export function unpackBits(bytes: Uint8Array, bits: number, least: number, out: WholeNumbers): void {
  const words =
    bytes.byteOffset % 4 === 0
      ? new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
      : new Int32Array(new Uint8Array(bytes).buffer)
  // The loop that does the work sees one type only, or V8 would have it ask at every element.
  if (out.BYTES_PER_ELEMENT === 4)
    unpackInto(words, bits, least, 0, new Int32Array(out.buffer as ArrayBuffer), out.length)
  else
    for (let from = 0; from < out.length; from += BLOCK) {
      const count = Math.min(BLOCK, out.length - from)
      unpackInto(words, bits, least, from, block, count)
      if (out instanceof Uint8Array) narrowU8(block, count, out, from)
      else narrowU16(block, count, out as Uint16Array, from)
    }
}

const block = new Int32Array(BLOCK)

function unpackInto(
  words: Int32Array,
  bits: number,
  least: number,
  from: number,
  out: Int32Array,
  count: number,
): void {
  const mask = (1 << bits) - 1
  let at = from * bits
  for (let i = 0; i < count; i += 1) {
    const w = at >>> 5
    const shift = at & 31
    // Two shifts for the second word: one by 32 would be one by 0.
    const word = ((words[w] as number) >>> shift) | (((words[w + 1] as number) << 1) << (31 - shift))
    out[i] = least + (word & mask)
    at += bits
  }
}

function narrowU8(values: Int32Array, count: number, out: Uint8Array, from: number): void {
  for (let i = 0; i < count; i += 1) out[from + i] = values[i] as number
}

function narrowU16(values: Int32Array, count: number, out: Uint16Array, from: number): void {
  for (let i = 0; i < count; i += 1) out[from + i] = values[i] as number
}

/** Bytes of one run: its value and how many rows have it. */
export const RUN_BYTES = 8

export function packRuns(values: ArrayLike<number>, runs: number): Buffer {
  const pairs = new Int32Array(runs * 2)
  let run = -1
  for (let i = 0; i < values.length; i += 1) {
    if (i === 0 || values[i] !== values[i - 1]) {
      run += 1
      pairs[run * 2] = values[i] as number
    }
    pairs[run * 2 + 1] = (pairs[run * 2 + 1] as number) + 1
  }
  return Buffer.from(pairs.buffer)
}

/** Throws RangeError where the runs are not of as many rows as the array has places. */
export function unpackRuns(bytes: Uint8Array, out: WholeNumbers): WholeNumbers {
  const pairs = new Int32Array(new Uint8Array(bytes).buffer)
  let at = 0
  for (let i = 0; i < pairs.length; i += 2) {
    const end = at + (pairs[i + 1] as number)
    out.fill(pairs[i] as number, at, end)
    at = end
  }
  if (at !== out.length) throw new RangeError(`segment column of ${out.length} rows has runs of ${at}`)
  return out
}
