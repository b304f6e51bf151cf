import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unpackPiece } from '../../files/pieces.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Batch } from '../../../shared/contract/import.ts'
import type { Result } from '../../../shared/result/failure.ts'
import { importService } from './service.ts'
import { createImportBench, type ImportBench } from './testing.ts'

let bench: ImportBench
let folder: string
beforeEach(() => {
  bench = createImportBench()
  folder = mkdtempSync(join(tmpdir(), 'farthing-import-'))
})
afterEach(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}
const one = (sql: string): unknown => bench.workspace.db.prepare(sql).pluck().get()

const BANK =
  'Date,Payee,Category,Amount\n2024-01-05,Café,Food,-3.20\n2024-01-06,Landlord,Rent,-900.00\nnot a date,X,Y,1.00\n2024-01-07,Employer,Pay,2000.00\n'

describe('an import', () => {
  it('previews without writing, then loads what the preview said', async () => {
    const path = file('bank.csv', BANK)
    const preview = must(await bench.preview(path))
    expect(preview.counts).toEqual({ read: 4, loaded: 3, duplicate: 0, rejected: 1, ignored: 0 })
    expect(preview.problems[0]).toMatchObject({
      line: 4,
      column: 'Date',
      value: 'not a date',
      code: 'bad-date',
    })
    expect(one('SELECT count(*) FROM entry')).toBe(0)
    const batch = must(await bench.commit(path))
    expect(batch.counts).toEqual(preview.counts)
    expect(batch.sums).toEqual({ GBP: '1096.80' })
    expect(one('SELECT sum(amount) FROM entry')).toBe(109680)
    expect(
      one(
        "SELECT group_concat(m.key) FROM entry e JOIN member m ON m.dimension_id = 'flow' AND m.ordinal = e.flow",
      ),
    ).toBe('expense,expense,income')
    const again = must(await bench.preview(path))
    expect(again.sameAsBatch).toBe(batch.id)
    expect(again.counts).toEqual({ read: 4, loaded: 0, duplicate: 3, rejected: 1, ignored: 0 })
    expect(again.mappingOrigin).toBe('recognised')
  })

  it('reads a file of several tables one after another, each by a mapping of its own', async () => {
    const path = file(
      'all.csv',
      'Date,Payee,Amount\n2024-01-05,Café,-3.20\n2024-01-06,Rent,-9.00\n\nPayee,Date,Value\nTaxi,2024-01-07,-20.00\n',
    )
    const first = must(await bench.preview(path))
    expect(first.tables?.map(({ number, line }) => [number, line])).toEqual([[1, 1], [2, 5]]) // prettier-ignore
    expect(must(await bench.commit(path)).sums).toEqual({ GBP: '-12.20' })
    const batch = must(await bench.commit(path, { answers: { table: '2' } }))
    expect(batch.sums).toEqual({ GBP: '-20.00' })
    expect(batch.counts).toEqual({ read: 5, loaded: 1, duplicate: 0, rejected: 2, ignored: 2 })
    const again = must(await bench.preview(path, { answers: { table: '2' } }))
    expect(again.mapping).toMatchObject({ table: 2, skipLines: 4 })
    expect([again.mappingOrigin, again.counts.duplicate]).toEqual(['recognised', 1])
    await expect(bench.preview(path, { answers: { table: '3' } })).rejects.toThrow(
      'all.csv has no table 3: it has 2.',
    )
  })

  it('takes an account’s details from whichever rows state them', async () => {
    const path = file(
      'ledger.csv',
      `posting_date,general_ledger_account_number,general_ledger_account_name,account_type,level_1,level_2,amount,document
2024-01-05,4000,Travel,,Costs,,10.00,1
2024-01-06,4000,Travel,Expense,,,20.00,2
2024-01-07,4000,Travel,Asset,Other,Staff,30.00,3
2024-01-08,1000,Bank,Asset,,,-60.00,4
`,
    )
    must(await bench.commit(path, { profile: 'ledger' }))
    const details = bench.workspace.db
      .prepare(
        `SELECT m.key, d.type, d.level_1, d.level_2 FROM account_detail d
         JOIN member m ON m.dimension_id = 'account' AND m.ordinal = d.ordinal ORDER BY m.key`,
      )
      .raw()
      .all()
    expect(details).toEqual([
      ['1000', 'asset', '', ''],
      ['4000', 'expense', 'Costs', 'Staff'],
    ])
  })

  it('keeps the file, so that an entry’s line is found again', async () => {
    const batch = must(await bench.commit(file('bank.csv', BANK)))
    const rows = bench.workspace.db
      .prepare('SELECT data FROM source_chunk ORDER BY sequence')
      .pluck()
      .all() as Buffer[]
    expect(Buffer.concat(rows.map(r => unpackPiece(r))).toString()).toBe(BANK)
    expect(one('SELECT line FROM entry WHERE amount = 200000')).toBe(5)
    const rejects = must(
      await importService.rejects({ batch: batch.id, offset: 0, limit: 10 }, bench.context),
    )
    expect(rejects).toMatchObject({
      total: 1,
      rows: [{ line: 4, raw: 'not a date,X,Y,1.00', cells: ['not a date', 'X', 'Y', '1.00'] }],
    })
  })

  it('can be undone and brought back as it was', async () => {
    const batch = must(await bench.commit(file('bank.csv', BANK)))
    const before = bench.workspace.db.prepare('SELECT * FROM entry ORDER BY id').all()
    const undone = must(await importService.undo({ batch: batch.id }, bench.context))
    expect(undone.undone).toBe(true)
    expect([
      one('SELECT count(*) FROM entry'),
      one('SELECT count(*) FROM entry_text'),
      one('SELECT count(*) FROM segment'),
    ]).toEqual([0, 0, 0])
    must(await importService.restore({ batch: batch.id }, bench.context))
    expect(bench.workspace.db.prepare('SELECT * FROM entry ORDER BY id').all()).toEqual(before)
    expect(one("SELECT sum(rows) FROM segment WHERE column_name = 'day'")).toBe(3)
  })

  it('is not restored over entries that came back another way', async () => {
    const path = file('bank.csv', BANK)
    const batch = must(await bench.commit(path))
    must(await importService.undo({ batch: batch.id }, bench.context))
    expect(must(await bench.commit(path)).counts.loaded).toBe(3)
    await expect(importService.restore({ batch: batch.id }, bench.context)).rejects.toMatchObject({
      failure: { code: 'bad-input' },
    })
  })

  it('loads a duplicate where the user wants it', async () => {
    const path = file('bank.csv', BANK)
    must(await bench.commit(path))
    const batch = must(await bench.commit(path, { loadDuplicates: [2] }))
    expect(batch.counts).toMatchObject({ loaded: 1, duplicate: 2 })
    expect(batch.sums).toEqual({ GBP: '-3.20' })
  })

  it('asks what it cannot settle, and takes the answer', async () => {
    const path = file('days.csv', 'Date,Payee,Amount\n03/04/2024,A,1.00\n')
    const refused = await bench.commit(path)
    expect(refused.ok ? undefined : refused.failure.code).toBe('import-unsettled')
    expect(one('SELECT count(*) FROM batch')).toBe(0)
    const batch: Batch = must(await bench.commit(path, { answers: { 'date-order:0': 'MM/dd/yyyy' } }))
    expect(batch.from).toBe('2024-03-04')
    const totals = file('totals 2024-02.csv', 'Supplier Name,Total\nA,1.00\nB,2.00\nGrand Total,3.00\n')
    const dated = must(await bench.commit(totals, { answers: { date: '2024-02-29' } }))
    expect(dated).toMatchObject({
      from: '2024-02-29',
      counts: { loaded: 2, ignored: 1 },
      sums: { GBP: '3.00' },
    })
  })

  it('leaves nothing behind when it is cancelled', async () => {
    const many = Array.from({ length: 60_000 }, (_, i) => `2024-01-05,Payee ${i},Food,-${i}.10`).join('\n')
    const path = file('many.csv', `Date,Payee,Category,Amount\n${many}\n`)
    const controller = new AbortController()
    const running = bench.commit(path, { signal: controller.signal }).then(
      r => (r.ok ? 'done' : r.failure.code),
      // Between two workers' calls the signal itself ends it; dispatch says "cancelled" then.
      (e: { name: string; failure?: { code: string } }) =>
        e.name === 'AbortError' ? 'cancelled' : e.failure?.code,
    )
    setTimeout(() => controller.abort(), 400)
    expect(await running).toBe('cancelled')
    expect([
      one('SELECT count(*) FROM entry'),
      one('SELECT count(*) FROM batch'),
      one('SELECT count(*) FROM member'),
    ]).toEqual([0, 0, 0])
    // The next one works.
    expect(must(await bench.commit(file('bank.csv', BANK))).counts.loaded).toBe(3)
  })
})
