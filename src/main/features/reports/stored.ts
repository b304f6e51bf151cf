import { ReportRunSchema, type ReportRun, type StoredReport } from '../../../shared/contract/reports.ts'
import { ReportDefinitionSchema } from '../../../shared/report/definition.ts'
import type { ReportRow, RunRow } from './queries.ts'

export const toReport = ({ definition, ...row }: ReportRow): StoredReport => ({
  ...row,
  report: ReportDefinitionSchema.parse(JSON.parse(definition)),
})

export const toRun = (row: RunRow): ReportRun => ReportRunSchema.parse(row)
