import { fold } from '../../../../../shared/text/fold.ts'
import { bySize, stepAt, type Exception, type Population, type Steps } from '../population.ts'

export interface SplitSettings {
  /** In the population's units. */
  limit: number
  days: number
  /** Parts below so many percent of the limit are not looked at: daily small purchases are no split invoice. */
  least: number
}

/**
 * Invoices of one payee within so many days that each keep to the limit and together pass it. A row is in one group only: the
 * first, by date, that passes the limit.
 */
export function splitInvoices(
  { amounts, payee = [], date, count }: Population,
  { limit, days, least }: SplitSettings,
  steps: Steps,
): Exception[] {
  const byPayee = new Map<string, number[]>()
  for (let row = 0; row < count; row += 1) {
    stepAt(steps, row, count)
    const amount = amounts[row] as number
    const name = fold(payee[row] ?? '')
    if (name === '' || Number.isNaN(date?.[row] ?? Number.NaN)) continue
    if (amount === 0 || Math.abs(amount) > limit || Math.abs(amount) * 100 < limit * least) continue
    const key = `${amount > 0 ? '+' : '-'}${name}`
    const rows = byPayee.get(key)
    if (rows) rows.push(row)
    else byPayee.set(key, [row])
  }
  const day = (row: number): number => date?.[row] as number
  const exceptions: Exception[] = []
  for (const rows of byPayee.values()) {
    rows.sort((a, b) => day(a) - day(b) || a - b)
    for (let from = 0; from < rows.length;) {
      const first = rows[from] as number
      let to = from
      let sum = 0
      while (to < rows.length && day(rows[to] as number) - day(first) <= days) {
        sum += Math.abs(amounts[rows[to] as number] as number)
        to += 1
      }
      if (sum <= limit) {
        from += 1
        continue
      }
      const group = rows.slice(from, to)
      const span = day(group.at(-1) as number) - day(first)
      const values = { payee: payee[first] ?? '', parts: group.length, days: span, limit }
      exceptions.push({ rows: group, code: 'split', values, amount: sum })
      from = to
    }
  }
  return exceptions.sort(bySize)
}
