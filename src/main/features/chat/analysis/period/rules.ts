import { fiscalOf } from '../../../../../shared/calendar/fiscal.ts'
import { civil, type Day } from '../../../../../shared/calendar/day.ts'
import type { DaySpan } from '../../../../../shared/calendar/grain.ts'
import {
  daySpan,
  lastSteps,
  latestYear,
  monthSpan,
  nextSteps,
  partSpan,
  stepFrom,
  yearSpan,
  type CalendarOf,
} from './calendar.ts'
import {
  dated,
  fiscalYear,
  monthPoint,
  part,
  quarterOf,
  relative,
  toDate,
  week,
  yearBack,
  type Point,
} from './points.ts'
import { composedAt } from './composed.ts'
import { ANY_YEAR, FISCAL, g, OF, rule, type Rule } from './rule.ts'
import { SAID } from './said.ts'
import {
  LAST,
  MONTH,
  monthOf,
  NEXT,
  NUMBER,
  numberOf,
  ORDINAL,
  ordinalOf,
  THIS,
  UNIT,
  unitOf,
  YEAR,
  yearOf,
} from './words.ts'

/** The fiscal year before the running one, by the calendar year that it begins in. */
const lastYear = (c: CalendarOf): number => fiscalOf(c.anchor, c.fiscal).year - 1
const KIND = `(?:(calendar|${FISCAL.slice(3, -1)}|kalender) ?)?`
/** "The year 2024/25", "the 2024/25 financial year". */
const A_YEAR =
  '(?:the )?(?:(?:full|whole|entire|ganze[nms]?|gesamte[nms]?) )?(?:years?|jahr(?:e[ns]?|s)?)(?: of)?'
const CALLED = `(?: (?:${FISCAL.slice(3, -1)}|years?)(?! (?:19|20)\\d\\d))?`
const kindOf = (word: string | undefined): string => (word ?? '').replace('kalender', 'calendar')

/** In order: the first that matches at a place is taken, so longer forms stand before their beginnings. */
const RULES: readonly Rule[] = [
  rule('(\\d{4})-(\\d{1,2})-(\\d{1,2})', (m, c) =>
    dated(Number(g(m, 3)), Number(g(m, 2)), Number(g(m, 1)), c),
  ),
  rule('(\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{2})', (m, c) => {
    const [a, b, year] = [Number(g(m, 1)), Number(g(m, 2)), yearOf(g(m, 3))]
    const point = b > 12 ? dated(b, a, year, c) : dated(a, b, year, c)
    const swapped = a <= 12 && b <= 12 && a !== b && m[0].includes('/') ? daySpan(year, a, b) : undefined
    return point && swapped ? { ...point, other: { span: swapped, as: 'month-first' } } : point
  }),
  rule(`(\\d{1,2})(?:st|nd|rd|th)? ?(?:of )?(${MONTH}),? ?(${YEAR})?`, (m, c) =>
    dated(Number(g(m, 1)), monthOf(g(m, 2)), m[3] ? Number(m[3]) : undefined, c),
  ),
  // "Jan 26" among people who keep books is a month of a year; the day is offered.
  rule(
    `(?<!\\bon )(${MONTH}) ([12]\\d)(?![\\d]| ?,? ?${YEAR}| ?(?:to|and|until|till|through|-) (?:the )?(?:${MONTH} )?\\d{1,2}(?!\\d))`,
    (m, c) => {
      const [month, year, latest] = [monthOf(g(m, 1)), 2000 + Number(g(m, 2)), civil(c.anchor).year]
      if (year > latest + 1 || year < latest - 10) return undefined
      const day = dated(Number(g(m, 2)), month, undefined, c)
      const point = monthPoint(month, year, c)
      return day ? { ...point, other: { span: day.span, as: 'day' } } : point
    },
  ),
  rule(`(${MONTH}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: ?,? ?(${YEAR}))?`, (m, c) =>
    dated(Number(g(m, 2)), monthOf(g(m, 1)), m[3] ? Number(m[3]) : undefined, c),
  ),
  rule(`(${MONTH}) (?:of |, )?(?:'(\\d\\d)|(${YEAR}))`, (m, c) =>
    monthPoint(monthOf(g(m, 1)), yearOf(m[2] ?? g(m, 3)), c),
  ),
  rule(`(${MONTH}) (?:of )?(${LAST}|${THIS}|${NEXT}) (?:year|jahr(?:es)?)`, (m, c) =>
    monthPoint(monthOf(g(m, 1)), yearBack(g(m, 2), c), c),
  ),
  rule(`(${LAST}|${THIS}) (${MONTH})`, (m, c) => monthPoint(monthOf(g(m, 2)), undefined, c)),
  rule(`${NEXT} (${MONTH})`, (m, c) => {
    const spanIn = (y: number): DaySpan => monthSpan(y, monthOf(g(m, 1)))
    return { span: spanIn(latestYear(c, spanIn) + 1), unit: 'month' }
  }),
  rule(`(${MONTH})`, (m, c) => monthPoint(monthOf(g(m, 1)), undefined, c)),
  rule('(\\d{4})-(\\d{2})', (m, c) => {
    const [year, n] = [Number(g(m, 1)), Number(g(m, 2))]
    if (n === (year + 1) % 100 && n > 12) return fiscalYear(year, false, c)
    return n >= 1 && n <= 12 ? monthPoint(n, year, c) : undefined
  }),
  // "5/2024"; "5/24" can be no day of a month.
  rule("(\\d{1,2})/(\\d{4}|'?(?:1[3-9]|[2-9]\\d))", (m, c) =>
    Number(g(m, 1)) <= 12 ? monthPoint(Number(g(m, 1)), yearOf(g(m, 2)), c) : undefined,
  ),
  rule(`${LAST} (?:year|jahres) (?:q([1-4])|(${ORDINAL}) (?:quarter|quartal))`, (m, c) =>
    part(3, m[1] ? Number(m[1]) : ordinalOf(g(m, 2)), lastYear(c), 'fiscal', c),
  ),
  rule(`${LAST} (?:year|jahres) (?:h([12])|(${ORDINAL}) (?:half|halbjahr))`, (m, c) =>
    part(6, m[1] ? Number(m[1]) : ordinalOf(g(m, 2)), lastYear(c), 'fiscal', c),
  ),
  rule(
    `(?:h([12])|(${ORDINAL}) (?:half|halbjahr|jahreshalfte)) ?(?:of |in |des )?(?:the )?(?:${LAST} (?:year|jahr(?:es)?)|vorjahr(?:es)?)`,
    (m, c) => part(6, m[1] ? Number(m[1]) : ordinalOf(g(m, 2)), lastYear(c), 'fiscal', c),
  ),
  rule(
    `(?:the )?${KIND}(?:q([1-4])|(${ORDINAL}|last|final) (?:quarter|quartal)|(?:quartal|quarter) ([1-4])) ?${OF}${ANY_YEAR}`,
    (m, c) => part(3, quarterOf(m), yearOf(m[6] ?? m[7] ?? g(m, 8)), kindOf(m[1] ?? m[5]), c),
  ),
  rule(`(${YEAR})[ /-]?q([1-4])`, (m, c) => part(3, Number(g(m, 2)), Number(g(m, 1)), '', c)),
  rule(`${FISCAL} ?'?(\\d{2}|${YEAR})[ /-]?q([1-4])`, (m, c) =>
    part(3, Number(g(m, 2)), yearOf(g(m, 1)), 'fiscal', c),
  ),
  rule(
    `${KIND}(?:q([1-4])|(${ORDINAL}) (?:quarter|quartal)|(?:quartal|quarter) ([1-4])) ?(?:of |in |des |im )?(?:the )?(?:(${LAST}|${THIS}) (?:year|jahr(?:es)?)|(vorjahr(?:es)?))`,
    (m, c) => {
      const { year } = fiscalOf(c.anchor, c.fiscal)
      return part(
        3,
        quarterOf(m),
        m[6] !== undefined || new RegExp(`^${LAST}$`).test(g(m, 5)) ? year - 1 : year,
        'fiscal',
        c,
      )
    },
  ),
  rule(
    `${KIND}(?:q([1-4])|(${ORDINAL}) (?:quarter|quartal)|(?:quartal|quarter) ([1-4]))(?: of the (?:fiscal |financial )?year)?`,
    (m, c) => part(3, quarterOf(m), undefined, kindOf(m[1]), c),
  ),
  rule(
    `${KIND}(?:h([12])|(${ORDINAL}) (?:half|halbjahr|jahreshalfte)|halbjahr ([12])) ?(?:year )?${OF}${ANY_YEAR}`,
    (m, c) => part(6, quarterOf(m), yearOf(m[6] ?? m[7] ?? g(m, 8)), kindOf(m[1] ?? m[5]), c),
  ),
  rule(
    `${KIND}(?:h([12])|(${ORDINAL}) (?:half|halbjahr|jahreshalfte)|halbjahr ([12]))(?: (?:of )?(?:the |${THIS} )?(?:fiscal |financial )?(?:year|jahr(?:es)?))?`,
    (m, c) => part(6, quarterOf(m), undefined, kindOf(m[1]), c),
  ),
  rule(`cy ?'?(${YEAR}|\\d{2})`, m => ({ span: yearSpan(yearOf(g(m, 1))), unit: 'year' })),
  // "The tax year 2024 to 2025" is one.
  rule(
    `(?<!\\b(?:from|between|since|von|vom|zwischen|seit) (?:the |dem |den )?)(?:(?:fiscal|financial|tax|accounting) year|(?:geschafts|wirtschafts|steuer|haushalts)jahr(?:e?s)?) (${YEAR}) (?:to|bis) (${YEAR})`,
    (m, c) => (Number(g(m, 2)) === Number(g(m, 1)) + 1 ? fiscalYear(Number(g(m, 1)), false, c) : undefined),
  ),
  rule(`${FISCAL} ?'?(${YEAR}|\\d{2})[/-]'?(${YEAR}|\\d{2})`, (m, c) => {
    const [first, last] = [yearOf(g(m, 1)), yearOf(g(m, 2))]
    // "FY23-25": three of them.
    return last > first + 1 && last < first + 20
      ? { span: { from: yearSpan(first, c.fiscal).from, to: yearSpan(last, c.fiscal).to }, unit: 'span' }
      : fiscalYear(first, false, c)
  }),
  rule(`${FISCAL} ?'?(${YEAR}|\\d{2})`, (m, c) => fiscalYear(yearOf(g(m, 1)), true, c)),
  rule(`(?:${A_YEAR} )?(${YEAR})[/-]'?(\\d{4}|\\d{2})${CALLED}`, (m, c) =>
    (Number(g(m, 1)) + 1) % 100 === Number(g(m, 2)) % 100 ? fiscalYear(Number(g(m, 1)), false, c) : undefined,
  ),
  // "24/25" can be no month of a year.
  rule(`(${A_YEAR} )?'?(\\d{2})[/-]'?(\\d{2})${CALLED}`, (m, c) => {
    const [first, last] = [Number(g(m, 2)), Number(g(m, 3))]
    return last === first + 1 && (m[1] !== undefined || first > 12)
      ? fiscalYear(yearOf(g(m, 2)), false, c)
      : undefined
  }),
  rule(`(?:(?:calendar|kalender) ?)?(?:(?:the )?(?:year|jahr(?:e[ns]?)?) )?(${YEAR})`, m => ({
    span: yearSpan(Number(g(m, 1))),
    unit: 'year',
  })),
  rule('(?:kw|week|woche|kalenderwoche|cw) ?(\\d{1,2})(?: ?(?:of |in |/)?(\\d{4}))?', (m, c) =>
    week(Number(g(m, 1)), m[2], c),
  ),
  rule(
    '(?:ytd|year to date|to date (?:this|in the current) year|(?:so far )?(?:this|the) year (?:so far|to date)|so far this year|seit jahresbeginn|(?:(?:in diesem|dieses) jahr bisher|bisher (?:in diesem|dieses) jahr)|fiscal year to date|fytd)',
    (_m, c) => toDate('year', c),
  ),
  rule(
    '(?:mtd|month to date|so far this month|this month so far|(?:bisher )?(?:in )?diesem monat bisher)',
    (_m, c) => toDate('month', c),
  ),
  rule('(?:qtd|quarter to date|so far this quarter|this quarter so far)', (_m, c) => toDate('quarter', c)),
  rule(
    '(?:rest|remainder) (?:of )?(?:the |this )?(?:(?:fiscal |financial )?year)|(?:by |until |till |bis )?(?:the )?(?:year ?end|end of (?:the |this )?(?:fiscal |financial )?year|jahresende)',
    (_m, c) => {
      const { to } = stepFrom(c, 'year', 0)
      const from = (c.anchor + 1) as Day
      return from <= to
        ? { span: { from, to }, unit: 'span' }
        : { span: stepFrom(c, 'year', 1), unit: 'year' }
    },
  ),
  rule(
    '(?:(?:beginning|start|anfang|beginn) (?:of |des |dieses )?(?:the |this |our )?(?:(?:fiscal|financial|tax|accounting|calendar) )?(?:year|jahres|geschaftsjahres)|jahres(?:beginn|anfang)|year (?:began|started))',
    (_m, c) => {
      const { from } = stepFrom(c, 'year', 0)
      return { span: { from, to: from }, unit: 'day' }
    },
  ),
  rule(`(?:the )?(year|month|quarter|week) before last`, (m, c) => relative(2, unitOf(g(m, 1)), '', c)),
  rule(`(?:the )?last (${UNIT}) but one`, (m, c) => relative(2, unitOf(g(m, 1)), '', c)),
  rule(`(?:the )?(${UNIT}) (?:that )?(?:has )?just (?:gone(?: by)?|ended|finished|past)`, (m, c) =>
    relative(1, unitOf(g(m, 1)), '', c),
  ),
  rule(`(?:vorletzte|vorvorige)[nmrs]? (jahr|monat|quartal|woche)`, (m, c) =>
    relative(2, unitOf(g(m, 1)), '', c),
  ),
  rule(
    `(?:the )?(?:${LAST}) (${NUMBER}) (?:full |whole |complete |fiscal |financial |calendar )?(${UNIT})`,
    (m, c) => ({
      span: lastSteps(c, unitOf(g(m, 2)), numberOf(g(m, 1))),
      unit: 'span',
    }),
  ),
  rule(`vor (${NUMBER}|eine[nmrs]?) (${UNIT})`, (m, c) =>
    relative(g(m, 1).startsWith('ein') ? 1 : numberOf(g(m, 1)), unitOf(g(m, 2)), '', c),
  ),
  rule(`(${NUMBER}|an?) (${UNIT}) ago`, (m, c) => relative(numberOf(g(m, 1)), unitOf(g(m, 2)), '', c)),
  rule(`(?:the |over the |in the )?(?:past|rolling) (year)`, (_m, c) => ({
    span: lastSteps(c, 'month', 12),
    unit: 'span',
  })),
  rule(`(?:the )?${NEXT} (${NUMBER}) (${UNIT})`, (m, c) => ({
    span: nextSteps(c, unitOf(g(m, 2)), numberOf(g(m, 1))),
    unit: 'span',
  })),
  rule(`(?:the )?${LAST} ${KIND}(${UNIT})`, (m, c) => relative(1, unitOf(g(m, 2)), kindOf(m[1]), c)),
  rule(`(?:the )?${THIS} ${KIND}(${UNIT})`, (m, c) => relative(0, unitOf(g(m, 2)), kindOf(m[1]), c)),
  rule(`(?:the )?${NEXT} ${KIND}(${UNIT})`, (m, c) => relative(-1, unitOf(g(m, 2)), kindOf(m[1]), c)),
  rule(`${LAST} (?:geschaftsjahr|wirtschaftsjahr)`, (_m, c) => relative(1, 'year', 'fiscal', c)),
  rule(`${THIS} (?:geschaftsjahr|wirtschaftsjahr)|this fy|current fy`, (_m, c) =>
    relative(0, 'year', 'fiscal', c),
  ),
  rule(`${NEXT} (?:geschaftsjahr|wirtschaftsjahr)|next fy`, (_m, c) => relative(-1, 'year', 'fiscal', c)),
  rule('last fy', (_m, c) => relative(1, 'year', 'fiscal', c)),
  rule('vor(jahr|monat|quartal|woche)(?:e?s)?', (m, c) => relative(1, unitOf(g(m, 1)), '', c)),
  rule('(today|heute|yesterday|gestern|tomorrow|morgen)', (m, c) =>
    relative(/^(?:y|g)/.test(g(m, 1)) ? 1 : /^(?:tom|m)/.test(g(m, 1)) ? -1 : 0, 'day', '', c),
  ),
  rule(
    `(?:the )?(?:(${THIS}|${LAST}|${NEXT}) )?(spring|summer|autumn|winter|fruhling|fruhjahr|sommer|herbst)(?: months| ?monaten?)?(?: (?:of )?(${YEAR})(?:[/-](?:\\d{4}|\\d{2}))?)?`,
    (m, c) => {
      const first = /^(?:spr|fr)/.test(g(m, 2))
        ? 3
        : /^(?:su|so)/.test(g(m, 2))
          ? 6
          : /^(?:a|h)/.test(g(m, 2))
            ? 9
            : 12
      const spanIn = (y: number): DaySpan => partSpan(y, first, 3, 1)
      const latest = latestYear(c, spanIn)
      if (m[1] && !m[3] && new RegExp(`^${NEXT}$`).test(m[1]))
        return { span: spanIn(latest + 1), unit: 'span' }
      const here = m[1] !== undefined && new RegExp(`^${THIS}$`).test(m[1])
      return {
        // "Last winter", said in winter, is the one before.
        span: spanIn(m[3] ? Number(m[3]) : latest - (m[1] && !here && spanIn(latest).to >= c.anchor ? 1 : 0)),
        unit: 'span',
        ...(!m[3] && { inYear: spanIn }),
      }
    },
  ),
]

const ALL = [...SAID, ...RULES]

/** True of a word that is a period by itself: "summer", "Ostern". No calendar decides that. */
export const isPeriodWord = (word: string): boolean =>
  pointAt(word, 0, { anchor: 20_000 as Day, fiscal: 1 })?.end === word.length

/** The period that begins at a place of the text, and how long it is; undefined where none does. */
export function pointAt(
  text: string,
  at: number,
  calendar: CalendarOf,
): { point: Point; end: number } | undefined {
  const composed = composedAt(text, at, calendar, pointAt)
  if (composed) return composed
  for (const { pattern, read } of ALL) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const point = match && read(match, calendar)
    if (match && point) return { point, end: at + match[0].trimEnd().length }
  }
  return undefined
}
