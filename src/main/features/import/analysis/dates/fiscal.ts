/** Two-digit years: 70–99 are 19xx, the rest 20xx (POSIX strptime draws the line at 69). */
export const century = (year: number): number => (year >= 70 ? 1900 + year : 2000 + year)

const YEAR = '(?:FY ?)?((?:19|20)\\d{2}|\\d{2}(?=[-/]\\d{2}(?!\\d)))(?:[-/](?:20)?\\d{2})?'
const PERIOD = '(?:P|PD|PER|PERIOD|PERIODE)\\.? ?0{0,2}(\\d{1,2})'
const FISCAL = [
  new RegExp(`^${YEAR}[-_/. ]*${PERIOD}$`, 'i'),
  new RegExp(`^${PERIOD}(?:[-_/. ]+|(?=FY))${YEAR}$`, 'i'),
]

/** "P09 2019/20", "2019-20 Period 9", "FY2019 P09": the year in which the fiscal year begins, and its period. */
export function parseFiscal(cell: string): { year: number; period: number } | undefined {
  const [first, second] = FISCAL as [RegExp, RegExp]
  const a = first.exec(cell)
  if (a) return within(fullYear(a[1] as string), Number(a[2]))
  const b = second.exec(cell)
  return b ? within(fullYear(b[2] as string), Number(b[1])) : undefined
}

const fullYear = (text: string): number => (text.length === 2 ? century(Number(text)) : Number(text))

/** A fiscal year's first year from "2019", "2019/20", "2019-2020", "FY2019", "FY19"; undefined where it is none. */
export function parseFiscalYear(text: string): number | undefined {
  const m = /^(?:FY ?)?((?:19|20|21)\d{2})(?:[-/](?:20)?\d{2})?$|^FY ?(\d{2})$|^(\d{2})[-/]\d{2}$/i.exec(
    text.trim(),
  )
  const year = m?.[1] ?? m?.[2] ?? m?.[3]
  return year === undefined ? undefined : fullYear(year)
}

/** A bare period of a fiscal year: "9", "009", "P9", "Period 9"; undefined where it is none of 1 to 16. */
export function parsePeriodNumber(text: string): number | undefined {
  const m = /^(?:P|PD|PER|PERIOD|PERIODE)?\.? ?0{0,2}([1-9]|1[0-6])$/i.exec(text.trim())
  return m ? Number(m[1]) : undefined
}

/** The fiscal period of a calendar month, as "Apr-19" names it: years are known by the one in which they begin. */
export function fiscalPeriodOf(
  year: number,
  month: number,
  startMonth: number,
): { year: number; period: number } {
  return month >= startMonth
    ? { year, period: month - startMonth + 1 }
    : { year: year - 1, period: month - startMonth + 13 }
}

export function within(year: number, period: number): { year: number; period: number } | undefined {
  return year >= 1900 && year <= 2199 && period >= 1 && period <= 16 ? { year, period } : undefined
}
