import { random } from '../../src/main/engine/testing/random.ts'
import type { TwoPeriods } from '../../src/main/features/root-cause/analysis/two-periods/two-periods.ts'

/** A table of two periods with causes planted in it. */
export interface PlantedCase {
  kind: string
  table: TwoPeriods
  /** Each cause: factor id → key. */
  planted: Record<string, string>[]
}

export interface Shape {
  sizes: number[]
  /** Rows of a leaf in a period, on average; below one, most leaves are empty. */
  rows: number
  /** 'invoices': how many and how large is chance in each period. 'values': one figure a leaf that moves by a few percent. */
  noise: 'invoices' | 'values'
  spread: number
  causes: number
  /** Factors of a cause. */
  layers: number
}

type Next = () => number

const normal = (next: Next): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())

function poisson(mean: number, next: Next): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(next)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = next(); product > limit; product *= next()) count += 1
  return count
}

/**
 * One case. As in the RiskLoc paper's synthetic data, leaves have heavy-tailed sizes, every leaf is noisy, and all leaves under a planted
 * element change by one common factor plus a deviation of their own; unlike there, 'invoices' draws the rows of each period anew.
 */
export function plantedCase(kind: string, shape: Shape, seed: number): PlantedCase {
  const next = random(seed)
  const { sizes } = shape
  const ids = sizes.map((_, f) => `d${f + 1}`)
  const keys = sizes.map((size, f) => Array.from({ length: size }, (_, c) => `${ids[f]}-${c}`))
  const weight = sizes.map(size => Array.from({ length: size }, () => Math.exp(normal(next) * 0.6)))
  const leaves = sizes.reduce((a, b) => a * b, 1)
  const codesOf = (leaf: number): number[] => {
    const codes: number[] = []
    let rest = leaf
    for (let f = sizes.length - 1; f >= 0; f -= 1) {
      codes[f] = rest % (sizes[f] as number)
      rest = Math.floor(rest / (sizes[f] as number))
    }
    return codes
  }
  const size = new Float64Array(leaves)
  let whole = 0
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const mean = codesOf(leaf).reduce((p, c, f) => p * ((weight[f] as number[])[c] as number), 1)
    size[leaf] = mean * Math.exp(normal(next) * 0.5)
    whole += size[leaf] as number
  }
  const average = whole / leaves
  const inside = (cause: Map<number, number>, codes: number[]): boolean =>
    [...cause].every(([f, c]) => codes[f] === c)
  const up = next() < 0.75
  const causes: { cause: Map<number, number>; factor: number }[] = []
  while (causes.length < shape.causes) {
    const factors = sizes
      .map((_, f) => f)
      .sort(() => next() - 0.5)
      .slice(0, shape.layers)
    const cause = new Map(
      factors.sort((a, b) => a - b).map(f => [f, Math.floor(next() * (sizes[f] as number))]),
    )
    // A cause worth the name: it holds some of the money.
    let held = 0
    let squares = 0
    for (let leaf = 0; leaf < leaves; leaf += 1)
      if (inside(cause, codesOf(leaf))) {
        held += size[leaf] as number
        squares += (size[leaf] as number) ** 2
      }
    const factor = up ? 1.5 + next() * 1.5 : 0.2 + next() * 0.4
    const effect = held * Math.abs(factor - 1)
    // It must stand out from chance, or nobody could find it.
    const varies =
      shape.noise === 'values'
        ? 2 * shape.spread ** 2
        : ((1 + factor ** 2) * Math.exp(shape.spread ** 2)) / shape.rows
    const chance = Math.sqrt(squares * varies)
    const overlaps = causes.some(other => [...other.cause].every(([f, c]) => (cause.get(f) ?? c) === c))
    if (effect > chance * 6 && held > whole * 0.002 && !overlaps) causes.push({ cause, factor })
    else if (next() < 0.002) break
  }
  const codes: number[][] = ids.map(() => [])
  const side: number[] = []
  const amounts: number[] = []
  const push = (leafCodes: number[], period: 0 | 1, amount: number): void => {
    const rounded = Math.round(amount)
    if (rounded === 0) return
    for (const [f, c] of leafCodes.entries()) (codes[f] as number[]).push(c)
    side.push(period)
    amounts.push(rounded)
  }
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const leafCodes = codesOf(leaf)
    const hit = causes.find(c => inside(c.cause, leafCodes))
    const factor = hit ? hit.factor * (1 + normal(next) * 0.05) : 1
    const mean = ((size[leaf] as number) / average) * 10_000
    for (const period of [0, 1] as const) {
      const driven = period === 1 ? factor : 1
      if (shape.noise === 'values') push(leafCodes, period, mean * driven * (1 + normal(next) * shape.spread))
      else {
        // Half of the causes are dearer rows, half are more rows.
        const more = hit && hit.factor > 1 && seed % 2 === 0
        const count = poisson(shape.rows * (more ? driven : 1), next)
        for (let r = 0; r < count; r += 1)
          push(
            leafCodes,
            period,
            (mean / shape.rows) *
              (more ? 1 : driven) *
              Math.exp(normal(next) * shape.spread - shape.spread ** 2 / 2),
          )
      }
    }
  }
  return {
    kind,
    planted: causes.map(({ cause }) =>
      Object.fromEntries([...cause].map(([f, c]) => [ids[f] as string, (keys[f] as string[])[c] as string])),
    ),
    table: {
      count: side.length,
      side: Uint8Array.from(side),
      amounts: Float64Array.from(amounts),
      factors: ids.map((id, f) => ({
        id,
        codes: Int32Array.from(codes[f] as number[]),
        keys: keys[f] as string[],
      })),
    },
  }
}
