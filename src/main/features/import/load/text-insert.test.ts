import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTestWorkspace } from '../../../db/testing.ts'
import { TextInsert } from './text-insert.ts'
import { TextBuffer, textsOf, type TextColumn } from './texts.ts'

const text = fc.oneof(
  fc.constantFrom('', 'Coffee', '{"id":"1"}', '€ 5,00', '日本', 'a\0b', '\ud83d\ude00', 'x'.repeat(70_000)),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const FIELDS: TextColumn[][] = [['extra'], ['description', 'note', 'extra'], ['reference', 'extra']]

it('writes every text as it was given, of the rows that are wanted, in whatever fields', () => {
  const { db, close } = createTestWorkspace()
  const all = db
    .prepare(`SELECT entry_id, description, reference, note, extra, typeof(extra) FROM entry_text ORDER BY 1`)
    .raw()
  const chunk = fc.record({
    fields: fc.constantFrom(...FIELDS),
    rows: fc.array(fc.record({ texts: fc.array(text, { minLength: 3, maxLength: 3 }), isWanted: fc.boolean() }), { maxLength: 120 }), // prettier-ignore
    areAll: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 4 }), chunks => {
      db.exec('DELETE FROM entry_text')
      const insert = new TextInsert(db)
      const expected: unknown[] = []
      const buffer = new TextBuffer()
      for (const { fields, rows, areAll } of chunks) {
        buffer.clear()
        for (const row of rows)
          for (const [f] of fields.entries()) {
            // In two pieces, one of them as bytes.
            const bytes = Buffer.from(row.texts[f] as string)
            buffer.appendBytes(bytes, 0, bytes.length)
            buffer.append('.')
            buffer.end()
          }
        const texts = { fields, bytes: buffer.bytes, starts: buffer.starts }
        const wanted = Int32Array.from(rows.flatMap((row, i) => (areAll || row.isWanted ? [i] : [])))
        insert.add(expected.length + 1, texts, areAll ? undefined : wanted, wanted.length)
        for (const row of wanted) {
          const of = (field: TextColumn): string => textsOf(texts, field)(row)
          for (const [f, field] of fields.entries())
            expect(of(field)).toBe(`${(rows[row]?.texts[f] ?? '').toWellFormed()}.`)
          expected.push([expected.length + 1, of('description'), of('reference'), of('note'), of('extra'), 'text']) // prettier-ignore
        }
      }
      insert.flush()
      expect(all.all()).toEqual(expected)
    }),
    { numRuns: 25 },
  )
  close()
})

it('writes rows of which no text has a byte', () => {
  const { db, close } = createTestWorkspace()
  const insert = new TextInsert(db)
  insert.add(
    5,
    { fields: ['note', 'extra'], bytes: new Uint8Array(0), starts: new Int32Array(5) },
    undefined,
    2,
  )
  insert.flush()
  const rows = db.prepare('SELECT entry_id AS id, note, extra FROM entry_text').all()
  expect(rows).toEqual([5, 6].map(id => ({ id, note: '', extra: '' })))
  close()
})
