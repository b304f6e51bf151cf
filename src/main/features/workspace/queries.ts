import type { WorkspaceSettings } from '../../../shared/contract/workspace.ts'
import { readMeta, readRevision, writeMeta } from '../../db/meta.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'

/** What the status line needs of the open file. Days are days since 1970-01-01, null in an empty ledger. */
export interface WorkspaceFacts {
  settings: WorkspaceSettings
  entries: number
  revision: number
  firstDay: number | null
  lastDay: number | null
  lastImportAt: string | null
  unconverted: number
  /** Whether a sample's files are still to be loaded: its making was cut short by a kill. */
  sampleUnfinished: boolean
}

export function readFacts(db: ReadableDB): WorkspaceFacts {
  const one = (sql: string): unknown => db.prepare(sql).pluck().get()
  return {
    settings: readSettings(db),
    revision: readRevision(db),
    entries: one('SELECT count(*) FROM entry') as number,
    firstDay: one('SELECT min(day) FROM entry') as number | null,
    lastDay: one('SELECT max(day) FROM entry') as number | null,
    lastImportAt: one('SELECT max(loaded_at) FROM batch WHERE undone_at IS NULL') as string | null,
    sampleUnfinished: readMeta(db, 'sample') === 'unfinished',
    unconverted: one('SELECT count(*) FROM entry WHERE base_amount IS NULL') as number,
  }
}

export function readSettings(db: ReadableDB): WorkspaceSettings {
  return {
    name: readMeta(db, 'name') ?? '',
    profile: readMeta(db, 'profile') === 'ledger' ? 'ledger' : 'personal',
    baseCurrency: readMeta(db, 'base_currency') ?? '',
    fiscalStartMonth: Number(readMeta(db, 'fiscal_start_month') ?? 1),
  }
}

export function writeSettings(db: WritableDB, settings: Partial<WorkspaceSettings>): void {
  if (settings.name !== undefined) writeMeta(db, 'name', settings.name)
  if (settings.profile !== undefined) writeMeta(db, 'profile', settings.profile)
  if (settings.baseCurrency !== undefined) writeMeta(db, 'base_currency', settings.baseCurrency)
  if (settings.fiscalStartMonth !== undefined)
    writeMeta(db, 'fiscal_start_month', String(settings.fiscalStartMonth))
}

export function hasEntries(db: ReadableDB): boolean {
  return (
    db.prepare('SELECT EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM trash_entry)').pluck().get() ===
    1
  )
}

/** Writes a defragmented copy under the same key; SQLite refuses a path where there is a file. */
export function vacuumInto(db: WritableDB, path: string): void {
  db.prepare('VACUUM INTO ?').run(path)
}
