import { combined, type Leaves } from './leaves.ts'
import { evidenceOf, SUM_KEYS, type Postings, type Sums, type Usual } from './postings.ts'

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

/** What the elements of one cuboid add up to: element g's figures lie side by side, so that a leaf touches one place of memory. */
interface Sheet {
  factors: readonly number[]
  groups: number
  figures: Float64Array
  /** A leaf of each element, −1 where it has none. */
  example: Int32Array
}

/** Places in a sheet: leaves, Σ m, Σ Δ, then a, b and Σ R, or where postings are looked at n0, n1, l0, l1. */
const LEAVES = 0
const M = 1
const DELTA = 2
const OWN = 3
const WIDTH = 7

/**
 * Adds the leaves up by each cuboid and keeps its strongest elements; ends early where `visit` says false. Only cuboids of most factors
 * are added up from the leaves, those within them from their elements.
 */
export function candidatesOf(
  leaves: Leaves,
  figures: LeafFigures,
  cuboids: readonly number[][],
  visit: (done: number) => boolean,
): Candidate[] {
  const layers = Math.max(0, ...cuboids.map(factors => factors.length))
  const made = new Map<string, Candidate[]>()
  // Where fewest elements are, what lies within is added up fastest.
  const widest = cuboids
    .filter(factors => factors.length === layers)
    .toSorted((x, y) => elementsOf(leaves, x) - elementsOf(leaves, y))
  const within = (sheet: Sheet): boolean => {
    if (!visit(made.size)) return false
    made.set(sheet.factors.join(), strongest(leaves, figures, sheet))
    for (const left of sheet.factors) {
      const factors = sheet.factors.filter(f => f !== left)
      if (factors.length === 0 || made.has(factors.join())) continue
      if (!within(narrower(leaves, sheet, factors))) return false
    }
    return true
  }
  for (const factors of widest) if (!within(sheetOf(leaves, figures, factors))) break
  return cuboids.flatMap(factors => made.get(factors.join()) ?? [])
}

const elementsOf = ({ sizes }: Leaves, factors: readonly number[]): number =>
  factors.reduce((product, f) => product * (sizes[f] as number), 1)

/** The element of each leaf, or of each leaf of `among`. */
function elementIds(
  leaves: Leaves,
  factors: readonly number[],
  among?: Int32Array,
): { ids: Int32Array; groups: number } {
  const columns = factors.map(f => {
    const all = leaves.codes[f] as Int32Array
    return { codes: among ? among.map(i => all[i] as number) : all, size: leaves.sizes[f] as number }
  })
  const count = among?.length ?? leaves.count
  const groups = elementsOf(leaves, factors)
  if (groups > DIRECT) return combined(columns, count, () => false)
  const ids = new Int32Array(count)
  for (const { codes, size } of columns)
    for (let i = 0; i < count; i += 1) ids[i] = (ids[i] as number) * size + (codes[i] as number)
  return { ids, groups }
}

function sheetOf(leaves: Leaves, figures: LeafFigures, factors: readonly number[]): Sheet {
  const { m, delta, squares, precision, postings } = figures
  const { ids, groups } = elementIds(leaves, factors)
  const into = new Float64Array(groups * WIDTH)
  const example = new Int32Array(groups).fill(-1)
  // Where postings are looked at, the gain of the sums is never asked for.
  const { n0, n1, l0, l1 } = postings?.of.sums ?? {}
  for (let i = 0; i < ids.length; i += 1) {
    const g = ids[i] as number
    const at = g * WIDTH
    if (into[at] === 0) example[g] = i
    into[at] = (into[at] as number) + 1
    into[at + M] = (into[at + M] as number) + (m[i] as number)
    into[at + DELTA] = (into[at + DELTA] as number) + (delta[i] as number)
    if (n0 && n1 && l0 && l1) {
      into[at + OWN] = (into[at + OWN] as number) + (n0[i] as number)
      into[at + OWN + 1] = (into[at + OWN + 1] as number) + (n1[i] as number)
      into[at + OWN + 2] = (into[at + OWN + 2] as number) + (l0[i] as number)
      into[at + OWN + 3] = (into[at + OWN + 3] as number) + (l1[i] as number)
    } else {
      const mp = (m[i] as number) * (precision[i] as number)
      into[at + OWN] = (into[at + OWN] as number) + mp * (delta[i] as number)
      into[at + OWN + 1] = (into[at + OWN + 1] as number) + mp * (m[i] as number)
      into[at + OWN + 2] = (into[at + OWN + 2] as number) + (squares[i] as number)
    }
  }
  return { factors, groups, figures: into, example }
}

/** The same by fewer of a sheet's factors. */
function narrower(leaves: Leaves, sheet: Sheet, factors: readonly number[]): Sheet {
  const filled: number[] = []
  for (let g = 0; g < sheet.groups; g += 1) if (sheet.example[g] !== -1) filled.push(g)
  const { ids, groups } = elementIds(
    leaves,
    factors,
    Int32Array.from(filled, g => sheet.example[g] as number),
  )
  const into = new Float64Array(groups * WIDTH)
  const example = new Int32Array(groups).fill(-1)
  for (const [k, from] of filled.entries()) {
    const g = ids[k] as number
    if (example[g] === -1) example[g] = sheet.example[from] as number
    for (let place = 0; place < WIDTH; place += 1)
      into[g * WIDTH + place] =
        (into[g * WIDTH + place] as number) + (sheet.figures[from * WIDTH + place] as number)
  }
  return { factors, groups, figures: into, example }
}

/** The elements of a sheet with the most evidence. */
function strongest(
  leaves: Leaves,
  { postings }: LeafFigures,
  { factors, groups, figures, example }: Sheet,
): Candidate[] {
  const of = (g: number, place: number): number => figures[g * WIDTH + place] as number
  const sumsOf = (g: number): Sums => ({
    n0: of(g, OWN),
    n1: of(g, OWN + 1),
    l0: of(g, OWN + 2),
    l1: of(g, OWN + 3),
  })
  const gains = new Float64Array(groups)
  let among = 0
  for (let g = 0; g < groups; g += 1) {
    if (example[g] === -1) continue
    among += 1
    if (postings) gains[g] = evidenceOf(sumsOf(g), postings.usual)
    else if (of(g, OWN + 1) > 0)
      gains[g] = Math.max(of(g, OWN) ** 2 / of(g, OWN + 1), of(g, DELTA) ** 2 / of(g, OWN + 2))
  }
  const bound = among > KEPT ? (gains.toSorted()[groups - KEPT] as number) : 0
  const found: Candidate[] = []
  for (let g = 0; g < groups && found.length < KEPT; g += 1) {
    if (example[g] === -1 || !((gains[g] as number) >= bound) || !((gains[g] as number) > 0)) continue
    const [a, b, squares] = postings ? [0, 0, 0] : [of(g, OWN), of(g, OWN + 1), of(g, OWN + 2)]
    found.push({
      factors,
      codes: factors.map(f => (leaves.codes[f] as Int32Array)[example[g] as number] as number),
      among,
      leaves: of(g, LEAVES),
      a,
      b,
      m: of(g, M),
      delta: of(g, DELTA),
      squares,
      ...(postings && { sums: sumsOf(g) }),
    })
  }
  return found
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
