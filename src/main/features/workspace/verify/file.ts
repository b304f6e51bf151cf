import type { ReadableDB } from '../../../db/types.ts'
import type { Finding } from './finding.ts'

/** SQLite's own check reads every page through the cipher, so that each page's HMAC is checked with it. */
export function checkIntegrity(db: ReadableDB): Finding {
  const lines = db.pragma('integrity_check(20)') as { integrity_check: string }[]
  const ok = lines.length === 1 && lines[0]?.integrity_check === 'ok'
  const pages = db.pragma('page_count', { simple: true }) as number
  return {
    ok,
    found: ok ? `${pages} pages read, all sound.` : lines.map(line => line.integrity_check).join('; '),
  }
}

/** Rows that point at a batch, file, mapping or dimension that is not there. */
export function checkForeignKeys(db: ReadableDB): Finding {
  const broken = REFERENCES.flatMap(([what, sql]) => {
    const count = db.prepare(sql).pluck().get() as number
    return count > 0 ? [`${count} ${what}`] : []
  })
  const declared = (db.pragma('foreign_key_check') as unknown[]).length
  if (declared > 0) broken.push(`${declared} rows break a declared foreign key`)
  return {
    ok: broken.length === 0,
    found: broken.length === 0 ? 'Every reference holds.' : `${broken.join('; ')}.`,
  }
}

const REFERENCES = [
  ['entries without their batch', missing('entry', 'batch_id', 'batch', 'id')],
  ['undone entries without their batch', missing('trash_entry', 'batch_id', 'batch', 'id')],
  ['changed entries without their change', missing('change_row', 'change_id', 'change', 'id')],
  ['unloaded rows without their batch', missing('unloaded_row', 'batch_id', 'batch', 'id')],
  ['segments without their batch', missing('segment', 'batch_id', 'batch', 'id')],
  ['batches without their file', missing('batch', 'file_id', 'source_file', 'id')],
  ['pieces of a file that is not there', missing('source_chunk', 'file_id', 'source_file', 'id')],
  ['kept records without their batch', missing('record_chunk', 'batch_id', 'batch', 'id')],
  ['figures without their report', missing('report_figure', 'run_id', 'report_run', 'id')],
  ['snapshots without their report', missing('report_snapshot', 'run_id', 'report_run', 'id')],
  ['members of a dimension that is not there', missing('member', 'dimension_id', 'dimension', 'id')],
] as const

function missing(table: string, column: string, target: string, key: string): string {
  return `SELECT count(*) FROM ${table} t WHERE NOT EXISTS (SELECT 1 FROM ${target} x WHERE x.${key} = t.${column})`
}
