import { compareText } from '../../../shared/query/order.ts'
import { sourceOf, type DimensionSource, type Lookup } from '../dimensions.ts'
import { tagsOfKey } from '../tags.ts'

/** Up to this many members are read at once; of more, those asked for one by one, until so many have been. */
const WHOLE = 2048
const ONE_BY_ONE = 512

export interface Members {
  keys: string[]
  labels: string[]
}

/** Where a dictionary's members come from. */
export interface MemberSource {
  /** One more than the highest code. */
  size: number
  all(): Members
  one(code: number): { key: string; label: string } | undefined
  codeOf(key: string): number | undefined
}

/**
 * A dimension's members by code. Code 0 is "none": key and label ''. A ledger can have a hundred thousand payees, of which a
 * dashboard names eight: all of them are read only when a question goes through all.
 */
export class Dictionary {
  readonly source: DimensionSource
  /** Codes are 0 … size − 1. */
  readonly size: number
  /** Derived dimensions: the ordinal that they are looked up through → this dimension's code. */
  readonly through: Int32Array | undefined
  /** Where a code of the column stands for several members: their codes, by code of the column. */
  readonly sets: readonly (readonly number[])[] | undefined
  readonly #members: MemberSource
  readonly #asked = new Map<number, { key: string; label: string }>()
  #all: Members | undefined
  #codes: Map<string, number> | undefined
  #ranks: Int32Array | undefined

  constructor(
    source: DimensionSource,
    members: MemberSource,
    through: Int32Array | undefined,
    sets?: readonly (readonly number[])[],
  ) {
    this.source = source
    this.#members = members
    this.size = members.size
    this.through = through
    this.sets = sets
  }

  get keys(): string[] {
    return this.#whole().keys
  }

  get labels(): string[] {
    return this.#whole().labels
  }

  keyOf(code: number): string {
    return this.#all ? (this.#all.keys[code] ?? '') : this.#one(code).key
  }

  labelOf(code: number): string {
    return this.#all ? (this.#all.labels[code] ?? '') : this.#one(code).label
  }

  /** Undefined for a key that is no member. */
  codeOf(key: string): number | undefined {
    if (key === '') return 0
    if (!this.#all && this.size > WHOLE) return this.#members.codeOf(key)
    this.#codes ??= new Map(this.keys.map((known, code) => [known, code]))
    return this.#codes.get(key)
  }

  /** The place of each of the codes given among the others when sorted by key. */
  ranksOf(codes: readonly number[]): (code: number) => number {
    if (this.size > WHOLE && codes.length < ONE_BY_ONE && !this.#ranks) {
      const some = [...new Set(codes)].sort((a, b) => compareText(this.keyOf(a), this.keyOf(b)))
      const places = new Map(some.map((code, place) => [code, place]))
      return code => places.get(code) as number
    }
    const ranks = (this.#ranks ??= ranksOf(this.keys))
    return code => ranks[code] as number
  }

  #whole(): Members {
    this.#all ??= this.#members.all()
    return this.#all
  }

  #one(code: number): { key: string; label: string } {
    if (this.size <= WHOLE || this.#asked.size >= ONE_BY_ONE) {
      const { keys, labels } = this.#whole()
      return { key: keys[code] ?? '', label: labels[code] ?? '' }
    }
    const found = this.#asked.get(code) ?? this.#members.one(code) ?? { key: '', label: '' }
    this.#asked.set(code, found)
    return found
  }
}

function ranksOf(keys: readonly string[]): Int32Array {
  const ranks = new Int32Array(keys.length)
  const order = keys.map((_, code) => code)
  order.sort((a, b) => compareText(keys[a] as string, keys[b] as string))
  for (const [rank, code] of order.entries()) ranks[code] = rank
  return ranks
}

/** Where dictionaries are read from: this file, or a warehouse. */
export interface MemberReader {
  readonly registry: Map<string, DimensionSource>
  membersOf(dimension: string): MemberSource
  /** A derived dimension's keys by the ordinals that they are looked up through, in the order of these. */
  derived(source: DimensionSource, lookup: Lookup): readonly { ordinal: number; key: string }[]
}

/** The dictionaries in memory, each read when first asked for. Made anew for each revision. */
export class Dictionaries {
  readonly registry: Map<string, DimensionSource>
  readonly #reader: MemberReader
  readonly #known = new Map<string, Dictionary>()

  constructor(reader: MemberReader) {
    this.#reader = reader
    this.registry = reader.registry
  }

  /** Throws `not-found` for an id that the registry does not have. */
  get(id: string): Dictionary {
    const known = this.#known.get(id)
    if (known) return known
    const source = sourceOf(this.registry, id)
    const made = source.several
      ? this.#several(source)
      : source.lookup
        ? this.#derived(source, source.lookup)
        : new Dictionary(source, this.#reader.membersOf(id), undefined)
    this.#known.set(id, made)
    return made
  }

  /** The single tags out of the sets that entries have. */
  #several(source: DimensionSource): Dictionary {
    const keys = ['']
    const codes = new Map([['', 0]])
    const sets = this.get(source.column).keys.map(set =>
      tagsOfKey(set).map(key => {
        const code = codes.get(key) ?? keys.length
        if (code === keys.length) keys.push(key)
        codes.set(key, code)
        return code
      }),
    )
    sets[0] = [0]
    return new Dictionary(source, membersOf(keys, codes), undefined, sets)
  }

  #derived(source: DimensionSource, lookup: Lookup): Dictionary {
    const rows = this.#reader.derived(source, lookup)
    const keys = ['']
    const codes = new Map([['', 0]])
    const through = new Int32Array(this.get(lookup.through).size)
    for (const { ordinal, key } of rows) {
      let code = codes.get(key)
      if (code === undefined) {
        code = keys.length
        keys.push(key)
        codes.set(key, code)
      }
      through[ordinal] = code
    }
    return new Dictionary(source, membersOf(keys, codes), through)
  }
}

function membersOf(keys: string[], codes: Map<string, number>): MemberSource {
  return {
    size: keys.length,
    all: () => ({ keys, labels: keys }),
    one: code => ({ key: keys[code] ?? '', label: keys[code] ?? '' }),
    codeOf: key => codes.get(key),
  }
}
