import { dayOf, daysInMonth, type Day } from '../../../../../shared/calendar/day.ts'
import { century, parseFiscal, within } from './fiscal.ts'
import { monthOfName } from './months.ts'

/** Day and month of a fiscal year, by the year's first day: "ddMM@2024-01-01" reads 3101 as 31 January 2024. */
export type Yearless = `ddMM@${string}`

/** The order of a date's parts, which is all that differs between date styles once separators are taken for granted. */
export type DateOrder =
  | 'ymd'
  | 'dmy'
  | 'mdy'
  | 'dmy2'
  | 'mdy2'
  | 'ymd2'
  | 'dny'
  | 'dny2'
  | 'ndy'
  | 'ynd'
  | 'compact-ymd'
  | 'compact-dmy'
  | 'ym'
  | 'my'
  | 'ny'
  | 'ny2'
  | 'compact-ym'
  | 'fp'
  | 'serial'
  | 'epoch'
  | Yearless

/** Patterns as mappings show them; separators and a time of day behind them are read as they come. */
export const PATTERN_OF: Readonly<Record<Exclude<DateOrder, Yearless>, string>> = {
  ymd: 'yyyy-MM-dd',
  dmy: 'dd/MM/yyyy',
  mdy: 'MM/dd/yyyy',
  dmy2: 'dd/MM/yy',
  mdy2: 'MM/dd/yy',
  ymd2: 'yy/MM/dd',
  dny: 'dd-MMM-yyyy',
  dny2: 'dd-MMM-yy',
  ndy: 'MMM dd yyyy',
  ynd: 'yyyy-MMM-dd',
  'compact-ymd': 'yyyyMMdd',
  'compact-dmy': 'ddMMyyyy',
  ym: 'yyyy-MM',
  my: 'MM/yyyy',
  ny: 'MMM yyyy',
  ny2: 'MMM yy',
  'compact-ym': 'yyyyMM',
  fp: 'fiscal period',
  serial: 'spreadsheet day',
  epoch: 'epoch',
}

export const patternOf = (order: DateOrder): string => (isYearless(order) ? order : PATTERN_OF[order])

export const isYearless = (order: string): order is Yearless => order.startsWith('ddMM@')

const ORDER_OF: ReadonlyMap<string, DateOrder> = new Map([
  ['y4-M-d', 'ymd'],
  ['d-M-y4', 'dmy'],
  ['M-d-y4', 'mdy'],
  ['d-M-y2', 'dmy2'],
  ['M-d-y2', 'mdy2'],
  ['y2-M-d', 'ymd2'],
  ['d-N-y4', 'dny'],
  ['d-N-y2', 'dny2'],
  ['N-d-y4', 'ndy'],
  ['y4-N-d', 'ynd'],
  ['y4-M', 'ym'],
  ['M-y4', 'my'],
  ['N-y4', 'ny'],
  ['N-y2', 'ny2'],
])

/** The order that a pattern such as "d.M.yyyy" or "dd-MMM-yy HH:mm" states; undefined where it states none that we read. */
export function orderOfPattern(pattern: string): DateOrder | undefined {
  if (pattern === 'epoch') return 'epoch'
  if (isYearless(pattern)) return parseDate(pattern.slice(5), 'ymd') === undefined ? undefined : pattern
  if (pattern === PATTERN_OF.fp) return 'fp'
  if (pattern === PATTERN_OF.serial) return 'serial'
  const bare = pattern.replace(/[T ]?[Hh]+.*$/, '').trim()
  if (/^yyyyMMdd$/i.test(bare)) return 'compact-ymd'
  if (/^ddMMyyyy$/i.test(bare)) return 'compact-dmy'
  if (/^yyyyMM$/i.test(bare)) return 'compact-ym'
  const tokens = bare.match(/y+|M+|d+/g) ?? []
  const key = tokens.map(t =>
    t[0] === 'y' ? (t.length > 2 ? 'y4' : 'y2') : t[0] === 'd' ? 'd' : t.length > 2 ? 'N' : 'M',
  )
  return ORDER_OF.get(key.join('-'))
}

/** A period names a month and no day; its entries lie on the month's last day. */
export function isPeriod(order: DateOrder): boolean {
  return ['ym', 'my', 'ny', 'ny2', 'compact-ym', 'fp'].includes(order)
}

// A time of day behind the date, with zone: "T13:00:00Z", " 20:16:46", " 14:25 UTC", "120000[0:GMT]"; or the day that a broker
// counts from.
const TIME = '(?:[T ,]+\\d{1,2}[:.]\\d{2}.*| as of [\\d/.-]+)?'
const SEP = '[-/. ,]{1,2}'
// "3 de marzo de 2024"
const OF = `(?:${SEP}| del? )`
const RE = {
  three: new RegExp(`^(\\d{1,4})${SEP}(\\d{1,2})${SEP}(\\d{1,4})\\.?${TIME}$`),
  dayName: new RegExp(
    `^(\\d{1,2})(?:st|nd|rd|th|er|re|[°º])?${OF}([\\p{L}]{3,10}\\.?)${OF}(\\d{1,4})${TIME}$`,
    'u',
  ),
  nameDay: new RegExp(`^([\\p{L}]{3,10})${SEP}(\\d{1,2})(?:st|nd|rd|th)?${SEP}(\\d{4})${TIME}$`, 'u'),
  yearName: new RegExp(`^(\\d{4})${SEP}([\\p{L}]{3,10})${SEP}(\\d{1,2})${TIME}$`, 'u'),
  compact: /^(\d{8})(?:\d{4,6}(?:\.\d+)?(?:\[.*\])?)?$/,
  two: /^(\d{1,4})[-/. ](\d{1,4})$/,
  nameYear: /^([\p{L}]{3,10})[-/. ,]{1,2}(\d{4}|\d{2})$/u,
  six: /^(\d{4})0?(\d{2})$/,
  epoch: /^(\d{10}|\d{13})$/,
  serial: /^([2-6]\d{4})(?:\.\d+)?$/,
}

/**
 * The day that a text states in an order; undefined where it is no such date. Periods give the calendar month's last day here;
 * a fiscal calendar moves them (`fiscalPeriodEnd`).
 */
export function parseDate(text: string, order: DateOrder): Day | undefined {
  const cell = text.trim()
  switch (order) {
    case 'ymd': {
      const m = RE.three.exec(cell)
      return m && m[1]?.length === 4 ? day(m[1], m[2], m[3]) : undefined
    }
    case 'dmy':
    case 'mdy':
    case 'dmy2':
    case 'mdy2':
    case 'ymd2':
      return parseShort(cell, order)
    case 'dny':
    case 'dny2': {
      const m = RE.dayName.exec(cell)
      if (!m) return undefined
      const four = m[3]?.length === 4
      if (four !== (order === 'dny') || m[3]?.length === 3) return undefined
      const month = monthOfName(m[2] as string)
      const year = Number(m[3])
      return month === undefined ? undefined : dayOf(four ? year : century(year), month, Number(m[1]))
    }
    case 'ndy': {
      const m = RE.nameDay.exec(cell)
      const month = m && monthOfName(m[1] as string)
      return m && month !== undefined && month !== null ? dayOf(Number(m[3]), month, Number(m[2])) : undefined
    }
    case 'ynd': {
      const m = RE.yearName.exec(cell)
      const month = m && monthOfName(m[2] as string)
      return m && month !== undefined && month !== null ? dayOf(Number(m[1]), month, Number(m[3])) : undefined
    }
    case 'compact-ymd': {
      const m = RE.compact.exec(cell)?.[1]
      return m === undefined ? undefined : day(m.slice(0, 4), m.slice(4, 6), m.slice(6, 8))
    }
    case 'compact-dmy': {
      const m = RE.compact.exec(cell)?.[1]
      return m === undefined ? undefined : day(m.slice(4, 8), m.slice(2, 4), m.slice(0, 2))
    }
    case 'serial': {
      // Days since the last of 1899, as spreadsheets count them: 20000 is 1954, 60000 is 2064.
      const m = RE.serial.exec(cell)?.[1]
      return m === undefined || Number(m) > 60_000 ? undefined : ((Number(m) - 25_569) as Day)
    }
    case 'epoch': {
      const m = RE.epoch.exec(cell)?.[1]
      return m === undefined
        ? undefined
        : (Math.floor(Number(m) / (m.length === 13 ? 86400e3 : 86400)) as Day)
    }
    default: {
      if (isYearless(order)) return parseYearless(cell, order)
      const month = parsePeriod(cell, order)
      if (!month || month.period < 1 || month.period > 12) return undefined
      return dayOf(month.year, month.period, daysInMonth(month.year, month.period))
    }
  }
}

const DAY_MONTH = /^(\d{1,2})(\d{2})$/

function parseYearless(cell: string, order: Yearless): Day | undefined {
  const m = DAY_MONTH.exec(cell)
  const from = parseDate(order.slice(5), 'ymd')
  if (!m || from === undefined) return undefined
  const year = Number(order.slice(5, 9))
  const first = dayOf(year, Number(m[2]), Number(m[1]))
  return first !== undefined && first >= from ? first : dayOf(year + 1, Number(m[2]), Number(m[1]))
}

function parseShort(cell: string, order: DateOrder): Day | undefined {
  const m = RE.three.exec(cell)
  if (!m) return undefined
  const [, a = '', b = '', c = ''] = m
  if (order === 'ymd2') return a.length === 2 && c.length <= 2 ? dayOf(century(Number(a)), +b, +c) : undefined
  const four = order === 'dmy' || order === 'mdy'
  if (a.length > 2 || (four ? c.length !== 4 : c.length > 2)) return undefined
  const year = four ? Number(c) : century(Number(c))
  const dayFirst = order === 'dmy' || order === 'dmy2'
  return dayFirst ? dayOf(year, +b, +a) : dayOf(year, +a, +b)
}

/** Year and period (1–16) of a text such as 201909, 2019-09, Sep 2019; undefined where it is none. */
export function parsePeriod(text: string, order: DateOrder): { year: number; period: number } | undefined {
  const cell = text.trim()
  if (order === 'fp') return parseFiscal(cell)
  if (order === 'compact-ym' || order === 'ym' || order === 'my') {
    const m = order === 'compact-ym' ? RE.six.exec(cell) : RE.two.exec(cell)
    if (!m) return undefined
    const [year, period] = order === 'my' ? [m[2], m[1]] : [m[1], m[2]]
    if (year?.length !== 4 || (period?.length ?? 9) > 3) return undefined
    return within(Number(year), Number(period))
  }
  const m = RE.nameYear.exec(cell)
  const month = m ? monthOfName(m[1] as string) : undefined
  if (!m || month === undefined) return undefined
  const year = m[2] as string
  if ((year.length === 4) !== (order === 'ny')) return undefined
  return within(year.length === 4 ? Number(year) : century(Number(year)), month)
}

/**
 * A date in a column whose cells are written in several ways: in the column's own order, else in any that can be read in one way
 * only. `order` says whether day or month comes first wherever figures alone do not.
 */
export function parseDateAnyhow(text: string, order: DateOrder): Day | undefined {
  const own = parseDate(text, order)
  if (own !== undefined || isPeriod(order) || order === 'epoch' || text.trim().length < 5) return own
  for (const other of OTHERWISE[order] ?? PLAIN) {
    const day = parseDate(text, other)
    if (day !== undefined) return day
  }
  return undefined
}

const PLAIN: readonly DateOrder[] = ['ymd', 'dny', 'dny2', 'ndy', 'ynd', 'serial']
const OTHERWISE: Partial<Record<DateOrder, readonly DateOrder[]>> = {
  dmy: ['dmy2', ...PLAIN],
  dmy2: ['dmy', ...PLAIN],
  mdy: ['mdy2', ...PLAIN],
  mdy2: ['mdy', ...PLAIN],
  'compact-ymd': [],
  'compact-dmy': [],
}

function day(
  year: string | undefined,
  month: string | undefined,
  dayOfMonth: string | undefined,
): Day | undefined {
  return dayOf(Number(year), Number(month), Number(dayOfMonth))
}
