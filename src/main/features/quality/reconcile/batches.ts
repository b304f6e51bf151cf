import { ControlSchema, type Control } from '../../../../shared/contract/import.ts'
import type { BatchReconciliation } from '../../../../shared/contract/quality.ts'
import { exponentOf, parseDecimal, toDecimal } from '../../../../shared/money/minor.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Stages } from './held.ts'
import { decimals, entriesIn } from './money.ts'
import { selectControls, selectKeptRows, selectStageBatches, type StageBatch } from './queries.ts'
import { counted, summed } from './stages.ts'

/** The code under which the importer keeps the sum of all rows that read as entries, by currency. */
const READ = 'read'

/** Each batch's import proof, taken again from what is there now. */
export function reconcileBatches(db: ReadableDB, stages: Stages): BatchReconciliation[] {
  const kept = new Map(selectKeptRows(db).map(one => [`${one.batchId} ${one.outcome}`, one.rows]))
  const controls = Map.groupBy(selectControls(db), one => one.batchId)
  return selectStageBatches(db).map(batch => {
    const stated = (controls.get(batch.id) ?? []).map(one => ControlSchema.parse(JSON.parse(one.json)))
    return reconcileBatch(batch, stated, stages, outcome => kept.get(`${batch.id} ${outcome}`) ?? 0)
  })
}

function reconcileBatch(
  batch: StageBatch,
  all: readonly Control[],
  stages: Stages,
  kept: (outcome: string) => number,
): BatchReconciliation {
  const { id, file, read, loaded, duplicate, rejected, ignored } = batch
  const loadedSums = JSON.parse(batch.sums) as Record<string, string>
  const reads = all.filter(control => control.code === READ)
  const controls = all.filter(control => control.code !== READ)
  const readSums = batch.duplicateSums === '' ? undefined : sumsOf(reads)
  const [brought, ledger, columns] = [stages.brought.get(id), stages.ledger.get(id), stages.columns.get(id)]
  const checks = [
    counted('counts', read, loaded + duplicate + rejected + ignored),
    ...(readSums
      ? summed(
          'sums',
          readSums,
          together(loadedSums, JSON.parse(batch.duplicateSums) as Record<string, string>),
        )
      : []),
    counted('rejects', rejected, kept('rejected')),
    counted('duplicates', duplicate, kept('duplicate')),
    counted('entries', loaded, entriesIn(brought)),
    ...summed('entry-sums', loadedSums, decimals(brought)),
    counted('columns', entriesIn(ledger), entriesIn(columns)),
    ...summed('column-sums', decimals(ledger), decimals(columns)),
  ]
  return {
    batch: id,
    file,
    undone: batch.undone === 1,
    counts: { read, loaded, duplicate, rejected, ignored },
    ...(readSums && { readSums }),
    loadedSums,
    stages: checks,
    controls,
    agrees: checks.every(check => check.agrees) && controls.every(control => control.agrees),
  }
}

const sumsOf = (reads: readonly Control[]): Record<string, string> =>
  Object.fromEntries(reads.map(control => [control.currency ?? '', control.file]))

/** a + b by currency, exactly. */
function together(a: Record<string, string>, b: Record<string, string>): Record<string, string> {
  const out = { ...a }
  for (const [currency, sum] of Object.entries(b)) {
    const exponent = exponentOf(currency)
    out[currency] = toDecimal(big(out[currency] ?? '0', exponent) + big(sum, exponent), exponent)
  }
  return out
}

/** Minor units of a decimal of any length: sums go beyond what one amount can be. */
export function big(text: string, exponent: number): bigint {
  const small = parseDecimal(text, exponent)
  if (small !== undefined) return BigInt(small)
  const [, sign = '', whole = '0', places = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text) ?? []
  const value = BigInt(whole + places.padEnd(exponent, '0').slice(0, exponent))
  return sign === '-' ? -value : value
}
