import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashText } from '../analysis/fingerprint/index.ts'
import { RowTexts } from './row-texts.ts'
import { TextBuffer, textsOf, type TextColumn } from './texts.ts'

const EXTRAS = ['Ref', 'Straße "a"', 'Z']
const plan = {
  texts: [
    { field: 'description' as const, column: 0, seed: 11 },
    { field: 'note' as const, column: 1, seed: 12 },
  ],
  extras: EXTRAS.map((name, i) => ({ column: 2 + i, json: `${JSON.stringify(name)}:`, seed: 20 + i })),
}
const FIELDS: TextColumn[] = ['description', 'note', 'extra']
const SEEDS = [11, 12, 20, 21, 22]

/** Cells with what lies in wait: blanks of many kinds, quotes, backslashes, control characters, several bytes a letter, none at all. */
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '',
    ' ',
    '\t \n',
    '  Café  ',
    '\u00a0',
    '\u00a0x\u2003',
    '"',
    '\\n',
    'a"b\\c',
    '\u0001',
    '\u007f',
    '😀',
  ),
)
const rows = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 6 })

it('what is kept of rows, and their fingerprint, are those of the trimmed strings', () => {
  fc.assert(
    fc.property(rows, given => {
      // One buffer, as a chunk of a file is: the same reader for all its rows. Half a pair is no UTF-8.
      const cells = given.map(row => row.map(text => text.toWellFormed()))
      const bytes = Buffer.from(cells.flat().join('|'))
      const reader = new RowTexts(plan)
      const into = new TextBuffer()
      into.clear()
      reader.start(bytes)
      let at = 0
      for (const row of cells) {
        const sums = new Int32Array(4)
        for (const [index, text] of row.entries()) {
          const end = at + Buffer.byteLength(text)
          reader.take(index, at, end, SEEDS[index] as number, sums)
          at = end + 1
        }
        reader.write(into)
        const expected = new Int32Array(4)
        for (const [index, text] of row.entries()) {
          const trimmed = text.trim()
          if (trimmed === '') continue
          const hash = new Int32Array(4)
          hashText(trimmed, SEEDS[index] as number, hash, 0)
          for (let i = 0; i < 4; i++) expected[i] = (expected[i] as number) + (hash[i] as number)
        }
        expect(sums).toEqual(expected)
      }
      const chunk = { fields: FIELDS, bytes: into.bytes, starts: into.starts }
      for (const [row, [description = '', note = '', ...extras]] of cells.entries()) {
        expect(textsOf(chunk, 'description')(row)).toBe(description.trim())
        expect(textsOf(chunk, 'note')(row)).toBe(note.trim())
        const kept = EXTRAS.flatMap((name, i) => {
          const text = (extras[i] as string).trim()
          return text === '' ? [] : [[name, text]]
        })
        const extra = textsOf(chunk, 'extra')(row)
        expect(extra === '' ? {} : JSON.parse(extra)).toEqual(Object.fromEntries(kept))
      }
    }),
    { numRuns: 300 },
  )
})
