import { FailureError } from '../../../shared/result/failure.ts'
import { weekdayOf } from '../../../shared/calendar/day.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { EntryColumns } from '../../engine/columnar/extract.ts'
import { ASSOCIATION_DEFAULTS, associationOf, type Associated } from './analysis/association/association.ts'
import { explainColumns } from './explain-columns.ts'
import { explainTable } from './explain-table.ts'
import { say } from './messages.ts'

/** What the analysis worker does for this feature: pure functions with progress and cancel. */
export const rootCauseOps = {
  explainTable,
  explainColumns,

  associateColumns(
    { columns, trees, seed }: { columns: EntryColumns; trees: number; seed: number },
    context: OpContext,
  ): Associated & { parameters: Record<string, number> } {
    const parameters = { ...ASSOCIATION_DEFAULTS, trees, seed }
    const weekdays = ['1', '2', '3', '4', '5', '6', '7']
    const factors = [
      ...Object.entries(columns.dimensions).map(([id, { codes, keys }]) => ({ id, codes, keys })),
      { id: 'weekday', codes: columns.days.map(day => weekdayOf(day)), keys: weekdays },
    ]
    const found = associationOf(columns.amounts, factors, parameters, {
      cancelled: () => context.cancelled(),
      progress: (done, total) => context.progress({ stage: 'forest', done, total, unit: 'steps' }),
    })
    if (!found) throw new FailureError('cancelled', say().cancelled)
    return { ...found, parameters }
  },
}
