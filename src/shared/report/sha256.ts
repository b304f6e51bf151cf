/**
 * SHA-256 (FIPS 180-4) of a text of ASCII characters, in lower-case hex. For ids that are made without node's crypto; files are hashed
 * by node. Throws RangeError for a character beyond ASCII: escape it first.
 */
export function sha256OfAscii(text: string): string {
  const length = text.length
  const blocks = Math.ceil((length + 9) / 64)
  const words = new Uint32Array(blocks * 16)
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > 127) throw new RangeError('not ASCII')
    words[i >> 2] = (words[i >> 2] as number) | (code << (24 - (i & 3) * 8))
  }
  words[length >> 2] = (words[length >> 2] as number) | (0x80 << (24 - (length & 3) * 8))
  words[words.length - 2] = Math.floor(length / 0x20000000)
  words[words.length - 1] = length << 3
  const state = Uint32Array.from(roots(1 / 2).slice(0, 8))
  const schedule = new Uint32Array(64)
  for (let block = 0; block < blocks; block += 1)
    mix(state, schedule, words.subarray(block * 16, block * 16 + 16))
  return Array.from(state, word => word.toString(16).padStart(8, '0')).join('')
}

const K = Uint32Array.from(roots(1 / 3))

function mix(state: Uint32Array, w: Uint32Array, block: Uint32Array): void {
  w.set(block)
  for (let i = 16; i < 64; i += 1) {
    const a = w[i - 15] as number
    const b = w[i - 2] as number
    const small0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)
    const small1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10)
    w[i] = (w[i - 16] as number) + small0 + (w[i - 7] as number) + small1
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as Eight
  for (let i = 0; i < 64; i += 1) {
    const big1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const one = (h + big1 + ((e & f) ^ (~e & g)) + (K[i] as number) + (w[i] as number)) >>> 0
    const big0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) >>> 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) >>> 0, c, b, a, (one + two) >>> 0]
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] as number) + value
}

type Eight = [number, number, number, number, number, number, number, number]

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The first 32 bits behind the point of the square (cube) roots of the first 64 primes: the standard's constants. */
function roots(power: number): number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < 64; n += 1) if (primes.every(prime => n % prime !== 0)) primes.push(n)
  return primes.map(prime => {
    const root = prime ** power
    return Math.floor((root - Math.floor(root)) * 2 ** 32)
  })
}
