import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Trace } from '../../../shared/contract/reports-figures.ts'
import type { Figure } from '../../../shared/report/figure.ts'
import { farthingIn } from './testing.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let folder: string
let figures: Figure[]
const CSV = [
  'Date,Payee,Category,Amount',
  '2025-03-03,Corner shop,Food,-12.50',
  '2025-03-14,"Bell, Sons",Rent,-800.00',
  '2025-03-20,Corner shop,Food,-7.25',
  '2025-03-28,Work,Salary,1900.00',
  '',
].join('\n')
const run = (...args: string[]) => farthingIn(folder, [...args, '--workspace', join(folder, 'home.farthing')])

/** A workspace with one import, and a report of March with its evidence. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
  const file = join(folder, 'bank.csv')
  writeFileSync(file, CSV)
  await run('create', '--profile', 'personal', '--currency', 'GBP')
  expect((await run('import', file)).code).toBe(0)
  const made = await run('evidence', 'make', '--template', 'household', '--period', '2025-03', '--format', 'json', '--out', join(folder, 'march.zip')) // prettier-ignore
  expect(made).toMatchObject({ code: 0, err: '' })
  const pack = unzipSync(readFileSync(join(folder, 'march.zip')))
  const json = Object.keys(pack).find(name => name.startsWith('report/') && !name.endsWith('definition.json'))
  ;({ figures } = JSON.parse(strFromU8(pack[json ?? ''] as Uint8Array)) as { figures: Figure[] })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('trace leads from a figure to its rows: file, hash, line, the text there; typed carelessly as well', async () => {
  const food = figures.find(figure => 'query' in figure && figure.value === '19.75' && figure.unit === 'GBP')
  const { code, out } = await run('trace', (food?.id ?? '').toLowerCase().replaceAll('-', ' '), '--json')
  expect(code).toBe(0)
  const found = JSON.parse(out) as Trace & { words: string }
  const sha256 = createHash('sha256').update(CSV).digest('hex')
  expect(found).toMatchObject({ id: food?.id, was: { value: '19.75' }, now: { value: '19.75' }, rows: { total: 2, sum: '19.75' } }) // prettier-ignore
  expect(found.words).toMatch(
    /^Sum of the entries from 2025-03-01 to 2025-03-31; .*Category is Food.*sign turned/,
  )
  expect(found.rows.page.map(({ amount, source }) => [amount, source.file, source.line, source.raw, source.sha256])).toEqual([
    ['12.50', 'bank.csv', 2, '2025-03-03,Corner shop,Food,-12.50', sha256],
    ['7.25', 'bank.csv', 4, '2025-03-20,Corner shop,Food,-7.25', sha256],
  ]) // prettier-ignore
  const share = figures.find(figure => 'derived' in figure && figure.derived.how === 'share')
  const parts = JSON.parse((await run('trace', share?.id ?? '', '--json')).out) as Trace
  expect(parts.parts.map(part => part.id)).toEqual(share && 'derived' in share ? share.derived.of : [])
  expect((await run('trace', food?.id ?? '')).out).toContain('2 of 2 rows, which come to 19.75 GBP.')
  expect(await run('trace', 'F-0000-0000-0000')).toMatchObject({ code: 1, out: '' })
  expect((await run('trace', 'nonsense')).err).toContain('is no figure’s number')
  expect((await run('trace')).code).toBe(2)
})

test('report compare says why: an edit since, by what it moved', async () => {
  expect(JSON.parse((await run('report', 'compare', '1', '--json')).out)).toMatchObject({
    figures: [],
    causes: [],
  })
  const set =
    '{"entries":{"filters":{"members":{"payee":["Bell, Sons"]}}},"set":{"members":{"category":"Food"}}}'
  expect((await run('call', 'ledger.edit', set)).code).toBe(0)
  const { figures: changed, causes } = JSON.parse((await run('report', 'compare', '1', '--json')).out) as {
    figures: { label: string; was: string; now: string; difference: string; causes: unknown[] }[]
    causes: unknown[]
  }
  expect(causes).toEqual([{ cause: 'recategorisation', rows: 1 }])
  expect(changed).toContainEqual(expect.objectContaining({ was: '19.75', now: '819.75', difference: '800.00', causes: [{ cause: 'recategorisation', amount: '800.00', rows: 1 }] })) // prettier-ignore
  expect((await run('report', 'compare', '1')).out).toContain('recategorisation, 1 entries')
  expect((await run('report', 'compare', '99')).code).toBe(1)
  expect((await run('report', 'compare', 'x')).code).toBe(2)
})

test('evidence verify needs no workspace; a changed pack is exit code 1 and the member’s name', async () => {
  const good = await farthingIn(folder, ['evidence', 'verify', join(folder, 'march.zip'), '--json'])
  expect(good.code).toBe(0)
  expect(JSON.parse(good.out)).toMatchObject({ ok: true, problems: [], records: 4 })
  const bytes = readFileSync(join(folder, 'march.zip'))
  const at = bytes.indexOf('entries.csv') + 40
  bytes[at] = (bytes[at] as number) ^ 1
  writeFileSync(join(folder, 'bad.zip'), bytes)
  const bad = await farthingIn(folder, ['evidence', 'verify', join(folder, 'bad.zip')])
  expect(bad).toMatchObject({ code: 1 })
  expect(bad.out).toMatch(/^entries\.csv: /m)
  expect((await farthingIn(folder, ['evidence', 'verify', join(folder, 'none.zip')])).code).toBe(1)
  expect((await farthingIn(folder, ['evidence'])).code).toBe(2)
})
