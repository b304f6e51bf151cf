import { toIsoDate } from '../../../../shared/calendar/day.ts'
import type { Reconciliation } from '../../../../shared/contract/quality.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import { withActual } from '../../../../shared/query/scenario.ts'
import type { OpContext } from '../../../compute/ops.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import { Documents } from '../checks/balanced/balanced.ts'
import { textsOf } from '../run-checks.ts'
import { selectForChecks } from '../select.ts'
import { breathe } from './held.ts'

const PIECE = 20_000
const SHOWN = 200

/** Documents of the actual entries that do not sum to nothing, the greatest differences first. */
export async function reconcileDocuments(
  columnar: Columnar,
  batch: number | undefined,
  op: OpContext,
): Promise<Reconciliation['documents']> {
  const filters = withActual(batch === undefined ? {} : { batches: [batch] })
  const { ids, columns } = selectForChecks(columnar, filters, ['company', 'currency'], 0)
  await breathe(op)
  const documents = new Documents(columns)
  for (let from = 0; from < ids.length; from += PIECE) {
    const piece = ids.subarray(from, from + PIECE)
    const texts = textsOf(columnar.db, ['document'], piece).document ?? []
    for (const [i, document] of texts.entries()) documents.add(from + i, document)
    op.progress({ stage: 'documents', done: from + piece.length, total: ids.length, unit: 'entries' })
    // oxlint-disable-next-line no-await-in-loop -- so that a page of the ledger need not wait for all of them
    await breathe(op)
  }
  const good = documents.balanced()
  const bad = documents.all.filter((_, i) => !good[i])
  // Books of one side only have as many documents that do not balance as documents: no bigint where none is needed.
  const size = ({ sum }: { sum: number | bigint }): number | bigint => (sum < 0 ? -sum : sum)
  return {
    checked: good.length,
    unbalanced: bad.length,
    oneSided: bad.length * 2 > good.length,
    rows: bad
      .toSorted((a, b) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : a.firstRow - b.firstRow))
      .slice(0, SHOWN)
      .map(one => ({
        document: one.document,
        company: one.company,
        currency: one.currency,
        difference: toDecimal(one.sum, exponentOf(one.currency)),
        entries: one.entries,
        from: toIsoDate(one.firstDay),
        to: toIsoDate(one.lastDay),
      })),
  }
}
