/** Ids that banks write where they have none. */
const EMPTY = /^(?:0+|none|null|n\/?a|-+|x+)$/i
/** Beyond this many ids no repetition is looked for, so that a huge file needs no more memory. */
const MOST = 500_000

/**
 * FITID is to be unique within an account; banks break that. An id that was seen with another content is none of this movement: trusting
 * it would make a duplicate of what is none. The same id with the same content is the movement again.
 */
export class References {
  readonly #contents = new Map<number, number>()

  /** The id, or '' and why: 'none' was given, or it is 'repeated'. */
  check(account: string, id: string, content: string): { id: string; why?: 'none' | 'repeated' } {
    if (id === '' || EMPTY.test(id)) return { id: '', why: 'none' }
    const key = hash(`${account}\n${id}`)
    const now = hash(content)
    const before = this.#contents.get(key)
    if (before === undefined) {
      if (this.#contents.size < MOST) this.#contents.set(key, now)
      return { id }
    }
    return before === now ? { id } : { id: '', why: 'repeated' }
  }
}

/** 53 bits: two multiplicative hashes (FNV's prime) side by side; chance makes two of half a million ids one in 70,000 files. */
function hash(text: string): number {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
  }
  return (a >>> 0) * 0x20_0000 + ((b ^ (b >>> 11)) & 0x1f_ffff)
}
