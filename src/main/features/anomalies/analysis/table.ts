/** What the detectors look at: `columns[j][i]` is feature j of row i. All values finite. */
export interface FeatureTable {
  names: string[]
  columns: Float64Array[]
  rows: number
  /** The features that z-scores judge; all where it is left out. Frequencies, say, are no measurements. */
  measures?: number[]
}

/** How a long analysis says how far it is and hears that nobody waits for it any more. */
export interface Steps {
  cancelled(): boolean
  progress(done: number, total: number): void
}

/** For callers that do not wait: tests, benches, one row. */
export const NO_STEPS: Steps = { cancelled: () => false, progress: () => {} }

/** Thrown out of a loop once `cancelled()` is true; the worker's op turns it into the failure `cancelled`. */
export class Cancelled extends Error {}

export function checkCancelled(steps: Steps): void {
  if (steps.cancelled()) throw new Cancelled()
}

/** One detector's parameters, as they are echoed and recorded. */
export type Parameters = Record<string, number | string | boolean>

/**
 * A detector after it has seen the table. Scores are higher the more anomalous a row is; what they mean is the method's own.
 * `score` and `contributions` take any row, also one that was not in the table: that is how a counterfactual is verified.
 */
export interface Fitted {
  scores: Float64Array
  score(row: Float64Array): number
  /** How much each feature makes of the row's score; not negative. */
  contributions(row: Float64Array): Float64Array
  /** Parameters with what the method settled by itself (rows used, epochs run). */
  parameters: Parameters
}

/** A row's values; `into` saves allocations in loops. */
export function rowOf(
  { columns }: FeatureTable,
  row: number,
  into = new Float64Array(columns.length),
): Float64Array {
  for (let j = 0; j < columns.length; j += 1) into[j] = (columns[j] as Float64Array)[row] as number
  return into
}
