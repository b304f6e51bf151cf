import { dayOf, parseIsoDate } from '../../../shared/calendar/day.ts'

const STROKES = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:[T ]|$)/
const MONTHS = [
  'jan',
  'feb',
  'mar|mär|mae|mrz',
  'apr',
  'may|mai',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct|okt',
  'nov',
  'dec|dez',
]

/** A date of a column, a day that none can be read in, or one that can be read in two ways. */
export type ReadDay = { day: number } | { problem: 'none' | 'doubt' }

/**
 * Dates as a column has them: 2024-12-31, 20241231, 31.12.2024, 31 Dec 2024, Dec 31 2024, or with strokes, where day and month are judged
 * from the whole column. Blank cells and noughts are no day: NaN. A time behind the day is left aside.
 */
export function readDays(cells: readonly string[]): (cell: string) => ReadDay {
  let monthFirst: boolean | undefined
  for (const cell of cells) {
    const [, first, second] = STROKES.exec(cell.trim()) ?? []
    if (Number(first) > 12) monthFirst = false
    else if (Number(second) > 12) monthFirst = true
  }
  return raw => {
    const cell = raw.trim()
    if (cell === '' || cell === 'NA' || /^0+$/.test(cell)) return { day: Number.NaN }
    const day = dayOfCell(cell, monthFirst)
    if (day !== undefined) return { day }
    return { problem: monthFirst === undefined && STROKES.test(cell) ? 'doubt' : 'none' }
  }
}

function dayOfCell(cell: string, monthFirst: boolean | undefined): number | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}(?=[T ]|$)/.exec(cell)
  if (iso) return parseIsoDate(iso[0])
  const turned =
    /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T ]|$)/.exec(cell) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(cell)
  if (turned) return dayOf(Number(turned[1]), Number(turned[2]), Number(turned[3]))
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?:[T ]|$)/.exec(cell)
  if (dotted) return dayOf(yearOf(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const named =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]?(\p{L}{3,9})\.?,?[ -]?(\d{4}|\d{2})(?:[T ]|$)/u.exec(cell) ??
    swapped(/^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[T ]|$)/u.exec(cell))
  if (named) {
    const word = (named[2] as string).toLowerCase()
    const month = MONTHS.findIndex(start => new RegExp(`^(?:${start})`).test(word)) + 1
    return month === 0 ? undefined : dayOf(yearOf(named[3]), month, Number(named[1]))
  }
  const strokes = STROKES.exec(cell)
  if (!strokes || monthFirst === undefined) return undefined
  const [first, second, year] = [Number(strokes[1]), Number(strokes[2]), yearOf(strokes[3])]
  return monthFirst ? dayOf(year, first, second) : dayOf(year, second, first)
}

const swapped = (match: RegExpExecArray | null): string[] | undefined =>
  match ? [match[0], match[2] as string, match[1] as string, match[3] as string] : undefined

/** Two digits are of 1970 to 2069. */
const yearOf = (text: string | undefined): number => {
  const year = Number(text)
  return text?.length === 2 ? year + (year < 70 ? 2000 : 1900) : year
}
