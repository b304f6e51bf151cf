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

it('writes every entry as it was given, whatever the widths and wherever they change', () => {
  const { db, close } = createTestWorkspace()
  const all = db
    .prepare(
      `SELECT line, day, posting_period, amount, base_amount, ${COLUMNS.join(', ')}, batch_id, typeof(amount), typeof(day),
         typeof(payee), fingerprint FROM entry ORDER BY id`,
    )
    .raw()
  fc.assert(
    fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 130 }), { maxLength: 4 }), chunks => {
      db.exec('DELETE FROM entry')
      const insert = new EntryInsert(db, 7, COLUMNS)
      const most = COLUMNS.map(() => 0)
      const expected: unknown[] = []
      for (const rows of chunks) {
        for (const r of rows) for (const [i, c] of r.codes.entries()) most[i] = Math.max(most[i] as number, c)
        insert.fit(Math.max(...rows.map(r => r.line)), Math.max(...rows.map(r => r.period)), most)
        for (const { line, day, period, amount, base, codes } of rows) {
          const fingerprint = Buffer.alloc(16)
          fingerprint.writeUInt32LE(expected.length)
          insert.add(expected.length + 1, line, day, period, amount, base, fingerprint, codes)
          expected.push([line, day, period, amount, base, ...codes, 7, 'integer', 'integer', 'integer', fingerprint]) // prettier-ignore
        }
      }
      insert.flush()
      expect(all.all()).toEqual(expected)
    }),
    { numRuns: 25 },
  )
  close()
})
