import { parseMoney } from '../money/parse.ts'
import type { Plan } from './plan.ts'

/** What a total of both sides comes to, in minor units with the sign of an entry; undefined where either cannot be read. */
export function differenceOf(plan: Plan, cells: readonly string[], currency: string): number | undefined {
  const { debit, credit, negated, styles, style, profile } = plan
  const [out, into] = [debit, credit].map(column => {
    const money = parseMoney(cells[column] ?? '', styles.get(column) ?? style, currency)
    return money.ok ? (negated.has(column) ? 0 - money.value : money.value) : undefined
  })
  if (out === undefined || into === undefined) return undefined
  return profile === 'ledger' ? out - into : into - out
}
