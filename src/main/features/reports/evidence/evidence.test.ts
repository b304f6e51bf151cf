import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Total } from '../../../../shared/money/minor.ts'
import { measureKey, QuerySchema, type Filters, type Measure } from '../../../../shared/query/query.ts'
import { derivedFigure, queryFigure, type Figure } from '../../../../shared/report/figure.ts'
import { EVIDENCE_PARTS } from '../../../../shared/contract/reports-figures.ts'
import { readRevision } from '../../../db/meta.ts'
import { openWritable } from '../../../db/open-database.ts'
import type { WritableDB } from '../../../db/types.ts'
import { createEngine } from '../../../engine/index.ts'
import { random } from '../../../engine/testing/random.ts'
import { createTestApp } from '../../../testing.ts'
import { definitionOf } from '../figures/definition.ts'
import { figureReads } from '../figures/reads.ts'
import { figureWrites } from '../figures/writes.ts'
import { inlined } from './inline-verifier.ts'
import { evidenceReads } from './reads.ts'
import { VERIFIER } from './verifier.generated.ts'
import { verifyPack } from './verify.mjs'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const context = { cancelled: () => false, progress: () => undefined }
const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
const zip = join(folder, 'pack.zip')
let members: Record<string, Uint8Array>
let figures: Figure[]

const CSV = [
  'Date,Payee,Category,Amount,Note',
  '2025-01-03,Corner shop,Food,-12.50,',
  '2025-01-04,"Bell, Sons",Rent,-800.00,"two',
  'lines"',
  '2025-02-01,=Formula Ltd,Food,-7.25,',
  '2025-02-03,Café Zoë,Food,-3.10,',
  '2025-02-14,Work,Salary,1900.00,',
  'not a day,x,y,z,',
  '',
].join('\r\n')
const WIDE = Buffer.from('\uFEFFDate;Payee;Category;Amount\r\n2025-03-02;Ω shop;Food;-4.75\r\n2025-03-09;"Quote ""x""";Rent;-810.00\r\n', 'utf16le') // prettier-ignore
const OFX = `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>GBP<BANKACCTFROM><BANKID>1<ACCTID>77<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250110<TRNAMT>-20.00<FITID>a1<NAME>Bus pass</STMTTRN>
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250310<TRNAMT>-21.00<FITID>a2<NAME>Bus pass</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`

const sum: Measure = { op: 'sum', of: 'amount' }
const QUESTIONS: { filters: Filters; measure: Measure; negate?: boolean }[] = [
  { filters: { from: '2025-01-01', to: '2025-03-31', members: { flow: ['expense'] } }, measure: sum, negate: true },
  { filters: { from: '2025-01-01', to: '2025-03-31', members: { category: ['Food'] } }, measure: sum, negate: true },
  { filters: { from: '2025-02-01', to: '2025-02-28', notMembers: { category: ['Food'] } }, measure: sum },
  { filters: { from: '2025-01-01', to: '2025-03-31' }, measure: { op: 'median', of: 'amount' } },
  { filters: { from: '2025-01-01', to: '2025-03-31' }, measure: { op: 'mean', of: 'amount', abs: true } },
  { filters: { from: '2025-01-01', to: '2025-03-31' }, measure: { op: 'percentile', of: 'amount', p: 12.5 } },
  { filters: { from: '2025-01-01', to: '2025-03-31' }, measure: { op: 'distinct', of: 'payee' } },
  { filters: { from: '2025-01-01', to: '2025-03-31', members: { category_group: ['Rent'] } }, measure: { op: 'count', of: 'amount' } },
  { filters: { from: '2025-01-01', to: '2025-03-31', members: { payee: ['=Formula Ltd'] } }, measure: { op: 'min', of: 'original' } },
  { filters: { from: '2025-01-01', to: '2025-03-31', minAmount: 1000, absolute: true }, measure: { op: 'max', of: 'amount' } },
  { filters: { from: '2025-01-01', to: '2025-03-31', text: 'bus' }, measure: sum },
] // prettier-ignore

/** A workspace with imports of three kinds, an edit, and a report of it whose figures are kept as run 1. */
beforeAll(async () => {
  const app = createTestApp()
  await app.call('workspace.create', { name: 'Home', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 1, password: 'a long enough password' }) // prettier-ignore
  app.session.role = 'admin'
  for (const [name, bytes] of [['bank.csv', Buffer.from(CSV)], ['wide.csv', WIDE], ['card.ofx', Buffer.from(OFX)]] as const) {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const { token } = app.app.files.add(path, name, bytes.length, false)
    const reply = await app.call('import.commit', { token, profile: 'personal' })
    expect(reply).toMatchObject({ ok: true })
  } // prettier-ignore
  const { rows } = await pageOf(app)
  const edited = rows.find(row => row.description.includes('Bus') || row.members['payee'] === 'Bus pass')
  expect(await app.call('ledger.edit', { entries: { ids: [edited?.id ?? 0] }, set: { members: { category: 'Travel' }, note: 'bus to work' } })).toMatchObject({ ok: true }) // prettier-ignore
  await app.app.workspace?.writer.call('ensureTextIndex', {})
  const { path, key } = app.app.workspace as { path: string; key: Uint8Array }
  const copy = join(folder, 'copy.farthing')
  const own = Uint8Array.from(key)
  await app.call('workspace.close', {})
  cpSync(path, copy)
  await app.close()
  const db = openWritable(copy, own)
  pack(db)
  db.close()
  members = unzipSync(readFileSync(zip))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function pageOf(app: ReturnType<typeof createTestApp>) {
  const reply = await app.call('ledger.page', {})
  if (!reply.ok) throw new Error(reply.failure.message)
  expect(reply.value.total).toBe(9)
  return reply.value
}

function pack(db: WritableDB): void {
  const engine = createEngine(db)
  const about = {
    workspace: 'w',
    revision: readRevision(db),
    asOf: '2026-02-01T09:00:00.000Z',
    currency: 'GBP',
  }
  const asked = QUESTIONS.map(question => {
    const filters = {
      ...question.filters,
      members: { ...question.filters.members, scenario: ['Actual', ''] },
    }
    const query = QuerySchema.parse({ measures: [question.measure], filters })
    const { totals } = engine.query({ query, engine: 'sqlite' })
    return queryFigure('a <figure>', question, totals[measureKey(question.measure)] as Total | null, about)
  })
  const [all, food] = asked as [Figure, Figure]
  figures = [...asked, derivedFigure('share', { how: 'share' }, [food, all], about), derivedFigure('rest', { how: 'difference' }, [all, food], about), derivedFigure('a month', { how: 'per', by: 3 }, [all], about)] // prettier-ignore
  const snapshot = figureReads(db, engine).figureSnapshot({ definitions: figures.map(definitionOf) })
  figureWrites(db).figuresRecord({ run: 1, figures, snapshot: { ...snapshot, asOf: about.asOf } })
  db.prepare(
    `INSERT INTO report_run (id, name, template, format, from_day, to_day, data_revision, sha256, bytes, definition, figure_count, made_at)
     VALUES (1, 'First <quarter>', 'household', 'pdf', '2025-01-01', '2025-03-31', ?, '', 0, '{"sections":[]}', ?, ?)`,
  ).run(about.revision, figures.length, about.asOf)
  const report = join(folder, 'report.pdf')
  writeFileSync(report, Buffer.alloc(10_000, 'page '))
  const files = [{ name: 'report.pdf', path: report }]
  const made = evidenceReads(db, engine).evidencePack({ path: zip, run: 1, workspace: 'w', files, parts: [...EVIDENCE_PARTS], auditHead: { sequence: 3, head: 'ab12', at: about.asOf } }, context) // prettier-ignore
  expect(made).toMatchObject({ figures: figures.length, entries: 9 })
}

/** The pack with one member put in another's place, as a zip. */
function packWith(changes: Record<string, Uint8Array | undefined>): string {
  const path = join(folder, 'changed.zip')
  const kept = Object.entries({ ...members, ...changes }).filter(([, bytes]) => bytes !== undefined)
  writeFileSync(path, zipSync(Object.fromEntries(kept) as Record<string, Uint8Array>, { level: 0 }))
  return path
}

test('a pack holds what the report rests on, and its verifier finds everything as it was', () => {
  expect(Object.keys(members).map(name => name.replace(/[0-9a-f]{64}/, '…')).sort()).toEqual([
    'audit-log-head.json', 'batches.json', 'changes.csv', 'entries.csv', 'figures.json', 'index.html', 'manifest.json', 'manifest.sha256',
    'mappings.json', 'models.json', 'records/3.jsonl', 'report/definition.json', 'report/report.pdf', 'sources/….csv', 'sources/….csv',
    'sources/….ofx', 'unloaded.csv', 'verdicts.json', 'verify.mjs', 'workpapers.json',
  ]) // prettier-ignore
  const found = verifyPack(zip)
  expect(found.problems).toEqual([])
  expect(found).toMatchObject({ ok: true, entries: 9, records: 9, figures: figures.length, members: 17 })
  expect(Buffer.from(members['changes.csv'] as Uint8Array).toString()).toContain('category,,Travel')
  expect(Buffer.from(members['unloaded.csv'] as Uint8Array).toString()).toContain('not a day,x,y,z')
})

test('each entry’s bytes in its source are its record', () => {
  const text = Buffer.from(members['entries.csv'] as Uint8Array).toString()
  const { data } = Papa.parse<Record<string, string>>(text, { header: true })
  const records = data.slice(0, 5).map(({ source = '', from, to }) =>
    Buffer.from(members[source] as Uint8Array).subarray(Number(from), Number(to)).toString(),
  ) // prettier-ignore
  expect(records).toEqual([
    '2025-01-03,Corner shop,Food,-12.50,',
    '2025-01-04,"Bell, Sons",Rent,-800.00,"two\r\nlines"',
    '2025-02-01,=Formula Ltd,Food,-7.25,',
    '2025-02-03,Café Zoë,Food,-3.10,',
    '2025-02-14,Work,Salary,1900.00,',
  ])
})

test('the verifier in the pack is one file that runs by itself, on the zip and on the unpacked folder', () => {
  const out = join(folder, 'unpacked')
  for (const [name, bytes] of Object.entries(members)) {
    mkdirSync(dirname(join(out, name)), { recursive: true })
    writeFileSync(join(out, name), bytes)
  }
  const run = (path: string): string =>
    execFileSync(process.execPath, [join(out, 'verify.mjs'), path], {
      encoding: 'utf8',
      cwd: folder,
      env: {},
    })
  expect(run(zip)).toMatch(/17 members, 14 figures, 9 entries, 9 records: all as they were packed\.\n$/)
  expect(run(out)).toBe(run(zip))
  expect(VERIFIER).toBe(readFileSync(new URL('verify.mjs', import.meta.url), 'utf8'))
  expect(inlined(new URL('verify.mjs', import.meta.url))).toBe(readFileSync(new URL('verifier.generated.ts', import.meta.url), 'utf8')) // prettier-ignore
})

test('one changed byte of any member is found, and the member is named with the place', () => {
  const next = random(7)
  const names = Object.keys(members)
  for (let flip = 0; flip < 300; flip += 1) {
    // Every member at least once.
    const name = names[flip % names.length] as string
    const bytes = Uint8Array.from(members[name] as Uint8Array)
    const at = Math.floor(next() * bytes.length)
    bytes[at] = (bytes[at] as number) ^ (1 << Math.floor(next() * 8))
    const { ok, problems } = verifyPack(packWith({ [name]: bytes }))
    expect([flip, name, ok]).toEqual([flip, name, false])
    const own = problems.filter(problem => problem.member === name)
    expect([flip, problems[0]?.member, own.length > 0]).toEqual([flip, name, true])
    if (['manifest.json', 'manifest.sha256'].includes(name)) continue
    const { offset = -1, length = 0, line = 0, toLine = 0 } = own[0] ?? {}
    expect(at).toBeGreaterThanOrEqual(offset)
    expect(at).toBeLessThan(offset + length)
    const lineOf = Buffer.from(members[name] as Uint8Array)
      .subarray(0, at)
      .toString('latin1')
      .split('\n').length
    expect(lineOf).toBeGreaterThanOrEqual(line)
    expect(lineOf).toBeLessThanOrEqual(toLine)
  }
})

test('a member more or less is found, and one that stands twice in the archive', () => {
  expect(verifyPack(packWith({ 'extra.txt': Buffer.from('x') })).problems).toEqual([{ member: 'extra.txt', what: 'was not in the pack when it was made' }]) // prettier-ignore
  for (const name of Object.keys(members))
    expect(verifyPack(packWith({ [name]: undefined })).problems[0]).toEqual({
      member: name,
      what: 'is missing',
    })
  writeFileSync(join(folder, 'no.zip'), 'not a zip')
  expect(verifyPack(join(folder, 'no.zip'))).toMatchObject({ ok: false, problems: [{ member: '' }] })
})

test('a pack that another tool packed anew, with fields and folders of its own, is the same pack', () => {
  const anew = zipSync({ ...members, 'report/': new Uint8Array() }, { extra: { 0x5455: new Uint8Array(5) } })
  writeFileSync(join(folder, 'anew.zip'), anew)
  expect(verifyPack(join(folder, 'anew.zip'))).toMatchObject({ ok: true, problems: [] })
  writeFileSync(join(folder, 'anew.zip'), zipSync({ ...members, 'report/more.txt': new Uint8Array() }, { extra: { 0x5455: new Uint8Array(5) } })) // prettier-ignore
  expect(verifyPack(join(folder, 'anew.zip')).problems.map(one => one.member)).toEqual(['report/more.txt'])
})

test('a damaged archive is found wherever a byte of it is another, in its own lists, too', () => {
  const bytes = readFileSync(zip)
  const next = random(11)
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const list = bytes.readUInt32LE(end + 16)
  const missed: number[] = []
  // Of the list two entries and the end whole, some of the rest, a member's own description, and some of what is packed.
  const places = [
    ...Array.from({ length: 160 }, (_, i) => list + i),
    ...Array.from({ length: bytes.length - end }, (_, i) => end + i),
    ...Array.from({ length: 30 }, (_, i) => i),
    ...Array.from({ length: 60 }, () => list + Math.floor(next() * (bytes.length - list))),
    ...Array.from({ length: 80 }, () => Math.floor(next() * list)),
  ]
  for (const at of places) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] as number) ^ (1 << Math.floor(next() * 8))
    writeFileSync(join(folder, 'changed.zip'), changed)
    if (verifyPack(join(folder, 'changed.zip')).ok) missed.push(at)
    // A bit that fills up the last byte of packed data belongs to nothing: unpacked, the pack is the same.
    if (missed.at(-1) === at && at < list) expect(unzipSync(changed)).toEqual(members)
  }
  expect(missed.filter(at => at >= list || at < 30)).toEqual([])
  expect(missed.length).toBeLessThan(4)
  writeFileSync(join(folder, 'changed.zip'), Buffer.concat([bytes, Buffer.from('x')]))
  expect(verifyPack(join(folder, 'changed.zip')).ok).toBe(false)
})

/** What is in the pack with these changes, its hashes made anew: an inside job. */
function forged(changes: Record<string, (text: string) => string>): string {
  const changed = Object.fromEntries(Object.entries(changes).map(([name, change]) => [name, Buffer.from(change(Buffer.from(members[name] as Uint8Array).toString()))])) // prettier-ignore
  const manifest = JSON.parse(Buffer.from(members['manifest.json'] as Uint8Array).toString()) as { members: { path: string; bytes: number; sha256: string }[] } // prettier-ignore
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
  for (const member of manifest.members) {
    const bytes = changed[member.path]
    if (bytes) [member.bytes, member.sha256] = [bytes.length, hash(bytes)]
  }
  const text = Buffer.from(`${JSON.stringify(manifest)}\n`)
  const seal = hash(text)
  const old = Buffer.from(members['manifest.sha256'] as Uint8Array)
    .toString()
    .slice(0, 64)
  const page = Buffer.from(members['index.html'] as Uint8Array)
    .toString()
    .replaceAll(old, seal)
  return packWith({ ...changed, 'manifest.json': text, 'manifest.sha256': Buffer.from(`${seal}  manifest.json\n`), 'index.html': Buffer.from(page) }) // prettier-ignore
}

test('figures are computed again and records read again: a pack whose hashes were made anew does not hold either', () => {
  const amount = verifyPack(forged({ 'entries.csv': text => text.replaceAll('-12.50', '-12.60') }))
  expect(amount.problems.map(one => one.what).join(' ')).toMatch(
    /comes to 857\.70, 857\.60 was printed|comes to/,
  )
  expect(amount.problems.every(one => one.member === 'figures.json')).toBe(true)
  const value = verifyPack(forged({ 'figures.json': text => text.replace(`"value": "${figures[0]?.value}"`, '"value": "1.00"') })) // prettier-ignore
  expect(value.problems[0]).toMatchObject({ member: 'figures.json', figure: figures[0]?.id })
  const dropped = verifyPack(forged({ 'entries.csv': text => text.replace(/\n3,[^\n]*/, '') }))
  expect(dropped.problems.some(one => /of its rows are not among the entries/.test(one.what))).toBe(true)
  const source = Object.keys(members).find(name => Buffer.from(members[name] as Uint8Array).toString().startsWith('Date,Payee')) ?? '' // prettier-ignore
  const raw = verifyPack(forged({ [source]: text => text.replace('Corner shop', 'Corner shoe') }))
  expect(raw.problems).toEqual([{ member: source, what: 'does not have the record of entry 1 where it should be', line: 2 }]) // prettier-ignore
  const records = verifyPack(forged({ 'records/3.jsonl': text => text.replace('-21.00', '-22.00') }))
  expect(records.problems).toMatchObject([{ member: 'records/3.jsonl' }])
})
