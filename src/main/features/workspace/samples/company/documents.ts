import { addMonths } from '../../../../../shared/calendar/grain.ts'
import { civil, dayOf, weekdayOf, type Day } from '../../../../../shared/calendar/day.ts'
import type { Random } from '../random.ts'
import {
  ACCOUNTS,
  COST_CENTRES,
  INCOME,
  PAYROLL,
  USERS,
  type Account,
  type CostCentre,
} from './organisation.ts'

/** One posting. `amount` in pence: debit positive. */
export interface Line {
  account: Account
  centre: CostCentre | undefined
  supplier: string
  text: string
  amount: number
}

/** A balanced document. `number` is given once a month's documents stand in order of their days. */
export interface Document {
  number: string
  type: 'KR' | 'KZ' | 'SA' | 'DR' | 'ZP'
  day: Day
  /** Posting period 1–13; 13 is the year-end adjustment. */
  period: number
  reference: string
  header: string
  purchaseOrder: string
  user: string
  lines: Line[]
}

export const FIRST_MONTH = dayOf(2023, 4, 1) as Day
export const MONTHS = 36

const accounts = new Map(ACCOUNTS.map(a => [a.number, a]))
const centres = new Map(COST_CENTRES.map(c => [c.id, c]))

export function accountOf(number: string): Account {
  const account = accounts.get(number)
  if (!account) throw new Error(`account ${number} is not in the sample's chart of accounts`)
  return account
}

export function centreOf(id: string): CostCentre {
  const centre = centres.get(id)
  if (!centre) throw new Error(`cost centre ${id} is not in the sample's organisation`)
  return centre
}

/** First day of the sample's month `index` (0–35). */
export const monthStart = (index: number): Day => addMonths(FIRST_MONTH, index)

/** The month's days that are not at a weekend. */
export function workdays(start: Day): Day[] {
  const end = addMonths(start, 1)
  return Array.from({ length: end - start }, (_, i) => (start + i) as Day).filter(day => weekdayOf(day) < 5)
}

/** Prices and pay grow by 3.5 % a year, in April. */
export const growth = (index: number): number => 1.035 ** Math.floor(index / 12)

export const pence = (pounds: number): number => Math.round(pounds * 100)

export function line(
  account: string,
  centre: string | undefined,
  supplier: string,
  text: string,
  amount: number,
): Line {
  return {
    account: accountOf(account),
    centre: centre === undefined ? undefined : centreOf(centre),
    supplier,
    text,
    amount,
  }
}

export function journal(
  index: number,
  day: Day,
  header: string,
  lines: Line[],
  random: Random,
  type: Document['type'] = 'SA',
): Document {
  return {
    number: '',
    type,
    day,
    period: (index % 12) + 1,
    reference: '',
    header,
    purchaseOrder: '',
    user: random.pick(USERS),
    lines,
  }
}

/** What recurs each month whatever is bought: income and its receipts, pay, depreciation, interest, and in March the adjustments of period 13. */
export function recurring(index: number, random: Random): Document[] {
  const days = workdays(monthStart(index))
  const first = days[0] as Day
  const last = days.at(-1) as Day
  const month = civil(first)
  const name = `${String(month.month).padStart(2, '0')}/${month.year}`
  const factor = growth(index)
  const documents: Document[] = []
  for (const income of INCOME) {
    const amount = pence(income.monthlyPounds * factor * (0.985 + 0.03 * random.next()) * 0.25)
    for (let week = 0; week < 4; week++) {
      const day = days[Math.min(days.length - 1, week * 5)] as Day
      documents.push(
        journal(
          index,
          day,
          `${income.text} ${name}`,
          [
            line('1200', undefined, '', income.text, amount),
            line(income.account, income.centre, '', income.text, -amount),
          ],
          random,
          'DR',
        ),
        journal(
          index,
          Math.min(last, day + 3) as Day,
          'Receipts file',
          [line('1010', undefined, '', 'Receipts', amount), line('1200', undefined, '', 'Receipts', -amount)],
          random,
          'DR',
        ),
      )
    }
  }
  let pay = 0
  for (const [id, pounds] of Object.entries(PAYROLL)) {
    const amount = pence(pounds * factor * (0.99 + 0.02 * random.next()))
    pay += amount
    documents.push(
      journal(
        index,
        last,
        `Payroll ${name}`,
        [line('7010', id, '', 'Monthly pay', amount), line('2250', undefined, '', 'Monthly pay', -amount)],
        random,
      ),
    )
  }
  documents.push(
    journal(
      index,
      last,
      `Payroll ${name} paid`,
      [
        line('2250', undefined, '', 'Net pay, tax and pensions', pay),
        line('1010', undefined, '', 'Net pay, tax and pensions', -pay),
      ],
      random,
      'ZP',
    ),
  )
  const depreciation = pence(612_000 * factor)
  documents.push(
    journal(
      index,
      last,
      `Depreciation ${name}`,
      [
        line('7700', '6100', '', 'Components and structure', depreciation),
        line('0190', undefined, '', 'Components and structure', -depreciation),
      ],
      random,
    ),
  )
  const interest = pence(287_500)
  documents.push(
    journal(
      index,
      last,
      `Loan interest ${name}`,
      [
        line('8100', '1200', 'Harrogate Street Finance plc', 'Fixed-rate notes', interest),
        line('1010', undefined, 'Harrogate Street Finance plc', 'Fixed-rate notes', -interest),
      ],
      random,
    ),
  )
  if (index % 12 === 11) documents.push(...yearEnd(index, last, random))
  return documents
}

function yearEnd(index: number, day: Day, random: Random): Document[] {
  return ['7200', '7400', '7450', '7040'].map((number, i) => {
    const amount = pence(18_000 + 4_000 * i + 2_000 * random.next())
    const text = 'Year-end accrual'
    const centre = ['4100', '1300', '3100', '5200'][i] as string
    const adjusted = journal(
      index,
      day,
      `${text} FY${civil(monthStart(index - 11)).year}`,
      [line(number, centre, '', text, amount), line('2300', undefined, '', text, -amount)],
      random,
    )
    return { ...adjusted, period: 13 }
  })
}
