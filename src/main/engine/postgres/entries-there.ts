import { SourceOriginSchema, type SourceOrigin } from '../../../shared/contract/ledger.ts'
import { CODE_COLUMNS } from '../columns.ts'
import type { StoredEntry } from '../stored-entry.ts'
import type { Warehouse } from './registry.ts'
import { quoted, tableIn } from './schema.ts'
import type { Cells, Session } from './session.ts'
import { Values } from './where.ts'

const FACTS = ['id', 'batch_id', 'line', 'day', 'posting_period', 'amount', 'base_amount', 'part'] as const
const TEXTS = ['description', 'reference', 'document', 'note', 'extra'] as const
/** Ids asked for at once: below what any of the servers binds. */
const AT_ONCE = 5000

function select({ schema, columns }: Warehouse): string {
  const facts = [...FACTS, ...columns].map(name => `e.${quoted(name)}`)
  const texts = TEXTS.map(name => `coalesce(t.${quoted(name)}, '')`)
  return `SELECT ${[...facts, ...texts].join(', ')} FROM ${tableIn(schema, 'entry')} e LEFT JOIN ${tableIn(schema, 'entry_text')} t ON t.entry_id = e.id`
}

function entryOf({ columns }: Warehouse, row: Cells): StoredEntry {
  const number = (at: number): number => Number(row[at])
  const codes = Object.fromEntries(CODE_COLUMNS.map(name => [name, 0]))
  for (const [i, name] of columns.entries()) codes[name] = number(FACTS.length + i)
  const text = (i: number): string => row[FACTS.length + columns.length + i] ?? ''
  return {
    ...codes,
    id: number(0),
    batchId: number(1),
    line: number(2),
    day: number(3),
    postingPeriod: number(4),
    amount: number(5),
    baseAmount: row[6] == null ? null : number(6),
    part: number(7),
    description: text(0),
    reference: text(1),
    document: text(2),
    note: text(3),
    extra: text(4),
  }
}

/** The entries with these ids, in the order of the ids given. */
export async function entriesThere(
  session: Session,
  warehouse: Warehouse,
  ids: readonly number[],
): Promise<StoredEntry[]> {
  const byId = new Map<number, StoredEntry>()
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const values = new Values()
    const list = ids.slice(at, at + AT_ONCE).map(id => values.bind(id))
    // oxlint-disable-next-line no-await-in-loop -- one connection, one statement after another
    const rows = await session.ask(`${select(warehouse)} WHERE e.id IN (${list.join(', ')})`, values.bound)
    for (const row of rows) {
      const entry = entryOf(warehouse, row)
      byId.set(entry.id, entry)
    }
  }
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** The first lines of an entry's document, by id, and what all of them come to; see the ledger's `SAME_DOCUMENT`. */
export async function documentThere(
  session: Session,
  warehouse: Warehouse,
  entry: StoredEntry,
  limit: number,
): Promise<{ lines: StoredEntry[]; balance: { lines: number; converted: number; balance: number | null } }> {
  const { schema, columns } = warehouse
  const condition = (values: Values): string => {
    const first = Math.floor(entry.postingPeriod / 100) * 100
    const company = columns.includes('company') ? `e.company = ${values.bind(entry['company'])} AND ` : ''
    return `WHERE t.document = ${values.bind(entry.document)} AND ${company}e.posting_period >= ${values.bind(first)} AND e.posting_period < ${values.bind(first + 100)}`
  }
  const listed = new Values()
  const rows = await session.ask(
    `${select(warehouse)} ${condition(listed)} ORDER BY e.id LIMIT ${Math.trunc(limit)}`,
    listed.bound,
  )
  const values = new Values()
  const [[lines, converted, balance] = []] = await session.ask(
    `SELECT count(*), count(e.base_amount), sum(e.base_amount) FROM ${tableIn(schema, 'entry')} e JOIN ${tableIn(schema, 'entry_text')} t ON t.entry_id = e.id ${condition(values)}`,
    values.bound,
  )
  return {
    lines: rows.map(row => entryOf(warehouse, row)),
    balance: {
      lines: Number(lines),
      converted: Number(converted),
      balance: balance == null ? null : Number(balance),
    },
  }
}

/** What a warehouse knows of the batch that entries came with. */
export interface BatchThere {
  file: string
  sha256: string
  loadedAt: string
  /** Where it was read of a database: what `connections.origin` says. */
  source: SourceOrigin | undefined
}

export async function batchThere(
  session: Session,
  { schema }: Warehouse,
  id: number,
): Promise<BatchThere | undefined> {
  const [row] = await session.ask(
    `SELECT file_name, sha256, loaded_at, origin FROM ${tableIn(schema, 'batch')} WHERE id = $1`,
    [id],
  )
  return (
    row && {
      file: row[0] ?? '',
      sha256: row[1] ?? '',
      loadedAt: row[2] ?? '',
      source: row[3] ? SourceOriginSchema.parse(JSON.parse(row[3])) : undefined,
    }
  )
}

/** Batches in the ledger and when the latest was loaded. */
export async function freshnessThere(
  session: Session,
  { schema }: Warehouse,
): Promise<{ batches: number; lastImportAt: string | null }> {
  const [[batches, last] = []] = await session.ask(
    `SELECT count(*), max(loaded_at) FROM ${tableIn(schema, 'batch')}`,
  )
  return { batches: Number(batches), lastImportAt: last ?? null }
}
