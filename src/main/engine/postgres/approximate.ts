import type { Dialect } from './portable.ts'
import type { Cells } from './session.ts'

/** How distinct members are counted where an answer may be near: by which server, and from how many entries on. */
export interface Counting {
  kind: Dialect
  /** Entries that a question selects before "either" becomes an estimate; null where it never does. */
  above: number | null
}

/** Registers of a sketch: three digits of a hash choose one. */
const REGISTERS = 4096
/** Digits of the hash behind them, and the bits in those. */
const DIGITS = 13
const BITS = 4 * DIGITS

/**
 * Largest relative error of an estimate in 997 of 1,000 cases: three times the standard error, which is 1.04 ÷ √4096 = 1.6 % of our
 * sketch, and "about 2 %" of Amazon Redshift's own by its documentation (r_COUNT.html). Of fewer than sixty, 3 may be more than that: so many
 * of them can fall into a register that is taken.
 */
export const errorOf = (kind: Dialect): number => (kind === 'redshift' ? 0.06 : 0.05)

export interface Estimating {
  /** Entries with the group keys k0, k1, … and the counted value `v`; NULL is none. */
  rows: string
  names: readonly string[]
}

/**
 * A statement that leaves no more than 53 rows a group, in one walk without sorting: HyperLogLog (Flajolet, Fusy, Gandouet, Meunier 2007) in
 * plain SQL. Of each register's values the least hash is kept, and of that the place of its first bit. Redshift has a function for it.
 */
export function estimateSql({ rows, names }: Estimating, kind: Dialect): string {
  const by = (...more: string[]): string =>
    [...names, ...more].length === 0 ? '' : `GROUP BY ${[...names, ...more].join(', ')}`
  const list = (...more: string[]): string => [...names, ...more].join(', ')
  if (kind === 'redshift') return `SELECT ${list('APPROXIMATE count(DISTINCT v)')} FROM (${rows}) s ${by()}`
  const hashed = `SELECT ${list('md5(CAST(v AS varchar)) AS h')} FROM (${rows}) s WHERE v IS NOT NULL`
  // Digits come before letters in every collation, so that the least has the most noughts before it.
  const least = `SELECT ${list(`ltrim(min(substr(h, 4, ${DIGITS})), '0') AS z`)} FROM (${hashed}) hashed ${by('substr(h, 1, 3)')}`
  const first = `CASE substr(z, 1, 1) WHEN '1' THEN 4 WHEN '2' THEN 3 WHEN '3' THEN 3 WHEN '4' THEN 2 WHEN '5' THEN 2 WHEN '6' THEN 2 WHEN '7' THEN 2 ELSE 1 END`
  const placed = `SELECT ${list(`4 * (${DIGITS} - length(z)) + ${first} AS place`)} FROM (${least}) least`
  return `SELECT ${list('place', 'count(*)')} FROM (${placed}) placed ${by('place')}`
}

/** Estimates by group, from the rows of `estimateSql`. A group without a row has no members. */
export function estimatesOf(rows: readonly Cells[], keys: number, kind: Dialect): Map<string, number> {
  const found = new Map<string, number>()
  if (kind === 'redshift') {
    for (const row of rows) found.set(JSON.stringify(row.slice(0, keys)), Number(row.at(-1)))
    return found
  }
  const sketches = new Map<string, number[]>()
  for (const row of rows) {
    const key = JSON.stringify(row.slice(0, keys))
    const places = sketches.get(key) ?? Array.from({ length: BITS + 2 }, () => 0)
    sketches.set(key, places)
    places[Number(row[keys])] = Number(row[keys + 1])
  }
  for (const [key, places] of sketches) found.set(key, estimate(places))
  return found
}

/** How many different values left `places[k]` registers with their first bit at place k: Ertl's estimator (arXiv:1702.01284, section 3). */
export function estimate(places: readonly number[]): number {
  const used = places.slice(1).reduce((sum, count) => sum + count, 0)
  const at = (k: number): number => places[k] ?? 0
  let z = REGISTERS * tau(1 - at(BITS + 1) / REGISTERS)
  for (let k = BITS; k >= 1; k -= 1) z = 0.5 * (z + at(k))
  z += REGISTERS * sigma((REGISTERS - used) / REGISTERS)
  return Math.round(REGISTERS ** 2 / (2 * Math.LN2 * z))
}

function sigma(share: number): number {
  if (share === 1) return Infinity
  let [x, y, z, before] = [share, 1, share, -1]
  while (z !== before) {
    x *= x
    before = z
    z += x * y
    y += y
  }
  return z
}

function tau(share: number): number {
  if (share === 0 || share === 1) return 0
  let [x, y, z, before] = [share, 1, 1 - share, -1]
  while (z !== before) {
    x = Math.sqrt(x)
    before = z
    y *= 0.5
    z -= (1 - x) ** 2 * y
  }
  return z / 3
}
