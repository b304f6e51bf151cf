import type { Filters } from '../../../shared/query/query.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Dictionaries } from './dictionary.ts'
import { dayOf } from '../result.ts'
import { BLOCK, fetchCodes, fetchValues, keepRows, type Part } from './fetch.ts'
import { lowerBound } from './runs.ts'
import type { There } from './shapes.ts'
import type { ColumnStore } from './store.ts'
import { textConditions } from './text-mask.ts'

/** The entries that a filter lets through; made once and shared by everything that one refresh shows. */
export interface Selection {
  parts: Part[]
  count: number
  /** Where they are not in this file's columns: groups and figures are asked of it. */
  there?: There
}

/** Keeps the rows of a part whose code in `column` is let through by `keep` (indexed by code). */
export interface CodeCondition {
  column: string
  keep: Uint8Array
}

const codes = new Int32Array(BLOCK)
const values = new Float64Array(BLOCK)

/** Throws `not-found` for a dimension that does not exist and `bad-input` for a date that does not. */
export function select(
  db: ReadableDB,
  store: ColumnStore,
  dictionaries: Dictionaries,
  filters: Filters,
): Selection {
  const from = filters.from === undefined ? -Infinity : dayOf(filters.from)
  const to = filters.to === undefined ? Infinity : dayOf(filters.to)
  const conditions = [
    ...Object.entries(filters.members ?? {}).map(([id, keys]) => memberCondition(dictionaries, id, keys, 1)),
    ...Object.entries(filters.notMembers ?? {}).map(([id, keys]) =>
      memberCondition(dictionaries, id, keys, 0),
    ),
  ]
  const batches = filters.batches && new Set(filters.batches)
  const entries = filters.entries && new Set(filters.entries)
  const texts = filters.text ? textConditions(db, filters.text) : []
  const parts: Part[] = []
  let count = 0
  for (const segment of store.segments) {
    if (batches && !batches.has(segment.batchId)) continue
    const low = from === -Infinity ? 0 : segment.rowFrom(from)
    const high = to === Infinity ? segment.rows : segment.rowFrom(to + 1)
    let part: Part | undefined = { segment, low, high, rows: undefined, count: Math.max(0, high - low) }
    for (const condition of conditions) part = part && keepCodes(part, condition)
    part = part && keepAmounts(part, filters)
    part = part && keepEntries(part, entries)
    for (const text of texts) part = part && text(part)
    if (!part || part.count === 0) continue
    parts.push(part)
    count += part.count
  }
  return { parts, count }
}

/** The selected entries of some days. Rows lie by day, so this only cuts the parts: nothing is read or copied. */
export function within(selection: Selection, from: number, to: number): Selection {
  const parts = selection.parts.flatMap((part): Part[] => {
    const { segment, rows } = part
    const low = Math.max(part.low, from === -Infinity ? 0 : segment.rowFrom(from))
    const high = Math.min(part.high, to === Infinity ? segment.rows : segment.rowFrom(to + 1))
    if (!rows) return low < high ? [{ segment, low, high, rows, count: high - low }] : []
    const cut = rows.subarray(lowerBound(rows, low, 0, rows.length), lowerBound(rows, high, 0, rows.length))
    return cut.length > 0 ? [{ segment, low, high, rows: cut, count: cut.length }] : []
  })
  return { parts, count: parts.reduce((sum, part) => sum + part.count, 0) }
}

/** The entries of a selection that a condition on one more column lets through. */
export function narrow(selection: Selection, condition: CodeCondition): Selection {
  const parts = selection.parts.flatMap(part => keepCodes(part, condition) ?? [])
  return { parts, count: parts.reduce((sum, part) => sum + part.count, 0) }
}

/** A condition on a dimension's members. `value` 1 keeps the keys given, 0 leaves them out. */
export function memberCondition(
  dictionaries: Dictionaries,
  id: string,
  keys: readonly string[],
  value: 0 | 1,
): CodeCondition {
  const dictionary = dictionaries.get(id)
  const chosen = new Uint8Array(dictionary.size).fill(1 - value)
  for (const key of keys) {
    const code = dictionary.codeOf(key)
    if (code !== undefined) chosen[code] = value
  }
  const { through, sets } = dictionary
  if (sets) {
    const some = Uint8Array.from(sets, codes =>
      codes.some(code => chosen[code] === value) ? value : 1 - value,
    )
    return { column: dictionary.source.column, keep: some }
  }
  const keep = through ? Uint8Array.from(through, code => chosen[code] as number) : chosen
  return { column: dictionary.source.column, keep }
}

function keepCodes(part: Part, { column: name, keep }: CodeCondition): Part | undefined {
  const column = part.segment.column(name)
  if (column.kind === 'constant') return keep[column.value] === 1 ? part : undefined
  return keepRows(part, (from, count, out, found) => {
    fetchCodes(column, part, from, count, codes)
    return part.rows
      ? keepListed(codes, keep, part.rows, from, count, out, found)
      : keepRun(codes, keep, part.low + from, count, out, found)
  })
}

function keepRun(
  block: Int32Array,
  keep: Uint8Array,
  first: number,
  count: number,
  out: Uint32Array,
  found: number,
): number {
  let n = found
  for (let i = 0; i < count; i += 1) {
    // Written always, counted when kept: no branch for the processor to guess wrong.
    out[n] = first + i
    n += keep[block[i] as number] as number
  }
  return n
}

function keepListed(
  block: Int32Array,
  keep: Uint8Array,
  rows: Uint32Array,
  from: number,
  count: number,
  out: Uint32Array,
  found: number,
): number {
  let n = found
  for (let i = 0; i < count; i += 1) {
    out[n] = rows[from + i] as number
    n += keep[block[i] as number] as number
  }
  return n
}

function keepEntries(part: Part, entries: ReadonlySet<number> | undefined): Part | undefined {
  if (!entries) return part
  const { segment, low, rows } = part
  return keepRows(part, (from, count, out, found) => {
    let n = found
    for (let i = from; i < from + count; i += 1) {
      const row = rows ? (rows[i] as number) : low + i
      out[n] = row
      if (entries.has(segment.value('id', row))) n += 1
    }
    return n
  })
}

function keepAmounts(part: Part, { minAmount, maxAmount, absolute }: Filters): Part | undefined {
  if (minAmount === undefined && maxAmount === undefined) return part
  const least = minAmount ?? -Infinity
  const most = maxAmount ?? Infinity
  const column = part.segment.column('base_amount')
  return keepRows(part, (from, count, out, found) => {
    fetchValues(column, part, from, count, values)
    let n = found
    for (let i = 0; i < count; i += 1) {
      const value = absolute ? Math.abs(values[i] as number) : (values[i] as number)
      out[n] = part.rows ? (part.rows[from + i] as number) : part.low + from + i
      // NaN, an entry without a rate, is on neither side of any bound.
      if (value >= least && value <= most) n += 1
    }
    return n
  })
}
