import { FailureError } from '../../../../shared/result/failure.ts'
import type { OpContext } from '../../../compute/ops.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import { codesOf, eachBlock, valuesOf } from '../../../engine/columnar/whole.ts'
import { addTo, type Sums } from './money.ts'
import {
  countTexts,
  selectCurrencies,
  selectHeld,
  selectLastId,
  selectLastText,
  selectParts,
  selectResting,
  type Held,
} from './queries.ts'
import { say } from '../messages.ts'

const PIECE = 50_000

export interface Stages {
  /** By batch: what stands in the ledger; what its file brought and is still there, wherever; what the engine's columns hold. */
  ledger: Map<number, Sums>
  brought: Map<number, Sums>
  columns: Map<number, Sums>
}

/** Counts and sums of every batch at each stage behind the import. Answers other calls between its pieces. */
export async function readStages(columnar: Columnar, op: OpContext): Promise<Stages> {
  const { db } = columnar
  const currencies = selectCurrencies(db)
  const stages: Stages = {
    ledger: new Map(),
    brought: new Map(),
    columns: columnar.read(() => ofColumns(columnar)),
  }
  const add = (to: Map<number, Sums>, { batchId, currency, entries, total }: Held): void => {
    const batch = Number(batchId)
    const sums: Sums = to.get(batch) ?? new Map()
    to.set(batch, sums)
    addTo(sums, currencies.get(Number(currency)) ?? '', Number(entries), total)
  }
  await breathe(op)
  const last = selectLastId(db)
  for (let after = 0; after < last; after += PIECE) {
    for (const held of selectHeld(db, after, after + PIECE)) {
      add(stages.ledger, held)
      add(stages.brought, held)
    }
    op.progress({ stage: 'reconcile', done: Math.min(after + PIECE, last), total: last, unit: 'entries' })
    // oxlint-disable-next-line no-await-in-loop -- so that a page of the ledger need not wait for all of them
    await breathe(op)
  }
  for (const { entries, total, ...part } of selectParts(db))
    add(stages.brought, { ...part, entries: -entries, total: -total })
  for (const held of selectResting(db)) add(stages.brought, held)
  return stages
}

/** Texts of all entries, counted in pieces as well. Throws `cancelled`. */
export async function countAllTexts(db: ReadableDB, op: OpContext): Promise<number> {
  const last = selectLastText(db)
  let texts = 0
  for (let after = 0; after < last; after += PIECE) {
    texts += countTexts(db, after, after + PIECE)
    // oxlint-disable-next-line no-await-in-loop -- as above
    await breathe(op)
  }
  return texts
}

/** Lets others be answered in between, and hears a cancel. Throws `cancelled`. */
export async function breathe(op: OpContext): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
  if (op.cancelled()) throw new FailureError('cancelled', say().cancelled())
}

function ofColumns(columnar: Columnar): Map<number, Sums> {
  const selection = columnar.select({})
  const amounts = valuesOf(selection, 'amount')
  const codes = codesOf(selection, columnar.keyOf('currency'))
  const { keys } = columnar.dictionary('currency')
  const found = new Map<number, Sums>()
  eachBlock(selection, ({ segment }, _from, count, at) => {
    const sums: Sums = found.get(segment.batchId) ?? new Map()
    found.set(segment.batchId, sums)
    // Within a block amounts of one sign and currency stay far below 2^53 nearly always; where not, the sum goes on in a bigint.
    let code = -1
    let entries = 0
    let small = 0
    let large = 0n
    const flush = (): void => {
      if (entries > 0) addTo(sums, keys[code] ?? '', entries, large + BigInt(small))
      entries = small = 0
      large = 0n
    }
    for (let i = at; i < at + count; i += 1) {
      if (codes[i] !== code) {
        flush()
        code = codes[i] as number
      }
      const next = small + (amounts[i] as number)
      if (Number.isSafeInteger(next)) small = next
      else {
        large += BigInt(small)
        small = amounts[i] as number
      }
      entries += 1
    }
    flush()
  })
  return found
}
