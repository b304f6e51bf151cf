import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createImportBench } from './testing.ts'

// Public ledgers that lie beside the project where its makers work; see ../shared/data/README.md there. Skipped without them.
const data = resolve('../shared/data')
const has = existsSync(data)

describe.skipIf(!has)('five months of one council, spelt in five ways', () => {
  const bench = createImportBench({ profile: 'ledger' })
  afterAll(() => bench.close())

  it.each([
    ['leeds_raw_2010-12.csv', 10303, '77179009.24', 3],
    ['leeds_raw_2011-04.csv', 11707, '80965125.53', 0],
    ['leeds_raw_2013-05.csv', 9393, '87723060.28', 1],
    ['leeds_raw_2013-12.csv', 9574, '104758470.89', 1],
    ['leeds_raw_2020-06.csv', 16176, '104445727.45', 1],
  ])('%s gives %i entries of %s in all', async (file, entries, sum, ignored) => {
    const result = await bench.commit(`${data}/spending/${file}`)
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.value.counts).toEqual({
      read: entries + ignored,
      loaded: entries,
      duplicate: 0,
      rejected: 0,
      ignored,
    })
    expect(result.value.sums).toEqual({ GBP: sum })
  })

  it('makes one ledger of them, with the same dimensions', () => {
    const { db } = bench.workspace
    const used = (column: string): number =>
      db.prepare(`SELECT count(DISTINCT batch_id) FROM entry WHERE ${column} > 0`).pluck().get() as number
    for (const column of [
      'payee',
      'category',
      'account',
      'directorate',
      'department',
      'entity',
      'company',
      'custom_1',
    ])
      expect([column, used(column)]).toEqual([column, 5])
    const documents = db.prepare("SELECT count(*) FROM entry_text WHERE document <> ''").pluck().get()
    expect(documents).toBe(10303 + 11707 + 9393 + 9574 + 16176)
  })

  it('loads nothing from a file that was loaded before', async () => {
    const result = await bench.commit(`${data}/spending/leeds_raw_2013-05.csv`)
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.value.counts).toEqual({ read: 9394, loaded: 0, duplicate: 9393, rejected: 0, ignored: 1 })
  })
})
