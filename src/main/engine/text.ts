import type { ReadableDB } from '../db/types.ts'

/** Dimensions whose members' names count as an entry's text, beside the indexed description, reference, document and note. */
export const NAMED_IN_TEXT = ['payee', 'category', 'account'] as const

/** One word of a text filter: how the word index is asked for it, and the members whose names have a word that begins so. */
export interface SearchWord {
  /** FTS5 expression: the word as a quoted prefix, so that nothing in it is read as an operator. */
  match: string
  members: { dimension: (typeof NAMED_IN_TEXT)[number]; ordinals: number[] }[]
}

/** Splits a text filter as the word index splits texts: runs of letters and digits, without case and diacritics. */
export function wordsOf(text: string): string[] {
  const folded = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return folded.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []
}

/** The words that must all be found; empty where the text has none, and then it filters nothing. */
export function searchWords(db: ReadableDB, text: string): SearchWord[] {
  const words = [...new Set(wordsOf(text))]
  if (words.length === 0) return []
  const select = db.prepare('SELECT ordinal, label, key FROM member WHERE dimension_id = ?').raw()
  const members = NAMED_IN_TEXT.map(dimension => ({
    dimension,
    names: (select.all(dimension) as [number, string, string][]).map(([ordinal, label, key]) => ({
      ordinal,
      words: wordsOf(label === key ? label : `${label} ${key}`),
    })),
  }))
  return words.map(word => ({
    match: `"${word}"*`,
    members: members.map(({ dimension, names }) => ({
      dimension,
      ordinals: names.filter(name => name.words.some(w => w.startsWith(word))).map(n => n.ordinal),
    })),
  }))
}
