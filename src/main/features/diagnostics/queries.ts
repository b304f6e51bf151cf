import { readMeta, writeMeta } from '../../db/meta.ts'
import { schemaVersion } from '../../db/migrate.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface StoreFacts {
  schema: number
  pageBytes: number
  pages: number
  freePages: number
  entries: number
  /** Rows of each table. */
  rows: Record<string, number>
  models: { runs: number; promoted: number; lastAt: string | null }
}

export function readStore(db: ReadableDB): StoreFacts {
  const pragma = (name: string): number => db.pragma(name, { simple: true }) as number
  const one = (sql: string): unknown => db.prepare(sql).pluck().get()
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'text_index%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  const count = (table: string): number => one(`SELECT count(*) FROM "${table}"`) as number
  return {
    schema: schemaVersion(db),
    pageBytes: pragma('page_size'),
    pages: pragma('page_count'),
    freePages: pragma('freelist_count'),
    entries: one('SELECT count(*) FROM entry') as number,
    rows: Object.fromEntries(tables.map(table => [table, count(table)])),
    models: {
      runs: one('SELECT count(*) FROM model_run') as number,
      promoted: one("SELECT count(*) FROM model_run WHERE role = 'champion'") as number,
      lastAt: one('SELECT max(created_at) FROM model_run') as string | null,
    },
  }
}

/** What a task of the upkeep found when it last ran. */
export interface Done {
  at: string
  ok: boolean
  found: string
}

export function readDone(db: ReadableDB, task: string): Done | undefined {
  const text = readMeta(db, `upkeep_${task}`)
  return text === undefined ? undefined : (JSON.parse(text) as Done)
}

export function writeDone(db: WritableDB, task: string, done: Done): void {
  writeMeta(db, `upkeep_${task}`, JSON.stringify(done))
}
