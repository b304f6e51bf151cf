import { execFile } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual, promisify } from 'node:util'
import { createEngine } from '../src/main/engine/index.ts'
import { factsOf, unitOf, unitsOf } from '../src/main/features/warehouse/pieces.ts'
import { report, round, timing } from './lib/report.ts'
import { startWarehouse, TYPICAL } from './lib/warehouse.ts'
import { widgetsOf, type BenchFilter } from './lib/widgets.ts'

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
const ROUNDS = Number(process.argv[3] ?? 5)

const run = promisify(execFile)
const warehouse = await startWarehouse(ROWS)
const { db, push } = warehouse
const folder = mkdtempSync(join(tmpdir(), 'bench-warehouse-'))
chmodSync(folder, 0o755)

/** The same lines by psql, read from files, into tables of the same columns. */
async function copy(columns: readonly string[]): Promise<number> {
  await warehouse.sql('DROP SCHEMA IF EXISTS peer CASCADE', 'CREATE SCHEMA peer', 'CREATE TABLE peer.entry (LIKE plain.entry)', 'CREATE TABLE peer.entry_text (LIKE plain.entry_text)') // prettier-ignore
  const names = [
    'id',
    'unit',
    'batch_id',
    'line',
    'day',
    'posting_period',
    'amount',
    'base_amount',
    'part',
    ...columns,
  ]
  const script = [
    `\\copy peer.entry (${names.map(name => `"${name}"`).join(', ')}) FROM '${join(folder, 'facts')}'`,
    `\\copy peer.entry_text FROM '${join(folder, 'texts')}'`,
  ].join('\n')
  writeFileSync(join(folder, 'script'), script)
  const { host, port, user, database, password } = warehouse.reach
  const begun = performance.now()
  await run('psql', ['-q', '-h', host, '-p', String(port), '-U', user, '-d', database, '-f', join(folder, 'script')], { env: { ...process.env, PGPASSWORD: password } }) // prettier-ignore
  return performance.now() - begun
}

const pushes: number[] = []
const copies: number[] = []
pushes.push(await push('plain', false))
const { columns } = factsOf(db, 'bench')
for (const unit of unitsOf(db)) {
  const { facts, texts } = unitOf(db, unit, columns)
  appendFileSync(join(folder, 'facts'), facts)
  appendFileSync(join(folder, 'texts'), texts)
}
copies.push(await copy(columns))
for (let n = 1; n < ROUNDS; n += 1) {
  pushes.push(await push('plain', false))
  copies.push(await copy(columns))
}
const indexed = await push('indexed', true)

const engine = createEngine(db)
const columnar = async (filter: BenchFilter | undefined): Promise<unknown> =>
  widgetsOf(filter).map(query => engine.query({ query, engine: 'columnar' }).rows)
const inSql = async (schema: string, filter: BenchFilter | undefined): Promise<unknown> => {
  const rows: unknown[] = []
  for (const query of widgetsOf(filter)) rows.push((await warehouse.ask(schema, query)).rows)
  return rows
}
const contestants = {
  columnar,
  'PostgreSQL without indexes': (filter: BenchFilter | undefined) => inSql('plain', filter),
  'PostgreSQL with ours': (filter: BenchFilter | undefined) => inSql('indexed', filter),
}
const widgets: Record<string, ReturnType<typeof timing>> = {}
const times = new Map(Object.keys(contestants).map(name => [name, [] as number[]]))
// Warm: columns in memory here, pages in memory there.
for (const ask of Object.values(contestants)) await ask(TYPICAL[4])
for (const filter of TYPICAL.slice(0, Math.max(3, ROUNDS))) {
  let first: unknown
  for (const [name, ask] of Object.entries(contestants)) {
    const begun = performance.now()
    const answer = await ask(filter)
    times.get(name)?.push(performance.now() - begun)
    first ??= answer
    if (!isDeepStrictEqual(answer, first))
      throw new Error(`${name} answers otherwise: ${difference(answer, first)}`)
  }
}
for (const [name, ms] of times) widgets[name] = timing(ms)
await warehouse.close()
rmSync(folder, { recursive: true })

const [ours, theirs] = [timing(pushes), timing(copies)]
const perSecond = (ms: number): number => Math.round(ROWS / (ms / 1000))
report('warehouse', ours.median <= 6 * theirs.median, {
  rows: ROWS,
  what: 'a whole push (tables, facts, texts, reconciled) beside \\copy of the same lines; seven dashboard widgets',
  unit: 'ms',
  push: ours,
  copy: theirs,
  rowsPerSecond: { push: perSecond(ours.median), copy: perSecond(theirs.median) },
  ratio: round(ours.median / theirs.median),
  pushWithIndexes: round(indexed),
  widgets,
  bar: { pushToCopy: 6 },
})

function difference(answer: unknown, first: unknown): string {
  const [a, b] = [answer as unknown[][][], first as unknown[][][]]
  const at = a.findIndex((rows, i) => !isDeepStrictEqual(rows, b[i]))
  const row = a[at]?.findIndex((cells, i) => !isDeepStrictEqual(cells, b[at]?.[i])) ?? -1
  const cells = (rows: unknown[] | undefined): string => (rows ?? []).map(String).join(', ')
  return `widget ${at}, row ${row} of ${a[at]?.length}: ${cells(a[at]?.[row])} against ${cells(b[at]?.[row])} of ${b[at]?.length}`
}
