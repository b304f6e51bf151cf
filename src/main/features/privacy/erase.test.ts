import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unpackPiece } from '../../files/pieces.ts'
import { openWritable } from '../../db/open-database.ts'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { createTestApp, type TestApp } from '../../testing.ts'

const NAME = 'Jörg Canary-Müller'
const IBAN = 'DE89370400440532013000'
/** As a bank, a person and a search engine would write it. */
const WRITTEN = [
  'jörg canary',
  'joerg canary',
  'jorg canary',
  'canary-müller',
  'canary-mueller',
  'canary-muller',
]

let farthing: TestApp
const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))

type Reply<T> = { ok: true; value: T } | { ok: false; failure: { code: string; message: string } }
async function value<T>(reply: Promise<Reply<T>>): Promise<T> {
  const answer = await reply
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}
const workspace = () => farthing.app.workspace as OpenWorkspace
const payeeOf = async (name: string): Promise<number> =>
  (await value(farthing.call('privacy.report', {}))).people.find(one => one.name === name)?.payee ?? 0
const CSV = `Date,Payee,Description,Amount
2024-01-05,${NAME},Rent to ${NAME} ${IBAN},-500.00
2024-02-05,${NAME},"MÜLLER, JÖRG rent",-500.00
2024-02-10,Tesco Stores 3267,Groceries for JOERG CANARY-MUELLER,-42.10
2024-03-01,Anna Weber,Gift,-20.00
not a date,${NAME},rejected,-1.00
2025-03-01,Acme GmbH,Salary,3000.00
`

beforeAll(async () => {
  farthing = createTestApp()
  await value(
    farthing.call('workspace.create', {
      name: 'Privacy',
      profile: 'personal',
      baseCurrency: 'GBP',
      fiscalStartMonth: 1,
      password: 'a long enough password',
    }),
  )
  const path = join(folder, 'bank.csv')
  writeFileSync(path, CSV)
  const { token } = farthing.app.files.add(path, 'bank.csv', Buffer.byteLength(CSV), false)
  await value(farthing.call('import.commit', { token, answers: {} }))
  // A receipt beside the first entry of the person, and one beside somebody else's.
  const { rows } = await value(farthing.call('ledger.page', { descending: false }))
  for (const [name, entry] of [
    ['canary.pdf', rows.find(row => row.members['payee'] === NAME)?.id ?? 0],
    ['tesco.pdf', rows.find(row => row.members['payee']?.startsWith('Tesco'))?.id ?? 0],
  ] as const) {
    const receipt = join(folder, name)
    writeFileSync(receipt, `a receipt, ${name}`)
    const attached = farthing.app.files.add(receipt, name, 20, false).token
    await value(farthing.call('ledger.attach', { entry, token: attached }))
  }
}, 60_000)
afterAll(async () => {
  await farthing.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('what is found', () => {
  test('people by their names, numbers by their checksums, with counts and masked examples', async () => {
    const found = await value(farthing.call('privacy.report', {}))
    expect(found.people.map(one => one.name)).toEqual(['Anna Weber', NAME])
    const iban = found.found.find(one => one.kind === 'iban' && one.place === 'description')
    expect(iban).toMatchObject({ count: 1, example: 'DE••••00' })
    expect(JSON.stringify(found.found)).not.toContain(IBAN)
    expect(found.keptFiles).toBe(1)
  })

  test('a person says who is one and who is not', async () => {
    const anna = await payeeOf('Anna Weber')
    await value(farthing.call('privacy.setPerson', { payee: anna, person: false }))
    expect((await value(farthing.call('privacy.report', {}))).people.map(one => one.name)).toEqual([NAME])
    await value(farthing.call('privacy.setPerson', { payee: anna, person: null }))
  })
})

describe('masking', () => {
  const everything = async (): Promise<string> => {
    const page = await value(farthing.call('ledger.page', { filters: {}, offset: 0, limit: 100 } as never))
    const csv = await value(farthing.call('ledger.exportCsv', { filters: {} }))
    const members = await value(farthing.call('ledger.members', { dimension: 'payee', limit: 50 } as never))
    return JSON.stringify([page, csv, members])
  }
  const hits = (text: string): string[] =>
    [NAME, IBAN, ...WRITTEN].filter(one => text.toLowerCase().includes(one.toLowerCase()))

  test('on, neither the table nor an export nor a list has a person or a number in it; off, all is as it was', async () => {
    const before = await everything()
    expect(hits(before)).toContain(NAME)
    await value(farthing.call('privacy.setMasking', { who: 'everybody' }))
    const masked = await everything()
    expect(hits(masked)).toEqual([])
    expect(masked).toContain('Person ')
    // A file beside an entry cannot be masked: it stays closed.
    const { rows } = await value(farthing.call('ledger.page', { descending: false }))
    const entry = rows[0]?.id ?? 0
    const [receipt] = await value(farthing.call('ledger.attachments', { entry }))
    const piece = { entry, attachment: receipt?.id ?? 0 }
    expect(await farthing.call('ledger.attachmentPiece', piece)).toMatchObject({
      failure: { code: 'forbidden' },
    })
    await value(farthing.call('privacy.setMasking', { who: 'nobody' }))
    expect(await everything()).toBe(before)
    expect((await value(farthing.call('ledger.attachmentPiece', piece))).next).toBeNull()
  })

  test('a masked person can still be asked for, and a masked text is not saved over the real one', async () => {
    const payee = await payeeOf(NAME)
    await value(farthing.call('privacy.setMasking', { who: 'everybody' }))
    const filters = { members: { payee: [`Person ${payee}`] } }
    const { csv, rows } = await value(farthing.call('ledger.exportCsv', { filters } as never))
    expect([rows, hits(csv)]).toEqual([2, []])
    const reply = await farthing.call('ledger.edit', {
      entries: { ids: [1] },
      set: { note: 'to DE••••00' },
    } as never)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'bad-input' } })
    await value(farthing.call('privacy.setMasking', { who: 'nobody' }))
  })
})

describe('fiscal years', () => {
  test('a closed year can be asked for and not changed, by hand or by an import', async () => {
    const closed = await value(farthing.call('privacy.closeYear', { year: 2024 }))
    expect(closed[0]).toMatchObject({ year: 2024, entries: 4, sums: { GBP: '-1062.10' }, unchanged: true })
    const edit = (ids: number[]) =>
      farthing.call('ledger.edit', { entries: { ids }, set: { note: 'changed' } } as never)
    expect(await edit([1])).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect((await edit([5])).ok).toBe(true)
    expect(await farthing.call('ledger.remove', { entries: { ids: [1] } } as never)).toMatchObject({
      ok: false,
    })
    const path = join(folder, 'late.csv')
    const late = 'Date,Payee,Description,Amount\n2024-06-01,Late Ltd,late,-1.00\n'
    writeFileSync(path, late)
    const { token } = farthing.app.files.add(path, 'late.csv', late.length, false)
    const imported = await farthing.call('import.commit', { token, answers: {} })
    expect(imported).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect((await value(farthing.call('privacy.years', {})))[0]).toMatchObject({
      entries: 4,
      unchanged: true,
    })
    // Its archive is a workspace of its own, with the same year to the last minor unit, that nobody may write.
    const { path: archived } = await value(farthing.call('privacy.archiveYear', { year: 2024 }))
    const [kept] = await value(farthing.call('privacy.years', {}))
    expect(kept).toMatchObject({ archive: { path: archived } })
    expect(archived).toBe(workspace().path.replace('.farthing', ' FY2024.farthing'))
    expect(statSync(archived).mode & 0o222).toBe(0)
    expect(await farthing.call('privacy.archiveYear', { year: 2024 })).toMatchObject({ ok: false })
    expect(await farthing.call('privacy.archiveYear', { year: 2025 })).toMatchObject({
      failure: { code: 'bad-input' },
    })
    const other = createTestApp()
    await value(other.call('workspace.open', { path: archived, password: 'a long enough password' }))
    const [there] = await value(other.call('privacy.years', {}))
    expect(there).toEqual({ ...kept, archive: null })
    const asked = { query: { measures: [{ op: 'sum' }], groupBy: [{ dimension: 'payee' }] } } as const
    expect((await value(other.call('explore.query', asked as never))).rows).toEqual(
      (await value(farthing.call('explore.query', asked as never))).rows,
    )
    expect((await value(other.call('workspace.verify', {}))).ok).toBe(true)
    await other.close()
    const reopened = await value(farthing.call('privacy.reopenYear', { year: 2024 }))
    expect(reopened[0]?.closedAt).toBeNull()
    expect((await edit([1])).ok).toBe(true)
  })
})

test('an erased person is in no byte of the workspace, and every total is as it was', async () => {
  await value(farthing.call('ledger.edit', { entries: { ids: [4] }, set: { note: `ask ${NAME}` } } as never))
  await value(
    farthing.call('rules.save', {
      rule: {
        name: `Rent of ${NAME}`,
        conditions: [{ field: 'payee', op: 'equals', value: NAME }],
        actions: [{ do: 'set', field: 'category', value: 'Rent' }],
      },
    } as never),
  )
  // What other features keep of the ledger: a report's figures, a workpaper's exceptions, a conversation.
  const report = {
    name: `Paid to ${NAME}`,
    template: 'own',
    parameters: { period: '2024' },
    sections: [{ id: 't', kind: 'table', by: 'payee' }],
  }
  await value(farthing.call('reports.make', { which: { report }, format: 'json' } as never))
  await value(farthing.call('audit.record', { request: { test: 'payees' }, title: NAME, by: 'A' } as never))
  const room = (await value(farthing.call('chat.createRoom', { name: NAME }))) as { id: number }
  await value(farthing.call('chat.say', { room: room.id, question: `How much went to ${NAME}?` } as never))
  const sums = async () =>
    (await value(farthing.call('privacy.years', {}))).map(({ entries, sums: s }) => ({ entries, s }))
  const before = await sums()
  await value(farthing.call('privacy.closeYear', { year: 2024 }))
  const payee = await payeeOf(NAME)
  const erased = await value(farthing.call('privacy.erase', { payee }))
  expect(erased).toMatchObject({
    pseudonym: `Erased ${payee}`,
    entries: 2,
    filesScrubbed: 1,
    filesGivenUp: 0,
  })
  expect(await sums()).toEqual(before)
  expect((await value(farthing.call('privacy.report', {}))).people.map(one => one.name)).toEqual([
    'Anna Weber',
  ])
  const verified = await value(farthing.call('workspace.verify', {}))
  expect(verified.checks.filter(check => !check.ok)).toEqual([])
  expect(await value(farthing.call('security.verifyLog', {}))).toMatchObject({ ok: true })

  const { path, key } = workspace()
  // While it is still open: the write-ahead log beside the file counts as much as the file.
  expect(existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`).length : 0).toBeLessThan(64 * 1024)
  const dump = join(folder, 'dump.farthing')
  copyFileSync(path, dump)
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${dump}-wal`)
  const db = openWritable(dump, key)
  expect(db.prepare('SELECT name FROM entry_attachment').pluck().all()).toEqual(['tesco.pdf'])
  expect(db.prepare('SELECT CAST(data AS text) FROM attachment').pluck().all()).toEqual([
    'a receipt, tesco.pdf',
  ])
  const pieces = ['source_chunk', 'record_chunk'].flatMap(table =>
    (db.prepare(`SELECT data FROM ${table}`).pluck().all() as Buffer[]).map(unpackPiece),
  )
  expect(pieces.some(piece => piece.includes('Tesco Stores 3267'))).toBe(true)
  // Decrypted whole, free pages and all.
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('journal_mode = DELETE')
  db.pragma("rekey = ''")
  db.close()
  const bytes = Buffer.concat([readFileSync(dump), ...pieces])
  expect(bytes.includes('SQLite format 3')).toBe(true)
  expect(bytes.includes('Anna Weber')).toBe(true)
  const texts = [bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('utf16le')].map(text =>
    text.toLowerCase(),
  )
  expect(WRITTEN.filter(one => texts.some(text => text.includes(one)))).toEqual([])
  // Of the word index too, which keeps single words.
  expect(texts.some(text => text.includes('canary'))).toBe(false)
})

test('retention: first what would go, then it goes', async () => {
  await value(farthing.call('privacy.setRetention', { kind: 'raw-files', months: 12 }))
  await value(farthing.call('privacy.setRetention', { kind: 'people', months: 6 }))
  const dry = await value(farthing.call('privacy.runRetention', { apply: false }))
  expect(dry).toEqual([
    { kind: 'people', months: 6, found: 1, applied: false },
    { kind: 'raw-files', months: 12, found: 0, applied: false },
  ])
  expect(await payeeOf('Anna Weber')).toBeGreaterThan(0)
  const done = await value(farthing.call('privacy.runRetention', { apply: true }))
  expect(done[0]).toMatchObject({ kind: 'people', found: 1, applied: true })
  expect((await value(farthing.call('privacy.report', {}))).people).toEqual([])
  expect(await value(farthing.call('privacy.runRetention', { apply: false }))).toMatchObject([
    { found: 0 },
    { found: 0 },
  ])
})
