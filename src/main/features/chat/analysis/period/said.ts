import { weekdayOf, civil, monthStart, type Day } from '../../../../../shared/calendar/day.ts'
import { addMonths, grainStart, type DaySpan } from '../../../../../shared/calendar/grain.ts'
import { daySpan, lastSteps, latestYear, monthSpan, stepFrom, type CalendarOf, partSpan } from './calendar.ts'
import { relative, shiftYears, toDate, type Point } from './points.ts'
import { ANY_YEAR, g, OF, rule, type Rule } from './rule.ts'
import {
  LAST,
  MONTH,
  monthOf,
  NEXT,
  NUMBER,
  numberOf,
  ordinalOf,
  THIS,
  UNIT,
  unitOf,
  YEAR,
  yearOf,
} from './words.ts'

/** Easter Sunday of a Gregorian year (the anonymous algorithm; Meeus, Astronomical Algorithms, ch. 8). */
export function easterOf(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const f = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - f + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return (monthStart(year, Math.floor(n / 31)) + (n % 31)) as Day
}

const fixed =
  (month: number, day: number, length = 1) =>
  (year: number): DaySpan => {
    const { from } = daySpan(year, month, day) as DaySpan
    return { from, to: (from + length - 1) as Day }
  }
const fromEaster =
  (first: number, last = first) =>
  (year: number): DaySpan => ({ from: (easterOf(year) + first) as Day, to: (easterOf(year) + last) as Day })

/** Days that people count from. "Since" one begins with its first day. */
const NAMED: readonly (readonly [said: string, spanIn: (year: number) => DaySpan])[] = [
  ['good friday|karfreitag', fromEaster(-2)],
  ['easter monday|ostermontag', fromEaster(1)],
  ['easter sunday|ostersonntag', fromEaster(0)],
  ['(?:the )?easter (?:weekend|holidays?)|osterfeiertagen?', fromEaster(-2, 1)],
  ['easter|ostern', fromEaster(0, 1)],
  ['ascension(?: day)?|christi himmelfahrt|himmelfahrt', fromEaster(39)],
  ['whitsun|pentecost|pfingsten', fromEaster(49, 50)],
  ['christmas eve|heiligabend|heilig abend', fixed(12, 24)],
  ['christmas day', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],
  ['christmas|xmas', fixed(12, 25, 2)],
  ['weihnachten', fixed(12, 24, 3)],
  ["new year's eve|new years eve|silvester", fixed(12, 31)],
  ["new year's day|new years day|neujahr", fixed(1, 1)],
  ["valentine's(?: day)?|valentines?(?: day)?|valentinstag", fixed(2, 14)],
  ['halloween', fixed(10, 31)],
  ['bonfire night', fixed(11, 5)],
  [
    'black friday',
    year => {
      // The day after the fourth Thursday of November.
      const first = monthStart(year, 11)
      const friday = (first + ((3 - weekdayOf(first) + 7) % 7) + 22) as Day
      return { from: friday, to: friday }
    },
  ],
]

const periodIn =
  (n: number, { fiscal }: CalendarOf) =>
  (year: number): DaySpan =>
    partSpan(year, fiscal, 1, n)

/** Whole months that end with a day's month, or on the day itself. */
function endingWith(end: DaySpan, months: number): DaySpan {
  return { from: addMonths(end.to + 1, -months), to: end.to }
}

/** What people who keep books say, and days with names. Tried before the plain rules. */
export const SAID: readonly Rule[] = [
  ...NAMED.map(([said, spanIn]) =>
    rule(
      `(?:${said})(?: (?:day )?(?:of |in )?(${YEAR})| (?:of )?(${LAST}|${THIS}) (?:year|jahr(?:es)?))?`,
      (m, c) => {
        const back = m[2] !== undefined && new RegExp(`^${LAST}$`).test(m[2]) ? 1 : 0
        const year = m[1] ? Number(m[1]) : m[2] ? civil(c.anchor).year - back : latestYear(c, spanIn)
        const span = spanIn(year)
        return {
          span,
          unit: span.from === span.to ? 'day' : 'span',
          ...(!m[1] && !m[2] && { inYear: spanIn }),
        }
      },
    ),
  ),
  rule(`(?:${LAST}) ((?:easter|ostern|christmas|xmas|weihnachten|halloween))`, (m, c) => {
    const spanIn = NAMED.find(([said]) => new RegExp(`^(?:${said})$`).test(g(m, 1)))?.[1]
    return spanIn && { span: spanIn(latestYear(c, spanIn)), unit: 'span' }
  }),
  // The last twelve months.
  rule(
    '(?:the )?(?:ltm|ttm|l12m|r12m?|(?:trailing|rolling) (?:12|twelve) months?|(?:12|twelve) months? (?:rolling|trailing))',
    (_m, c) => ({ span: lastSteps(c, 'month', 12), unit: 'span' }),
  ),
  rule(
    `(?:(?:${LAST}) (?:ytd|year to date|fytd)|(?:ytd|fytd|year to date) (?:of |in )?(?:the )?(?:(?:${LAST}) (?:fiscal |financial )?(?:year|fy)|py|ly)|p ?ytd|pfytd|lytd)`,
    (_m, c) => {
      const { span } = toDate('year', c)
      return { span: { from: addMonths(span.from, -12), to: shiftYears(span, -1).to }, unit: 'span' }
    },
  ),
  rule('(?:ly|py|pfy|prior fy|previous fy)', (_m, c) => relative(1, 'year', 'fiscal', c)),
  rule('(?:cfy|tfy|this fy|current fy)', (_m, c) => relative(0, 'year', 'fiscal', c)),
  // "The year to March 2025", "the quarter ended 30 June", "12 months to September".
  rule(
    `(?:the )?(?:(?:fiscal |financial |tax |geschafts|wirtschafts|steuer|haushalts)?(year|quarter|half(?: ?year)?|jahr|quartal|halbjahr)|(${NUMBER}) (months|monate|quarters|quartale|years|jahre)) (?:ending|ended|to|up to|until|bis|endend|endete)(?: on| at| in| with| zum| mit| ende)?(?: the)?(?: end of)? ?(?:(\\d{1,2})(?:st|nd|rd|th)? )?(${MONTH})(?: (?:(${YEAR})|'?([12]\\d)))?`,
    (m, c) => {
      const said = m[6] ?? m[7]
      const month = monthOf(g(m, 5))
      const endIn = (year: number): DaySpan =>
        (m[4] ? daySpan(year, month, Number(m[4])) : undefined) ?? monthSpan(year, month)
      const year = said ? yearOf(said) : latestYear(c, y => ({ from: endIn(y).to, to: endIn(y).to }))
      const each = { day: 1, week: 1, month: 1, quarter: 3, half: 6, year: 12 }[unitOf(m[1] ?? g(m, 3))]
      const months = each * (m[2] === undefined ? 1 : numberOf(m[2]))
      return { span: endingWith(endIn(year), months), unit: 'span' }
    },
  ),
  // "The first week of March", "second half of June", "end of April", "early 2025".
  rule(
    `(?:the )?(first|1st|1|second|2nd|2|third|3rd|3|fourth|4th|4|last|erste[nr]?|zweite[nr]?|dritte[nr]?|vierte[nr]?|letzte[nr]?) (week|half|woche|halfte) (?:of |in |des |im )?(${MONTH})(?: (${YEAR}))?`,
    (m, c) => {
      const month = monthOf(g(m, 3))
      const last = g(m, 1).startsWith('l')
      const n = last ? 0 : ordinalOf(g(m, 1))
      const halves = g(m, 2).startsWith('ha')
      if (halves && n > 2) return undefined
      const spanIn = (year: number): DaySpan => {
        const whole = monthSpan(year, month)
        if (halves && n === 1) return { from: whole.from, to: (whole.from + 14) as Day }
        if (halves) return { from: (whole.from + 15) as Day, to: whole.to }
        if (last) return { from: (whole.to - 6) as Day, to: whole.to }
        return { from: (whole.from + 7 * (n - 1)) as Day, to: (whole.from + 7 * n - 1) as Day }
      }
      return {
        span: spanIn(m[4] ? Number(m[4]) : latestYear(c, spanIn)),
        unit: 'span',
        ...(!m[4] && { inYear: spanIn }),
      }
    },
  ),
  rule(`(early|mid|late|anfang|mitte|ende)[ -]?(${YEAR})`, m => {
    const first = { e: 1, a: 1, m: 5, l: 9 }[g(m, 1).charAt(0)] ?? 1
    const start = g(m, 1) === 'ende' ? 9 : first
    const from = monthStart(Number(g(m, 2)), start)
    return { span: { from, to: (addMonths(from, 4) - 1) as Day }, unit: 'span' }
  }),
  rule(
    `(?:the )?(?:last but one|second last|penultimate) (${UNIT})|(?:the )?(${UNIT}) before the last`,
    (m, c) => relative(2, unitOf(m[1] ?? g(m, 2)), '', c),
  ),
  rule(
    `(${MONTH}|this year|this month|this quarter) (?:so far|to date|bisher)`,
    (m, c): Point | undefined => {
      if (g(m, 1).startsWith('this')) return toDate(unitOf(g(m, 1).slice(5)), c)
      const month = monthOf(g(m, 1))
      const span = monthSpan(
        latestYear(c, y => monthSpan(y, month)),
        month,
      )
      return { span: { from: span.from, to: Math.min(span.to, c.anchor) as Day }, unit: 'month' }
    },
  ),
  rule('(?:the )?day before yesterday|vorgestern', (_m, c) => relative(2, 'day', '', c)),
  rule('(\\d{1,2})-(\\d{1,2})-(\\d{4})', (m): Point | undefined => {
    const span = daySpan(Number(g(m, 3)), Number(g(m, 2)), Number(g(m, 1)))
    return span && { span, unit: 'day' }
  }),
  rule('(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})', (m): Point | undefined => {
    const span = daySpan(Number(g(m, 1)), Number(g(m, 2)), Number(g(m, 3)))
    return span && { span, unit: 'day' }
  }),
  // Periods of the fiscal year by number: "P6", "period 12 of FY25", "Periode 3".
  rule(
    `(?:p|(?:posting |accounting |fiscal )?period ?|(?:buchungs)?periode ?|month )0?(1[0-2]|[1-9])(?: ?${OF}${ANY_YEAR})?`,
    (m, c) => {
      const spanIn = periodIn(Number(g(m, 1)), c)
      const year = m[3] ?? m[4] ?? m[5]
      return {
        span: spanIn(year === undefined ? latestYear(c, spanIn) : yearOf(year)),
        unit: 'month',
        ...(year === undefined && { inYear: spanIn }),
      }
    },
  ),
  rule(`(?:the )?(?:(${LAST}|${THIS}|${NEXT}) )?(?:weekend|wochenende)`, (m, c) => {
    const monday = grainStart(c.anchor, 'week')
    const this_ = { from: (monday + 5) as Day, to: (monday + 6) as Day }
    const back =
      m[1] && new RegExp(`^${NEXT}$`).test(m[1]) ? -7 : !m[1] || new RegExp(`^${THIS}$`).test(m[1]) ? 0 : 7
    // On a Saturday or later "the last weekend" is still the one before.
    const span = { from: (this_.from - back) as Day, to: (this_.to - back) as Day }
    return m[1] || span.from <= c.anchor ? { span, unit: 'span' } : undefined
  }),
  // Years with a hyphen: a fiscal year where it does not start in January and they follow each other, else all of them.
  rule(`(${YEAR})-(${YEAR})`, (m, c): Point | undefined => {
    const [first, last] = [Number(g(m, 1)), Number(g(m, 2))]
    if (last <= first || (last === first + 1 && c.fiscal !== 1)) return undefined
    return { span: { from: monthStart(first, 1), to: (monthStart(last + 1, 1) - 1) as Day }, unit: 'span' }
  }),
  rule(
    '(?:the )?(?:first|1st) (?:(\\d|two|three|four|five|six|nine|zwei|drei|sechs)) (?:months|monate)(?: of (?:the )?(?:year|fy))?',
    (m, c) => {
      const year = stepFrom(c, 'year', 0)
      return {
        span: { from: year.from, to: (addMonths(year.from, numberOf(g(m, 1))) - 1) as Day },
        unit: 'span',
      }
    },
  ),
]
