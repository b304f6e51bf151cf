import type { BatchReconciliation, Reconciliation, StageCheck } from '../../../../shared/contract/quality.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { OpContext } from '../../../compute/ops.ts'
import { readRevision } from '../../../db/meta.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import { reconcileBalances } from './balances.ts'
import { reconcileBatches } from './batches.ts'
import { disagreementsOf } from './disagreements.ts'
import { reconcileDocuments } from './documents.ts'
import { breathe, countAllTexts, readStages, type Stages } from './held.ts'
import { addTo, decimals, entriesIn, type Sums } from './money.ts'
import { counted, summed } from './stages.ts'
import { say } from '../messages.ts'

const TRIES = 3

/**
 * Everything that must agree, from the file to the figures on the screen: what files state of themselves, rows read and loaded,
 * entries, the engine's columns; bank balances from statement to statement; documents. Throws `not-found` for a batch that is none.
 */
export async function reconcile(
  db: ReadableDB,
  columnar: Columnar,
  batch: number | undefined,
  op: OpContext,
): Promise<Reconciliation> {
  for (let attempt = 1; ; attempt += 1) {
    const revision = readRevision(db)
    // oxlint-disable-next-line no-await-in-loop -- tried again only where the ledger changed meanwhile
    const found = await once(db, columnar, batch, op)
    if (readRevision(db) === revision) return found
    if (attempt === TRIES) throw new FailureError('file-busy', say().reconcilingChanging())
  }
}

async function once(
  db: ReadableDB,
  columnar: Columnar,
  batch: number | undefined,
  op: OpContext,
): Promise<Reconciliation> {
  const stages = await readStages(columnar, op)
  await breathe(op)
  const all = reconcileBatches(db, stages)
  await breathe(op)
  const batches = batch === undefined ? all : all.filter(one => one.batch === batch)
  if (batch !== undefined && batches.length === 0) throw new FailureError('not-found', say().noBatch(batch))
  const documents = await reconcileDocuments(columnar, batch, op)
  await breathe(op)
  const balances = reconcileBalances(db, all).filter(one => batch === undefined || one.batch === batch)
  const whole = batch === undefined ? wholeLedger(stages, all, await countAllTexts(db, op)) : []
  const disagreements = disagreementsOf({ batches, balances, documents, stages: whole })
  return {
    batches,
    balances,
    documents,
    stages: whole,
    disagreements,
    agrees: disagreements.every(one => one.severity !== 'error'),
  }
}

function wholeLedger(
  { ledger, columns }: Stages,
  batches: readonly BatchReconciliation[],
  texts: number,
): StageCheck[] {
  const known = new Set(batches.map(one => one.batch))
  const inLedger = sumOf(ledger.values())
  const strays = [...ledger.keys()]
    .filter(id => !known.has(id))
    .reduce((n, id) => n + entriesIn(ledger.get(id)), 0)
  const inColumns = sumOf(columns.values())
  return [
    counted('strays', 0, strays),
    counted('texts', entriesIn(inLedger), texts),
    counted('columns', entriesIn(inLedger), entriesIn(inColumns)),
    ...summed('column-sums', decimals(inLedger), decimals(inColumns)),
  ]
}

function sumOf(all: Iterable<Sums>): Sums {
  const sums: Sums = new Map()
  for (const one of all)
    for (const [currency, { entries, total }] of one) addTo(sums, currency, entries, total)
  return sums
}
