import { civil, dayOf, daysInMonth, toIsoDate } from '../../../../shared/calendar/day.ts'
import type { Recurring } from '../../../../shared/contract/rules.ts'
import { normalisePayee } from './fold.ts'

/** An entry that may be one of a series. Amounts in minor units of its own currency. */
export interface Item {
  id: number
  day: number
  amount: number
  currency: string
  /** Payee, or the description where there is none. */
  payee: string
  account: string
  category: string
}

/** Lengths between two items, in days, that count as one step; `months` where a step is calendar months. */
const STEPS = [
  { every: 'week', least: 6, most: 8, days: 7, months: 0, items: 5 },
  { every: 'fortnight', least: 12, most: 16, days: 14, months: 0, items: 4 },
  { every: 'month', least: 26, most: 35, days: 30, months: 1, items: 3 },
  { every: 'quarter', least: 83, most: 99, days: 91, months: 3, items: 3 },
  { every: 'half-year', least: 172, most: 193, days: 182, months: 6, items: 3 },
  { every: 'year', least: 353, most: 378, days: 365, months: 12, items: 3 },
] as const
type Step = (typeof STEPS)[number]

/** Least share of the gaps that must be one step, or two or three where items were missed. */
const REGULAR = 0.8
/** At most this share of the steps may be missed: what is missed more often is not regular. */
const MISSED = 0.2
/** Amounts within this share of each other are one price. */
const SAME_PRICE = 0.02
/** Amounts of one series lie within this factor of their median (bills that follow use). */
const SPREAD = 2.5

/**
 * Finds items that come at regular times: the same payee, account and direction, a step of a week to a year, amounts near each
 * other. A payee that is paid in several ways is looked at price by price. `until`: the last day that the ledger knows of.
 */
export function findRecurring(items: readonly Item[], until: number): Recurring[] {
  const groups = Map.groupBy(
    items.filter(({ payee, amount }) => payee !== '' && amount !== 0),
    item =>
      `${normalisePayee(item.payee)}\u001f${item.account}\u001f${item.currency}\u001f${item.amount < 0}`,
  )
  const found: Recurring[] = []
  for (const group of groups.values()) {
    if (group.length < 3) continue
    const whole = seriesOf(group, until)
    if (whole) found.push(whole)
    else
      found.push(
        ...byPrice(group)
          .map(some => seriesOf(some, until))
          .filter(one => one !== undefined),
      )
  }
  return found.toSorted((a, b) => yearly(b) - yearly(a))
}

const PER_YEAR = { week: 52, fortnight: 26, month: 12, quarter: 4, 'half-year': 2, year: 1 } as const
const yearly = ({ amount, every }: Recurring): number => Math.abs(amount) * PER_YEAR[every]

/** Entries of nearly one amount together; a few alike among many are chance. */
function byPrice(items: readonly Item[]): Item[][] {
  const clusters: Item[][] = []
  for (const item of items.toSorted((a, b) => Math.abs(a.amount) - Math.abs(b.amount))) {
    const cluster = clusters.at(-1)
    const last = cluster?.at(-1)
    if (cluster && last && Math.abs(item.amount) <= Math.abs(last.amount) * (1 + SAME_PRICE))
      cluster.push(item)
    else clusters.push([item])
  }
  return clusters.filter(cluster => cluster.length >= 5)
}

function seriesOf(group: readonly Item[], until: number): Recurring | undefined {
  const items = group.toSorted((a, b) => a.day - b.day || a.id - b.id)
  const gaps = items.slice(1).map((item, i) => item.day - (items[i] as Item).day)
  const step = STEPS.find(one => fits(one, gaps) && items.length >= one.items)
  if (!step) return undefined
  const sizes = items.map(item => Math.abs(item.amount)).toSorted((a, b) => a - b)
  const median = sizes[sizes.length >> 1] as number
  if ((sizes.at(-1) as number) > median * SPREAD || (sizes[0] as number) * SPREAD < median) return undefined
  const days = items.map(item => item.day)
  const date = usualDate(days, step)
  const missed = days.slice(1).flatMap((day, i) => between(step, days[i] as number, day, date))
  const last = items.at(-1) as Item
  const next = after(step, last.day, date)
  const late = until - next
  const prices = priceChanges(items)
  const since = items.slice(prices.at(-1)?.at ?? 0).map(item => item.amount)
  const fixed =
    items.length - 1 - prices.length >= (items.length - 1) * 0.6 && since.every(a => near(a, last.amount))
  return {
    payee: last.payee,
    account: last.account,
    category: last.category,
    every: step.every,
    amount: last.amount,
    least: Math.min(...(fixed ? since : items.map(item => item.amount))),
    greatest: Math.max(...(fixed ? since : items.map(item => item.amount))),
    currency: last.currency,
    fixed,
    first: iso(days[0] as number),
    last: iso(last.day),
    next: iso(next),
    status: late > step.days * 1.5 ? 'ended' : late > tolerance(step) ? 'overdue' : 'active',
    missed: missed.map(iso),
    changes: fixed ? prices.map(({ at, from, to }) => ({ date: iso(days[at] as number), from, to })) : [],
    entries: items.map(item => item.id),
  }
}

const iso = (day: number): string => toIsoDate(day)
const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.abs(b) * SAME_PRICE
const tolerance = (step: Step): number => (step.most - step.least) / 2 + 1

/** How many steps a gap is; 0 where it is none. */
function stepsIn(step: Step, gap: number): number {
  const count = Math.round(gap / step.days)
  const slack = (step.most - step.least) / 2
  return count >= 1 && count <= 3 && Math.abs(gap - count * step.days) <= slack + count ? count : 0
}

function fits(step: Step, gaps: readonly number[]): boolean {
  const counts = gaps.map(gap => (gap >= step.least && gap <= step.most ? 1 : stepsIn(step, gap)))
  const regular = counts.filter(count => count > 0).length
  const missed = counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0)
  const all = counts.reduce((sum, count) => sum + count, 0)
  return regular >= gaps.length * REGULAR && missed <= all * MISSED
}

/** The day of the month that items usually come on, counted from the end where they come at the end. */
function usualDate(days: readonly number[], { months }: Step): { day: number; end: boolean } {
  if (months === 0) return { day: 0, end: false }
  const dates = days.map(day => civil(day))
  const end = dates.every(({ year, month, dayOfMonth }) => daysInMonth(year, month) - dayOfMonth <= 1)
  const sorted = dates.map(({ dayOfMonth }) => dayOfMonth).toSorted((a, b) => a - b)
  return { day: sorted[sorted.length >> 1] as number, end }
}

/** The day on which the next one is expected. */
function after(step: Step, from: number, date: { day: number; end: boolean }): number {
  if (step.months === 0) return from + step.days
  const { year, month, dayOfMonth: day } = civil(from)
  // What came a few days into the next month, or before the month had begun, belongs to its usual month.
  const shift = date.day - day > 15 ? -1 : day - date.day > 15 ? 1 : 0
  const index = year * 12 + month - 1 + step.months + shift
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  return dayOf(y, m, Math.min(date.end ? 31 : date.day, daysInMonth(y, m))) as number
}

/** The days between two items on which others were expected. */
function between(step: Step, from: number, to: number, date: { day: number; end: boolean }): number[] {
  const days: number[] = []
  const count = to - from >= step.least && to - from <= step.most ? 1 : stepsIn(step, to - from)
  let day = from
  for (let i = 1; i < count; i += 1) {
    day = after(step, day, date)
    days.push(day)
  }
  return days
}

/** Places at which the price changed and stayed changed. */
function priceChanges(items: readonly Item[]): { at: number; from: number; to: number }[] {
  const changes: { at: number; from: number; to: number }[] = []
  for (let i = 1; i < items.length; i += 1) {
    const from = (items[i - 1] as Item).amount
    const to = (items[i] as Item).amount
    if (!near(to, from)) changes.push({ at: i, from, to })
  }
  return changes
}
