import type { Detector, DetectorSettings } from '../../../shared/contract/anomalies.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { numberColumn, readPlainTable, textColumn } from '../../files/plain-table.ts'
import { detect } from './analysis/index.ts'
import type { Parameters } from './analysis/table.ts'
import type { Groups } from './analysis/z-score/groups.ts'
import { stepsOf } from './steps.ts'

export interface TableRequest {
  path: string
  name: string
  columns: string[]
  by?: string
  method: Detector
  settings: DetectorSettings
}

/** What the analysis worker does for this feature: pure functions with progress and cancel. */
export const anomaliesOps = {
  /** Throws `bad-input` naming column and line, and `cancelled`. */
  anomaliesOfTable(
    request: TableRequest,
    op: OpContext,
  ): { scores: number[]; flags: boolean[]; parameters: Parameters } {
    const table = readPlainTable(request)
    if (table.rows.length === 0)
      throw new FailureError('bad-input', `${request.name} has a header and no rows.`)
    const columns = request.columns.map(column => numberColumn(table, column))
    const groups = request.by === undefined ? undefined : groupsOf(textColumn(table, request.by))
    const features = { names: request.columns, columns, rows: table.rows.length }
    const { fitted, flags, parameters } = stepsOf(op, request.method, steps =>
      detect(request.method, features, request.settings, groups, steps),
    )
    return {
      scores: Array.from(fitted.scores),
      flags: Array.from(flags, flag => flag === 1),
      parameters: {
        ...parameters,
        columns: request.columns.join(', '),
        rows: features.rows,
        ...(request.by !== undefined && { by: request.by }),
      },
    }
  },
}

function groupsOf(texts: string[]): Groups {
  const known = new Map<string, number>()
  const codes = Int32Array.from(texts, text => {
    const code = known.get(text) ?? known.size
    known.set(text, code)
    return code
  })
  return { codes, count: known.size }
}
