import type { DimensionContributions } from '../contributions/contributions.ts'

export interface AdtributorParameters {
  /** A dimension's set of members is complete when it explains so much of the change (T_EP). */
  explain: number
  /** Least share of the change of each member in it (T_EEP). */
  each: number
  /** Most dimensions in the answer. */
  most: number
}

export const ADTRIBUTOR_DEFAULTS: AdtributorParameters = { explain: 0.67, each: 0.1, most: 3 }

export interface Driver {
  dimension: string
  key: string
  /** Share of the change: (A − F) ÷ Σ (A − F). */
  explained: number
  /** Half the Jensen–Shannon term of the member's share of the total before and after. */
  surprise: number
}

/**
 * Ranked one-dimensional drivers (R. Bhagwan et al. 2014, "Adtributor: Revenue Debugging in Advertising Systems", NSDI): in each dimension
 * the most surprising members that together explain the change; dimensions by the surprise of their set. Of no use where the change comes
 * from a combination of members; then RiskLoc answers. Empty where nothing changed.
 */
export function adtributor(
  dimensions: readonly DimensionContributions[],
  parameters: AdtributorParameters = ADTRIBUTOR_DEFAULTS,
): Driver[] {
  const sets = dimensions.flatMap(one => setOf(one, parameters))
  return sets
    .sort((a, b) => b.surprise - a.surprise)
    .slice(0, parameters.most)
    .flatMap(set => set.drivers)
}

function setOf(
  { dimension, members }: DimensionContributions,
  { explain, each }: AdtributorParameters,
): { surprise: number; drivers: Driver[] }[] {
  const sum = (of: (m: (typeof members)[number]) => number): number =>
    members.reduce((all, m) => all + of(m), 0)
  const change = sum(m => Number(m.delta))
  if (change === 0) return []
  // Shares of amounts of either sign: by their size, so that a refund is no negative probability.
  const before = sum(m => Math.abs(Number(m.before)))
  const after = sum(m => Math.abs(Number(m.after)))
  const ranked = members
    .map(m => ({
      dimension,
      key: m.key,
      explained: Number(m.delta) / change,
      surprise: surpriseOf(
        before > 0 ? Math.abs(Number(m.before)) / before : 0,
        after > 0 ? Math.abs(Number(m.after)) / after : 0,
      ),
    }))
    .sort((a, b) => b.surprise - a.surprise)
  const drivers: Driver[] = []
  let explained = 0
  let surprise = 0
  for (const driver of ranked) {
    if (driver.explained <= each) continue
    drivers.push(driver)
    explained += driver.explained
    surprise += driver.surprise
    if (explained > explain) return [{ surprise, drivers }]
  }
  return []
}

function surpriseOf(p: number, q: number): number {
  const term = (x: number): number => (x > 0 ? x * Math.log((2 * x) / (p + q)) : 0)
  return 0.5 * (term(p) + term(q))
}
