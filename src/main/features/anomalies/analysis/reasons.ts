import type { EntryFeatures } from './features.ts'
import type { Fitted } from './table.ts'

/** A feature's part in a flag. `share` of all parts, 0 to 1. */
export interface Driver {
  /** 'amount', 'amount-in-group', 'amount-for-payee', 'weekday', 'rolling-mean' or 'frequency:' and a dimension. */
  feature: string
  share: number
}

/** Two names for the same thing to a person: their parts are added. */
const SAME: Readonly<Record<string, string>> = { 'log-amount': 'amount' }

/** What drove a row's score, the greatest part first; parts of nil are left out. They sum to 1, or there are none. */
export function driversOf(fitted: Fitted, features: EntryFeatures, values: Float64Array): Driver[] {
  const parts = fitted.contributions(values)
  const byFeature = new Map<string, number>()
  let sum = 0
  for (const [j, name] of features.table.names.entries()) {
    const part = parts[j] as number
    const feature = SAME[name] ?? name
    byFeature.set(feature, (byFeature.get(feature) ?? 0) + part)
    sum += part
  }
  return [...byFeature]
    .filter(([, part]) => part > 0)
    .map(([feature, part]) => ({ feature, share: part / sum }))
    .toSorted((a, b) => b.share - a.share)
}

/** The two or three that a reason names: those that make up a good part of it. */
export function named(drivers: readonly Driver[]): Driver[] {
  return drivers.slice(0, 3).filter(({ share }, i) => i < 1 || share >= 0.1)
}

export type Severity = 'low' | 'medium' | 'high' | 'critical'

/** What an amount is set against. Minor units. */
export interface Stakes {
  /** Σ|amount| of all that was looked at. */
  turnover: number
  /** Median |amount| of all that was looked at. */
  median: number
}

/**
 * Severity by rule. A point for standing among the upper half of what is flagged, two for its upper tenth. A point for money at stake of
 * a thousandth of the turnover, or of 5 times what is usual there (and more than the median of all); two for a hundredth, or 20 times.
 * No point or one is low, two medium, three high, four critical.
 */
export function severityOf(standing: number, impact: number, typical: number, stakes: Stakes): Severity {
  const usual = impact > stakes.median ? Math.max(1, typical) : Infinity
  const money =
    impact >= stakes.turnover / 100 || impact >= 20 * usual
      ? 2
      : impact >= stakes.turnover / 1000 || impact >= 5 * usual
        ? 1
        : 0
  const points = (standing >= 0.9 ? 2 : standing >= 0.5 ? 1 : 0) + money
  return (['low', 'low', 'medium', 'high', 'critical'] as const)[points] ?? 'critical'
}
