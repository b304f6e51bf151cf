import { hashText } from '../fingerprint/index.ts'

export interface NewMember {
  key: string
  label: string
}

/**
 * One dimension's members as a file brings them: cell text → a local ordinal from 1 (0 = none), found by the raw cell first so
 * that a repeated cell costs one look-up. Beside each goes the hash of its texts for the fingerprint.
 */
export class Dictionary {
  readonly members: NewMember[] = []
  /** Four words a local ordinal. */
  hashes = new Int32Array(256)
  readonly #byCell = new Map<string, number>()
  readonly #byKey = new Map<string, number>()
  readonly #seed: number
  readonly #upper: boolean

  /** `seed` comes from the field's name; `upper`: keys are brought to capitals (currency codes). */
  constructor(seed: number, upper = false) {
    this.#seed = seed
    this.#upper = upper
  }

  /** Local ordinal of a cell; `name` labels a code. */
  ordinal(cell: string, name?: string): number {
    const known = this.#byCell.get(cell)
    if (known !== undefined) return known
    const text = tidy(cell)
    const key = this.#upper ? text.toUpperCase() : text
    if (key === '') {
      if (name !== undefined && name.trim() !== '') return this.ordinal(name)
      this.#byCell.set(cell, 0)
      return 0
    }
    let at = this.#byKey.get(key)
    if (at === undefined) {
      this.members.push({ key, label: (name === undefined ? '' : tidy(name)) || key })
      at = this.members.length
      this.#byKey.set(key, at)
      if ((at + 1) * 4 > this.hashes.length) {
        const wider = new Int32Array(this.hashes.length * 2)
        wider.set(this.hashes)
        this.hashes = wider
      }
      hashText(key, this.#seed, this.hashes, at * 4)
    }
    this.#byCell.set(cell, at)
    return at
  }
}

const LONGEST_KEY = 1000

/** Spaces of all kinds at the ends and in rows become one; members longer than a key may be are cut. */
function tidy(cell: string): string {
  const text = cell.trim()
  const single = /\s\s|[\t\n\u00a0]/.test(text) ? text.replace(/[\s\u00a0]+/g, ' ') : text
  return single.length > LONGEST_KEY ? single.slice(0, LONGEST_KEY) : single
}
