import { parseMoney } from '../money/parse.ts'
import { isTotalLabel, saysNothing } from './blank.ts'
import type { Plan } from './plan.ts'

/**
 * Whether a row without a day of its own is a total: a label with little else in words beside it, or sums (`isSum`) without any word.
 * `label` is the cell that announces a total, `dateless` says that nothing stands where the date would.
 */
export function isTotalRow(
  cells: readonly string[],
  row: {
    label: string | undefined
    dateCell: string | undefined
    dateless: boolean
    isSum: boolean
    /** The currency's column: its code is no word. */
    currency: number | undefined
  },
): boolean {
  const { label, dateCell, dateless, isSum, currency } = row
  const words = cells.filter((cell, i) => i !== currency && !saysNothing(cell) && /\p{L}/u.test(cell)).length
  if (label !== undefined && (dateless || label === dateCell) && words <= (isTotalLabel(label) ? 3 : 2))
    return true
  return dateless && isSum && words === 0
}

/** What a total of both sides comes to in a table of sections, in minor units with the sign of an entry; undefined where either cannot be read. */
export function differenceOf(
  plan: Plan,
  cells: readonly string[],
  currency: string,
  problem: string,
): number | undefined {
  if (!plan.sections || problem !== 'both-sides') return undefined
  const { debit, credit, negated, styles, style, profile } = plan
  const [out, into] = [debit, credit].map(column => {
    const money = parseMoney(cells[column] ?? '', styles.get(column) ?? style, currency)
    return money.ok ? (negated.has(column) ? 0 - money.value : money.value) : undefined
  })
  if (out === undefined || into === undefined) return undefined
  return profile === 'ledger' ? out - into : into - out
}
