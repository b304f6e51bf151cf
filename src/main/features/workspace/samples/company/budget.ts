import { civil } from '../../../../../shared/calendar/day.ts'
import { growth, journal, line, monthStart, MONTHS, pence } from './documents.ts'
import { createRandom } from '../random.ts'
import { extractLine } from './extract.ts'
import { INCOME, PAYROLL, SPENDS } from './organisation.ts'

/** The budget: each account and cost centre by month, at last year's prices plus the planned growth; scenario "Budget". */
export function budgetLines(): string[] {
  const random = createRandom(7)
  const lines: string[] = []
  for (let index = 0; index < MONTHS; index++) {
    const start = monthStart(index)
    const { month } = civil(start)
    const factor = growth(index)
    const add = (account: string, centre: string, pounds: number): void => {
      const document = journal(
        index,
        start,
        'Budget',
        [line(account, centre, '', 'Budget', Math.round(pence(pounds) / 10_000) * 10_000)],
        random,
      )
      for (const l of document.lines)
        if (l.amount !== 0) lines.push(extractLine({ ...document, user: '' }, l, index, 'Budget'))
    }
    for (const s of SPENDS)
      for (const centre of s.centres)
        add(
          s.account,
          centre,
          (s.monthlyPounds * (s.season?.[month] ?? 1) * factor * 0.995) / s.centres.length,
        )
    for (const [centre, pounds] of Object.entries(PAYROLL)) add('7010', centre, pounds * factor)
    for (const income of INCOME) add(income.account, income.centre, -income.monthlyPounds * factor)
  }
  return lines
}
