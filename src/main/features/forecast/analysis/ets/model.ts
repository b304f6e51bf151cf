/** An exponential smoothing model in the taxonomy of Hyndman, Koehler, Ord & Snyder (2008): error, trend, season. */
export interface EtsModel {
  error: 'A' | 'M'
  trend: 'N' | 'A' | 'Ad'
  season: 'N' | 'A' | 'M'
}

/** `beta` is the trend's own smoothing (β = αβ*), as R's `ets` counts it; `phi` is 1 without damping. */
export interface EtsParameters {
  alpha: number
  beta: number
  gamma: number
  phi: number
  level: number
  slope: number
  /** The initial seasonal states: `seasonal[i]` is that of observation i. Empty without a season. */
  seasonal: Float64Array
}

export interface EtsFit {
  model: EtsModel
  season: number
  parameters: EtsParameters
  /** Maximum of the log-likelihood without its constants, times −2, and the criteria made of it. */
  deviance: number
  aic: number
  aicc: number
  bic: number
  /** Variance of the innovations (relative ones for multiplicative errors), by n − number of parameters. */
  variance: number
  /** States after the last observation; `seasonal[i]` is for step i + 1. */
  last: { level: number; slope: number; seasonal: Float64Array }
  n: number
}

/** 'ETS(M,Ad,M)'. */
export const nameOf = ({ error, trend, season }: EtsModel): string => `ETS(${error},${trend},${season})`

/** Parameters that are estimated, the variance not among them. The last seasonal state follows from the others. */
export function countParameters(model: EtsModel, season: number): number {
  return (
    2 + (model.trend === 'N' ? 0 : 2) + (model.trend === 'Ad' ? 1 : 0) + (model.season === 'N' ? 0 : season)
  )
}

/**
 * The models to choose among: additive errors with a multiplicative season are left out, because their variance is infinite
 * (as R's `ets` with `restrict`), and so is everything multiplicative where a value is not positive.
 */
export function candidates(positive: boolean, seasonal: boolean): EtsModel[] {
  const models: EtsModel[] = []
  for (const error of ['A', 'M'] as const)
    for (const trend of ['N', 'A', 'Ad'] as const)
      for (const season of ['N', 'A', 'M'] as const) {
        if (season !== 'N' && !seasonal) continue
        if (!positive && (error === 'M' || season === 'M')) continue
        if (error === 'A' && season === 'M') continue
        models.push({ error, trend, season })
      }
  return models
}
