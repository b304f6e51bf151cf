import type { Cause, ChangedRow, ReportComparison } from '../../../../shared/contract/reports-figures.ts'
import type { Filters } from '../../../../shared/query/query.ts'
import type { OpContext } from '../../../compute/ops.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Engine } from '../../../engine/index.ts'
import { selectFigures } from '../figures/queries.ts'
import { queriesOf } from './columns.ts'
import { compareRows, compareRun } from './compare.ts'

export function compareReads(db: ReadableDB, { columnar }: Engine) {
  return {
    figureTextsOfRun: ({ run }: { run: number }): Filters[] =>
      queriesOf(selectFigures(db, run).map(figure => figure.definition))
        .map(query => query.filters)
        .filter(filters => filters.text !== undefined),

    reportsCompare: ({ run }: { run: number }, context: OpContext): ReportComparison =>
      columnar.read(() => compareRun(db, columnar, run, context)),

    reportsCompareRows: (
      asked: { run: number; figure: string; cause: Cause; offset: number; limit: number },
      context: OpContext,
    ): { total: number; rows: ChangedRow[] } =>
      columnar.read(() => compareRows(db, columnar, asked, context)),
  }
}
