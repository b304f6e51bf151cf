import { toIsoDate } from '../../../shared/calendar/day.ts'
import { fiscalOf, grainNext, grainStart } from '../../../shared/calendar/grain.ts'
import type { Year } from '../../../shared/contract/privacy.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { readFiscal, readMeta, writeMeta } from '../../db/meta.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import {
  closedYears,
  daySpan,
  deleteClosedYear,
  insertClosedYear,
  lockClosedYears,
  spanSums,
} from './keeping-queries.ts'
import { say } from './messages.ts'

interface Span {
  year: number
  first: number
  last: number
}

/** The fiscal years that have entries, the oldest first, and which of them are closed. */
export function yearsOf(db: ReadableDB): Year[] {
  const closed = new Map(closedYears(db).map(one => [one.year, one]))
  const archived = archives(db)
  return spans(db).map(({ year, first, last }) => {
    const { entries, sums } = held(db, first, last)
    const was = closed.get(year)
    return {
      year,
      from: toIsoDate(first),
      to: toIsoDate(last),
      entries,
      sums,
      closedAt: was?.closedAt ?? null,
      unchanged: !was || (was.entries === entries && was.sums === JSON.stringify(sums)),
      archive: archived[String(year)] ?? null,
    }
  })
}

export function closeYear(db: WritableDB, year: number): void {
  const span = spans(db).find(one => one.year === year)
  if (!span) throw new FailureError('not-found', say().noYear(year))
  if (closedYears(db).some(one => one.year === year))
    throw new FailureError('bad-input', say().closedAlready(year))
  const { entries, sums } = held(db, span.first, span.last)
  insertClosedYear(db, {
    year,
    firstDay: span.first,
    lastDay: span.last,
    closedAt: new Date().toISOString(),
    entries,
    sums: JSON.stringify(sums),
  })
  lockClosedYears(db)
}

type Archives = Record<string, { path: string; at: string }>
const ARCHIVES = 'privacy_archives'

function archives(db: ReadableDB): Archives {
  return JSON.parse(readMeta(db, ARCHIVES) ?? '{}') as Archives
}

export function noteArchive(db: WritableDB, year: number, archive: Archives[string]): void {
  writeMeta(db, ARCHIVES, JSON.stringify({ ...archives(db), [year]: archive }))
}

export function reopenYear(db: WritableDB, year: number): void {
  if (!closedYears(db).some(one => one.year === year))
    throw new FailureError('not-found', say().notClosed(year))
  deleteClosedYear(db, year)
  lockClosedYears(db)
}

function spans(db: ReadableDB): Span[] {
  const fiscal = readFiscal(db)
  const { first, last } = daySpan(db)
  if (first === null || last === null) return []
  const found: Span[] = []
  for (let day = grainStart(first, 'fiscal-year', fiscal); day <= last;) {
    const next = grainNext(day, 'fiscal-year', fiscal)
    found.push({ year: fiscalOf(day, fiscal).year, first: day, last: next - 1 })
    day = next
  }
  return found
}

function held(
  db: ReadableDB,
  first: number,
  last: number,
): { entries: number; sums: Record<string, string> } {
  const rows = spanSums(db, first, last)
  return {
    entries: rows.reduce((count, row) => count + row.entries, 0),
    sums: Object.fromEntries(
      rows.map(({ currency, sum }) => [currency, toDecimal(sum as never, exponentOf(currency))]),
    ),
  }
}
