import type { StoredReport } from '../../../shared/contract/reports.ts'
import type { ReportDefinition } from '../../../shared/report/definition.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { WritableDB } from '../../db/types.ts'
import { figureWrites } from './figures/writes.ts'
import {
  deleteReport,
  insertReport,
  insertRun,
  selectReport,
  selectReports,
  updateReport,
  type RunRow,
} from './queries.ts'
import { toReport } from './stored.ts'
import { say } from './messages.ts'

/** None of these changes what queries answer: the ledger's revision stays. */
export function reportsWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  const one = (id: number): StoredReport => {
    const row = selectReport(db, id)
    if (!row) throw noReport(id)
    return toReport(row)
  }
  const rowOf = (report: ReportDefinition) => ({
    name: report.name,
    definition: JSON.stringify(report),
    at: new Date().toISOString(),
  })
  return {
    ...figureWrites(db),
    reportsSave: ({ id, report }: { id?: number; report: ReportDefinition }): StoredReport =>
      change(() => {
        if (id === undefined) return one(insertReport(db, rowOf(report)))
        if (!updateReport(db, { id, ...rowOf(report) })) throw noReport(id)
        return one(id)
      }),

    reportsDuplicate: ({ id }: { id: number }): StoredReport =>
      change(() => {
        const { report } = one(id)
        const names = new Set(selectReports(db).map(row => toReport(row).report.name))
        return one(insertReport(db, rowOf({ ...report, name: freeName(report.name, names) })))
      }),

    reportsRemove: ({ id }: { id: number }): StoredReport[] =>
      change(() => {
        if (!deleteReport(db, id)) throw noReport(id)
        return selectReports(db).map(toReport)
      }),

    reportsRan: (run: Omit<RunRow, 'id'> & { definition: string }): number =>
      change(() => insertRun(db, run)),
  }
}

/** 'Monthly spending (2)': the first number that no report has. */
function freeName(name: string, names: ReadonlySet<string>): string {
  const stem = name.replace(/ \(\d+\)$/, '').slice(0, 190)
  for (let n = 2; ; n += 1) {
    const next = `${stem} (${n})`
    if (!names.has(next)) return next
  }
}

export const noReport = (id: number): FailureError => new FailureError('not-found', say().noReport(id))
