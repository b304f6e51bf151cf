import { isTotalLabel, saysNothing } from './blank.ts'

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
