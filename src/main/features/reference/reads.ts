import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Indicator } from '../../../shared/contract/reference.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { readMeta } from '../../db/meta.ts'
import { decimalRate, readRateLimit } from '../../db/rates.ts'
import type { ReadableDB } from '../../db/types.ts'
import { indicatorPoints, indicatorRows, type IndicatorRow } from './indicator-queries.ts'
import { say } from './messages.ts'
import {
  accountCounts,
  accountRows,
  LEVELS,
  membersOf,
  monthRates,
  newestRates,
  rateCount,
  rateSummaries,
  type MemberRow,
} from './queries.ts'

const MOST_ACCOUNTS = 2000
/** Days beyond any gap: without a limit a rate is used until the next one. */
const FOR_EVER = 1e7

export function referenceReads(db: ReadableDB) {
  const baseOf = (): string => readMeta(db, 'base_currency') ?? ''
  return {
    referenceBase: (_input: object) => ({ base: baseOf() }),
    referenceMembers: ({ dimension }: { dimension: string }): MemberRow[] => membersOf(db, dimension),

    referenceRateList: (_input: object): Output<'reference.rates'> => ({
      base: baseOf(),
      limitDays: readRateLimit(db) ?? null,
      currencies: rateSummaries(db, baseOf(), readRateLimit(db) ?? FOR_EVER).map(
        ({ gapFrom, gapTo, wantingFrom, wantingTo, ...one }) => ({
          ...one,
          from: one.from === null ? '' : toIsoDate(one.from),
          to: one.to === null ? '' : toIsoDate(one.to),
          latest: one.latest === null ? '' : decimalRate(one.latest),
          source: one.source ?? '',
          longestGap: span(gapFrom, gapTo),
          wanting: span(wantingFrom, wantingTo),
        }),
      ),
    }),

    referenceRateDays: ({
      currency,
      limit,
    }: {
      currency: string
      limit: number
    }): Output<'reference.rateDays'> => ({
      total: rateCount(db, currency),
      rates: newestRates(db, currency, limit).map(({ day, rate, source }) => ({
        date: toIsoDate(day),
        rate: decimalRate(rate),
        source,
      })),
      months: monthRates(db, currency).map(({ month, rate }) => ({ month, rate: decimalRate(rate) })),
    }),

    referenceAccounts: (_input: object): Output<'reference.accounts'> => ({
      ...accountCounts(db),
      rows: accountRows(db, MOST_ACCOUNTS).map(({ key, name, type, entries, ...levels }) => ({
        key,
        name,
        type,
        entries,
        levels: LEVELS.map(level => levels[level] ?? ''),
      })),
    }),

    referenceIndicatorList: (_input: object): Indicator[] => indicatorRows(db).map(indicatorOf),

    /** Throws `not-found`. */
    referenceIndicator: ({ id }: { id: number }): Output<'reference.indicator'> => {
      const [row] = indicatorRows(db, id)
      if (!row) throw new FailureError('not-found', say().noIndicator())
      const points = indicatorPoints(db, id).map(({ day, value }) => ({ date: toIsoDate(day), value }))
      return { ...indicatorOf(row), points }
    },
  }
}

const span = (from: number | null, to: number | null): { from: string; to: string } | null =>
  from === null || to === null ? null : { from: toIsoDate(from), to: toIsoDate(to) }

const indicatorOf = ({ from, to, ...row }: IndicatorRow): Indicator => ({
  ...row,
  from: toIsoDate(from),
  to: toIsoDate(to),
})
