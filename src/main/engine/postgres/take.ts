import { CODE_COLUMNS } from '../columns.ts'
import { readMetaOf } from './registry.ts'
import { quoted, tableIn, TABLES } from './schema.ts'
import type { Cells, Session } from './session.ts'

/** A piece of a warehouse as its database user sees it: facts in the order of FACT_COLUMNS and then `columns`. */
export interface PulledUnit {
  unit: number
  columns: string[]
  facts: Cells[]
  texts: Cells[]
}

export const FACT_COLUMNS = [
  'id',
  'batch_id',
  'line',
  'day',
  'posting_period',
  'amount',
  'base_amount',
] as const
export const PULLED_TEXTS = ['entry_id', 'description', 'reference', 'document', 'note', 'extra'] as const

export async function readUnits(session: Session, schema: string): Promise<[number, string][]> {
  const rows = await session.ask(`SELECT unit, hash FROM ${tableIn(schema, 'unit')} ORDER BY unit`)
  return rows.map(([unit, hash]) => [Number(unit), hash ?? ''])
}

export async function readTable(session: Session, schema: string, table: string): Promise<Cells[]> {
  const columns = (TABLES[table] ?? []).map(([name]) => quoted(name))
  return session.ask(`SELECT ${columns.join(', ')} FROM ${tableIn(schema, table)}`)
}

export async function readUnit(session: Session, schema: string, unit: number): Promise<PulledUnit> {
  const meta = await readMetaOf(session, schema)
  const columns = (meta.get('columns') ?? '').split(',').filter(name => CODE_COLUMNS.includes(name))
  const facts = [...FACT_COLUMNS, ...columns].map(name => `e.${quoted(name)}`).join(', ')
  const texts = PULLED_TEXTS.map(name => `t.${quoted(name)}`).join(', ')
  const entry = tableIn(schema, 'entry')
  return {
    unit,
    columns,
    facts: await session.ask(`SELECT ${facts} FROM ${entry} e WHERE e.unit = $1 ORDER BY e.id`, [unit]),
    // Joined, so that a row the user may not see has no text either.
    texts: await session.ask(
      `SELECT ${texts} FROM ${tableIn(schema, 'entry_text')} t JOIN ${entry} e ON e.id = t.entry_id WHERE t.unit = $1 ORDER BY t.entry_id`,
      [unit],
    ),
  }
}
