import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { importService } from './service.ts'
import { createImportBench } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'farthing-limits-'))
const bench = createImportBench({ profile: 'ledger' })
afterAll(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('an import', () => {
  it('keeps the columns beyond the last dimension as text', async () => {
    const { db } = bench.workspace
    // Three files of ten columns each that would all make a dimension.
    for (const f of ['a', 'b', 'c']) {
      const names = Array.from({ length: 10 }, (_, i) => `Mark ${f}${i}x`)
      const rows = Array.from({ length: 40 }, (_, r) =>
        ['13/04/2021', `Paper ${f}${r}`, '1.00', ...names.map((n, i) => `${n} ${(r + i) % 2}`)].join(','),
      )
      // oxlint-disable-next-line no-await-in-loop -- each import finds what the one before has left
      const result = await bench.commit(file(`${f}.csv`, [['Date', 'Supplier', 'Amount', ...names].join(','), ...rows].join('\n'))) // prettier-ignore
      expect(result).toMatchObject({ ok: true, value: { counts: { loaded: 40 } } })
    }
    const dimensions = db.prepare("SELECT count(*) FROM dimension WHERE kind = 'custom'").pluck().get()
    expect(dimensions).toBe(24)
    const extras = db.prepare("SELECT extra FROM entry_text WHERE extra LIKE '%Mark c9x%'").pluck().all()
    expect(extras).toHaveLength(40)
  })

  it('shows rejected rows under the headers that their file had', async () => {
    const result = await bench.commit(
      file('r.csv', 'Date Paid,Supplier-Name,Amount (£)\n13/04/2021,Paper,1.00\n14/04/2021,Pens,none\n'),
    )
    if (!result.ok) throw new Error(result.failure.message)
    const rejects = await importService.rejects(
      { batch: result.value.id, offset: 0, limit: 10 },
      bench.context,
    )
    expect(rejects).toMatchObject({
      value: { total: 1, header: ['Date Paid', 'Supplier-Name', 'Amount (£)'] },
    })
  })

  it('recognises a file without a header by its columns', async () => {
    const april =
      '04/13/2021,COFFEE BAR,3.20,,96.80\n04/04/2021,ACME PAY,,50.00,146.80\n04/05/2021,GROCER,6.80,,140.00\n'
    const first = await bench.commit(file('april.csv', april), { profile: 'personal' })
    expect(first).toMatchObject({ ok: true, value: { counts: { loaded: 3 } } })
    // Every day of May's file could be a month: only what is known settles it.
    const may = '05/04/2021,COFFEE BAR,4.20,,135.80\n05/05/2021,ACME PAY,,50.00,185.80\n'
    const second = await bench.preview(file('may.csv', may), { profile: 'personal' })
    expect(second).toMatchObject({
      ok: true,
      value: { mappingOrigin: 'recognised', questions: [], from: '2021-05-04', to: '2021-05-05' },
    })
    const other = await bench.preview(file('other.csv', '05/04/2021,4.20,x,y,z\n05/05/2021,1.00,x,y,z\n'), {
      profile: 'personal',
    })
    expect(other).toMatchObject({ ok: true, value: { mappingOrigin: 'proposed' } })
  })
})
