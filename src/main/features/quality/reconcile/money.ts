import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'

/** Entries and their sum, by currency. */
export type Sums = Map<string, { entries: number; total: bigint }>

export function addTo(sums: Sums, currency: string, entries: number, total: bigint): void {
  const known = sums.get(currency)
  if (known) {
    known.entries += entries
    known.total += total
  } else sums.set(currency, { entries, total })
}

export const entriesIn = (sums: Sums | undefined): number =>
  [...(sums?.values() ?? [])].reduce((all, one) => all + one.entries, 0)

export const decimal = (total: bigint, currency: string): string => toDecimal(total, exponentOf(currency))

/** Decimal strings by currency; what sums to nothing stands there too. */
export function decimals(sums: Sums | undefined): Record<string, string> {
  return Object.fromEntries(
    [...(sums ?? [])].map(([currency, { total }]) => [currency, decimal(total, currency)]),
  )
}
