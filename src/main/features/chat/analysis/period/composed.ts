import type { Day } from '../../../../../shared/calendar/day.ts'
import { addMonths, grainStart, type DaySpan } from '../../../../../shared/calendar/grain.ts'
import { latestYear, type CalendarOf } from './calendar.ts'
import type { Point } from './points.ts'
import { g } from './rule.ts'
import { NUMBER, numberOf, UNIT, unitOf, type Unit } from './words.ts'

/** Reads the period that begins at a place of the text. */
export type PointAt = (
  text: string,
  at: number,
  calendar: CalendarOf,
) => { point: Point; end: number } | undefined

/** What a period is told by another one: "the week of …", "the six months before …". `undefined`: they do not go together. */
interface Composed {
  pattern: RegExp
  read(match: RegExpExecArray, inner: Point, calendar: CalendarOf): DaySpan | undefined
}

const THE = '(?:the |der |die |das |dem |den )?'
const MONTHS: Readonly<Record<Unit, number>> = { day: 0, week: 0, month: 1, quarter: 3, half: 6, year: 12 }
/** The day n steps on. */
const on = (from: Day | number, unit: Unit, n: number): Day =>
  MONTHS[unit] > 0 ? addMonths(from, n * MONTHS[unit]) : ((from + n * (unit === 'week' ? 7 : 1)) as Day)
const startingAt = (from: Day | number, unit: Unit, n: number): DaySpan => ({
  from: from as Day,
  to: (on(from, unit, n) - 1) as Day,
})
const endingOn = (to: Day | number, unit: Unit, n: number): DaySpan => ({
  from: on(to + 1, unit, -n),
  to: to as Day,
})
/** How long a step is at least, in days. */
const LEAST: Readonly<Record<Unit, number>> = {
  day: 1,
  week: 7,
  month: 28,
  quarter: 90,
  half: 181,
  year: 365,
}
const lengthOf = ({ from, to }: DaySpan): number => to - from + 1
/** An inner period without a year is the latest whose end is over. */
const ended = (inner: Point, calendar: CalendarOf): DaySpan => {
  const { inYear } = inner
  if (!inYear) return inner.span
  return inYear(
    latestYear(calendar, y => {
      const { to } = inYear(y)
      return { from: to, to }
    }),
  )
}

const COUNTED = `${THE}(?:(${NUMBER}) )?(${UNIT})(?: periods?)?`
const sticky = (source: string): RegExp => new RegExp(`${source} ${THE}`, 'y')
/** A step without a number needs its article: "the month before March", but not "by month before March". */
const counts = (match: RegExpExecArray): number | undefined =>
  match[1] !== undefined ? numberOf(match[1]) : /^(?:the|der|die|das|dem|den) /.test(match[0]) ? 1 : undefined

const COMPOSED: readonly Composed[] = [
  {
    pattern: sticky(`${THE}(?:weekend|wochenende) (?:of|around|containing|vom|um|am)`),
    read: (_m, { span, unit }) => {
      const saturday = (grainStart(span.from, 'week') + 5) as Day
      return unit === 'day' ? { from: saturday, to: (saturday + 1) as Day } : undefined
    },
  },
  // "The week of 3 March" is the calendar's, "the week commencing 3 March" begins there.
  {
    pattern: sticky(`${THE}(?:week|woche) (of|containing|including|vom|mit|um)`),
    read: (_m, { span, unit }) => {
      const from = grainStart(span.from, 'week')
      return unit === 'day' ? { from, to: (from + 6) as Day } : undefined
    },
  },
  {
    pattern: sticky(
      `${THE}(?:week|woche) (?:commencing|beginning|starting|from|ab|beginnend)(?: on| am| mit)?`,
    ),
    read: (_m, { span, unit }) => (unit === 'day' ? startingAt(span.from, 'week', 1) : undefined),
  },
  // "The year to March", "12 months ending 30 June", "the five months up to and including May".
  {
    pattern: sticky(
      `${COUNTED} (?:ending|ended|to|up to|until|through|bis|endend|endete)(?: and including| einschliesslich)?(?: on| at| in| with| zum| mit)?(?: the)?(?: end of| ende)?`,
    ),
    read: (m, inner, calendar) => {
      const unit = unitOf(g(m, 2))
      // "Month to month" is no period, "the days to March" has no length.
      if (m[1] === undefined && (unit === 'day' || unit === 'month')) return undefined
      if (LEAST[unit] * (m[1] === undefined ? 1 : numberOf(m[1])) < lengthOf(inner.span)) return undefined
      return endingOn(ended(inner, calendar).to, unit, m[1] === undefined ? 1 : numberOf(m[1]))
    },
  },
  {
    pattern: sticky(`${COUNTED} (?:before|prior to|preceding|leading up to|running up to|vor)`),
    read: (m, { span }) => {
      const n = counts(m)
      return n === undefined ? undefined : endingOn(span.from - 1, unitOf(g(m, 2)), n)
    },
  },
  {
    pattern: sticky(`${COUNTED} (?:after|following|nach)`),
    read: (m, { span }) => {
      const n = counts(m)
      return n === undefined ? undefined : startingAt(span.to + 1, unitOf(g(m, 2)), n)
    },
  },
  {
    pattern: sticky(
      `${THE}(${NUMBER}) (${UNIT})(?: periods?)? (?:from|starting|beginning|ab)(?: on| in| with| mit)?(?: the)?(?: (?:start|beginning|anfang) of)?`,
    ),
    read: (m, { span }) => startingAt(span.from, unitOf(g(m, 2)), numberOf(g(m, 1))),
  },
  // "The first ten days of April", "the last two months of 2024", "the last week of FY24".
  {
    pattern: sticky(
      `${THE}(first|last|final|erste[nrsm]?|letzte[nrsm]?)(?: (${NUMBER}))? (${UNIT})(?: (?:of|in|des|im|der|von|vom|jahres))?`,
    ),
    read: (m, { span, relative }) => {
      const [unit, n] = [unitOf(g(m, 3)), m[2] === undefined ? 1 : numberOf(m[2])]
      const from = /^(?:first|erste)/.test(g(m, 1))
      // "Last 3 months 2024", "last quarter of 2024": other rules read these.
      if (!from && !/ (?:of|in|des|im|der|von|vom) /.test(m[0])) return undefined
      if (m[2] === undefined && (unit === 'quarter' || unit === 'half')) return undefined
      if (relative?.unit === 'day' || LEAST[unit] * n >= lengthOf(span)) return undefined
      return from ? startingAt(span.from, unit, n) : endingOn(span.to, unit, n)
    },
  },
]

/** A period that is told by another: tried before the single ones, whose words it holds. */
export function composedAt(
  text: string,
  at: number,
  calendar: CalendarOf,
  pointAt: PointAt,
): { point: Point; end: number } | undefined {
  for (const { pattern, read } of COMPOSED) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const inner = pointAt(text, at + match[0].length, calendar)
    const span = inner && read(match, inner.point, calendar)
    if (inner && span) return { point: { span, unit: 'span' }, end: inner.end }
  }
  return undefined
}
