import {
  FigureDefinitionSchema,
  type Figure,
  type FigureDefinition,
} from '../../../../shared/report/figure.ts'
import type { ReadableDB, WritableDB } from '../../../db/types.ts'

/** A figure as one report printed it. */
export interface StoredFigure {
  id: string
  label: string
  value: string | null
  unit: string
  definition: FigureDefinition
}

/** The report that printed it. */
export interface Printing {
  run: number
  name: string
  value: string | null
  revision: number
  asOf: string
}

export interface StoredSnapshot {
  revision: number
  asOf: string
  head: string
  data: Buffer
}

type Row = Omit<StoredFigure, 'definition'> & { definition: string }
const ofRow = (row: Row): StoredFigure => ({
  ...row,
  definition: FigureDefinitionSchema.parse(JSON.parse(row.definition)),
})
const COLUMNS = 'figure AS id, label, value, unit, definition'

/** Writes a report's figures, each id once, in their order. Inside the writer's transaction. */
export function insertFigures(db: WritableDB, run: number, figures: readonly Figure[]): void {
  const insert = db.prepare(
    'INSERT INTO report_figure (run_id, sequence, figure, label, value, unit, definition) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const once = new Map(figures.map(figure => [figure.id, figure]))
  for (const [sequence, { id, label, value, unit, revision: _r, asOf: _a, ...definition }] of [
    ...once.values(),
  ].entries())
    insert.run(run, sequence, id, label, value, unit, JSON.stringify(definition))
}

export function insertSnapshot(
  db: WritableDB,
  run: number,
  { revision, asOf, head, data }: Omit<StoredSnapshot, 'data'> & { data: Uint8Array },
): void {
  db.prepare('INSERT INTO report_snapshot (run_id, revision, as_of, head, data) VALUES (?, ?, ?, ?, ?)').run(
    run,
    revision,
    asOf,
    head,
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  )
}

/** With the report that they belong to. */
export function deleteFigures(db: WritableDB, run: number): void {
  db.prepare('DELETE FROM report_figure WHERE run_id = ?').run(run)
  db.prepare('DELETE FROM report_snapshot WHERE run_id = ?').run(run)
}

export const selectFigures = (db: ReadableDB, run: number): StoredFigure[] =>
  (
    db.prepare(`SELECT ${COLUMNS} FROM report_figure WHERE run_id = ? ORDER BY sequence`).all(run) as Row[]
  ).map(ofRow)

/** A figure as it was in a report, or in the last one that printed it; undefined where none did. */
export function selectFigure(db: ReadableDB, id: string, run?: number): StoredFigure | undefined {
  const where = run === undefined ? '' : ' AND run_id = @run'
  const row = db
    .prepare(`SELECT ${COLUMNS} FROM report_figure WHERE figure = @id${where} ORDER BY run_id DESC LIMIT 1`)
    .get({ id, ...(run !== undefined && { run }) }) as Row | undefined
  return row && ofRow(row)
}

/** The reports that printed a figure, the newest first. */
export const selectPrintings = (db: ReadableDB, id: string): Printing[] =>
  db
    .prepare(
      `SELECT f.run_id AS run, coalesce(r.name, '') AS name, f.value, s.revision, s.as_of AS asOf
       FROM report_figure f JOIN report_snapshot s ON s.run_id = f.run_id LEFT JOIN report_run r ON r.id = f.run_id
       WHERE f.figure = ? ORDER BY f.run_id DESC LIMIT 100`,
    )
    .all(id) as Printing[]

export const selectSnapshot = (
  db: ReadableDB,
  run: number,
): (StoredSnapshot & { name: string }) | undefined =>
  db
    .prepare(
      `SELECT s.revision, s.as_of AS asOf, s.head, s.data, coalesce(r.name, '') AS name
       FROM report_snapshot s LEFT JOIN report_run r ON r.id = s.run_id WHERE s.run_id = ?`,
    )
    .get(run) as (StoredSnapshot & { name: string }) | undefined
