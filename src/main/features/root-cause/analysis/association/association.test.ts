import { describe, expect, it } from 'vitest'
import { ASSOCIATION_DEFAULTS, associationOf } from './association.ts'
import { correlationRatio, cramersV } from './matrix.ts'
import { seeded } from './random.ts'

const watch = { cancelled: () => false, progress: () => undefined }
const keys = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i))

function sample(rows: number) {
  const next = seeded(5)
  const cause = Int32Array.from({ length: rows }, () => Math.floor(next() * 8))
  const twin = cause.map(code => 7 - code)
  const idle = Int32Array.from({ length: rows }, () => Math.floor(next() * 8))
  const amounts = Float64Array.from(cause, code => Math.round(Math.exp(4 + code * 0.6 + next())))
  return {
    amounts,
    factors: [
      { id: 'cause', codes: cause, keys: keys(8) },
      { id: 'idle', codes: idle, keys: keys(8) },
      { id: 'twin', codes: twin, keys: keys(8) },
    ],
  }
}

describe('association', () => {
  it('names the factor by which amounts can be told, and not the idle one', () => {
    const { amounts, factors } = sample(3000)
    const found = associationOf(amounts, factors.slice(0, 2), ASSOCIATION_DEFAULTS, watch)
    expect(found?.importance[0]?.factor).toBe('cause')
    expect(found?.importance[0]?.value).toBeGreaterThan(0.8)
    expect(Math.abs(found?.importance[1]?.value ?? 1)).toBeLessThan(0.02)
    expect(found?.told).toBeGreaterThan(0.9)
  })

  it('tells nothing of amounts that hang on nothing', () => {
    const { factors } = sample(3000)
    const next = seeded(9)
    const amounts = Float64Array.from({ length: 3000 }, () => Math.round(next() * 10_000))
    expect(associationOf(amounts, factors, ASSOCIATION_DEFAULTS, watch)?.told).toBeLessThan(0.03)
  })

  it('is the same for the same seed, another for another, and leaves out amounts without a rate', () => {
    const { amounts, factors } = sample(800)
    amounts[3] = Number.NaN
    const run = (seed: number) => associationOf(amounts, factors, { ...ASSOCIATION_DEFAULTS, seed }, watch)
    expect(run(1)).toEqual(run(1))
    expect(run(1)).not.toEqual(run(2))
    expect(run(1)?.rows).toBe(799)
  })

  it('is cancelled between two trees', () => {
    const { amounts, factors } = sample(100)
    expect(
      associationOf(amounts, factors, ASSOCIATION_DEFAULTS, { ...watch, cancelled: () => true }),
    ).toBeUndefined()
  })
})

describe('the matrix', () => {
  it('Cramér’s V is 1 for twins, about nil for strangers', () => {
    const { factors } = sample(3000)
    const [cause, idle, twin] = factors as [(typeof factors)[0], (typeof factors)[0], (typeof factors)[0]]
    expect(cramersV(cause, twin)).toBeCloseTo(1, 6)
    expect(cramersV(cause, idle)).toBeLessThan(0.05)
    expect(cramersV(cause, { ...idle, codes: idle.codes.map(() => 0) })).toBeNull()
  })

  it('agrees with a worked 2 × 2 table: 30, 10, 20, 40 of 100', () => {
    // χ² = 100·(30·40 − 10·20)² ÷ (40·60·50·50) = 16.6667; φ² = 0.166667; corrected by 1/99, over (2 − 1/99) − 1.
    const a = [...Array<number>(40).fill(0), ...Array<number>(60).fill(1)]
    const b = [
      ...Array<number>(30).fill(0),
      ...Array<number>(10).fill(1),
      ...Array<number>(20).fill(0),
      ...Array<number>(40).fill(1),
    ]
    const v = cramersV(
      { id: 'a', codes: Int32Array.from(a), keys: keys(2) },
      { id: 'b', codes: Int32Array.from(b), keys: keys(2) },
    )
    expect(v).toBeCloseTo(Math.sqrt((1 / 6 - 1 / 99) / (1 - 1 / 99)), 12)
  })

  it('the correlation ratio is that of an analysis of variance', () => {
    // Groups {1, 2, 3} and {5, 6, 7}: between 24, all 28; adjusted 1 − (4/28)·5/4.
    const factor = { id: 'f', codes: Int32Array.of(0, 0, 0, 1, 1, 1), keys: keys(2) }
    expect(correlationRatio(factor, Float64Array.of(1, 2, 3, 5, 6, 7))).toBeCloseTo(
      Math.sqrt(1 - (4 / 28) * (5 / 4)),
      12,
    )
    expect(correlationRatio(factor, new Float64Array(6))).toBeNull()
  })
})
