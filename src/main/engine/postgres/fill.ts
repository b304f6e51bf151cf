import { startMonthOf, weeksOf, writeWeeks, type Fiscal } from '../../../shared/calendar/fiscal.ts'
import { createHash } from 'node:crypto'
import { FailureError } from '../../../shared/result/failure.ts'
import { CODE_COLUMNS } from '../columns.ts'
import { loadLines } from './load.ts'
import type { Dialect } from './portable.ts'
import { readMetaOf } from './registry.ts'
import { addColumn, createStatements, distributeStatements, indexStatements, newColumns, SCHEMA_NAME, tableIn, TABLES } from './schema.ts' // prettier-ignore
import type { Session } from './session.ts'
import { Values } from './where.ts'
import { say } from '../messages.ts'

/** What a warehouse is told of the workspace that is pushed to it. */
export interface Facts {
  workspace: string
  name: string
  revision: number
  profile: string
  baseCurrency: string
  fiscal: Fiscal
  /** Code columns of the dimensions that have members. */
  columns: string[]
}

export interface Target {
  schema: string
  dialect: Dialect
  /** Makes the tables of a Citus cluster when they are first made. */
  distribute: boolean
  indexes: boolean
}

/** Rows of a unit as lines of COPY text, and their hash by which it is known to be there already. */
export interface Unit {
  unit: number
  entries: number
  hash: string
  facts: string
  texts: string
}

const VERSION = '2'

/** Makes what is missing and answers which units are there. Refuses a schema that another workspace was pushed to. */
export async function prepareWarehouse(
  session: Session,
  { schema, dialect, distribute }: Target,
  facts: Facts,
): Promise<{ units: Map<number, string>; columns: string[] }> {
  if (!SCHEMA_NAME.test(schema)) throw new FailureError('bad-input', say().schemaName)
  for (const statement of createStatements(schema, dialect, facts.columns))
    // oxlint-disable-next-line no-await-in-loop -- in order
    await session.ask(statement.sql, [], statement.for)
  const meta = await readMetaOf(session, schema)
  const owner = meta.get('workspace')
  if (owner !== undefined && owner !== facts.workspace)
    throw new FailureError('bad-input', say().anotherPushed(meta.get('name') ?? say().unnamed, schema))
  if (owner === undefined && dialect === 'citus' && distribute)
    for (const { sql, for: only } of distributeStatements(schema))
      // oxlint-disable-next-line no-await-in-loop -- in order
      await session.ask(sql, [], only)
  // Asked of the server itself: a push may have been cut off between a column and the word that it is there.
  const made = await columnsOf(session, schema)
  for (const { sql, for: only, table, column } of newColumns(schema, dialect))
    // oxlint-disable-next-line no-await-in-loop -- in order
    if (!made.has(`${table}.${column}`)) await session.ask(sql, [], only)
  for (const column of facts.columns)
    // oxlint-disable-next-line no-await-in-loop -- in order
    if (!made.has(`entry.${column}`)) await session.ask(addColumn(schema, column).sql)
  // A column that the ledger uses no more stays and is filled with noughts. Those known before keep their order: pieces are hashed by it.
  const before = (meta.get('columns') ?? '').split(',')
  const others = CODE_COLUMNS.filter(name => made.has(`entry.${name}`))
  const columns = [...new Set([...before, ...facts.columns, ...others])].filter(name => name !== '')
  await writeMeta(session, schema, {
    workspace: facts.workspace,
    version: VERSION,
    name: facts.name,
    state: 'pushing',
    columns: columns.join(','),
  })
  const rows = await session.ask(`SELECT unit, hash FROM ${tableIn(schema, 'unit')}`)
  return { units: new Map(rows.map(([unit, hash]) => [Number(unit), hash ?? ''])), columns }
}

/** Columns of the schema's tables, as table.column. */
async function columnsOf(session: Session, schema: string): Promise<Set<string>> {
  const values = new Values()
  const rows = await session.ask(`SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = ${values.bind(schema)}`, values.bound) // prettier-ignore
  return new Set(rows.map(([table, column]) => `${table}.${column}`))
}

/** Sets single values. Deleted and inserted in one transaction: not every server has an upsert. */
export async function writeMeta(
  session: Session,
  schema: string,
  values: Record<string, string>,
): Promise<void> {
  await session.inTransaction(async () => {
    for (const [name, value] of Object.entries(values)) {
      // oxlint-disable-next-line no-await-in-loop -- in order
      await session.ask(`DELETE FROM ${tableIn(schema, 'meta')} WHERE name = $1`, [name])
      // oxlint-disable-next-line no-await-in-loop -- in order
      await session.ask(`INSERT INTO ${tableIn(schema, 'meta')} (name, value) VALUES ($1, $2)`, [name, value])
    }
  })
}

const FACTS = (TABLES['entry'] ?? []).map(([name]) => name)
const TEXTS = (TABLES['entry_text'] ?? []).map(([name]) => name)

/** Puts a unit's rows in the place of those that were there: all of them or, where the link breaks, none. */
export async function replaceUnit(
  session: Session,
  { schema, dialect }: Target,
  columns: readonly string[],
  { unit, entries, hash, facts, texts }: Unit,
): Promise<void> {
  await session.inTransaction(async () => {
    await dropUnit(session, schema, unit)
    await loadLines(session, dialect, { schema, table: 'entry', columns: [...FACTS, ...columns] }, facts)
    await loadLines(session, dialect, { schema, table: 'entry_text', columns: TEXTS }, texts)
    if (entries > 0)
      await session.ask(`INSERT INTO ${tableIn(schema, 'unit')} (unit, entries, hash) VALUES ($1, $2, $3)`, [unit, entries, hash]) // prettier-ignore
  })
}

/** A piece that was never sent has no row in any table: without looking for some, a first push stays as fast as it began. */
async function dropUnit(session: Session, schema: string, unit: number): Promise<void> {
  const sent = await session.ask(`SELECT unit FROM ${tableIn(schema, 'unit')} WHERE unit = $1`, [unit])
  if (sent.length === 0) return
  for (const table of ['entry', 'entry_text', 'unit'])
    // oxlint-disable-next-line no-await-in-loop -- in order
    await session.ask(`DELETE FROM ${tableIn(schema, table)} WHERE unit = $1`, [unit])
}

/** Takes out units that the workspace has no entries of any more. */
export async function removeUnits(session: Session, schema: string, units: readonly number[]): Promise<void> {
  await session.inTransaction(async () => {
    // oxlint-disable-next-line no-await-in-loop -- in order
    for (const unit of units) await dropUnit(session, schema, unit)
  })
}

/** Replaces the small tables, all in one transaction, where what is in them has changed. */
export async function replaceTables(
  session: Session,
  { schema, dialect }: Target,
  tables: Record<string, string>,
): Promise<void> {
  const meta = await readMetaOf(session, schema)
  await session.inTransaction(async () => {
    for (const [table, lines] of Object.entries(tables)) {
      const hash = createHash('sha256').update(lines).digest('hex')
      if (meta.get(`hash ${table}`) === hash) continue
      // oxlint-disable-next-line no-await-in-loop -- in order
      await session.ask(`DELETE FROM ${tableIn(schema, table)}`)
      const columns = (TABLES[table] ?? []).map(([name]) => name)
      // oxlint-disable-next-line no-await-in-loop -- in order
      await loadLines(session, dialect, { schema, table, columns }, lines)
      // oxlint-disable-next-line no-await-in-loop -- in order
      await session.ask(`DELETE FROM ${tableIn(schema, 'meta')} WHERE name = $1`, [`hash ${table}`])
      // oxlint-disable-next-line no-await-in-loop -- in order
      await session.ask(`INSERT INTO ${tableIn(schema, 'meta')} (name, value) VALUES ($1, $2)`, [`hash ${table}`, hash]) // prettier-ignore
    }
  })
}

/** Counts of every table, and counts and sums of the entries by fiscal period: what is held against the workspace. */
export interface Sums {
  tables: Record<string, number>
  periods: Record<string, { entries: number; amount: string; base: string }>
}

export async function sumsOf(session: Session, schema: string): Promise<Sums> {
  const tables: Record<string, number> = {}
  for (const table of Object.keys(TABLES)) {
    if (table === 'meta' || table === 'unit') continue
    // oxlint-disable-next-line no-await-in-loop -- in order
    const [[count] = []] = await session.ask(`SELECT count(*) FROM ${tableIn(schema, table)}`)
    tables[table] = Number(count)
  }
  const rows = await session.ask(
    `SELECT d.period, count(*), sum(e.amount), coalesce(sum(e.base_amount), 0) FROM ${tableIn(schema, 'entry')} e
     JOIN ${tableIn(schema, 'day')} d ON d."day" = e."day" GROUP BY d.period`,
  )
  const periods = Object.fromEntries(
    rows.map(([period, entries, amount, base]) => [
      String(period),
      { entries: Number(entries), amount: amount ?? '0', base: base ?? '0' },
    ]),
  )
  return { tables, periods }
}

/** Ends a push: indexes, statistics, and the revision that readers look for. */
export async function finishPush(
  session: Session,
  { schema, dialect, indexes }: Target,
  facts: Facts,
): Promise<void> {
  if (indexes)
    for (const { sql, for: only } of indexStatements(schema, dialect, facts.columns))
      // oxlint-disable-next-line no-await-in-loop -- in order
      await session.ask(sql, [], only)
  await session.ask(`ANALYZE ${tableIn(schema, 'entry')}`)
  await writeMeta(session, schema, {
    revision: String(facts.revision),
    profile: facts.profile,
    base_currency: facts.baseCurrency,
    fiscal_start_month: String(startMonthOf(facts.fiscal)),
    fiscal_weeks: writeWeeks(weeksOf(facts.fiscal)),
    pushed_at: new Date().toISOString(),
    state: 'complete',
  })
}

/** Who may read and who may write the facts, from the server's catalogue. */
export async function grantsOn(
  session: Session,
  schema: string,
): Promise<{ role: string; rights: string[] }[]> {
  const values = new Values()
  const where = `table_schema = ${values.bind(schema)} AND table_name = ${values.bind('entry')}`
  const rows = await session.ask(
    `SELECT grantee, privilege_type FROM information_schema.table_privileges WHERE ${where} ORDER BY grantee, privilege_type`,
    values.bound,
  )
  const byRole = new Map<string, string[]>()
  for (const [role = '', right = ''] of rows) {
    const rights = byRole.get(role ?? '') ?? []
    byRole.set(role ?? '', rights)
    if (!rights.includes(right ?? '')) rights.push(right ?? '')
  }
  return [...byRole].map(([role, rights]) => ({ role, rights }))
}
