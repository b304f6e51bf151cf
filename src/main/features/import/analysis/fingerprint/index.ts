/**
 * The 128 bits by which an entry is known again: MurmurHash3_x86_128 (A. Appleby, public domain) over words of 32 bits.
 * It guards against accidents, not against somebody who wants two payments to collide: by the birthday bound a million entries
 * of one day meet by chance with probability 6e-18. Texts are hashed as UTF-16 units, two a word.
 *
 * Version 2 of the key. Its first four bytes are the day, so that the entries of a file, which mostly come by date, meet a few pages
 * of the index and not all of it; the other 96 bits are the hash's, and need only tell apart the entries of one day. A row that
 * carries a bank's own reference: account, reference, day, amount, currency. Any other row: day, amount, currency and every mapped
 * cell, each cell hashed with its field's name and the hashes summed, so that the order of columns does not matter. Then the occurrence number within the file, so that two equal payments in one file stay two.
 */
export const FINGERPRINT_VERSION = 2

const C1 = 0x239b961b
const C2 = 0xab0e9789
const C3 = 0x38b34ae5
const C4 = 0xa1e38b93

const rotl = (x: number, r: number): number => (x << r) | (x >>> (32 - r))

function fmix(h: number): number {
  let x = h
  x ^= x >>> 16
  x = Math.imul(x, 0x85ebca6b)
  x ^= x >>> 13
  x = Math.imul(x, 0xc2b2ae35)
  return x ^ (x >>> 16)
}

/** Hashes `length` words (a multiple of four; pad with noughts) into `out[at … at+3]`. */
export function hashWords(
  words: Int32Array,
  length: number,
  seed: number,
  out: Int32Array,
  at: number,
): void {
  let h1 = seed
  let h2 = seed
  let h3 = seed
  let h4 = seed
  for (let i = 0; i < length; i += 4) {
    h1 ^= Math.imul(rotl(Math.imul(words[i] as number, C1), 15), C2)
    h1 = (Math.imul((rotl(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0
    h2 ^= Math.imul(rotl(Math.imul(words[i + 1] as number, C2), 16), C3)
    h2 = (Math.imul((rotl(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0
    h3 ^= Math.imul(rotl(Math.imul(words[i + 2] as number, C3), 17), C4)
    h3 = (Math.imul((rotl(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0
    h4 ^= Math.imul(rotl(Math.imul(words[i + 3] as number, C4), 18), C1)
    h4 = (Math.imul((rotl(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0
  }
  h1 ^= length
  h2 ^= length
  h3 ^= length
  h4 ^= length
  h1 = (h1 + h2 + h3 + h4) | 0
  h2 = (h2 + h1) | 0
  h3 = (h3 + h1) | 0
  h4 = (h4 + h1) | 0
  h1 = fmix(h1)
  h2 = fmix(h2)
  h3 = fmix(h3)
  h4 = fmix(h4)
  h1 = (h1 + h2 + h3 + h4) | 0
  out[at] = h1
  out[at + 1] = (h2 + h1) | 0
  out[at + 2] = (h3 + h1) | 0
  out[at + 3] = (h4 + h1) | 0
}

let scratch = new Int32Array(1024)

/** Hashes a text into four words. */
export function hashText(text: string, seed: number, out: Int32Array, at: number): void {
  const { length } = text
  const words = (length + 1) >> 1
  const padded = ((words + 1 + 3) >> 2) << 2
  if (padded > scratch.length) scratch = new Int32Array(padded * 2)
  let i = 0
  let w = 0
  for (; i + 1 < length; i += 2) scratch[w++] = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16)
  if (i < length) scratch[w++] = text.charCodeAt(i)
  // The length closes the text, so that a trailing NUL or an odd unit cannot be confused with padding.
  scratch[w++] = length
  while (w < padded) scratch[w++] = 0
  hashWords(scratch, padded, seed, out, at)
}

/** The same of a text that lies in `bytes`; false, and nothing done, where it is not all ASCII. */
export function hashAscii(
  bytes: Uint8Array,
  from: number,
  to: number,
  seed: number,
  out: Int32Array,
  at: number,
): boolean {
  const length = to - from
  const words = (length + 1) >> 1
  const padded = ((words + 1 + 3) >> 2) << 2
  if (padded > scratch.length) scratch = new Int32Array(padded * 2)
  let seen = 0
  let i = from
  let w = 0
  for (; i + 1 < to; i += 2) {
    const word = (bytes[i] as number) | ((bytes[i + 1] as number) << 16)
    seen |= word
    scratch[w++] = word
  }
  if (i < to) {
    seen |= bytes[i] as number
    scratch[w++] = bytes[i] as number
  }
  if ((seen & 0x800080) !== 0) return false
  scratch[w++] = length
  while (w < padded) scratch[w++] = 0
  hashWords(scratch, padded, seed, out, at)
  return true
}

const row = new Int32Array(12)

/** A row's key from its summed cell hashes and its facts, into `out`; `occurrence` from 1. */
export function hashRow(
  sums: Int32Array,
  day: number,
  amount: number,
  currencyHash: number,
  occurrence: number,
  out: Int32Array,
  at: number,
): void {
  row[0] = sums[0] as number
  row[1] = sums[1] as number
  row[2] = sums[2] as number
  row[3] = sums[3] as number
  row[4] = day
  // An amount has up to 53 bits: low and high words apart.
  row[5] = amount | 0
  row[6] = Math.floor(amount / 4294967296)
  row[7] = currencyHash
  row[8] = occurrence
  row[9] = FINGERPRINT_VERSION
  hashWords(row, 12, 0x46415254, out, at)
}

/** Puts the day in front of a key, in the byte order by which SQLite sorts. */
export function prefixDay(words: Int32Array, at: number, day: number): void {
  const d = day ^ 0x80000000
  words[at] = (d << 24) | ((d & 0xff00) << 8) | ((d >>> 8) & 0xff00) | (d >>> 24)
}
