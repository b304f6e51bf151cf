import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EntryDetailSchema, EntryPageSchema, ENTRY_ORDERS } from '../../../shared/contract/ledger.ts'
import type { Mapping } from '../../../shared/contract/import.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { createEngine } from '../../engine/index.ts'
import { householdEntries, insertBatch } from '../../engine/testing/ledger.ts'
import { cutRecord } from './raw-record.ts'
import { ledgerReads } from './reads.ts'

const context = { cancelled: () => false, progress: () => undefined }
let workspace: TestWorkspace
beforeEach(() => {
  workspace = createTestWorkspace({ profile: 'personal' })
})
afterEach(() => workspace.close())

const reads = () => ledgerReads(workspace.db, createEngine(workspace.db))

describe('the ledger’s pages', () => {
  it('show every entry once, in every order, both ways', () => {
    insertBatch(workspace.db, 1, householdEntries(21, 400))
    insertBatch(workspace.db, 2, householdEntries(22, 100))
    const { ledgerPage } = reads()
    for (const order of ENTRY_ORDERS) {
      const ids = (descending: boolean): number[] =>
        [0, 200, 400].flatMap(offset =>
          EntryPageSchema.parse(ledgerPage({ filters: {}, order, descending, offset, limit: 200 })).rows.map(
            r => r.id,
          ),
        )
      const up = ids(false)
      expect(new Set(up).size, order).toBe(500)
      expect(ids(true), order).toEqual(up.toReversed())
    }
  })

  it('are in the order that SQLite gives', () => {
    insertBatch(workspace.db, 1, householdEntries(23, 300))
    insertBatch(workspace.db, 2, householdEntries(24, 300))
    const { ledgerPage } = reads()
    const inOrder = (order: 'date' | 'amount' | 'absolute' | 'description'): number[] =>
      ledgerPage({ filters: {}, order, descending: false, offset: 0, limit: 1000 }).rows.map(r => r.id)
    const sql = (by: string): unknown[] =>
      workspace.db
        .prepare(`SELECT id FROM entry JOIN entry_text ON entry_id = id ORDER BY ${by}, id`)
        .pluck()
        .all()
    expect(inOrder('date')).toEqual(sql('day'))
    expect(inOrder('amount')).toEqual(sql('base_amount NULLS FIRST, day'))
    expect(inOrder('absolute')).toEqual(sql('abs(base_amount) NULLS FIRST, day'))
    expect(inOrder('description')).toEqual(sql('description COLLATE NOCASE'))
  })

  it('sum all that pass the filters, not only what is shown', () => {
    const entries = householdEntries(25, 200)
    insertBatch(workspace.db, 1, entries)
    const page = reads().ledgerPage({ filters: {}, order: 'date', descending: true, offset: 0, limit: 5 })
    const amounts = entries.map(e => e.baseAmount ?? 0)
    expect(page.rows).toHaveLength(5)
    expect(page).toMatchObject({
      total: 200,
      sum: amounts.reduce((a, b) => a + b, 0),
      debits: amounts.filter(a => a > 0).reduce((a, b) => a + b, 0),
      credits: amounts.filter(a => a < 0).reduce((a, b) => a + b, 0),
      unconverted: entries.filter(e => e.baseAmount === null).length,
    })
  })

  it('count members, the most used first', () => {
    insertBatch(workspace.db, 1, [
      { day: 1, amount: 1, members: { payee: 'Shell' } },
      { day: 1, amount: 1, members: { payee: 'Shell' } },
      { day: 1, amount: 1, members: { payee: 'Michelle' } },
      { day: 1, amount: 1, members: { payee: 'Other' } },
    ])
    const { ledgerMembers, ledgerDimensions } = reads()
    expect(ledgerMembers({ dimension: 'payee', search: 'hell', limit: 9 })).toEqual([
      { key: 'Shell', label: 'SHELL', entries: 2 },
      { key: 'Michelle', label: 'MICHELLE', entries: 1 },
    ])
    expect(ledgerDimensions({}).find(d => d.id === 'payee')?.members).toBe(3)
    expect(() => ledgerMembers({ dimension: 'nothing', search: '', limit: 9 })).toThrow(FailureError)
  })
})

const MAPPING: Mapping = {
  version: 1,
  name: 'Bank',
  profile: 'personal',
  shape: ['date', 'text', 'amount'],
  encoding: 'windows-1252',
  delimiter: ';',
  skipLines: 1,
  hasHeader: true,
  fields: [
    { column: 0, field: 'date', datePattern: 'dd.MM.yyyy' },
    { column: 2, field: 'amount', numberStyle: { decimal: ',', grouping: '.' }, negate: true },
  ],
  currency: 'GBP',
}
// Line 1 is a banner, line 2 the header; the record of line 4 runs over two lines.
const FILE =
  'Kontoauszug\r\nDatum;Text;Betrag\r\n01.02.2025;Caf\xe9;1,00\r\n02.02.2025;"zwei\r\nZeilen; \xfc";2,00\r\n'

describe('an entry’s page', () => {
  it('leads to its line of the file, quotes and line breaks as they stand', () => {
    const [, id] = insertBatch(workspace.db, 1, [
      { day: 20_121, amount: -100, line: 3, document: 'D1' },
      { day: 20_122, amount: -200, line: 4, document: 'D1', members: { payee: 'p', currency: 'GBP' } },
      { day: 20_122, amount: 300, line: 6, document: 'D1' },
    ])
    const { db } = workspace
    db.prepare(
      "INSERT INTO source_file (id, sha256, name, bytes, kept) VALUES (1, 'aa', 'bank.csv', 90, 1)",
    ).run()
    db.prepare("INSERT INTO mapping (id, shape, version, json, used_at) VALUES (5, 's', 2, ?, '')").run(
      JSON.stringify(MAPPING),
    )
    db.prepare('UPDATE batch SET mapping_id = 5').run()
    const bytes = Buffer.from(FILE, 'latin1')
    const cut = bytes.indexOf('02.02')
    const chunk = db.prepare('INSERT INTO source_chunk VALUES (1, ?, ?, ?, ?)')
    chunk.run(0, 1, 0, deflateRawSync(bytes.subarray(0, cut)))
    chunk.run(1, 4, cut, deflateRawSync(bytes.subarray(cut)))
    const detail = EntryDetailSchema.parse(reads().ledgerEntry({ id: id as number }))
    expect(detail.origin).toMatchObject({
      file: 'test.csv',
      line: 4,
      raw: '02.02.2025;"zwei\r\nZeilen; ü";2,00',
      cells: ['02.02.2025', 'zwei\r\nZeilen; ü', '2,00'],
      header: ['Datum', 'Text', 'Betrag'],
      mapping: 'Bank',
      mappingVersion: 2,
    })
    expect(detail.origin.lineage).toEqual([
      { field: 'date', column: 'Datum', transformation: 'read as dd.MM.yyyy' },
      {
        field: 'amount',
        column: 'Betrag',
        transformation: 'decimal sign “,”, grouping “.”; sign turned round',
      },
    ])
    expect(detail.siblings).toHaveLength(2)
    expect(detail.documentBalance).toBe(0)
    expect(detail.keys).toEqual({ payee: 'p', currency: 'GBP' })
  })

  it('keeps documents apart that have one number in two fiscal years', () => {
    const [first] = insertBatch(workspace.db, 1, [
      { day: 19_900, amount: 500, document: '1900000001' },
      { day: 19_900, amount: -500, document: '1900000001' },
      { day: 20_300, amount: 900, document: '1900000001' },
    ])
    const { db } = workspace
    db.prepare(
      "INSERT INTO source_file (id, sha256, name, bytes, kept) VALUES (1, 'aa', 'gl.csv', 9, 0)",
    ).run()
    db.prepare('UPDATE entry SET posting_period = CASE WHEN day < 20000 THEN 202401 ELSE 202501 END').run()
    const { siblings, documentBalance } = reads().ledgerEntry({ id: first as number })
    expect(siblings.map(line => line.amount)).toEqual([-500])
    expect(documentBalance).toBe(0)
  })

  it('says so where there is no such entry, and shows a damaged piece as no text', () => {
    expect(() => reads().ledgerEntry({ id: 99 })).toThrow(/no entry 99/)
    expect(cutRecord({ firstLine: 1, data: Buffer.from('not deflated') }, 1, MAPPING)).toBeUndefined()
    expect(cutRecord({ firstLine: 1, data: deflateRawSync('a;b') }, 5, MAPPING)).toBeUndefined()
  })
})

describe('the export', () => {
  it('keeps numbers numbers', () => {
    insertBatch(workspace.db, 1, [
      {
        day: 20_000,
        amount: -12_345,
        description: '=HYPERLINK("x")',
        members: { currency: 'GBP', payee: 'A, B' },
      },
    ])
    const { csv, rows } = reads().ledgerExport({ filters: {} }, context)
    expect(rows).toBe(1)
    expect(csv.split('\r\n')).toEqual([
      'date,amount,currency,base_amount,description,reference,document,payee',
      '2024-10-04,-123.45,GBP,-123.45,"\'=HYPERLINK(""x"")",,,"A, B"',
      '',
    ])
  })
})

describe('the origins of several entries', () => {
  it('are those of each, in the order asked, without what is not in the ledger', () => {
    const ids = insertBatch(workspace.db, 1, householdEntries(31, 5))
    workspace.db
      .prepare("INSERT INTO source_file (id, sha256, name, bytes, kept) VALUES (1, 'ab', 'test.csv', 1, 0)")
      .run()
    const [a = 0, , c = 0] = ids
    const { ledgerOrigins, ledgerEntry } = reads()
    const found = ledgerOrigins({ ids: [c, 999, a] })
    expect(found.map(one => one.id)).toEqual([c, a])
    expect(found).toEqual([c, a].map(id => ({ id, ...ledgerEntry({ id }).origin })))
  })
})
