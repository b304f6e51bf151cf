import { compareText } from '../../../shared/query/order.ts'
import type { ReadableDB } from '../../db/types.ts'
import { readRegistry, sourceOf, type DimensionSource } from '../dimensions.ts'

/** A dimension's members by code. Code 0 is "none": key and label ''. */
export interface Dictionary {
  source: DimensionSource
  keys: string[]
  labels: string[]
  codes: Map<string, number>
  /** Derived dimensions: the account's ordinal → this dimension's code. */
  through: Int32Array | undefined
  /** Code → place among all members when sorted by key. Made when first asked for. */
  ranks: () => Int32Array
}

/** The dictionaries in memory, each read when first asked for. Made anew for each revision. */
export class Dictionaries {
  readonly registry: Map<string, DimensionSource>
  readonly #db: ReadableDB
  readonly #known = new Map<string, Dictionary>()

  constructor(db: ReadableDB) {
    this.#db = db
    this.registry = readRegistry(db)
  }

  /** Throws `not-found` for an id that the registry does not have. */
  get(id: string): Dictionary {
    const known = this.#known.get(id)
    if (known) return known
    const source = sourceOf(this.registry, id)
    const made = source.detail ? this.#derived(source) : this.#stored(source)
    this.#known.set(id, made)
    return made
  }

  #stored(source: DimensionSource): Dictionary {
    const rows = this.#db
      .prepare('SELECT ordinal, key, label FROM member WHERE dimension_id = ? ORDER BY ordinal')
      .raw()
      .all(source.id) as [number, string, string][]
    const size = (rows.at(-1)?.[0] ?? 0) + 1
    const keys = Array.from({ length: size }, () => '')
    const labels = Array.from({ length: size }, () => '')
    for (const [ordinal, key, label] of rows) {
      keys[ordinal] = key
      labels[ordinal] = label
    }
    return dictionary(source, keys, labels, undefined)
  }

  #derived(source: DimensionSource): Dictionary {
    const rows = this.#db.prepare('SELECT * FROM account_detail').all() as Record<string, string | number>[]
    const keys = ['']
    const codes = new Map([['', 0]])
    const through = new Int32Array(this.get('account').keys.length)
    for (const row of rows) {
      const key = String(row[source.detail as string] ?? '')
      let code = codes.get(key)
      if (code === undefined) {
        code = keys.length
        keys.push(key)
        codes.set(key, code)
      }
      through[row['ordinal'] as number] = code
    }
    return dictionary(source, keys, [...keys], through)
  }
}

function dictionary(
  source: DimensionSource,
  keys: string[],
  labels: string[],
  through: Int32Array | undefined,
): Dictionary {
  let ranks: Int32Array | undefined
  return {
    source,
    keys,
    labels,
    codes: new Map(keys.map((key, code) => [key, code])),
    through,
    ranks() {
      if (!ranks) {
        ranks = new Int32Array(keys.length)
        const order = keys.map((_, code) => code)
        order.sort((a, b) => compareText(keys[a] as string, keys[b] as string))
        for (const [rank, code] of order.entries()) ranks[code] = rank
      }
      return ranks
    },
  }
}
