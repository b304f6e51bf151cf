import type { ENTRY_ORDERS } from '../../../shared/contract/ledger.ts'
import type { Columnar } from './columnar.ts'
import { BLOCK, fetchValues } from './fetch.ts'
import type { Selection } from './select.ts'
import { eachBlock } from './whole.ts'

export type EntryOrder = (typeof ENTRY_ORDERS)[number]

/**
 * The selected entries in an order, as row numbers counted through all segments, ascending; ties by (day, id), of texts by id, so that the
 * reverse is the exact descending order. 1M rows: tens of milliseconds once, then any page is a slice.
 */
export function orderEntries(engine: Columnar, selection: Selection, order: EntryOrder): Uint32Array {
  const rows = new Uint32Array(selection.count)
  eachBlock(selection, (part, from, count, at) => {
    const { start } = part.segment
    for (let i = 0; i < count; i += 1)
      rows[at + i] = start + (part.rows ? (part.rows[from + i] as number) : part.low + from + i)
  })
  const byDay = sortBy(rows, daysOf(selection))
  if (order === 'date') return byDay
  return sortBy(byDay, valuesOf(engine, order, byDay))
}

function daysOf(selection: Selection): Float64Array {
  const days = new Float64Array(selection.count)
  eachBlock(selection, (part, from, count, at) => {
    const block = days.subarray(at, at + count)
    fetchValues(part.segment.column('day'), part, from, count, block)
  })
  return days
}

/** What each row is ordered by, as whole numbers. */
function valuesOf(engine: Columnar, order: Exclude<EntryOrder, 'date'>, rows: Uint32Array): Float64Array {
  if (order === 'document' || order === 'description') return textRanks(engine, order, rows)
  const out = new Float64Array(rows.length)
  const column = order === 'amount' || order === 'absolute' ? 'base_amount' : order
  const flat = flatColumn(engine, column)
  if (column === 'base_amount') {
    let least = Infinity
    for (let i = 0; i < rows.length; i += 1) {
      const value = flat[rows[i] as number] as number
      out[i] = order === 'absolute' ? Math.abs(value) : value
      if ((out[i] as number) < least) least = out[i] as number
    }
    // Entries without a rate stand before all others: nothing is known of their size.
    for (let i = 0; i < out.length; i += 1)
      if (Number.isNaN(out[i])) out[i] = least === Infinity ? 0 : least - 1
    return out
  }
  const ranks = labelRanks(engine.dictionary(column).labels)
  for (let i = 0; i < rows.length; i += 1) out[i] = ranks[flat[rows[i] as number] as number] as number
  return out
}

/** A whole column in one array, by row number. */
export function flatColumn(engine: Columnar, name: string): Float64Array {
  const flat = new Float64Array(engine.store.rows)
  for (const segment of engine.store.segments) {
    const part = { segment, low: 0, high: segment.rows, rows: undefined, count: segment.rows }
    for (let from = 0; from < segment.rows; from += BLOCK) {
      const count = Math.min(BLOCK, segment.rows - from)
      fetchValues(segment.column(name), part, from, count, flat.subarray(segment.start + from))
    }
  }
  return flat
}

const collator = new Intl.Collator('en')

/** The labels' own numbers in the order of the labels; equal ones as they came. */
export function labelOrder(labels: readonly string[]): number[] {
  const order = labels.map((_, code) => code)
  return order.sort((a, b) => collator.compare(labels[a] as string, labels[b] as string))
}

/** Places of members in the order in which people read names: case and accents count for little. */
export function labelRanks(labels: readonly string[]): Float64Array {
  const ranks = new Float64Array(labels.length)
  const order = labelOrder(labels)
  let rank = 0
  for (const [i, code] of order.entries()) {
    const before = labels[order[i - 1] ?? -1]
    if (before !== undefined && collator.compare(before, labels[code] as string) !== 0) rank += 1
    ranks[code] = rank
  }
  return ranks
}

type TextColumn = 'document' | 'description'

/** Places of all entries by a text, kept until the ledger changes: sorting a million texts takes seconds, whatever the filter. */
const textPlaces = new WeakMap<Columnar, { generation: number; places: Map<TextColumn, Places> }>()

interface Places {
  /** Id that the first place is of. */
  first: number
  places: Uint32Array
}

/** Texts are not in the columns: SQLite sorts them, equal ones by entry. */
function textRanks(engine: Columnar, column: TextColumn, rows: Uint32Array): Float64Array {
  let kept = textPlaces.get(engine)
  if (kept?.generation !== engine.generation) kept = { generation: engine.generation, places: new Map() }
  textPlaces.set(engine, kept)
  const known = kept.places.get(column) ?? readPlaces(engine, column)
  kept.places.set(column, known)
  return idsOf(engine, rows).map(id => known.places[id - known.first] ?? 0)
}

function readPlaces(engine: Columnar, column: TextColumn): Places {
  const sql = {
    document: 'SELECT entry_id FROM entry_text ORDER BY document COLLATE NOCASE, entry_id',
    description: 'SELECT entry_id FROM entry_text ORDER BY description COLLATE NOCASE, entry_id',
  }[column]
  const [first, last] = engine.db
    .prepare('SELECT coalesce(min(entry_id), 0), coalesce(max(entry_id), 0) FROM entry_text')
    .raw()
    .get() as [number, number]
  const places = new Uint32Array(last - first + 1)
  let place = 0
  for (const id of engine.db.prepare(sql).pluck().iterate() as IterableIterator<number>)
    places[id - first] = place++
  return { first, places }
}

/** Ids of rows given by their number. */
export function idsOf(engine: Columnar, rows: Uint32Array): Float64Array {
  const { segments } = engine.store
  const ids = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] as number
    let low = 0
    let high = segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((segments[middle]?.start as number) <= row) low = middle
      else high = middle - 1
    }
    const segment = segments[low]
    if (!segment) throw new RangeError(`row ${row} is in no segment`)
    ids[i] = segment.value('id', row - segment.start)
  }
  return ids
}

/** A stable sort of `rows` by whole-number keys (radix, 16 bits a pass, least significant first). */
function sortBy(rows: Uint32Array, keys: Float64Array): Uint32Array {
  let min = Infinity
  let max = -Infinity
  let sorted = true
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as number
    if (key < min) min = key
    if (key > max) max = key
    if (i > 0 && key < (keys[i - 1] as number)) sorted = false
  }
  if (sorted) return rows
  // Loops, not `from` with a function, which takes several times as long.
  let order = new Uint32Array(rows.length)
  for (let i = 0; i < order.length; i += 1) order[i] = i
  let other = new Uint32Array(rows.length)
  const digits = new Uint16Array(rows.length)
  for (let unit = 1; unit <= max - min; unit *= 65_536) {
    const starts = new Uint32Array(65_537)
    for (let i = 0; i < keys.length; i += 1) {
      const digit = Math.floor(((keys[i] as number) - min) / unit) % 65_536
      digits[i] = digit
      starts[digit + 1] = (starts[digit + 1] as number) + 1
    }
    for (let d = 0; d < 65_536; d += 1) starts[d + 1] = (starts[d + 1] as number) + (starts[d] as number)
    for (let i = 0; i < order.length; i += 1) {
      const position = order[i] as number
      const digit = digits[position] as number
      const place = starts[digit] as number
      other[place] = position
      starts[digit] = place + 1
    }
    ;[order, other] = [other, order]
  }
  for (let i = 0; i < order.length; i += 1) other[i] = rows[order[i] as number] as number
  return other
}

/** A stable sort of `rows` by small whole numbers from 0, all below `most`; `descending` turns the numbers round, not the rows. */
export function sortByPlace(
  rows: Uint32Array,
  places: Uint32Array,
  most: number,
  descending: boolean,
): Uint32Array {
  const turn = (place: number): number => (descending ? most - 1 - place : place)
  const starts = new Uint32Array(most + 1)
  for (let i = 0; i < places.length; i += 1) {
    const next = turn(places[i] as number) + 1
    starts[next] = (starts[next] as number) + 1
  }
  for (let place = 0; place < most; place += 1)
    starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number)
  const sorted = new Uint32Array(rows.length)
  for (let i = 0; i < rows.length; i += 1) {
    const place = turn(places[i] as number)
    const at = starts[place] as number
    sorted[at] = rows[i] as number
    starts[place] = at + 1
  }
  return sorted
}
