import type { Cell, Query } from '../../shared/query/query.ts'
import { emptyValue } from './result.ts'

/** One group as an engine of SQL gives it: its key values (a member's key, a step's number) and the measures' values. */
export interface Group {
  keys: (string | number)[]
  values: Cell[]
}

export interface Line {
  keys: (string | number)[]
  now: Cell[]
  before: Cell[]
}

/** Groups of now and before side by side; a step of time before is laid on the one that it is compared with. */
export function mergeLines(query: Query, now: Group[], before: Group[], shifts: number[]): Line[] {
  const empty = query.measures.map(emptyValue)
  const lines = new Map<string, Line>()
  for (const { keys, values } of now) lines.set(JSON.stringify(keys), { keys, now: values, before: empty })
  for (const { keys, values } of before) {
    const shifted = keys.map((key, k) => (typeof key === 'number' ? key + (shifts[k] ?? 0) : key))
    const id = JSON.stringify(shifted)
    const line = lines.get(id) ?? { keys: shifted, now: empty, before: empty }
    lines.set(id, { ...line, before: values })
  }
  return [...lines.values()]
}

/** By the columns asked for, then by the keys. Texts go by their UTF-8 bytes, which is what SQLite's BINARY collation does. */
export function orderLines(query: Query, lines: Line[]): Line[] {
  const width = query.groupBy.length
  const byKeys = query.groupBy.map((_, column) => ({ column, descending: false }))
  const bytes = new Map<string, Buffer>()
  const bytesOf = (text: string): Buffer => {
    const known = bytes.get(text) ?? Buffer.from(text, 'utf8')
    bytes.set(text, known)
    return known
  }
  return lines.toSorted((a, b) => {
    for (const { column, descending } of [...query.orderBy, ...byKeys]) {
      const x = column < width ? a.keys[column] : a.now[column - width]
      const y = column < width ? b.keys[column] : b.now[column - width]
      if (x === y || x === undefined || y === undefined) continue
      if (x === null) return 1
      if (y === null) return -1
      const ascending =
        typeof x === 'string' && typeof y === 'string'
          ? Buffer.compare(bytesOf(x), bytesOf(y))
          : x < y
            ? -1
            : 1
      if (ascending !== 0) return descending ? -ascending : ascending
    }
    return 0
  })
}
