import { readWeeks, writeWeeks } from '../../../shared/calendar/fiscal.ts'
import type { WorkspaceSettings } from '../../../shared/contract/workspace.ts'
import { ACTUAL } from '../../../shared/query/scenario.ts'
import { readMeta, readRevision, writeMeta } from '../../db/meta.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'

/**
 * What the status line needs of the open file. Days are days since 1970-01-01, of the actual entries where there are any (a budget runs
 * to the year's end, and "this month" is counted from the last day entered); null in an empty ledger.
 */
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
    firstDay: endOf(db, 'ASC'),
    lastDay: endOf(db, 'DESC'),
    lastImportAt: one('SELECT max(loaded_at) FROM batch WHERE undone_at IS NULL') as string | null,
    sampleUnfinished: readMeta(db, 'sample') === 'unfinished',
    unconverted: one('SELECT count(*) FROM entry WHERE base_amount IS NULL') as number,
  }
}

/** Walks the index of days from one end to the first entry that is actual. */
function endOf(db: ReadableDB, direction: 'ASC' | 'DESC'): number | null {
  const first = (where: string, ...values: string[]): unknown =>
    db
      .prepare(`SELECT day FROM entry ${where} ORDER BY day ${direction} LIMIT 1`)
      .pluck()
      .get(...values)
  const actual = first(
    "WHERE scenario IN (0, (SELECT ordinal FROM member WHERE dimension_id = 'scenario' AND key = ?))",
    ACTUAL,
  )
  return (actual ?? first('') ?? null) as number | null
}

export function readSettings(db: ReadableDB): WorkspaceSettings {
  return {
    name: readMeta(db, 'name') ?? '',
    profile: readMeta(db, 'profile') === 'ledger' ? 'ledger' : 'personal',
    baseCurrency: readMeta(db, 'base_currency') ?? '',
    fiscalStartMonth: Number(readMeta(db, 'fiscal_start_month') ?? 1),
    fiscalWeeks: readWeeks(readMeta(db, 'fiscal_weeks')),
  }
}

export function writeSettings(db: WritableDB, settings: Partial<WorkspaceSettings>): void {
  if (settings.name !== undefined) writeMeta(db, 'name', settings.name)
  if (settings.profile !== undefined) writeMeta(db, 'profile', settings.profile)
  if (settings.baseCurrency !== undefined) writeMeta(db, 'base_currency', settings.baseCurrency)
  if (settings.fiscalStartMonth !== undefined)
    writeMeta(db, 'fiscal_start_month', String(settings.fiscalStartMonth))
  if (settings.fiscalWeeks !== undefined) writeMeta(db, 'fiscal_weeks', writeWeeks(settings.fiscalWeeks))
}

export function hasEntries(db: ReadableDB): boolean {
  return (
    db.prepare('SELECT EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM trash_entry)').pluck().get() ===
    1
  )
}
