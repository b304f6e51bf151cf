import type { Day } from '../../../../../shared/calendar/day.ts'
import { civil } from '../../../../../shared/calendar/day.ts'
import { addMonths, type DaySpan } from '../../../../../shared/calendar/grain.ts'
import type { Line } from '../text.ts'
import { shiftYears, type Point } from './points.ts'
import { pointAt } from './rules.ts'
import type { CalendarOf } from './calendar.ts'
import { daySpan } from './calendar.ts'
import { MONTH, monthOf, YEAR } from './words.ts'

/** A period in a question: where it stands and what it means. `range`: said by two ends. */
export interface Period extends Point {
  start: number
  end: number
  words: string
  /** "from February to March": in a question about a change these are two periods. */
  ends?: [DaySpan, DaySpan]
  open?: boolean
}

const BEFORE_TWO =
  /(?<![\w])(?:between|from|zwischen|von|vom|ab)(?: the| dem)?(?: (?:start|beginning|anfang|beginn)(?: of| des| von)?)?(?: the)? $/
const JOIN =
  /^(?: ?(?:and|to|until|till|through|thru|up to|bis|und|-)(?: and including| einschliesslich)?(?: the| zum)?(?: (?:end|close)(?: of)?| ende)?(?: the| des)?) /
const SINCE =
  /(?<![\w])(?:ever since|since|starting|beginning|seit|ab|as of|from)(?: the| dem| der| in)?(?: (?:very )?(?:start|beginning|anfang|beginn)(?: of| des| von)?(?: the)?)? $/
const AFTER =
  /(?<![\w])(?:after|nach|(?:since|from)(?: the)? end of|(?:seit|ab)(?: dem)? ende(?: des| von)?)(?: the| dem)? $/
const UNTIL =
  /(?<![\w])(?<!\b(?:all|get|gets|got|go|goes|went|gone|going|right|work|working) )(?:(?:until|till|up to|bis)(?: and including| einschliesslich| zum)?(?: the)?(?: end of| ende)?|before|prior to|vor|through|(?:by|to)(?: the)? end of)(?: the| des)? $/
const LEAD =
  /(?<![\w])(?:(?:in|for|during|throughout|all through|whole|gesamte[nrms]?|ganze[nrms]?|of|over|within|on|at|im|in der|in den|in diesem|wahrend|fur|aus|dem|den|der|des|die|das|the|a) )+$/
/** A balance is of a day, not of days: "at the end of December" is everything up to it. */
const AS_AT =
  /(?<![\w])(?:as (?:at|of|on)|(?:at |by |per |zum |am |to )?(?:the )?(?:end|close|ende)(?: of| des| von)?|per|stand|stichtag)(?: the| dem)? $/
export const BALANCE =
  /\b(?:balances?|outstanding|kontostand|saldo|salden|bestand|position|owe[ds]?|owing|standing at)\b/
const MODAL = /^may$/
const MAY_BEFORE =
  /(?:in|since|from|of|for|until|till|to|and|between|last|this|next|during|by|vs|versus|than|with|about|before|after|,|every|past) $/

/** All periods of a question, in order; taken out of the line. */
export function findPeriods(line: Line, calendar: CalendarOf): Period[] {
  const found: Period[] = []
  for (const [t] of line.tokens.entries()) {
    const at = line.startOf(t)
    if (!line.isLeft(t) || line.tokens[t]?.quoted) continue
    const period = dayRange(line, at, calendar) ?? periodAt(line, at, calendar)
    if (!period) continue
    line.blank(period.start, period.end)
    found.push(period)
  }
  return corrected(line, joined(line, found))
}

/** "2024, December" or "Q3 of last year": a year beside a part of one says which. */
function joined(line: Line, found: Period[]): Period[] {
  const made: Period[] = []
  for (const period of found) {
    const last = made.at(-1)
    const beside =
      last !== undefined &&
      /^[ ~]*(?:,|so|in|of|for|im|that is|ie)?[ ~]*$/.test(line.text.slice(last.end, period.start))
    const year =
      last?.unit === 'year' && !last.inYear
        ? last
        : period.unit === 'year' && !period.inYear
          ? period
          : undefined
    const part = year === last ? period : last
    const inYear = part?.inYear
    const within =
      beside && year && inYear
        ? [civil(year.span.from).year, civil(year.span.to).year]
            .map(y => inYear(y))
            .find(span => span.from >= year.span.from && span.to <= year.span.to)
        : undefined
    if (!last || !part || !within) {
      made.push(period)
      continue
    }
    made[made.length - 1] = {
      ...part,
      span: within,
      inYear: undefined,
      relative: undefined,
      other: undefined,
      start: last.start,
      end: period.end,
      words: `${last.words} ${period.words}`,
    } as Period
  }
  return made
}

/** "In summer, I mean July": what was said first is taken back. */
function corrected(line: Line, found: Period[]): Period[] {
  const turn = /\b(?:i mean|rather|actually|make that|no wait|sorry|ich meine|besser gesagt)\b/.exec(
    line.text,
  )
  if (!turn || !found.some(p => p.start > turn.index)) return found
  line.blank(turn.index, turn.index + turn[0].length)
  return found.filter(p => p.start > turn.index)
}

function periodAt(line: Line, at: number, calendar: CalendarOf): Period | undefined {
  const { text } = line
  const first = pointAt(text, at, calendar)
  if (!first) return undefined
  const before = text.slice(0, at)
  const words = text.slice(at, first.end)
  const join = JOIN.exec(text.slice(first.end))
  const second = join && pointAt(text, first.end + join[0].length, calendar)
  const two = BEFORE_TWO.exec(before)
  if (
    MODAL.test(words) &&
    at > 0 &&
    !MAY_BEFORE.test(before) &&
    !second &&
    at + words.length < line.whole.length
  )
    return undefined
  // "and" joins two ends only behind "between"; elsewhere it lists two periods.
  const joins = second && (two !== null || !/^ ?(?:and|und)/.test(join[0]))
  if (second && joins) {
    const [a, b] = sameYear(first.point, second.point)
    if (a.from <= b.to)
      return {
        ...first.point,
        span: { from: a.from, to: b.to },
        unit: 'span',
        ends: [a, b],
        ...(first.point.inYear && second.point.inYear ? {} : { inYear: undefined }),
        other: undefined,
        relative: undefined,
        start: two ? two.index : lead(before, at),
        end: second.end,
        words: text.slice(at, second.end),
      } as Period
  }
  const asAt = AS_AT.exec(before)
  if (asAt && BALANCE.test(line.whole))
    return {
      ...first.point,
      span: { from: NEVER, to: first.point.span.to },
      unit: 'span',
      open: true,
      other: undefined,
      words: text.slice(at, first.end),
      start: asAt.index,
      end: first.end,
    } as Period
  const end =
    /^ (?:on|onwards?|forwards?|an|(?:up )?(?:to|until|till) (?:now|date|the present)|bis (?:jetzt|dato|heute))(?= |$)/.exec(
      text.slice(first.end),
    )
  const since = SINCE.exec(before)
  const runsOn = end !== null && !/^ (?:on|an)$/.test(end[0])
  const one = { ...first.point, words: text.slice(at, first.end) }
  const open = (span: DaySpan, start: number, extra = 0): Period =>
    ({
      ...one,
      span,
      unit: 'span',
      open: true,
      other: undefined,
      start,
      end: first.end + extra,
    }) as Period
  const after = AFTER.exec(before)
  if (after)
    return open(
      {
        from: (first.point.span.to + 1) as Day,
        to: Math.max(calendar.anchor, first.point.span.to + 1) as Day,
      },
      after.index,
    )
  if (since && (end || !/from(?: the)? $/.test(since[0]) || first.point.unit === 'day'))
    return open(
      { from: first.point.span.from, to: Math.max(calendar.anchor, first.point.span.from) as Day },
      since.index,
      end?.[0].length,
    )
  if (runsOn)
    return open(
      { from: first.point.span.from, to: Math.max(calendar.anchor, first.point.span.from) as Day },
      (two ?? LEAD.exec(before))?.index ?? at,
      end[0].length,
    )
  const until = UNTIL.exec(before)
  if (until) {
    const whole = !/before|prior|vor/.test(until[0])
    return open(
      { from: NEVER, to: whole ? first.point.span.to : ((first.point.span.from - 1) as Day) },
      until.index,
    )
  }
  return { ...one, start: lead(before, at), end: first.end }
}

/** "Until March": from the first day there can be; the filter has no lower bound then. */
export const NEVER = -719_162 as Day

const lead = (before: string, at: number): number => LEAD.exec(before)?.index ?? at

/** An end without a year takes the other's; where neither has one they are the latest that fit together. */
function sameYear(a: Point, b: Point): [DaySpan, DaySpan] {
  if (a.inYear && !b.inYear) {
    const same = a.inYear(civil(b.span.from).year)
    return [same.from <= b.span.to ? same : a.inYear(civil(b.span.from).year - 1), b.span]
  }
  if (b.inYear && !a.inYear) {
    const same = b.inYear(civil(a.span.from).year)
    return [a.span, same.to >= a.span.from ? same : b.inYear(civil(a.span.from).year + 1)]
  }
  if (a.inYear && b.inYear && a.span.from > b.span.to) return [shiftYears(a.span, -1), b.span]
  if (a.inYear && b.inYear && b.span.from - a.span.from >= 365) return [shiftYears(a.span, 1), b.span]
  return [a.span, b.span]
}

/** "March 3 to 15, 2026". */
const MONTH_FIRST = new RegExp(
  `^(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)? ?(?:to|until|till|through|-) ?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: ?,? ?(${YEAR}))?(?![\\w-])`,
)
const DAYS_OF_MONTH = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)? ?(?:and|to|until|till|bis|und|-) ?(?:the |zum |dem )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})(?: (${YEAR}))?(?![\\w-])`,
)

/** "Between 1 and 15 March 2026": two days of one month. */
function dayRange(line: Line, at: number, calendar: CalendarOf): Period | undefined {
  const rest = line.text.slice(at)
  const days = DAYS_OF_MONTH.exec(rest)
  const match = days ?? MONTH_FIRST.exec(rest)
  if (!match) return undefined
  const [first, last, name, said] = days ? [1, 2, 3, 4] : [2, 3, 1, 4]
  const month = monthOf(match[name as number] as string)
  const anchor = civil(calendar.anchor)
  const given = match[said as number]
  const year = given ? Number(given) : month > anchor.month ? anchor.year - 1 : anchor.year
  const from = daySpan(year, month, Number(match[first as number]))
  const to = daySpan(year, month, Number(match[last as number]))
  if (!from || !to || from.from > to.to) return undefined
  const before = line.text.slice(0, at)
  return {
    span: { from: from.from, to: to.to },
    unit: 'span',
    start: BEFORE_TWO.exec(before)?.index ?? lead(before, at),
    end: at + match[0].length,
    words: match[0],
    ...(!given && { inYear: (y: number) => shiftYears({ from: from.from, to: to.to }, y - year) }),
  }
}

/** The same days n months earlier; whole months stay whole. */
export function earlier(span: DaySpan, months: number): DaySpan {
  const end = civil(span.to + 1).dayOfMonth === 1
  return {
    from: addMonths(span.from, -months),
    to: end ? ((addMonths(span.to + 1, -months) - 1) as Day) : addMonths(span.to, -months),
  }
}
