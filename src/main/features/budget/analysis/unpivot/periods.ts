import { startMonthOf, planDay, type Fiscal } from '../../../../../shared/calendar/fiscal.ts'
import { monthStart, parseIsoDate, civil, type Day } from '../../../../../shared/calendar/day.ts'
import { addMonths } from '../../../../../shared/calendar/grain.ts'

/** What a header says of time; a stack of headers can say it in pieces ("2025" above "Jan"). */
export interface PeriodWords {
  year?: number
  /** Calendar month 1–12. */
  month?: number
  /** Period 1–16 of the fiscal year; those after the twelfth lie on its last month. */
  period?: number
  quarter?: number
}

const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^f[eé]b/,
  /^(?:mar|mär|mrz)/,
  /^a[pv]r/,
  /^ma[yi]/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^de[cz]/,
]
const MONTH_WORD =
  /^(jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|mrz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?)\.?(?:[\s\-/']*(\d{4}|\d{2}))?$/

/** Words of time in a header cell; undefined where there are none. */
export function periodWords(cell: string): PeriodWords | undefined {
  const text = cell.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const word = MONTH_WORD.exec(text)
  if (word) {
    const month = MONTHS.findIndex(one => one.test(word[1] as string)) + 1
    return { month, ...(word[2] ? { year: fullYear(word[2]) } : {}) }
  }
  const day = parseIsoDate(text.slice(0, 10))
  if (day !== undefined) {
    const { year, month } = civil(day)
    return { year, month }
  }
  const iso = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? swap(/^(\d{1,2})[-/.](\d{4})$/.exec(text))
  if (iso && Number(iso[2]) >= 1 && Number(iso[2]) <= 12)
    return { year: Number(iso[1]), month: Number(iso[2]) }
  const period = /^(?:p|per|period|periode|m|month|monat) ?0?(\d{1,2})$/.exec(text)
  if (period && Number(period[1]) >= 1 && Number(period[1]) <= 16) return { period: Number(period[1]) }
  const quarter = /^(?:q|quarter |quartal )([1-4])(?:[\s\-/]*(?:fy ?)?(\d{4}|\d{2}))?$/.exec(text)
  if (quarter) return { quarter: Number(quarter[1]), ...(quarter[2] ? { year: fullYear(quarter[2]) } : {}) }
  const quarterLast = /^(?:fy ?)?(\d{4})[\s\-/]*q([1-4])$/.exec(text)
  if (quarterLast) return { quarter: Number(quarterLast[2]), year: Number(quarterLast[1]) }
  const year =
    /^(?:(?:fy|gj|fiscal year|financial year|year|jahr|geschäftsjahr) ?)?((?:19|20)\d{2})(?:[/-]\d{2,4})?$/.exec(
      text,
    ) ?? /^fy ?(\d{2})$/.exec(text)
  return year ? { year: fullYear(year[1] as string) } : undefined
}

const swap = (match: RegExpExecArray | null): [string, string, string] | null =>
  match && [match[0], match[2] as string, match[1] as string]

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

/** The planned days (`planDay`) of the months that the words are about; a quarter has three, a year twelve. Undefined where the year is not known. */
export function monthsOf(words: PeriodWords, fiscal: Fiscal): Day[] | undefined {
  const { year, month, period, quarter } = words
  if (year === undefined) return undefined
  const startMonth = startMonthOf(fiscal)
  const dayOf = (first: Day): Day => planDay(first, fiscal)
  if (month !== undefined) return [dayOf(monthStart(year, month))]
  const first = monthStart(year, startMonth)
  if (period !== undefined) return [dayOf(addMonths(first, Math.min(period, 12) - 1))]
  const [from, count] = quarter === undefined ? [0, 12] : [(quarter - 1) * 3, 3]
  return Array.from({ length: count }, (_, i) => dayOf(addMonths(first, from + i)))
}

/** The calendar year of a month of a fiscal year that is named after the year it starts in. */
export const yearOfMonth = (fiscalYear: number, month: number, startMonth: number): number =>
  month >= startMonth ? fiscalYear : fiscalYear + 1
