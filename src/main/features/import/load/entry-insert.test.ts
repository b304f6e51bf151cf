import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTestWorkspace } from '../../../db/testing.ts'
import { EntryInsert } from './entry-insert.ts'

const COLUMNS = ['account', 'payee', 'currency', 'tags', 'custom_1', 'custom_24']
const code = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(70_000), fc.nat(2 ** 31 - 1))
const row = fc.record({
  line: fc.integer({ min: 1, max: 2 ** 33 }),
  day: fc.integer({ min: -719_528, max: 2_932_896 }),
  period: fc.oneof(fc.constant(0), fc.integer({ min: 190_001, max: 999_916 })),
  amount: fc.maxSafeInteger(),
  base: fc.option(fc.maxSafeInteger()),
  codes: fc.array(code, { minLength: COLUMNS.length, maxLength: COLUMNS.length }),
})
interface Row {
  line: number
  day: number
  period: number
  amount: number
  base: number | null
  codes: number[]
}
/** In half of the chunks all amounts are in the base currency. */
const chunk = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 130 }), fc.boolean())
  .map(([rows, same]): Row[] => (same ? rows.map(r => ({ ...r, base: r.amount })) : rows))

it('writes every entry as it was given, whatever the widths and wherever they change', () => {
  const { db, close } = createTestWorkspace()
  const all = db
    .prepare(
      `SELECT id, line, day, posting_period, amount, base_amount, ${COLUMNS.join(', ')}, batch_id, typeof(amount), typeof(day),
         typeof(payee), fingerprint FROM entry ORDER BY id`,
    )
    .raw()
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 4 }), chunks => {
      db.exec('DELETE FROM entry')
      const insert = new EntryInsert(db, 7, COLUMNS)
      const expected: unknown[] = []
      for (const [c, rows] of chunks.entries()) {
        const fingerprints = Buffer.alloc(rows.length * 16)
        // Ids need not go on from chunk to chunk.
        const id = expected.length + 1 + (c > 1 ? 1000 : 0)
        for (const [i, { line, day, period, amount, base, codes }] of rows.entries()) {
          fingerprints.writeUInt32LE(expected.length, i * 16)
          const fingerprint = fingerprints.subarray(i * 16, i * 16 + 16)
          expected.push([id + i, line, day, period, amount, base, ...codes, 7, 'integer', 'integer', 'integer', fingerprint]) // prettier-ignore
        }
        const column = (of: (r: Row) => number): Int32Array => Int32Array.from(rows, of)
        const own = rows.some(r => r.base !== r.amount)
        insert.add(id, {
          rows: rows.length,
          lines: Float64Array.from(rows, r => r.line),
          days: column(r => r.day),
          periods: column(r => r.period),
          amounts: Float64Array.from(rows, r => r.amount),
          bases: own ? Float64Array.from(rows, r => r.base ?? NaN) : undefined,
          fingerprints: Buffer.from(fingerprints),
          codes: COLUMNS.map((_, k) => column(r => r.codes[k] as number)),
        })
      }
      insert.flush()
      expect(all.all()).toEqual(expected)
    }),
    { numRuns: 25 },
  )
  close()
})
