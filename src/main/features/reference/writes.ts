import type { RECONVERT } from '../../../shared/contract/reference.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { bumpRevision, readMeta, readRevision } from '../../db/meta.ts'
import { createConverter, readRateLimit, setRates, writeRateLimit, type Rate } from '../../db/rates.ts'
import type { WritableDB } from '../../db/types.ts'
import { done } from '../../engine/changes/history.ts'
import { openChange, recordBase } from '../../engine/changes/record.ts'
import { chartWrites } from './chart-writes.ts'
import type { IndicatorSeries } from './formats/indicators/indicators.ts'
import {
  deleteIndicator,
  indicatorNamed,
  putIndicator,
  putIndicatorValues,
  setIndicatorName,
} from './indicator-queries.ts'
import { say } from './messages.ts'
import { countUnconverted, deleteRate, foreignEntries, restingEntries, setRestingBase } from './queries.ts'

/** Days after its own that a bank's daily rate is still used: the longest run of closed days is four. */
const LIMIT_DAYS = 10

export interface NewRates {
  file: string
  rates: readonly Rate[]
  reconvert: (typeof RECONVERT)[number]
  limitDays?: number
}

export function referenceWrites(db: WritableDB) {
  return {
    ...chartWrites(db),
    /** Rates and the conversion by them, whole or not at all. */
    referenceSetRates: (input: NewRates, op: OpContext) =>
      db
        .transaction(() => {
          setRates(db, input.rates)
          writeRateLimit(db, input.limitDays ?? readRateLimit(db) ?? LIMIT_DAYS)
          const converted = input.reconvert === 'none' ? 0 : convert(db, input, op)
          // Rates alone change what the next import comes to, and what an entry's page says.
          const revision = converted === 0 ? bumpRevision(db) : readRevision(db)
          return {
            revision,
            converted,
            unconverted: countUnconverted(db),
            limitDays: readRateLimit(db) ?? LIMIT_DAYS,
          }
        })
        .immediate(),

    /** Throws `not-found`. */
    referenceRemoveRate: ({ currency, day, date }: { currency: string; day: number; date: string }) =>
      changing(db, () => {
        if (!deleteRate(db, currency, day)) throw new FailureError('not-found', say().noRate(currency, date))
        return {}
      }),

    /** The series of a file, whole or not at all; values of a series that is there already are kept where the file has none. */
    referenceSetIndicators: ({ file, series }: { file: string; series: readonly IndicatorSeries[] }) =>
      changing(db, () => {
        let replaced = 0
        for (const { name, values } of series) {
          if (indicatorNamed(db, name) !== undefined) replaced += 1
          putIndicatorValues(db, putIndicator(db, name, file), values)
        }
        return { added: series.length - replaced, replaced }
      }),

    /** Throws `not-found`, `bad-input` where another has the name. */
    referenceRenameIndicator: ({ id, name }: { id: number; name: string }) =>
      changing(db, () => {
        const other = indicatorNamed(db, name)
        if (other !== undefined && other !== id) throw new FailureError('bad-input', say().nameTaken(name))
        if (!setIndicatorName(db, id, name)) throw new FailureError('not-found', say().noIndicator())
        return {}
      }),

    /** Throws `not-found`. */
    referenceRemoveIndicator: ({ id }: { id: number }) =>
      changing(db, () => {
        if (!deleteIndicator(db, id)) throw new FailureError('not-found', say().noIndicator())
        return {}
      }),
  }
}

/** Does a change that is no step of the history, in one transaction. */
const changing = <T extends object>(db: WritableDB, change: () => T): T & { revision: number } =>
  db.transaction(() => ({ ...change(), revision: bumpRevision(db) })).immediate()

/** Records the new amounts as one step of the history and does it; answers how many entries changed. */
function convert(db: WritableDB, { file, reconvert }: NewRates, op: OpContext): number {
  const base = readMeta(db, 'base_currency') ?? ''
  const converter = createConverter(db, base)
  // Collected first: rows may not be written while they are being read.
  const changed: { id: number; after: number }[] = []
  for (const { id, amount, baseAmount, currency, day } of foreignEntries(db, base, reconvert === 'missing')) {
    const after = converter(amount, currency, day)
    // An amount once known is not taken away because the new rates do not reach so far back.
    if (after !== null && after !== baseAmount) changed.push({ id, after })
    stopIfCancelled(op)
  }
  for (const { id, amount, currency, day } of restingEntries(db)) {
    const after = converter(amount, currency, day)
    if (after !== null) setRestingBase(db, id, after)
  }
  if (changed.length === 0) return 0
  const change = openChange(db, { kind: 'rates', summary: { file, entries: changed.length } })
  for (const [i, { id, after }] of changed.entries()) {
    recordBase(db, change, id, after)
    if (i % 1000 === 0) {
      stopIfCancelled(op)
      op.progress({ stage: 'converting', done: i, total: changed.length, unit: 'entries' })
    }
  }
  return done(db, change).entries
}

function stopIfCancelled(op: OpContext): void {
  if (op.cancelled()) throw new FailureError('cancelled', say().cancelled())
}
