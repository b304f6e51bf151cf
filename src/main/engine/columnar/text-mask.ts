import type { ReadableDB } from '../../db/types.ts'
import { searchWords, type SearchWord } from '../text.ts'
import type { Column } from './encoding.ts'
import { keepRows, type Part } from './fetch.ts'

/** A text filter's words as conditions on parts: each word must be in the indexed texts or in one of the named members. */
export function textConditions(db: ReadableDB, text: string): ((part: Part) => Part | undefined)[] {
  return searchWords(db, text).map(word => condition(db, word))
}

function condition(db: ReadableDB, word: SearchWord): (part: Part) => Part | undefined {
  const ids = db
    .prepare('SELECT rowid FROM text_index WHERE text_index MATCH ?')
    .pluck()
    .all(word.match) as number[]
  const first = ids.reduce((least, id) => Math.min(least, id), Infinity)
  const last = ids.reduce((most, id) => Math.max(most, id), -Infinity)
  const mask = new Uint8Array(ids.length === 0 ? 0 : last - first + 1)
  for (const id of ids) mask[id - first] = 1
  const named = word.members
    .filter(({ ordinals }) => ordinals.length > 0)
    .map(({ dimension, ordinals }) => {
      const keep = new Uint8Array(ordinals.reduce((most, ordinal) => Math.max(most, ordinal), 0) + 1)
      for (const ordinal of ordinals) keep[ordinal] = 1
      return { dimension, keep }
    })
  return part => {
    const { segment } = part
    const id = reader(segment.column('id'))
    const members = named.map(({ dimension, keep }) => ({ code: reader(segment.column(dimension)), keep }))
    return keepRows(part, (from, count, out, found) => {
      let n = found
      for (let i = 0; i < count; i += 1) {
        const row = part.rows ? (part.rows[from + i] as number) : part.low + from + i
        let hit = mask[id(row) - first] === 1
        for (let m = 0; m < members.length && !hit; m += 1) {
          const member = members[m] as (typeof members)[number]
          hit = member.keep[member.code(row)] === 1
        }
        if (hit) out[n++] = row
      }
      return n
    })
  }
}

function reader(column: Column): (row: number) => number {
  if (column.kind === 'constant') return () => column.value
  if (column.kind === 'sequence') return row => column.first + row
  const { values, base } = column
  return row => (values[row] as number) + base
}
