import { parseIsoDate, type Day } from '../../../shared/calendar/day.ts'
import type { Plan } from '../../../shared/contract/budget.ts'
import type { ParsedInput } from '../../../shared/contract/index.ts'
import { allocate } from '../../../shared/money/allocate.ts'
import { minor, total } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { apportion } from './analysis/apportion/apportion.ts'
import type { BudgetEntry } from './entries-csv.ts'
import { say } from './messages.ts'

/**
 * The entries that bring a plan to what is wanted: the difference of each month. `mark` tells the entries of one step from those of an
 * earlier one that are else the same. Throws `bad-input` for a month outside the year and for amounts beyond what an entry holds.
 */
export function planEntries(plan: Plan, wanted: ParsedInput<'budget.setPlan'>, mark: string): BudgetEntry[] {
  const { scenario, by } = wanted
  const rows = new Map(plan.rows.map(row => [row.key, row]))
  const cells = new Map<string, { key: string; at: number; amount: number }>()
  const set = (key: string, at: number, amount: number): void =>
    void cells.set(`${key}\u001f${at}`, { key, at, amount })
  for (const row of wanted.rows)
    for (const [at, amount] of yearOf(plan, row).entries()) set(row.key, at, amount)
  for (const { key, month, amount } of wanted.cells) {
    const at = plan.months.indexOf(month)
    if (at < 0)
      throw new FailureError(
        'bad-input',
        say().otherYear(month, plan.months[0] as string, plan.months[11] as string),
      )
    set(key, at, amount)
  }
  return [...cells.values()].flatMap(({ key, at, amount }, i): BudgetEntry[] => {
    const row = rows.get(key)
    const difference = total(BigInt(amount) - BigInt(row?.planned[at] ?? 0))
    if (difference === 0) return []
    return [
      {
        day: parseIsoDate(plan.days[at] as string) as Day,
        amount: minor(safe(difference)),
        scenario,
        flow: row?.flow ?? 'expense',
        fields: { [`${by}.code`]: key, [by]: row?.label ?? key },
        text: `Plan ${mark}`,
        row: i + 1,
        column: plan.months[at] as string,
      },
    ]
  })
}

/** A row's months: a total spread evenly, or last year's months grown; either sums exactly to its year. */
function yearOf(plan: Plan, row: ParsedInput<'budget.setPlan'>['rows'][number]): number[] {
  if (row.how === 'even')
    return allocate(
      minor(row.total),
      plan.months.map(() => 1),
    )
  const before = plan.rows.find(one => one.key === row.key)?.before ?? plan.months.map(() => 0)
  // Percent to two places.
  const factor = Math.round((100 + row.growth) * 100)
  return apportion(before.map(BigInt), factor, 10_000).map(amount => safe(total(amount)))
}

function safe(amount: number | bigint): number {
  if (typeof amount === 'number') return amount
  throw new FailureError('bad-input', say().tooLarge)
}
