import type { Logarithms, TwoPeriods } from '../two-periods/two-periods.ts'

/**
 * What an element's postings say of it: how many there were, and how large, in each period. Sums over its leaves, of the postings of
 * the usual sign: only those have a logarithm.
 */
export interface Sums {
  n0: number
  n1: number
  /** Σ of what their logarithms differ from what their members lead to expect. */
  l0: number
  l1: number
}

/** The same by leaf. */
export interface Postings {
  sums: Record<keyof Sums, Float64Array>
  /** Variance of one posting's logarithm about its expectation. */
  spread: number
}

/** How the postings outside the causes moved: what an element must stand out from. */
export interface Usual {
  /** Postings after for one before. */
  ratio: number
  /** Change of the mean logarithm. */
  level: number
  spread: number
  /** By how much the numbers, and the levels, of ordinary members vary beyond chance; 1 at least. */
  overCount: number
  overLevel: number
  /** All of them together. */
  rest: Sums
}

export const NOTHING: Sums = { n0: 0, n1: 0, l0: 0, l1: 0 }
export const SUM_KEYS = Object.keys(NOTHING) as (keyof Sums)[]

const SWEEPS = 2

/**
 * Numbers and logarithms of the postings by leaf. A logarithm's expectation is a main effect of each factor, fitted on both periods
 * (backfitting): a supplier of large machines is no outlier among its cost centre's stationery, and of few postings it is the common
 * relative change that counts, not the largest invoice. `ids`: the leaf of each row. Once `cancelled`, what it returns is of no use.
 */
export function postingsOf(
  table: TwoPeriods,
  ids: Int32Array,
  leaves: number,
  cancelled: () => boolean,
): Postings {
  const { count, side, factors } = table
  const { counts: weights, sums: logs, squares: logSquares } = logarithmsOf(table)
  const rest = new Float64Array(count)
  for (let i = 0; i < count; i += 1)
    if (weights[i] !== 0) rest[i] = (logs[i] as number) / (weights[i] as number)
  takeOut(rest, weights, new Int32Array(count), 1)
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (const { codes, keys } of factors) {
      if (cancelled()) break
      takeOut(rest, weights, codes, keys.length)
    }
  const sums = {
    n0: new Float64Array(leaves),
    n1: new Float64Array(leaves),
    l0: new Float64Array(leaves),
    l1: new Float64Array(leaves),
  }
  let squares = 0
  let all = 0
  for (let i = 0; i < count; i += 1) {
    const w = weights[i] as number
    if (w === 0) continue
    const leaf = ids[i] as number
    const value = w * (rest[i] as number)
    const [n, l] = side[i] === 0 ? [sums.n0, sums.l0] : [sums.n1, sums.l1]
    n[leaf] = (n[leaf] as number) + w
    l[leaf] = (l[leaf] as number) + value
    // Of a group: its own squares about its mean, and the mean's about what is expected.
    const mean = (logs[i] as number) / w
    squares += (logSquares[i] as number) - (logs[i] as number) * mean + value * (rest[i] as number)
    all += w
  }
  return { sums, spread: Math.max(squares / Math.max(all, 1), 1e-6) }
}

/** How many postings of the usual sign each row stands for, and the sums of their logarithms and of their squares. */
function logarithmsOf({ count, amounts, logarithms }: TwoPeriods): Logarithms {
  if (logarithms) {
    const { positive, negative } = logarithms
    const total = (column: Float64Array): number => column.reduce((sum, n) => sum + n, 0)
    return total(positive.counts) < total(negative.counts) ? negative : positive
  }
  let positive = 0
  for (let i = 0; i < count; i += 1) positive += Math.sign(amounts[i] as number) || 0
  const sign = positive < 0 ? -1 : 1
  const [counts, sums, squares] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)]
  for (let i = 0; i < count; i += 1) {
    const size = (amounts[i] as number) * sign
    if (!(size > 0)) continue
    const log = Math.log(size)
    counts[i] = 1
    sums[i] = log
    squares[i] = log * log
  }
  return { counts, sums, squares }
}

/** Takes each group's mean out of its values. */
function takeOut(values: Float64Array, weights: Float64Array, codes: Int32Array, size: number): void {
  const sums = new Float64Array(size)
  const ns = new Float64Array(size)
  for (let i = 0; i < values.length; i += 1) {
    const w = weights[i] as number
    if (w === 0) continue
    const code = codes[i] as number
    sums[code] = (sums[code] as number) + w * (values[i] as number)
    ns[code] = (ns[code] as number) + w
  }
  for (let code = 0; code < size; code += 1)
    if ((ns[code] as number) > 0) sums[code] = (sums[code] as number) / (ns[code] as number)
  for (let i = 0; i < values.length; i += 1)
    if (weights[i] !== 0) values[i] = (values[i] as number) - (sums[codes[i] as number] as number)
}

/**
 * How the leaves that no cause has taken moved together, and how much their members vary about it. Once `cancelled`, what it returns is
 * of no use.
 */
export function usualOf(
  { sums, spread }: Postings,
  codes: readonly Int32Array[],
  sizes: readonly number[],
  taken: Uint8Array,
  cancelled: () => boolean,
): Usual {
  const leaves = untakenOf(taken)
  const rest = sumOver(sums, leaves)
  const usual: Usual = { ratio: 1, level: 0, spread, overCount: 1, overLevel: 1, rest }
  if (rest.n0 > 0 && rest.n1 > 0) {
    usual.ratio = rest.n1 / rest.n0
    usual.level = rest.l1 / rest.n1 - rest.l0 / rest.n0
  }
  const counts: number[] = []
  const levels: number[] = []
  for (const [f, column] of codes.entries()) {
    if (cancelled()) break
    for (const member of groupsOf(sums, sizes[f] as number, column, leaves)) {
      if (member.n0 + member.n1 < FEW) continue
      counts.push(countGain(member, usual))
      levels.push(levelGain(member, usual))
    }
  }
  return { ...usual, overCount: beyond(counts), overLevel: beyond(levels) }
}

/** The leaves that no cause has taken. */
export function untakenOf(taken: Uint8Array): Int32Array {
  const open = new Int32Array(taken.length)
  let n = 0
  for (let leaf = 0; leaf < taken.length; leaf += 1) if (taken[leaf] === 0) open[n++] = leaf
  return open.subarray(0, n)
}

/** Members with fewer postings than this say nothing of how members vary. */
const FEW = 10
/** Median of χ² with one degree of freedom. */
const CHI_MEDIAN = 0.4549364

const beyond = (gains: number[]): number =>
  Math.max(1, (gains.toSorted((x, y) => x - y)[gains.length >> 1] ?? 0) / CHI_MEDIAN)

/** What one element's sums are worth as evidence that it moved apart from the rest: about χ², one degree of freedom taken off. */
export const evidenceOf = (sums: Sums, usual: Usual): number =>
  countGain(sums, usual) / usual.overCount + levelGain(sums, usual) / usual.overLevel - 1

/** Up or down, by numbers and levels together. */
export function directionOf({ n0, n1, l0, l1 }: Sums, { ratio, level }: Usual): number {
  if (n0 <= 0 || n1 <= 0) return n1 - n0
  return Math.log(n1 / n0 / ratio) + l1 / n1 - l0 / n0 - level
}

/** Twice the log likelihood ratio of two Poisson numbers against the rest's ratio. */
function countGain({ n0, n1 }: Sums, { ratio }: Usual): number {
  const n = n0 + n1
  if (n <= 0) return 0
  const after = (n * ratio) / (1 + ratio)
  const part = (seen: number, expected: number): number => (seen > 0 ? seen * Math.log(seen / expected) : 0)
  return 2 * (part(n1, after) + part(n0, n - after))
}

function levelGain({ n0, n1, l0, l1 }: Sums, { level, spread }: Usual): number {
  if (n0 < 0.5 || n1 < 0.5) return 0
  return (l1 / n1 - l0 / n0 - level) ** 2 / (spread * (1 / n0 + 1 / n1))
}

/**
 * The ripple effect's test: whether an element's postings moved alike, whichever other factor they are told apart by; −1 to 1. What
 * goes against it is the evidence of its members apart from each other, beyond chance.
 */
export function riskOfPostings(
  { sums }: Postings,
  codes: readonly Int32Array[],
  sizes: readonly number[],
  named: readonly number[],
  inside: Int32Array,
  usual: Usual,
): number {
  const whole = sumOver(sums, inside)
  const gain = evidenceOf(whole, usual)
  const own = { ...usual }
  if (whole.n0 > 0 && whole.n1 > 0) {
    own.ratio = whole.n1 / whole.n0
    own.level = whole.l1 / whole.n1 - whole.l0 / whole.n0
  }
  let against = 0
  for (const [f, column] of codes.entries()) {
    if (named.includes(f)) continue
    const members = groupsOf(sums, sizes[f] as number, column, inside).filter(
      member => member.n0 + member.n1 > 0,
    )
    const apart = members.reduce((sum, member) => sum + evidenceOf(member, own) + 1, 0)
    const free = 2 * (members.length - 1)
    against = Math.max(against, apart - free - 2 * Math.sqrt(2 * free))
  }
  return gain <= 0 ? -1 : (gain - against) / (gain + against)
}

function sumOver(sums: Postings['sums'], leaves: Int32Array): Sums {
  const found = { ...NOTHING }
  for (const key of SUM_KEYS) {
    const column = sums[key]
    let sum = 0
    for (let k = 0; k < leaves.length; k += 1) sum += column[leaves[k] as number] as number
    found[key] = sum
  }
  return found
}

/** Sums by a factor's codes. */
function groupsOf(
  { n0, n1, l0, l1 }: Postings['sums'],
  size: number,
  codes: Int32Array,
  leaves: Int32Array,
): Sums[] {
  // Side by side, so that a leaf touches one place of memory.
  const into = new Float64Array(size * 4)
  for (let k = 0; k < leaves.length; k += 1) {
    const leaf = leaves[k] as number
    const at = (codes[leaf] as number) * 4
    into[at] = (into[at] as number) + (n0[leaf] as number)
    into[at + 1] = (into[at + 1] as number) + (n1[leaf] as number)
    into[at + 2] = (into[at + 2] as number) + (l0[leaf] as number)
    into[at + 3] = (into[at + 3] as number) + (l1[leaf] as number)
  }
  return Array.from({ length: size }, (_, code) => ({
    n0: into[code * 4] as number,
    n1: into[code * 4 + 1] as number,
    l0: into[code * 4 + 2] as number,
    l1: into[code * 4 + 3] as number,
  }))
}
