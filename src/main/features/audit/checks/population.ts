/** What a test can need of a population. `amount` is always there. */
export const FIELDS = ['payee', 'date', 'reference', 'number'] as const
export type Field = (typeof FIELDS)[number]

/** The rows under test, one array a field, all of one length. Pure: of a file, or of a workspace's entries. */
export interface Population {
  readonly count: number
  /** Whole units of the last decimal place, signed: exact. */
  readonly amounts: Float64Array
  /** Decimal places of the amounts: 2 where the unit is a cent. */
  readonly places: number
  /** '' is no payee. */
  readonly payee?: readonly string[]
  /** Days since 1970-01-01; NaN is no date. */
  readonly date?: Float64Array
  readonly reference?: readonly string[]
  /** The number of the document within its series: 'INV-2024-0012'. */
  readonly number?: readonly string[]
}

/** How a test tells how far it is. `step` throws `cancelled` once the caller gave up. */
export interface Steps {
  step(done: number, total: number): void
}

/** A row, or rows together, that a person should look at. Money in the population's units. */
export interface Exception {
  /** Rows (from 0), each in at most one exception of a kind. */
  readonly rows: readonly number[]
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
  /** What is at stake: for duplicates, what was paid beyond once. */
  readonly amount: number
}

/** Exact sum of whole units. */
export function sumOf(amounts: Float64Array, rows?: Iterable<number>): bigint {
  let whole = 0n
  let part = 0
  const add = (value: number): void => {
    part += value
    if (Math.abs(part) > 2 ** 52) {
      whole += BigInt(part)
      part = 0
    }
  }
  // A part is below 2^52 and one amount below 2^53: flushed before it can lose a unit.
  const safe = (value: number): void => {
    if (Math.abs(value) > 2 ** 51) whole += BigInt(value)
    else add(value)
  }
  if (rows) for (const row of rows) safe(amounts[row] as number)
  else for (const value of amounts) safe(value)
  return whole + BigInt(part)
}
