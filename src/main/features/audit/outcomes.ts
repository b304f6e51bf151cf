import { parseIsoDate, toIsoDate } from '../../../shared/calendar/day.ts'
import type { AuditRequest, RequestOf } from '../../../shared/data/audit-request.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { aging } from './checks/aging/aging.ts'
import { lastDay } from './checks/activity.ts'
import { benford } from './checks/benford/benford.ts'
import { dating } from './checks/dating/dating.ts'
import { dormantAccounts } from './checks/dormant/dormant.ts'
import { duplicates } from './checks/duplicates/duplicates.ts'
import { gaps } from './checks/gaps/gaps.ts'
import { keywords } from './checks/keywords/keywords.ts'
import { belowLimits } from './checks/limit/below-limit.ts'
import { matchPayees } from './checks/match/match.ts'
import { outliers } from './checks/outliers/outliers.ts'
import { rareAccountPairs } from './checks/pairs/pairs.ts'
import { payees } from './checks/payees/payees.ts'
import { periodEnd } from './checks/period-end/period-end.ts'
import { sumOf, type Exception, type Population } from './checks/population.ts'
import { roundAmounts } from './checks/round/round.ts'
import { sameUser } from './checks/same-user/same-user.ts'
import { splitInvoices } from './checks/split/split-invoices.ts'
import { stratify } from './checks/stratify/stratify.ts'
import { unbalancedDocuments } from './checks/unbalanced/unbalanced.ts'
import { publicHolidays } from './public-holidays.ts'
import { minuteOf, weekendPostings } from './checks/weekend/weekend.ts'
import type { Outcome, Tools } from './tools.ts'
import { sampleOf } from './sample.ts'
import { say } from './messages.ts'

/** One test's figures and exceptions, amounts of the figures as decimals. */
export async function outcomeOf(
  population: Population,
  request: AuditRequest,
  tools: Tools,
): Promise<Outcome> {
  const { steps, money, units } = tools
  const part = ({ count, sum }: { count: number; sum: bigint }) => ({ count, sum: money(sum) })
  switch (request.test) {
    case 'benford':
      return {
        benford: request.signs.flatMap(sign =>
          request.digits.map(digits => benford(population, { digits, sign, seed: request.seed }, steps)),
        ),
      }
    case 'duplicates': {
      const { exceptions, found, reversed } = duplicates(population, request, steps)
      return { exceptions, duplicates: { ...found, reversed } }
    }
    case 'gaps': {
      const { exceptions, series, unnumbered } = gaps(
        population,
        { ...request, repeats: request.repeats ?? true },
        steps,
      )
      return {
        exceptions,
        gaps: {
          series: series.map(({ payee, ...one }) => ({ ...one, ...(payee !== '' && { payee }) })),
          unnumbered,
        },
      }
    }
    case 'limit': {
      const { bands, exceptions } = belowLimits(
        population,
        { limits: request.limits.map(units), percent: request.percent },
        steps,
      )
      return { exceptions, limits: bands.map(band => ({ ...band, limit: money(band.limit) })) }
    }
    case 'round': {
      const { exceptions, ...round } = roundAmounts(population, request, steps)
      return { exceptions, round }
    }
    case 'sample':
      return { sample: sampleOf(population, request, tools) }
    case 'split':
      return { exceptions: splitInvoices(population, { ...request, limit: units(request.limit) }, steps) }
    case 'weekend':
      return weekendOf(population, request, tools)
    case 'stratify':
      return stratifyOf(population, request, tools)
    case 'aging':
      return agingOf(population, request, tools)
    case 'match': {
      if (request.employees.length === 0 && !population.bank && !request.fuzzy)
        throw new FailureError('bad-input', say().nothingToMatch)
      const { exceptions, ...match } = matchPayees(population, request, steps)
      return { exceptions, match }
    }
    case 'unbalanced': {
      const { exceptions, undocumented, ...documents } = unbalancedDocuments(population, steps)
      return { exceptions, documents: { ...documents, undocumented: part(undocumented) } }
    }
    case 'pairs': {
      const { exceptions, undocumented, ...documents } = rareAccountPairs(population, request, steps)
      return { exceptions, documents: { ...documents, unbalanced: 0, undocumented: part(undocumented) } }
    }
    case 'dating': {
      const { exceptions, ...found } = dating(population, request, steps)
      return { exceptions, dating: found }
    }
    case 'period-end': {
      const { exceptions, minimum, ...found } = periodEnd(
        population,
        { days: request.days, ...(request.minimum !== undefined && { minimum: units(request.minimum) }) },
        steps,
      )
      return { exceptions, periodEnd: { ...found, minimum: money(minimum) } }
    }
    case 'keywords': {
      const { exceptions, words } = keywords(population, request, steps)
      return { exceptions, keywords: words.map(one => ({ ...one, sum: money(one.sum) })) }
    }
    case 'same-user': {
      const { exceptions, users } = sameUser(population, steps)
      return { exceptions, users: users.map(one => ({ ...one, sum: money(one.sum) })) }
    }
    case 'payees': {
      const { asOf: day, ...settings } = request
      const { exceptions, asOf, ...found } = payees(
        population,
        { ...settings, ...(day !== undefined && { asOf: dayOf(day) }) },
        steps,
      )
      return { exceptions, activity: { ...found, asOf: shownDay(asOf) } }
    }
    case 'dormant': {
      const { exceptions, asOf, ...found } = dormantAccounts(population, request, steps)
      return { exceptions, activity: { ...found, fresh: 0, asOf: shownDay(asOf) } }
    }
    case 'outliers': {
      const { exceptions, ...found } = outliers(population, request, steps)
      return { exceptions, outliers: found }
    }
  }
}

async function weekendOf(
  population: Population,
  request: RequestOf<'weekend'>,
  { steps }: Tools,
): Promise<Outcome> {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const day of population.date ?? []) {
    if (day < first) first = day
    if (day > last) last = day
  }
  const holidays =
    request.country === undefined
      ? new Map<number, string>()
      : await publicHolidays(request.country, first, last)
  if (!holidays) throw new FailureError('bad-input', say().noHolidays(String(request.country)))
  const hours = { from: minuteOf(request.opens) ?? 0, to: minuteOf(request.closes) ?? 0 }
  const { exceptions, ...weekend } = weekendPostings(
    population,
    { weekend: request.weekend, holidays, ...hours },
    steps,
  )
  return { exceptions, weekend }
}

/** A control total as a tie; where it does not tie it is an exception of its own, without rows. */
function tied<K extends 'population' | 'total' | 'count'>(
  of: K,
  counted: bigint,
  control: bigint,
  write: (value: bigint) => string,
) {
  const difference = counted - control
  return {
    of,
    counted: write(counted),
    control: write(control),
    difference: write(difference),
    ties: difference === 0n,
  }
}

function stratifyOf(
  population: Population,
  request: RequestOf<'stratify'>,
  { steps, money, units }: Tools,
): Outcome {
  const strata = stratify(population, request.bounds?.map(units), steps)
  const sum = strata.reduce((all, band) => all + band.sum, 0n)
  const rows = strata.reduce((all, band) => all + band.count, 0)
  const ties = [
    tied('population', sum, sumOf(population.amounts), money),
    tied('count', BigInt(rows), BigInt(request.count ?? population.count), String),
    ...(request.total === undefined ? [] : [tied('total', sum, BigInt(units(request.total)), money)]),
  ]
  const bound = (value: number | null): string | null => (value === null ? null : money(value))
  const bands = strata.map(band => ({
    ...band,
    from: bound(band.from),
    to: bound(band.to),
    sum: money(band.sum),
  }))
  const exceptions = ties
    .filter(one => !one.ties)
    .map(one => notTied(one.of, one.of === 'count' ? 0 : units(one.difference), one))
  return { exceptions, strata: { bands, ties } }
}

function notTied(
  of: string,
  amount: number,
  { counted, control }: { counted: string; control: string },
): Exception {
  return { rows: [], code: 'control-total', values: { of, counted, control }, amount }
}

function agingOf(
  population: Population,
  request: RequestOf<'aging'>,
  { steps, money, units }: Tools,
): Outcome {
  const asOf = request.asOf === undefined ? lastDay(population.date) : dayOf(request.asOf)
  const {
    exceptions,
    bands,
    later,
    undated,
    payees: names,
    difference,
  } = aging(population, { ...request, asOf }, steps)
  const open = bands.reduce((all, band) => all + band.sum, 0n)
  const whole = sumOf(population.amounts)
  const ties = [
    tied('population', whole + difference, whole, money),
    ...(request.total === undefined ? [] : [tied('total', open, BigInt(units(request.total)), money)]),
  ]
  const part = ({ count, sum }: { count: number; sum: bigint }) => ({ count, sum: money(sum) })
  return {
    exceptions: [
      ...ties.filter(one => !one.ties).map(one => notTied(one.of, units(one.difference), one)),
      ...exceptions,
    ],
    aging: {
      asOf: shownDay(asOf),
      bands: bands.map(band => ({ ...band, sum: money(band.sum) })),
      payees: names.slice(0, MOST_PAYEES).map(one => ({
        payee: one.payee,
        total: money(one.total),
        sums: one.sums.map(money),
      })),
      later: part(later),
      undated: part(undated),
      ties,
    },
  }
}

/** More do not fit a table; the bands have all of them. */
const MOST_PAYEES = 1000

function dayOf(text: string): number {
  const day = parseIsoDate(text)
  if (day === undefined) throw new FailureError('bad-input', say().noDay(text))
  return day
}

const shownDay = (day: number): string => (Number.isFinite(day) ? toIsoDate(day) : '')
