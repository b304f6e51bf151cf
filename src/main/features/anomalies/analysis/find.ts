import type { Detector } from '../../../../shared/contract/anomalies.ts'
import { counterfactual, type Counterfactual } from './counterfactual.ts'
import { entryFeatures, type EntryFeatures, type EntrySlice } from './features.ts'
import { detect, type DetectSettings } from './index.ts'
import { countBelow, medianOfSorted } from './order.ts'
import { driversOf, severityOf, type Driver, type Severity } from './reasons.ts'
import { checkCancelled, type Parameters, type Steps } from './table.ts'

/** One flagged entry. Amounts in minor units. */
export interface FoundEntry {
  row: number
  score: number
  /** Share of all scored entries with a lower score. */
  standing: number
  severity: Severity
  /** Money at stake: what goes beyond the usual of its group, or the whole amount where the amount is not what is unusual. */
  impact: number
  typical: number
  drivers: Driver[]
  counterfactual: Counterfactual | undefined
}

export interface Found {
  parameters: Parameters
  scores: Float64Array
  flags: Uint8Array
  flagged: number
  /** The most anomalous first; at most as many as were asked for. */
  entries: FoundEntry[]
  features: EntryFeatures
}

/** Below so many entries nothing can be called unusual. */
export const LEAST_ENTRIES = 30

/** Looks for unusual entries, and says of the `limit` most unusual why, and what would clear them. At least one entry. */
export function findAnomalies(
  slice: EntrySlice,
  profile: 'personal' | 'ledger',
  method: Detector,
  settings: DetectSettings,
  limit: number,
  steps: Steps,
): Found {
  const features = entryFeatures(slice, profile, steps)
  const { fitted, flags, threshold, rule, parameters } = detect(
    method,
    features.table,
    settings,
    features.groups,
    { cancelled: () => steps.cancelled(), progress: (done, total) => steps.progress(done / total, 2) },
  )
  const { scores } = fitted
  checkCancelled(steps)
  const rows: number[] = []
  for (let i = 0; i < flags.length; i += 1) if (flags[i] === 1) rows.push(i)
  rows.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
  checkCancelled(steps)
  const sorted = scores.slice().sort()
  checkCancelled(steps)
  const sizes = slice.amounts.map(Math.abs).sort()
  checkCancelled(steps)
  const stakes = { turnover: sizes.reduce((sum, size) => sum + size, 0), median: medianOfSorted(sizes) }
  const entries = rows.slice(0, limit).map((row, place): FoundEntry => {
    checkCancelled(steps)
    steps.progress(1 + place / limit, 2)
    const facts = features.factsOf(row)
    const drivers = driversOf(fitted, features, features.valuesOf(row, facts))
    const typical = features.typicalOf(row)
    const size = Math.abs(facts.amount)
    const ofAmount = drivers[0]?.feature.startsWith('amount') === true
    const impact = ofAmount && size > typical ? size - typical : size
    return {
      row,
      score: scores[row] as number,
      standing: countBelow(sorted, scores[row] as number) / scores.length,
      severity: severityOf(1 - place / rows.length, impact, typical, stakes),
      impact,
      typical,
      drivers,
      counterfactual: counterfactual(features, row, changed => {
        const score = fitted.score(features.valuesOf(row, changed))
        return rule === 'top' ? score < threshold : score <= threshold
      }),
    }
  })
  const shown = { ...parameters, features: features.table.names.join(', '), groupedBy: features.groupedBy }
  return { parameters: shown, scores, flags, flagged: rows.length, entries, features }
}
