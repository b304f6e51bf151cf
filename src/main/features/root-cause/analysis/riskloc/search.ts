import { combine, type Leaves } from './leaves.ts'
import { evidenceOf, NOTHING, SUM_KEYS, type Postings, type Sums, type Usual } from './postings.ts'

/** What one element (one member for each of the cuboid's factors) adds up to over its leaves. */
export interface Candidate {
  /** The cuboid: which factors. */
  factors: readonly number[]
  /** One code for each of them. */
  codes: number[]
  /** Elements with leaves in its cuboid: of so many the best is taken. */
  among: number
  leaves: number
  /** Σ m·Δ/R, Σ m²/R, Σ m, Σ Δ and Σ R over its leaves; the first two and the last are nil where postings are looked at. */
  a: number
  b: number
  m: number
  delta: number
  squares: number
  /** Of its postings, where they are looked at. */
  sums?: Sums
}

/** What the search knows of each leaf: m = (before + after) ÷ 2, Δ = after − before, R = Σ amount². */
export interface LeafFigures {
  m: Float64Array
  delta: Float64Array
  squares: Float64Array
  /** 1 ÷ R; 0 where the leaf has nothing but nil. */
  precision: Float64Array
  /** Where invoices come and go, their numbers and sizes, and how those of the whole moved. */
  postings?: { of: Postings; usual: Usual }
}

export function figuresOf(leaves: Leaves): LeafFigures {
  const { count, before, after, squares } = leaves
  const m = new Float64Array(count)
  const delta = new Float64Array(count)
  const precision = new Float64Array(count)
  for (let i = 0; i < count; i += 1) {
    m[i] = ((before[i] as number) + (after[i] as number)) / 2
    delta[i] = (after[i] as number) - (before[i] as number)
    precision[i] = (squares[i] as number) > 0 ? 1 / (squares[i] as number) : 0
  }
  return { m, delta, squares, precision }
}

/** The factors' combinations of one to `layers` of `factors` factors, fewer factors first. */
export function cuboidsOf(factors: number, layers: number): number[][] {
  const cuboids: number[][] = []
  const extend = (chosen: number[], next: number): void => {
    if (chosen.length > 0) cuboids.push(chosen)
    if (chosen.length === layers) return
    for (let f = next; f < factors; f += 1) extend([...chosen, f], f + 1)
  }
  extend([], 0)
  return cuboids.sort((x, y) => x.length - y.length)
}

/** Elements kept of each cuboid: those whose change is least likely to be chance. */
const KEPT = 256
/** Combinations up to this many need no numbering. */
const DIRECT = 1 << 20

/** Adds the leaves up by each cuboid and keeps its strongest elements; ends early where `visit` says false. */
export function candidatesOf(
  leaves: Leaves,
  figures: LeafFigures,
  cuboids: readonly number[][],
  visit: (done: number) => boolean,
): Candidate[] {
  const made: Candidate[] = []
  // Numbers of the pair that a triple begins with are used by all triples that follow it.
  const numbered = new Map<string, { ids: Int32Array; groups: number }>()
  const idsOf = (factors: readonly number[]): { ids: Int32Array; groups: number } => {
    const [only] = factors as [number]
    if (factors.length === 1)
      return { ids: leaves.codes[only] as Int32Array, groups: leaves.sizes[only] as number }
    const head = factors.slice(0, -1)
    const key = head.join()
    const first = numbered.get(key) ?? idsOf(head)
    if (head.length > 1 && !numbered.has(key)) {
      numbered.clear()
      numbered.set(key, first)
    }
    const last = factors.at(-1) as number
    const codes = leaves.codes[last] as Int32Array
    const size = leaves.sizes[last] as number
    if (first.groups * size > DIRECT) return combine(first.ids, first.groups, codes, size)
    const ids = new Int32Array(leaves.count)
    for (let i = 0; i < ids.length; i += 1) ids[i] = (first.ids[i] as number) * size + (codes[i] as number)
    return { ids, groups: first.groups * size }
  }
  for (const [done, factors] of cuboids.entries()) {
    if (!visit(done)) break
    const { ids, groups } = idsOf(factors)
    made.push(...strongest(leaves, figures, factors, ids, groups))
  }
  return made
}

function strongest(
  leaves: Leaves,
  { m, delta, squares, precision, postings }: LeafFigures,
  factors: readonly number[],
  ids: Int32Array,
  groups: number,
): Candidate[] {
  const a = new Float64Array(groups)
  const b = new Float64Array(groups)
  const d = new Float64Array(groups)
  const r = new Float64Array(groups)
  const first = new Int32Array(groups).fill(-1)
  for (let i = 0; i < ids.length; i += 1) {
    const g = ids[i] as number
    d[g] = (d[g] as number) + (delta[i] as number)
    if (first[g] === -1) first[g] = i
  }
  // Where postings are looked at, the gain of the sums is never asked for.
  for (let i = 0; i < ids.length && !postings; i += 1) {
    const g = ids[i] as number
    const mp = (m[i] as number) * (precision[i] as number)
    a[g] = (a[g] as number) + mp * (delta[i] as number)
    b[g] = (b[g] as number) + mp * (m[i] as number)
    r[g] = (r[g] as number) + (squares[i] as number)
  }
  const sums = postings && sumsBy(postings.of, ids, groups)
  let among = 0
  const gains = new Float64Array(groups)
  for (let g = 0; g < groups; g += 1) {
    if (first[g] === -1) continue
    among += 1
    if (sums && postings) gains[g] = evidenceOf(sums(g), postings.usual)
    else if ((b[g] as number) > 0)
      gains[g] = Math.max((a[g] as number) ** 2 / (b[g] as number), (d[g] as number) ** 2 / (r[g] as number))
  }
  const bound = among > KEPT ? (gains.toSorted()[groups - KEPT] as number) : 0
  const kept: number[] = []
  for (let g = 0; g < groups && kept.length < KEPT; g += 1)
    if (first[g] !== -1 && (gains[g] as number) >= bound && (gains[g] as number) > 0) kept.push(g)
  const place = new Map(kept.map((g, k) => [g, k]))
  const found: Candidate[] = kept.map(g => ({
    factors,
    codes: factors.map(f => (leaves.codes[f] as Int32Array)[first[g] as number] as number),
    among,
    leaves: 0,
    a: a[g] as number,
    b: b[g] as number,
    m: 0,
    delta: d[g] as number,
    squares: r[g] as number,
    ...(sums && { sums: sums(g) }),
  }))
  if (found.length === 0) return found
  const slot = groups <= DIRECT ? new Int16Array(groups).fill(-1) : undefined
  if (slot) for (const [g, k] of place) slot[g] = k
  for (let i = 0; i < ids.length; i += 1) {
    const k = slot ? (slot[ids[i] as number] as number) : (place.get(ids[i] as number) ?? -1)
    if (k < 0) continue
    const candidate = found[k] as Candidate
    candidate.leaves += 1
    candidate.m += m[i] as number
  }
  return found
}

function sumsBy({ sums }: Postings, ids: Int32Array, groups: number): (group: number) => Sums {
  const columns = SUM_KEYS.map(key => {
    const into = new Float64Array(groups)
    const of = sums[key]
    for (let i = 0; i < ids.length; i += 1)
      into[ids[i] as number] = (into[ids[i] as number] as number) + (of[i] as number)
    return into
  })
  return group => {
    const found = { ...NOTHING }
    for (const [k, key] of SUM_KEYS.entries()) found[key] = columns[k]?.[group] as number
    return found
  }
}

/**
 * Takes leaves out of the candidates that contain them: what a cause already explains counts for no other. Cancelled, it leaves the
 * candidates unfinished.
 */
export function takeOut(
  candidates: readonly Candidate[],
  leaves: Leaves,
  { m, delta, squares, precision, postings }: LeafFigures,
  taken: Int32Array,
  cancelled: () => boolean,
): void {
  const byCuboid = Map.groupBy(candidates, c => c.factors)
  for (const [factors, members] of byCuboid) {
    if (cancelled()) return
    const key = (code: (f: number) => number): number =>
      factors.reduce((sum, f) => sum * (leaves.sizes[f] as number) + code(f), 0)
    const index = new Map(members.map(c => [key(f => c.codes[factors.indexOf(f)] as number), c]))
    for (const i of taken) {
      const candidate = index.get(key(f => (leaves.codes[f] as Int32Array)[i] as number))
      if (!candidate) continue
      const mp = (m[i] as number) * (precision[i] as number)
      candidate.a -= mp * (delta[i] as number)
      candidate.b -= mp * (m[i] as number)
      candidate.m -= m[i] as number
      candidate.delta -= delta[i] as number
      candidate.squares -= squares[i] as number
      candidate.leaves -= 1
      if (candidate.sums && postings)
        for (const key of SUM_KEYS) candidate.sums[key] -= postings.of.sums[key][i] as number
    }
  }
}

/** The leaves of an element that are not yet `taken`. */
export function leavesIn(leaves: Leaves, candidate: Candidate, taken: Uint8Array): Int32Array {
  const found: number[] = []
  const columns = candidate.factors.map(f => leaves.codes[f] as Int32Array)
  for (let i = 0; i < leaves.count; i += 1) {
    if (taken[i] === 1) continue
    let inside = true
    for (let k = 0; k < columns.length && inside; k += 1)
      inside = (columns[k] as Int32Array)[i] === candidate.codes[k]
    if (inside) found.push(i)
  }
  return Int32Array.from(found)
}
