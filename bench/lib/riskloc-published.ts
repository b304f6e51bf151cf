import { combined, type Leaves } from '../../src/main/features/root-cause/analysis/riskloc/leaves.ts'
import { cuboidsOf } from '../../src/main/features/root-cause/analysis/riskloc/search.ts'

/**
 * RiskLoc as the paper has it (M. Kalander 2022, arXiv 2205.10004), written plainly from its formulas: the yardstick beside which ours is
 * measured. Deviation 2(f − v)/(f + v), a cut point mirrored from the quiet side without its five extremes, weights that grow with the
 * distance from it, risk = weighted share in the abnormal part − deviation left after the ripple effect, explanatory power 2 %.
 */
export function publishedRiskloc(leaves: Leaves): { factors: readonly number[]; codes: number[] }[] {
  const { count, before, after } = leaves
  const deviation = new Float64Array(count)
  for (let i = 0; i < count; i += 1) {
    const sum = (before[i] as number) + (after[i] as number)
    deviation[i] = sum === 0 ? 0 : (2 * ((before[i] as number) - (after[i] as number))) / sum
  }
  const distinct = [...new Set(deviation)].sort((a, b) => a - b)
  const low = distinct[Math.min(5, distinct.length - 1)] as number
  const high = distinct[Math.max(0, distinct.length - 6)] as number
  const cut = -(Math.abs(low) < Math.abs(high) ? low : high)
  const abnormal = Uint8Array.from(deviation, d => (cut >= 0 ? Number(d > cut) : Number(d < cut)))
  const weight = Float64Array.from(deviation, (d, i) =>
    Math.min(1, abnormal[i] === 1 ? Math.abs(d) : Math.abs(cut - d)),
  )
  const power = Float64Array.from(before, (f, i) => f - (after[i] as number))
  const alive = new Uint8Array(count).fill(1)
  const abnormalPower = (): number => power.reduce((s, p, i) => s + (alive[i] && abnormal[i] ? p : 0), 0)
  if (abnormalPower() < 0) for (let i = 0; i < count; i += 1) power[i] = -(power[i] as number)
  const least = abnormalPower() * 0.02
  const found: { factors: readonly number[]; codes: number[] }[] = []
  const cuboids = cuboidsOf(leaves.codes.length, leaves.codes.length)
  while (abnormalPower() >= least && found.length < 20) {
    let best: { factors: readonly number[]; codes: number[]; power: number; inside: number[] } | undefined
    for (let layer = 1; layer <= leaves.codes.length && !best; layer += 1)
      for (const factors of cuboids.filter(c => c.length === layer)) {
        const { ids, groups } = combined(
          factors.map(f => ({ codes: leaves.codes[f] as Int32Array, size: leaves.sizes[f] as number })),
          count,
          () => false,
        )
        const members = Array.from({ length: groups }, () => [] as number[])
        for (let i = 0; i < count; i += 1) if (alive[i]) members[ids[i] as number]?.push(i)
        const ranked = members
          .map(inside => ({ inside, power: inside.reduce((s, i) => s + (power[i] as number), 0) }))
          .filter(one => one.power > (best?.power ?? least) && one.inside.some(i => abnormal[i]))
          .sort((a, b) => b.power - a.power)
        for (const { inside, power: ep } of ranked) {
          if (riskOf(inside) < 0.5) continue
          const codes = factors.map(f => (leaves.codes[f] as Int32Array)[inside[0] as number] as number)
          best = { factors, codes, power: ep, inside }
          break
        }
      }
    if (!best) break
    found.push({ factors: best.factors, codes: best.codes })
    for (const i of best.inside) alive[i] = 0
  }
  return found

  function riskOf(inside: number[]): number {
    let bad = 0
    let good = 1
    let f = 0
    let v = 0
    for (const i of inside) {
      if (abnormal[i]) bad += weight[i] as number
      else good += weight[i] as number
      if (before[i] !== 0 && after[i] !== 0) {
        f += before[i] as number
        v += after[i] as number
      }
    }
    let left = 0
    let whole = 0
    for (const i of inside) {
      if (before[i] === 0 || after[i] === 0) continue
      const expected = ((before[i] as number) * v) / f
      left += Math.abs((2 * (expected - (after[i] as number))) / (expected + (after[i] as number)))
      whole += Math.abs(deviation[i] as number)
    }
    return bad / (bad + good) - (whole > 0 ? left / whole : 0)
  }
}
