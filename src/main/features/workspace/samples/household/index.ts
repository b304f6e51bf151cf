import {
  civil,
  dayOf,
  daysInMonth,
  parseIsoDate,
  toIsoDate,
  type Day,
} from '../../../../../shared/calendar/day.ts'
import { addMonths } from '../../../../../shared/calendar/grain.ts'
import { csvLine, decimal } from '../csv.ts'
import { createRandom, type Random } from '../random.ts'
import { BILLS, HABITS, SALARIES, TRIP } from './patterns.ts'

const SEED = 17_270_611
const FIRST = dayOf(2023, 1, 1) as Day
const MONTHS = 36

interface Movement {
  day: Day
  account: string
  payee: string
  category: string
  description: string
  amount: number
  currency: 'GBP' | 'EUR'
}

export interface HouseholdSample {
  /** One statement an account: file name → CSV text. */
  files: { name: string; csv: string }[]
  /** Euros for one pound on the first day of each month: decimal texts, invented. */
  rates: { currency: string; day: Day; rate: string; source: string }[]
}

/** Three years (2023–2025) of an invented household: four accounts, transfers, recurring bills, a trip, pounds and euros. */
export function householdSample(): HouseholdSample {
  const random = createRandom(SEED)
  const rates = Array.from(
    { length: MONTHS },
    (_, i) => 11_550 + Math.round(250 * Math.sin(i / 5)) + random.int(-60, 60),
  )
  const movements: Movement[] = []
  let cardOwed = 0
  for (let index = 0; index < MONTHS; index++) {
    const month = monthMovements(index, random)
    month.push(...transfers(index, cardOwed, rates[index] as number))
    cardOwed = -month
      .filter(m => m.account === 'Credit card' && m.category !== 'Transfer')
      .reduce((sum, m) => sum + m.amount, 0)
    movements.push(...month)
  }
  movements.push(...trip(random))
  movements.sort((a, b) => a.day - b.day)
  return {
    files: [...new Set(movements.map(m => m.account))].toSorted().map(account => ({
      name: `${account.toLowerCase().replace(' ', '-')}.csv`,
      csv: statement(movements.filter(m => m.account === account)),
    })),
    rates: rates.map((rate, i) => ({
      currency: 'EUR',
      day: addMonths(FIRST, i),
      rate: (rate / 10_000).toFixed(4),
      source: 'sample',
    })),
  }
}

function monthMovements(index: number, random: Random): Movement[] {
  const start = addMonths(FIRST, index)
  const { year, month } = civil(start)
  const length = daysInMonth(year, month)
  const on = (day: number): Day => (start + Math.min(day, length) - 1) as Day
  const movements: Movement[] = []
  const spend = (day: Day, account: string, payee: string, category: string, amount: number): void => {
    movements.push({ day, account, payee, category, description: payee, amount: -amount, currency: 'GBP' })
  }
  for (const bill of BILLS) {
    if (bill.not?.includes(month)) continue
    const amount = bill.from && index >= bill.from[0] ? bill.from[1] : bill.amount
    spend(
      on(bill.day),
      bill.account,
      bill.payee,
      bill.category,
      Math.round(amount * (bill.season?.[month] ?? 1)),
    )
  }
  const prices = 1.04 ** (index / 12)
  for (const habit of HABITS) {
    const times = habit.times + random.int(-1, 1)
    for (let k = 0; k < times; k++) {
      const amount = Math.round(
        habit.median * random.size(habit.spread) * prices * (habit.season?.[month] ?? 1),
      )
      spend(
        on(random.int(1, length)),
        habit.account,
        random.pick(habit.payees),
        habit.category,
        Math.max(45, amount),
      )
    }
  }
  for (const salary of SALARIES)
    movements.push({
      day: on(salary.day),
      account: 'Current account',
      payee: salary.payee,
      category: salary.category,
      description: `Salary ${toIsoDate(start).slice(0, 7)}`,
      amount: Math.round(salary.amount * 1.03 ** Math.floor((index + 8) / 12)),
      currency: 'GBP',
    })
  movements.push({
    day: on(31),
    account: 'Savings',
    payee: 'Moorside Building Society',
    category: 'Income: Interest',
    description: 'Gross interest',
    amount: 1_150 + 95 * index,
    currency: 'GBP',
  })
  return movements
}

/** Money between own accounts: it is neither income nor spending. `rate`: euros for 10,000 pounds. */
function transfers(index: number, cardOwed: number, rate: number): Movement[] {
  const start = addMonths(FIRST, index)
  const pair = (
    day: number,
    from: string,
    to: string,
    amount: number,
    received = amount,
    currency: 'GBP' | 'EUR' = 'GBP',
  ): Movement[] => [
    {
      day: (start + day - 1) as Day,
      account: from,
      payee: to,
      category: 'Transfer',
      description: `Transfer to ${to}`,
      amount: -amount,
      currency: 'GBP',
    },
    {
      day: (start + day - 1) as Day,
      account: to,
      payee: from,
      category: 'Transfer',
      description: `Transfer from ${from}`,
      amount: received,
      currency,
    },
  ]
  const moved = pair(26, 'Current account', 'Savings', 35_000)
  if (cardOwed > 0) moved.push(...pair(14, 'Current account', 'Credit card', cardOwed))
  if (index === 17 || index === 18)
    moved.push(
      ...pair(22, 'Current account', 'Euro account', 130_000, Math.round((130_000 * rate) / 10_000), 'EUR'),
    )
  return moved
}

function trip(random: Random): Movement[] {
  const first = parseIsoDate(TRIP.from) as Day
  return TRIP.habits.flatMap(habit =>
    Array.from({ length: habit.times }, () => {
      const payee = random.pick(habit.payees)
      const amount = Math.round(habit.median * random.size(habit.spread))
      const day = (first + random.int(0, TRIP.days - 1)) as Day
      return {
        day,
        account: 'Euro account',
        payee,
        category: habit.category,
        description: `${payee}, Portugal`,
        amount: -amount,
        currency: 'EUR' as const,
      }
    }),
  )
}

function statement(movements: readonly Movement[]): string {
  let balance = 0
  const lines = movements.map(m => {
    balance += m.amount
    return csvLine([
      toIsoDate(m.day),
      m.account,
      m.payee,
      m.category,
      m.description,
      decimal(m.amount),
      m.currency,
      decimal(balance),
    ])
  })
  return `${[csvLine(['Date', 'Account', 'Payee', 'Category', 'Description', 'Amount', 'Currency', 'Balance']), ...lines].join('\r\n')}\r\n`
}
