import type { EtsModel, EtsParameters } from './model.ts'

/** Derivatives of the deviance by each parameter and initial state. */
export interface EtsGradient {
  alpha: number
  beta: number
  gamma: number
  phi: number
  level: number
  slope: number
  /** By the initial seasonal states, all of them as if they were free. */
  seasonal: Float64Array
}

/** Room for the states of one series: used again by each evaluation, since there are thousands. */
export class EtsFilter {
  readonly model: EtsModel
  readonly season: number
  readonly y: Float64Array
  readonly levels: Float64Array
  readonly slopes: Float64Array
  readonly seasonals: Float64Array
  readonly errors: Float64Array
  readonly fitted: Float64Array
  readonly gradient: EtsGradient
  /** Sum of the squared innovations of the last `run`. */
  sumOfSquares = 0

  constructor(model: EtsModel, season: number, y: Float64Array) {
    const n = y.length
    const m = model.season === 'N' ? 0 : season
    this.model = model
    this.season = m
    this.y = y
    this.levels = new Float64Array(n + 1)
    this.slopes = new Float64Array(n + 1)
    this.seasonals = new Float64Array(n + m)
    this.errors = new Float64Array(n)
    this.fitted = new Float64Array(n)
    this.gradient = { alpha: 0, beta: 0, gamma: 0, phi: 0, level: 0, slope: 0, seasonal: new Float64Array(m) }
  }

  /**
   * Runs the recursions (Hyndman et al. 2008, tables 2.2 and 2.3) over all observations; the deviance
   * n·log Σε² (+ 2 Σ log|μ| for multiplicative errors), +∞ where a level, a season or a fitted value leaves the positive numbers
   * that a multiplicative model needs.
   */
  run(p: EtsParameters): number {
    const { y, levels, slopes, seasonals, errors, fitted, season: m } = this
    const { alpha, beta, gamma, phi } = p
    const additive = this.model.season === 'A'
    const multiplicative = this.model.season === 'M'
    const relative = this.model.error === 'M'
    levels[0] = p.level
    slopes[0] = p.slope
    for (let i = 0; i < m; i++) seasonals[i] = p.seasonal[i] as number
    let squares = 0
    let logs = 1
    let sumOfLogs = 0
    for (let t = 0; t < y.length; t++) {
      const damped = phi * (slopes[t] as number)
      const q = (levels[t] as number) + damped
      const value = y[t] as number
      let mu = q
      let own = value
      if (additive) {
        const s = seasonals[t] as number
        mu = q + s
        own = value - s
        seasonals[t + m] = s + gamma * (value - q - s)
      } else if (multiplicative) {
        const s = seasonals[t] as number
        if (!(s > 1e-9) || !(q > 1e-12)) return Infinity
        mu = q * s
        own = value / s
        seasonals[t + m] = s + gamma * (value / q - s)
      }
      let e = value - mu
      if (relative) {
        if (!(mu > 1e-12)) return Infinity
        e /= mu
        logs *= mu
        // The logarithm of a product of many: taken before it leaves the range of a double.
        if (logs > 1e200 || logs < 1e-200) {
          sumOfLogs += Math.log(logs)
          logs = 1
        }
      }
      levels[t + 1] = q + alpha * (own - q)
      slopes[t + 1] = damped + beta * (own - q)
      errors[t] = e
      fitted[t] = mu
      squares += e * e
    }
    this.sumOfSquares = squares
    // A perfect fit has no likelihood: a variance far below rounding is as good as any other.
    const bounded = Math.max(squares, 1e-20 * y.length)
    return y.length * Math.log(bounded) + (relative ? 2 * (sumOfLogs + Math.log(logs)) : 0)
  }

  /** Derivatives of the deviance at the parameters of the last `run`, by going back through it (reverse mode). */
  differentiate(p: EtsParameters): EtsGradient {
    const { y, levels, slopes, seasonals, errors, fitted, season: m, gradient } = this
    const { alpha, beta, gamma, phi } = p
    const n = y.length
    const additive = this.model.season === 'A'
    const multiplicative = this.model.season === 'M'
    const relative = this.model.error === 'M'
    const weight = (2 * n) / Math.max(this.sumOfSquares, 1e-20 * n)
    let byAlpha = 0
    let byBeta = 0
    let byGamma = 0
    let byPhi = 0
    let byLevel = 0
    let bySlope = 0
    // A ring: the derivative by the seasonal state of t + m lies where that of t is to come.
    const bySeason = gradient.seasonal.fill(0)
    let at = m === 0 ? 0 : n % m
    for (let t = n - 1; t >= 0; t--) {
      const slope = slopes[t] as number
      const q = (levels[t] as number) + phi * slope
      const value = y[t] as number
      const mu = fitted[t] as number
      const byError = weight * (errors[t] as number)
      const byMu = relative ? (-byError * value) / (mu * mu) + 2 / mu : -byError
      let byOwn = byLevel * alpha + bySlope * beta
      let byQ = byLevel * (1 - alpha) - bySlope * beta
      if (m > 0) {
        at = at === 0 ? m - 1 : at - 1
        const s = seasonals[t] as number
        const bySeasonAfter = bySeason[at] as number
        let bySeasonBefore = bySeasonAfter * (1 - gamma)
        if (additive) {
          const own = value - s - q
          byAlpha += byLevel * own
          byBeta += bySlope * own
          byGamma += bySeasonAfter * own
          byQ += byMu - bySeasonAfter * gamma
          bySeasonBefore += byMu - byOwn
        } else if (multiplicative) {
          const own = value / s - q
          byAlpha += byLevel * own
          byBeta += bySlope * own
          byGamma += bySeasonAfter * (value / q - s)
          byQ += byMu * s - (bySeasonAfter * gamma * value) / (q * q)
          bySeasonBefore += byMu * q - (byOwn * value) / (s * s)
        }
        bySeason[at] = bySeasonBefore
      } else {
        const own = value - q
        byAlpha += byLevel * own
        byBeta += bySlope * own
        byQ += byMu
      }
      byPhi += bySlope * slope + byQ * slope
      byOwn = 0
      byLevel = byQ
      bySlope = bySlope * phi + byQ * phi
    }
    gradient.alpha = byAlpha
    gradient.beta = byBeta
    gradient.gamma = byGamma
    gradient.phi = byPhi
    gradient.level = byLevel
    gradient.slope = bySlope
    return gradient
  }
}
