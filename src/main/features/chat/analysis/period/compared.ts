import type { Fiscal } from '../../../../../shared/calendar/fiscal.ts'
import { toIsoDate, type Day } from '../../../../../shared/calendar/day.ts'
import { periodBefore, yearBefore } from '../../../../../shared/calendar/compare.ts'
import type { DaySpan } from '../../../../../shared/calendar/grain.ts'
import type { Comparison } from '../../../../../shared/query/query.ts'
import type { Line } from '../text.ts'
import { stepFrom, stepStart, type CalendarOf } from './calendar.ts'
import { earlier, findPeriods, NEVER, type Period } from './grammar.ts'
import { LAST, unitOf, type Unit } from './words.ts'

/** The days a question is about, and what they are held against. */
export interface Days {
  period?: DaySpan
  comparison?: Comparison
  /** The period as it was read, for its chip and what else it could mean. */
  read?: Period
  /** Days that are not over were left out, so that both sides have the same. */
  cut?: boolean
  /** "The year before": the period of the question before, moved. */
  shift?: { unit: Unit }
  /** Periods that were said and could not be asked about, too. */
  dropped?: string[]
  /** "Last year" said of a question that was about a part of one. */
  lastYear?: boolean
}

const SAME_LAST_YEAR =
  /\b(?:(?:compared |in comparison )?(?:to|with|vs|versus|against|than|over|on) )?(?:the )?(?:same (?:period|time|months?|quarters?|weeks?|days?|point|stretch|half)(?: (?:of|in|from))? (?:the )?(?:last|previous|prior|preceding) year|same (?:period|time|months?|quarters?) (?:a|one) year (?:ago|earlier|before)|(?<=(?:to|with|vs|versus|against|than|over) )(?:a|one) year (?:ago|earlier|before)|(?<=and )(?:a|one) year (?:earlier|before)|year (?:on|over) year|yoy|y\/y|(?:im vergleich )?(?:zum|gegenuber dem|gegenuber|mit dem|als im) (?:vorjahr(?:eszeitraum|esmonat|esquartal)?|gleichen zeitraum (?:des )?(?:letzten|vorigen) jahr(?:es)?)|gleicher zeitraum vorjahr|vorjahresvergleich|vorjahreszeitraum)\b/
/** "Higher this year than last": the step is said once. */
const THAN_LAST =
  /\b(?:than|vs|versus|against|to|with|als) (?:the |im |in der )?(?:last|previous|prior|one before|letzten|vorigen)(?= ?(?:[,?~]|$|one\b))/
const ON_STEP = /\b(?:(month|week|quarter) (?:on|over) \1|mom|wow|qoq|m\/m|q\/q)\b/
const STEP_BEFORE =
  /\b(?:(?:compared )?(?:to|with|vs|versus|against|than|over|gegenuber|zum|als im|mit) )?(?:the |dem |der )?(?:(?:previous|prior|preceding|vorherige[nmrs]?|vorige[nmrs]?) (period|one|months?|quarters?|weeks?|years?|zeitraum|monat|quartal|jahr)|(month|quarter|week|year|period|one) before(?: (?:that|it))?|vor(monat|quartal|woche|periode)|(jahr|monat|quartal) (?:davor|zuvor))\b/
const VERSUS =
  /(?:compared? (?:to|with)|compares? (?:to|with)|in comparison (?:to|with)|versus|vs|against|than|relative to|as opposed to|opposed to|next to|up against|gegenuber|verglichen mit|im vergleich (?:zu|zum|mit)|als|gegen|with|to|mit|and|und|minus|,)(?: (?:in|im|the|that of|those of|what|we|it|was|did|were|for|dem|der|spent|der|die) ?)*\s*$/
const COMPARES =
  /\b(?:compare[sd]?|comparison|comparing|contrast\w*|versus|vs|than|against|differ\w*|relative to|as opposed to|next to|side by side|unterschied\w*|vergleich\w*|verglichen|gegenuber|als)\b/
/** A change is between two periods even where only one of them was named. */
export const CHANGE =
  /\b(?:increas\w*|decreas\w*|ris(?:e|en|ing)|rose|fall|fell|drop\w*|chang\w*|mov(?:e|ed|ing|ements?)|jump\w*|(?:went|go|goes|going|gone) (?:up|down|through|so)|variations?|higher|lower|grow\w*|grew|declin\w*|why|differen\w*|gestiegen|gesunken|verander\w*|anstieg|ruckgang)\b/

/** Finds the periods of a question and puts them into their places; taken out of the line. */
export function readDays(
  line: Line,
  calendar: CalendarOf,
  before: { hasPeriod: boolean },
): Days & { only: boolean } {
  // Before single periods: "the same quarter last year" holds one.
  const yearAgo = line.take(SAME_LAST_YEAR)
  const onStep = line.take(ON_STEP)
  const found = findPeriods(line, calendar)
  return { ...placePeriods(line, found, calendar, before, yearAgo, onStep), only: found.length === 1 }
}

function placePeriods(
  line: Line,
  found: readonly Period[],
  calendar: CalendarOf,
  before: { hasPeriod: boolean },
  yearAgo: RegExpExecArray | undefined,
  onStep: RegExpExecArray | undefined,
): Days {
  const stepBefore =
    line.take(STEP_BEFORE) ?? (found.at(-1)?.relative?.back === 0 ? line.take(THAN_LAST) : undefined)
  const compares = COMPARES.test(line.whole) || (found.length > 1 && /\bgegen\b/.test(line.whole))
  const [first, second] = found
  if (first && second && (compares || CHANGE.test(line.whole))) return two(line, first, second, calendar)
  // "Compare fuel between 2024 and 2025", but not "compare fuel and coffee between May and June".
  const twoEnds =
    first?.ends !== undefined &&
    found.length === 1 &&
    compares &&
    /\b(?:between|zwischen)\b/.test(line.whole) &&
    !/\b(?:and|or|vs|versus|with|against|to|und|oder|mit)\b/.test(line.whole.slice(0, first.start))
  if (first?.ends && (twoEnds || CHANGE.test(line.whole)))
    return { period: first.ends[1], read: first, comparison: range(first.ends[0]) }
  const listed = listedSpan(line, found)
  if (listed)
    return { period: listed, read: { ...(found[0] as Period), span: listed, unit: 'span', other: undefined } }
  const main = found.at(-1)
  // Of several periods that are none in a row only one can be asked about: the others are named, not dropped.
  const dropped = found.slice(0, -1).map(p => p.words)
  const behind =
    main !== undefined &&
    compares &&
    /(?:vs|versus|against|than|to|with|gegenuber|als|gegen|zu|zum|mit) (?:the |in |im |dem |~)*$/.test(
      line.whole.slice(0, contentStart(line, main)),
    )
  if (main && behind && !yearAgo && !stepBefore) return against(main, calendar, before)
  const kind = yearAgo ? 'previous-year' : onStep || stepBefore ? 'previous-period' : undefined
  if (!main) {
    if (kind === undefined) return {}
    const named =
      stepBefore?.[1] ?? stepBefore?.[2] ?? stepBefore?.[3] ?? stepBefore?.[4] ?? onStep?.[1] ?? ''
    if (before.hasPeriod && !compares && stepBefore)
      return { shift: { unit: /one|period|zeitraum/.test(named) ? 'half' : unitOf(named) } }
    // "The same quarter a year earlier", said of the question before: that quarter, not a comparison with it.
    if (
      before.hasPeriod &&
      !compares &&
      yearAgo &&
      !/\b(?:compared|comparison|year on year|yoy|vorjahresvergleich)\b/.test(yearAgo[0])
    )
      return { shift: { unit: 'year' } }
    if (before.hasPeriod) return { comparison: { kind } }
    const unit: Unit = yearAgo
      ? 'year'
      : named === ''
        ? /q/.test(onStep?.[0] ?? '')
          ? 'quarter'
          : 'month'
        : unitOf(named)
    return running(
      { from: stepFrom(calendar, unit, 0).from, to: stepFrom(calendar, unit, 0).to },
      unit,
      kind,
      calendar,
    )
  }
  if (kind === undefined) return { period: main.span, read: main, ...(dropped.length > 0 && { dropped }) }
  if (kind === 'previous-period' && /year|jahr/.test(stepBefore?.[0] ?? ''))
    return { ...running(main.span, 'year', 'previous-year', calendar), read: main }
  return { ...running(main.span, main.relative?.unit ?? unitOfPoint(main), kind, calendar), read: main }
}

/** "January and February", "Q1, Q2 and Q3": periods that follow each other are one. */
function listedSpan(line: Line, found: readonly Period[]): DaySpan | undefined {
  const [first] = found
  if (!first || found.length < 2) return undefined
  const { from } = first.span
  let { to } = first.span
  for (const [i, period] of found.slice(1).entries()) {
    const between = line.whole.slice((found[i] as Period).end, contentStart(line, period))
    if (!/^ ?(?:,|and|und|&|plus|sowie|to|-)?(?: (?:and|und|in|im))? ?$/.test(between)) return undefined
    // Without a year each is the latest: the first may have landed behind the others.
    if (period.span.from !== to + 1) return undefined
    to = period.span.to
  }
  return { from, to }
}

const unitOfPoint = (p: Period): Unit => (p.unit === 'span' ? 'month' : p.unit)
const contentStart = (line: Line, p: Period): number =>
  Math.max(p.start, line.whole.indexOf(p.words, p.start))
const range = (span: DaySpan): Comparison => ({
  kind: 'range',
  from: toIsoDate(span.from),
  to: toIsoDate(span.to),
})
const equal = (a: DaySpan, b: DaySpan): boolean => a.from === b.from && a.to === b.to

/** The named form of a comparison where the days are those of one. */
export function comparisonOf(period: DaySpan, with_: DaySpan, fiscal: Fiscal): Comparison {
  if (equal(periodBefore(period, fiscal), with_)) return { kind: 'previous-period' }
  if (equal(yearBefore(period, fiscal), with_)) return { kind: 'previous-year' }
  return range(with_)
}

/** A period that is not over is held against as many days of the other: like with like. */
function running(
  span: DaySpan,
  unit: Unit,
  kind: 'previous-period' | 'previous-year',
  calendar: CalendarOf,
): Days {
  if (span.to <= calendar.anchor || span.from > calendar.anchor) return { period: span, comparison: { kind } }
  const period = { from: span.from, to: calendar.anchor }
  if (kind === 'previous-year') return { period, comparison: { kind }, cut: true }
  const months = { day: 0, week: 0, month: 1, quarter: 3, half: 6, year: 12 }[unit]
  if (months === 0) return { period, comparison: { kind }, cut: true }
  return { period, comparison: comparisonOf(period, earlier(period, months), calendar.fiscal), cut: true }
}

function two(line: Line, first: Period, second: Period, calendar: CalendarOf): Days {
  const between = line.whole.slice(first.end, contentStart(line, second))
  const listed =
    /^[ ~]*(?:and|und|,)[ ~]*(?:in |im )?$/.test(between) &&
    !/\b(?:vs|versus|than|with|to|against)\b/.test(between)
  // "Compare 2023 and 2024", "why did it change from June to July": the later one is what is asked about.
  const [period, other] =
    listed && second.span.from > first.span.from
      ? [second, first]
      : VERSUS.test(between) || listed
        ? [first, second]
        : [second, first]
  let with_ = other.span
  // "This autumn against last autumn", said when autumn is over: they are not the same.
  if (equal(with_, period.span) && period.inYear && new RegExp(`^(?:the )?${LAST} `).test(other.words))
    with_ = yearBefore(with_)
  // "YTD against last year": as many days of it.
  if (period.toDate && other.relative?.unit === 'year' && other.relative.back === 1)
    return { period: period.span, read: period, comparison: { kind: 'previous-year' } }
  // "March against last year": the March of last year, not the whole of it.
  if (
    other.relative?.unit === 'year' &&
    other.relative.back === 1 &&
    period.unit !== 'year' &&
    period.unit !== 'span'
  )
    return { ...running(period.span, unitOfPoint(period), 'previous-year', calendar), read: period }
  if (
    other.inYear &&
    !period.inYear &&
    other.unit === period.unit &&
    with_.from > period.span.from &&
    first === period
  ) {
    const shifted = earlier(with_, 12)
    if (shifted.from < period.span.from) with_ = shifted
  }
  // "This winter against last winter": one that is not over is held against as many days.
  if (
    period.unit === 'span' &&
    period.span.to > calendar.anchor &&
    period.span.from <= calendar.anchor &&
    equal(yearBefore(period.span, calendar.fiscal), with_)
  )
    return { ...running(period.span, 'year', 'previous-year', calendar), read: period }
  if (
    period.span.to > calendar.anchor &&
    period.span.from <= calendar.anchor &&
    other.relative?.back === (period.relative?.back ?? 0) + 1
  ) {
    const kind = other.relative.unit === 'year' ? 'previous-year' : 'previous-period'
    return { ...running(period.span, other.relative.unit, kind, calendar), read: period }
  }
  return { period: period.span, read: period, comparison: comparisonOf(period.span, with_, calendar.fiscal) }
}

/** Only the other side was named: "… against last year" is about this year, to date. */
function against(other: Period, calendar: CalendarOf, before: { hasPeriod: boolean }): Days {
  const unit = other.relative?.unit
  const kind = unit === 'year' ? 'previous-year' : 'previous-period'
  if (before.hasPeriod && unit === 'year') return { comparison: { kind: 'previous-year' } }
  if (before.hasPeriod) return { comparison: range(other.span) }
  if (unit !== undefined && other.relative?.back === 1) {
    const now = stepFrom(calendar, unit, 0)
    return { ...running(now, unit, kind, calendar), read: other }
  }
  const asUnit = other.unit === 'span' ? 'year' : other.unit
  const now = { from: stepStart(calendar.anchor, asUnit, calendar.fiscal), to: calendar.anchor }
  return { period: now, comparison: comparisonOf(now, other.span, calendar.fiscal), read: other }
}

/** ISO days of a span; no lower bound where there is none. */
export function isoOf({ from, to }: DaySpan): { from?: string; to: string } {
  return { ...(from !== NEVER && { from: toIsoDate(from) }), to: toIsoDate(to) }
}

/** True of "last year" and its like, said alone. */
export const isLastYear = (p: Period | undefined): boolean =>
  p?.relative?.unit === 'year' &&
  p.relative.back === 1 &&
  new RegExp(`^(?:the )?${LAST} (?:year|jahr)`).test(p.words)

/** A span moved back by one step of its own length, or by a year. */
export function moved(span: DaySpan, unit: Unit, fiscal: Fiscal): DaySpan {
  if (unit === 'year') return yearBefore(span, fiscal)
  // 'half' stands for "the one before": the span's own length.
  if (unit === 'half') return periodBefore(span, fiscal)
  return unit === 'week' || unit === 'day'
    ? { from: (span.from - 7) as Day, to: (span.to - 7) as Day }
    : earlier(span, unit === 'quarter' ? 3 : 1)
}
