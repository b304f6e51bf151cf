import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { readMeta } from '../../db/meta.ts'
import { decimalRate, readRateLimit } from '../../db/rates.ts'
import type { ReadableDB } from '../../db/types.ts'
import { membersOf, rateSummaries, type MemberRow } from './queries.ts'

export function referenceReads(db: ReadableDB) {
  const baseOf = (): string => readMeta(db, 'base_currency') ?? ''
  return {
    referenceBase: (_input: object) => ({ base: baseOf() }),
    referenceMembers: ({ dimension }: { dimension: string }): MemberRow[] => membersOf(db, dimension),
    referenceRateList: (_input: object): Output<'reference.rates'> => ({
      base: baseOf(),
      limitDays: readRateLimit(db) ?? null,
      currencies: rateSummaries(db, baseOf()).map(one => ({
        ...one,
        from: toIsoDate(one.from),
        to: toIsoDate(one.to),
        latest: decimalRate(one.latest),
      })),
    }),
  }
}
