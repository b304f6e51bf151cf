import type { ReadableDB } from '../../../db/types.ts'
import type { Finding } from './finding.ts'
import { say } from './messages.ts'

/** SQLite's own check reads every page through the cipher, so that each page's HMAC is checked with it. */
export function checkIntegrity(db: ReadableDB): Finding {
  const lines = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  const ok = lines.length === 1 && lines[0]?.integrity_check === 'ok'
  const pages = db.pragma('page_count', { simple: true }) as number
  return {
    ok,
    found: ok ? say().pages(pages) : lines.map(line => line.integrity_check).join('; '),
  }
}

/** Rows that point at a batch, file, mapping or dimension that is not there. */
export function checkForeignKeys(db: ReadableDB): Finding {
  const broken = REFERENCES.flatMap(([table, sql]) => {
    const count = db.prepare(sql).pluck().get() as number
    return count > 0 ? [`${count} ${say().orphans[table]}`] : []
  })
  const declared = (db.pragma('foreign_key_check') as unknown[]).length
  if (declared > 0) broken.push(say().declared(declared))
  return {
    ok: broken.length === 0,
    found: broken.length === 0 ? say().references : `${broken.join('; ')}.`,
  }
}

const REFERENCES = [
  ['entry', missing('entry', 'batch_id', 'batch', 'id')],
  ['trash_entry', missing('trash_entry', 'batch_id', 'batch', 'id')],
  ['change_row', missing('change_row', 'change_id', 'change', 'id')],
  ['unloaded_row', missing('unloaded_row', 'batch_id', 'batch', 'id')],
  ['segment', missing('segment', 'batch_id', 'batch', 'id')],
  ['batch', missing('batch', 'file_id', 'source_file', 'id')],
  ['source_chunk', missing('source_chunk', 'file_id', 'source_file', 'id')],
  ['record_chunk', missing('record_chunk', 'batch_id', 'batch', 'id')],
  ['report_figure', missing('report_figure', 'run_id', 'report_run', 'id')],
  ['report_snapshot', missing('report_snapshot', 'run_id', 'report_run', 'id')],
  ['entry_attachment', missing('entry_attachment', 'attachment_id', 'attachment', 'id')],
  ['member', missing('member', 'dimension_id', 'dimension', 'id')],
] as const

function missing(table: string, column: string, target: string, key: string): string {
  return `SELECT count(*) FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM ${target} x WHERE x.${key} = t.${column})`
}
