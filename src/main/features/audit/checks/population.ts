import { total, type Total } from '../../../../shared/money/minor.ts'
import type { AuditField } from '../../../../shared/data/audit-request.ts'

/** Fields beside the amount: texts ('' is none), days since 1970-01-01 and minutes of the day (NaN is none). */
export const TEXT_FIELDS = [
  'payee',
  'reference',
  'number',
  'document',
  'account',
  'text',
  'user',
  'approver',
  'bank',
  'company',
] as const satisfies readonly AuditField[]
export const DAY_FIELDS = ['date', 'entered', 'due'] as const satisfies readonly AuditField[]
export type TextField = (typeof TEXT_FIELDS)[number]
export type DayField = (typeof DAY_FIELDS)[number]

/** The rows under test, one array a field, all of one length. Pure: of a file, or of a workspace's entries. */
export interface Population
  extends
    Partial<Readonly<Record<TextField, readonly string[]>>>,
    Partial<Readonly<Record<DayField, Float64Array>>> {
  readonly count: number
  /** Whole units of the last decimal place, signed: exact. */
  readonly amounts: Float64Array
  /** Decimal places of the amounts: 2 where the unit is a cent. */
  readonly places: number
  readonly time?: Float64Array
}

/** How a test tells how far it is. `step` throws `cancelled` once the caller gave up. */
export interface Steps {
  step(done: number, total: number): void
}

/** For loops over rows: asks every few thousand. */
export function stepAt(steps: Steps, row: number, count: number): void {
  if ((row & 4095) === 0) steps.step(row, count)
}

/** A row, or rows together, that a person should look at. Money in the population's units. */
export interface Exception {
  /** Rows (from 0), each in at most one exception of a kind. */
  readonly rows: readonly number[]
  readonly code: string
  /** Those of MONEY_VALUES are amounts in the population's units. */
  readonly values: Readonly<Record<string, string | number>>
  /** What is at stake: for duplicates, what was paid beyond once. */
  readonly amount: Total
}

/** Values of exceptions that are money. */
export const MONEY_VALUES: readonly string[] = ['limit', 'usual', 'next', 'difference', 'minimum']

/** The greatest first, then in the order of the rows. */
export const bySize = (a: Exception, b: Exception): number =>
  Math.abs(Number(b.amount)) - Math.abs(Number(a.amount)) || (a.rows[0] as number) - (b.rows[0] as number)

/** Rows by what `key` says of them, in their order; those without a key ('' or undefined) are in none. */
export function groupRows<K extends string | number>(
  count: number,
  key: (row: number) => K | undefined,
): Map<K, number[]> {
  const groups = new Map<K, number[]>()
  for (let row = 0; row < count; row += 1) {
    const at = key(row)
    if (at === undefined || at === '') continue
    const group = groups.get(at)
    if (group) group.push(row)
    else groups.set(at, [row])
  }
  return groups
}

/** The exact sum as an exception carries it. */
export const totalOf = (amounts: Float64Array, rows: Iterable<number>): Total => total(sumOf(amounts, rows))

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
