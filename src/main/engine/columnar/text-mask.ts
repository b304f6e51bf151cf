import type { ReadableDB } from '../../db/types.ts'
import { searchWords, type SearchWord } from '../text.ts'
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
  const named = word.members.map(({ dimension, ordinals }) => ({ dimension, ordinals: new Set(ordinals) }))
  return part => {
    const { segment } = part
    return keepRows(part, (from, count, out, found) => {
      let n = found
      for (let i = 0; i < count; i += 1) {
        const row = part.rows ? (part.rows[from + i] as number) : part.low + from + i
        const hit =
          mask[segment.value('id', row) - first] === 1 ||
          named.some(m => m.ordinals.size > 0 && m.ordinals.has(segment.value(m.dimension, row)))
        if (hit) out[n++] = row
      }
      return n
    })
  }
}
