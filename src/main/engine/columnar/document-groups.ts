import type { EntryGroup } from '../../../shared/contract/entry-groups.ts'
import { total, type Total } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { Columnar } from './columnar.ts'
import { extractColumns } from './extract.ts'
import { idsOf } from './order-entries.ts'

/** A head, and the code of its group. */
export interface Head extends EntryGroup {
  code: number
}

/** The place of each row's group among the heads. Rows are given by their number, counted through all segments. */
export type Places = (rows: Uint32Array) => Uint32Array

/** The documents of all entries: texts are not in the columns. Code 0 is none; the others in the order of their texts. */
interface Documents {
  texts: string[]
  /** By id − first. */
  codes: Uint32Array
  first: number
}

const known = new WeakMap<Columnar, { generation: number; documents: Documents }>()

function documentsOf(engine: Columnar): Documents {
  const kept = known.get(engine)
  if (kept?.generation === engine.generation) return kept.documents
  const [first, last] = engine.db
    .prepare('SELECT coalesce(min(entry_id), 0), coalesce(max(entry_id), 0) FROM entry_text')
    .raw()
    .get() as [number, number]
  const texts = ['']
  const codes = new Uint32Array(last - first + 1)
  // The index alone answers, in its own order: no text is sorted.
  const rows = engine.db
    .prepare("SELECT document, entry_id FROM entry_text WHERE document <> '' ORDER BY document")
    .raw()
    .iterate() as IterableIterator<[string, number]>
  for (const [document, id] of rows) {
    if (document !== texts.at(-1)) texts.push(document)
    codes[id - first] = texts.length - 1
  }
  const documents = { texts, codes, first }
  known.set(engine, { generation: engine.generation, documents })
  return documents
}

/** Low bits of a sum kept in two halves, so that it is exact however large. */
const UNIT = 2 ** 27

/** `check` is told how many groups there are before they are made. */
export function documentGroups(engine: Columnar, filters: Filters, check: (groups: number) => void): Head[] {
  const { texts, codes, first } = documentsOf(engine)
  const { ids, amounts } = extractColumns(engine, { filters, dimensions: [] })
  const entries = new Uint32Array(texts.length)
  const converted = new Uint32Array(texts.length)
  const net = new Sums(texts.length)
  const debits = new Sums(texts.length)
  for (let i = 0; i < ids.length; i += 1) {
    const code = codes[(ids[i] as number) - first] ?? 0
    entries[code] = (entries[code] as number) + 1
    const amount = amounts[i] as number
    if (Number.isNaN(amount)) continue
    converted[code] = (converted[code] as number) + 1
    net.add(code, amount)
    if (amount > 0) debits.add(code, amount)
  }
  const present: number[] = []
  for (let code = 1; code < texts.length; code += 1) if (entries[code] !== 0) present.push(code)
  if (entries[0] !== 0) present.push(0)
  check(present.length)
  return present.map(code => ({
    code,
    key: texts[code] as string,
    label: texts[code] as string,
    entries: entries[code] as number,
    sum: converted[code] === 0 ? null : net.of(code),
    debits: debits.of(code),
  }))
}

export function documentPlaces(engine: Columnar, heads: readonly Head[]): Places {
  return rows => {
    const { texts, codes, first } = documentsOf(engine)
    const placeOfCode = new Uint32Array(texts.length)
    for (const [place, { code }] of heads.entries()) placeOfCode[code] = place
    const ids = idsOf(engine, rows)
    const places = new Uint32Array(rows.length)
    for (let i = 0; i < ids.length; i += 1)
      places[i] = placeOfCode[codes[(ids[i] as number) - first] ?? 0] as number
    return places
  }
}

class Sums {
  readonly #low: Float64Array
  readonly #high: Float64Array

  constructor(groups: number) {
    this.#low = new Float64Array(groups)
    this.#high = new Float64Array(groups)
  }

  add(group: number, amount: number): void {
    const high = Math.floor(amount / UNIT)
    this.#high[group] = (this.#high[group] as number) + high
    this.#low[group] = (this.#low[group] as number) + (amount - high * UNIT)
  }

  of(group: number): Total {
    return total(BigInt(this.#high[group] as number) * BigInt(UNIT) + BigInt(this.#low[group] as number))
  }
}
