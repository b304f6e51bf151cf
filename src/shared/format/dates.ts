import { startMonthOf, type Fiscal } from '../calendar/fiscal.ts'
import { civil, parseIsoDate, toIsoDate } from '../calendar/day.ts'
import { addMonths, fiscalOf, grainNext } from '../calendar/grain.ts'

/** 'full' 31 October 2025 · 'medium' 31 Oct 2025 · 'day' 31 Oct · 'month' October 2025 · 'month-short' Oct 2025 · 'month-name' Oct */
export type DateStyle = 'full' | 'medium' | 'day' | 'month' | 'month-short' | 'month-name'

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  'month-short': { month: 'short', year: 'numeric' },
  'month-name': { month: 'short' },
}

const cache = new Map<string, Intl.DateTimeFormat>()

function write(date: Date, locale: string, style: DateStyle): string {
  const key = `${locale}|${style}`
  let format = cache.get(key)
  if (!format)
    cache.set(key, (format = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone: 'UTC' })))
  // British CLDR abbreviates September alone to four letters; columns of months read better with three.
  return format.format(date).replace(/\bSept\b/, 'Sep')
}

/** A calendar day (YYYY-MM-DD). Text that is no such day is given back as it is. */
export function formatDate(iso: string, locale: string, style: DateStyle = 'medium'): string {
  const day = parseIsoDate(iso)
  return day === undefined ? iso : write(new Date(day * 86_400_000), locale, style)
}

const FISCAL_YEAR: Record<string, string> = { de: 'GJ', en: 'FY' }

/** A fiscal year by the year it starts in: FY 2025/26, or FY 2025 where it is the calendar year; in German GJ 2025/26. */
export function formatFiscalYear(year: number, fiscal: Fiscal, locale = 'en'): string {
  const word = FISCAL_YEAR[locale.slice(0, 2)] ?? 'FY'
  return startMonthOf(fiscal) === 1
    ? `${word} ${year}`
    : `${word} ${year}/${String((year + 1) % 100).padStart(2, '0')}`
}

/** A month with its fiscal period: October 2025, P7. */
export function formatPeriod(iso: string, locale: string, fiscal: Fiscal): string {
  const day = parseIsoDate(iso.length === 7 ? `${iso}-01` : iso)
  if (day === undefined) return iso
  return `${formatDate(toIsoDate(day), locale, 'month')}, P${fiscalOf(day, fiscal).period}`
}

const TO: Record<string, string> = { de: 'bis', en: 'to' }

/**
 * A span as people say it: 2025 · October 2025 · Apr to Oct 2025 · 3 to 9 Oct 2025 · 3 Oct 2024 to 2 Jan 2025.
 * Whole months are named as months.
 */
export function formatSpan(from: string, to: string, locale: string): string {
  const first = parseIsoDate(from)
  const last = parseIsoDate(to)
  if (first === undefined || last === undefined) return `${from} – ${to}`
  const word = TO[locale.slice(0, 2)] ?? '–'
  if (first === last) return formatDate(from, locale, 'medium')
  const a = civil(first)
  const b = civil(last)
  if (a.dayOfMonth === 1 && civil(last + 1).dayOfMonth === 1) {
    if (grainNext(first, 'month') === last + 1) return formatDate(from, locale, 'month')
    if (a.month === 1 && addMonths(first, 12) === last + 1) return String(a.year)
    const start = formatDate(from, locale, a.year === b.year ? 'month-name' : 'month-short')
    return `${start} ${word} ${formatDate(to, locale, 'month-short')}`
  }
  return `${formatDate(from, locale, a.year === b.year ? 'day' : 'medium')} ${word} ${formatDate(to, locale, 'medium')}`
}

/** A step's key (grainKey) as a label: 2025-10 → Oct 2025, 2025-Q4 → Q4 2025, FY2025-P07 → P7, FY 2025/26. */
export function formatStep(key: string, locale: string, fiscal: Fiscal = 1): string {
  const named = /^FY(\d{4})(?:-([QP])(\d+))?$/.exec(key)
  if (named) {
    const year = formatFiscalYear(Number(named[1]), fiscal, locale)
    return named[2] ? `${named[2]}${Number(named[3])}, ${year}` : year
  }
  const part = /^(\d{4})-([QW])(\d+)$/.exec(key)
  if (part) return part[2] === 'Q' ? `Q${part[3]} ${part[1]}` : `${part[1]}, W${Number(part[3])}`
  if (/^\d{4}-\d{2}$/.test(key)) return formatDate(`${key}-01`, locale, 'month-short')
  return formatDate(key, locale, 'medium')
}

/** A moment (ISO 8601, UTC) in local time: 31 Oct 2025, 09:14. */
export function formatMoment(iso: string, locale: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(date)
}

const ages = new Map<string, Intl.RelativeTimeFormat>()

const AGES: readonly [number, Intl.RelativeTimeFormatUnit][] = [
  [31_557_600, 'year'],
  [2_629_800, 'month'],
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
]

/** How long ago: 2 hours ago. `now` in ms since 1970. */
export function formatAge(iso: string, locale: string, now = Date.now()): string {
  const seconds = (now - new Date(iso).getTime()) / 1000
  if (!Number.isFinite(seconds)) return ''
  let relative = ages.get(locale)
  if (!relative) ages.set(locale, (relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })))
  for (const [size, unit] of AGES)
    if (seconds >= size) return relative.format(-Math.floor(seconds / size), unit)
  return relative.format(0, 'minute')
}
