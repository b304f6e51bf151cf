import { betaQuantile, poissonFactor } from '../tails.ts'

export interface Audited {
  row: number
  book: number
  audit: number
  stratum: 'top' | 'hit'
}

export interface Misstatement {
  row: number
  book: number
  audit: number
  stratum: 'top' | 'hit'
  /** (book − audit) ÷ book: 1 where nothing of it is there, below 0 where the book shows too little. */
  taint: number
  /** What it stands for: itself in the top stratum, taint × interval below. Statistics from here on, in whole units of money. */
  projected: number
}

export interface Evaluation {
  /** Items of the sample whose audit value is known, and how many are still to be examined. */
  examined: number
  missing: number
  misstatements: Misstatement[]
  /** Most likely misstatement, overstatements less understatements. */
  projected: number
  /** Of the top stratum, known and not estimated. */
  known: number
  basicPrecision: number
  incremental: number
  /** Overstatement that is not passed, at the confidence level; null while items are missing. */
  upper: number | null
  /** The same for understatements, for the items that have been found overlooked in part. */
  upperUnder: number | null
  conclusion: 'acceptable' | 'not-acceptable' | 'incomplete' | null
}

/**
 * What a monetary-unit sample says of the whole: known errors of the top stratum, taints × interval below it, and an upper bound by
 * the Poisson factors with the taints in descending order. Source: AICPA, Audit Sampling (2014), chapter 6 and appendix C.
 */
export function evaluateSample(
  audited: readonly Audited[],
  missing: number,
  { interval, confidence, materiality }: { interval: number; confidence: number; materiality?: number },
): Evaluation {
  const misstatements = audited
    .filter(({ book, audit }) => book !== audit)
    .map(one => {
      const taint = (one.book - one.audit) / one.book
      return { ...one, taint, projected: one.stratum === 'top' ? one.book - one.audit : taint * interval }
    })
  const over = bound(misstatements, 1, interval, confidence)
  const under = bound(misstatements, -1, interval, confidence)
  const whole = missing === 0
  const verdict = over.upper <= (materiality ?? 0) ? 'acceptable' : 'not-acceptable'
  return {
    examined: audited.length,
    missing,
    misstatements,
    projected: misstatements.reduce((sum, one) => sum + one.projected, 0),
    known: misstatements.reduce((sum, one) => sum + (one.stratum === 'top' ? one.projected : 0), 0),
    basicPrecision: over.basic,
    incremental: over.incremental,
    upper: whole ? over.upper : null,
    upperUnder: whole ? under.upper : null,
    conclusion: materiality === undefined ? null : whole ? verdict : 'incomplete',
  }
}

function bound(
  misstatements: readonly Misstatement[],
  sign: 1 | -1,
  interval: number,
  confidence: number,
): { basic: number; incremental: number; upper: number } {
  const mine = misstatements.filter(one => one.taint * sign > 0)
  const known = mine.reduce((sum, one) => sum + (one.stratum === 'top' ? one.projected * sign : 0), 0)
  const taints = mine
    .filter(one => one.stratum === 'hit')
    .map(one => one.taint * sign)
    .sort((a, b) => b - a)
  const basic = poissonFactor(0, confidence) * interval
  let projected = 0
  let incremental = 0
  for (const [i, taint] of taints.entries()) {
    const widening = poissonFactor(i + 1, confidence) - poissonFactor(i, confidence) - 1
    projected += taint * interval
    incremental += widening * taint * interval
  }
  return { basic, incremental, upper: known + projected + basic + incremental }
}

/**
 * Stringer's upper bound of the rate of misstatement, as a share of the book value, from the taints of n sampled items: binomial,
 * as R's jfa and MUS have it. Source: Bickel, "Inference and auditing: the Stringer bound", 1992.
 */
export function stringerBound(taints: readonly number[], n: number, confidence: number): number {
  const level = confidence / 100
  const rate = (errors: number): number => (errors >= n ? 1 : betaQuantile(level, errors + 1, n - errors))
  const ordered = taints.filter(taint => taint > 0).sort((a, b) => b - a)
  let upper = rate(0)
  for (const [i, taint] of ordered.entries()) upper += (rate(i + 1) - rate(i)) * taint
  return upper
}
