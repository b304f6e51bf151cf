import { divideRounded, total, type Total } from '../../../shared/money/minor.ts'

/** The cell of the table that the keyboard stands in. */
export interface Cursor {
  slot: number
  column: number
}

/** What the status bar needs of a selected entry. `amount` in base minor units; null where it has no rate. */
export interface Selectable {
  id: number
  amount: number | null
}

/**
 * The entries that are selected: `picked` by id, or every entry that passes the filters (`all`), whose sums the page
 * already carries.
 */
export type Selection = { kind: 'picked'; entries: ReadonlyMap<number, number | null> } | { kind: 'all' }

export const NOTHING: Selection = { kind: 'picked', entries: new Map() }

/** More entries than this are not picked one by one: the status bar then says to filter, or to select all. */
export const MOST_PICKED = 20_000

export const isSelected = (selection: Selection, id: number): boolean =>
  selection.kind === 'all' || selection.entries.has(id)

export const only = (entry: Selectable): Selection => withEntries(new Map(), [entry])

/** Turns one entry's selection round. Out of "all", it starts a selection of its own. */
export function toggled(selection: Selection, entry: Selectable): Selection {
  if (selection.kind === 'all') return only(entry)
  const entries = new Map(selection.entries)
  if (!entries.delete(entry.id)) entries.set(entry.id, entry.amount)
  return { kind: 'picked', entries }
}

/** The entries between the anchor and the cursor, in place of what was selected. */
export const range = (entries: readonly Selectable[]): Selection => withEntries(new Map(), entries)

function withEntries(entries: Map<number, number | null>, added: readonly Selectable[]): Selection {
  for (const entry of added) entries.set(entry.id, entry.amount)
  return { kind: 'picked', entries }
}

/** Count, sum, debits (amounts above nil), credits (below) and mean, exact; `unconverted` entries are in no sum. */
export interface Sums {
  count: number
  sum: Total
  debits: Total
  credits: Total
  average: Total | null
  unconverted: number
}

export function sumsOf(entries: ReadonlyMap<number, number | null>): Sums {
  let debits = 0n
  let credits = 0n
  let unconverted = 0
  for (const amount of entries.values()) {
    if (amount === null) unconverted++
    else if (amount > 0) debits += BigInt(amount)
    else credits += BigInt(amount)
  }
  return sums(entries.size, debits, credits, unconverted)
}

/** The same figures from the sums of a whole filter, as `ledger.page` gives them. */
export function sumsOfAll(page: { total: number; debits: Total; credits: Total; unconverted: number }): Sums {
  return sums(page.total, BigInt(page.debits), BigInt(page.credits), page.unconverted)
}

function sums(count: number, debits: bigint, credits: bigint, unconverted: number): Sums {
  const converted = BigInt(count - unconverted)
  const sum = debits + credits
  return {
    count,
    sum: total(sum),
    debits: total(debits),
    credits: total(credits),
    average: converted === 0n ? null : total(divideRounded(sum, converted)),
    unconverted,
  }
}
