import { minimise } from '../numeric/bfgs.ts'
import { HIGH, isAdmissible, LOW, PHI_HIGH, PHI_LOW, squash, squashSlope, unsquash } from './bounds.ts'
import { EtsFilter } from './filter.ts'
import { initialStates, starts, type InitialStates } from './initial.ts'
import { countParameters, type EtsFit, type EtsModel, type EtsParameters } from './model.ts'

/** A gain in deviance that changes no choice between models: AICc differences matter from about 2 on. */
const TOLERANCE = 1e-3
const ITERATIONS = 120
/** Smoothing from which on a start counts as quick. */
const QUICK = 0.7
/** Weight of the initial states' prior: its standard deviation is a quarter of the series' noise. */
export const HOLD = 16

/**
 * Estimates one model by maximum likelihood, smoothing parameters and initial states together, the latter held near their heuristic
 * values by a prior of weight `hold` (0: none, as is right where no model with a season is compared). Deviance and criteria are those of the likelihood alone, comparable with R's. Undefined where the series is too
 * short for the model (AICc needs more observations than parameters + 2) or where it cannot start (values that it does not allow).
 */
export function fitEts(y: Float64Array, model: EtsModel, season: number, hold = HOLD): EtsFit | undefined {
  const n = y.length
  const m = model.season === 'N' ? 0 : season
  const estimated = countParameters(model, season) + 1
  if (n - estimated - 1 <= 0 || n < 2 * m) return undefined
  // In units of its own size, so that one tolerance fits all; the deviance is set right below.
  let unit = 0
  for (let t = 0; t < n; t++) unit += Math.abs(y[t] as number) / n
  if (unit === 0) unit = 1
  const scaled = y.map(value => value / unit)
  const filter = new EtsFilter(model, season, scaled)
  const initial = initialStates(scaled, model, season)
  let best: EtsParameters | undefined
  let least = Infinity
  for (const start of promising(filter, starts(model, initial), hold)) {
    const search = new Search(filter, initial, start, hold)
    const free = search.start()
    const penalised = minimise((x, gradient) => search.evaluate(x, gradient), free, TOLERANCE, ITERATIONS)
    if (!(penalised < least)) continue
    search.evaluate(free, new Float64Array(free.length))
    ;[best, least] = [search.parameters, penalised]
  }
  if (!best) return undefined
  const deviance = filter.run(best)
  return finished(filter, best, deviance + 2 * n * Math.log(unit), estimated, unit)
}

/**
 * The starts to search from: the best of the slow and the best of the quick smoothings, since the likelihood of a short series often has
 * a maximum of either kind. Where states are held, one of the slow: then all models are compared that way, and a season's search is dear.
 */
function promising(filter: EtsFilter, all: readonly EtsParameters[], hold: number): EtsParameters[] {
  const best = (some: readonly EtsParameters[]): EtsParameters[] => {
    let found: EtsParameters | undefined
    let least = Infinity
    for (const start of some) {
      const deviance = filter.run(start)
      if (deviance < least) [found, least] = [start, deviance]
    }
    return found ? [found] : []
  }
  const slow = best(all.filter(start => start.alpha < QUICK))
  if (filter.season > 0 || hold > 0) return slow
  return [...slow, ...best(all.filter(start => start.alpha >= QUICK))]
}

/** From the search's free numbers to parameters, and back with the derivatives. */
class Search {
  readonly parameters: EtsParameters
  readonly #filter: EtsFilter
  readonly #initial: InitialStates
  readonly #start: EtsParameters
  readonly #trend: boolean
  readonly #damped: boolean
  readonly #m: number
  readonly #seasonScale: number
  readonly #seasonSum: number
  readonly #holding: number

  constructor(filter: EtsFilter, initial: InitialStates, start: EtsParameters, hold: number) {
    this.#holding = hold
    this.#filter = filter
    this.#initial = initial
    this.#start = start
    this.#trend = filter.model.trend !== 'N'
    this.#damped = filter.model.trend === 'Ad'
    this.#m = filter.season
    const multiplicative = filter.model.season === 'M'
    this.#seasonScale = multiplicative
      ? initial.noise / Math.max(Math.abs(initial.level), 1e-6)
      : initial.noise
    this.#seasonSum = multiplicative ? filter.season : 0
    this.parameters = { ...start, seasonal: start.seasonal.slice() }
  }

  start(): Float64Array {
    const { alpha, beta, gamma, phi } = this.#start
    const free = [unsquash(alpha, LOW, HIGH)]
    if (this.#trend) free.push(unsquash(beta, LOW, alpha))
    if (this.#damped) free.push(unsquash(phi, PHI_LOW, PHI_HIGH))
    if (this.#m > 0) free.push(unsquash(gamma, LOW, 1 - alpha))
    const states = 1 + (this.#trend ? 1 : 0) + Math.max(this.#m - 1, 0)
    return Float64Array.from([...free, ...Array.from({ length: states }, () => 0)])
  }

  evaluate(x: Float64Array, gradient: Float64Array): number {
    const p = this.parameters
    const { level, slope, seasonal, noise } = this.#initial
    const m = this.#m
    let at = 0
    p.alpha = squash(x[at++] as number, LOW, HIGH)
    if (this.#trend) p.beta = squash(x[at++] as number, LOW, Math.max(p.alpha, LOW))
    if (this.#damped) p.phi = squash(x[at++] as number, PHI_LOW, PHI_HIGH)
    if (m > 0) p.gamma = squash(x[at++] as number, LOW, Math.max(1 - p.alpha, LOW))
    p.level = level + noise * (x[at++] as number)
    if (this.#trend) p.slope = slope + 0.1 * noise * (x[at++] as number)
    if (m > 0) {
      let sum = 0
      for (let i = 0; i < m - 1; i++) {
        p.seasonal[i] = (seasonal[i] as number) + this.#seasonScale * (x[at++] as number)
        sum += p.seasonal[i] as number
      }
      p.seasonal[m - 1] = this.#seasonSum - sum
    }
    if (!isAdmissible(p.alpha, p.beta, p.gamma, p.phi, m)) return Infinity
    const deviance = this.#filter.run(p)
    if (!Number.isFinite(deviance)) return deviance
    this.#chain(gradient)
    return deviance + this.#hold(x, gradient)
  }

  /**
   * The prior of the initial states: normal about the heuristic ones. Without it the search bends fourteen states to the first
   * year's noise and forecasts worse, on other data as well as on M3 (docs/methods/ets.md).
   */
  #hold(x: Float64Array, gradient: Float64Array): number {
    const states = 1 + (this.#trend ? 1 : 0) + Math.max(this.#m - 1, 0)
    let sum = 0
    for (let i = x.length - states; i < x.length; i++) {
      sum += (x[i] as number) ** 2
      gradient[i] = (gradient[i] as number) + 2 * this.#holding * (x[i] as number)
    }
    return this.#holding * sum
  }

  #chain(gradient: Float64Array): void {
    const p = this.parameters
    const d = this.#filter.differentiate(p)
    const m = this.#m
    let at = 1
    // β reaches up to α and γ down to 1 − α: both move with it.
    let byAlpha = d.alpha
    if (this.#trend) {
      gradient[at++] = d.beta * squashSlope(p.beta, LOW, p.alpha)
      byAlpha += (d.beta * (p.beta - LOW)) / Math.max(p.alpha - LOW, 1e-12)
    }
    if (this.#damped) gradient[at++] = d.phi * squashSlope(p.phi, PHI_LOW, PHI_HIGH)
    if (m > 0) {
      gradient[at++] = d.gamma * squashSlope(p.gamma, LOW, 1 - p.alpha)
      byAlpha -= (d.gamma * (p.gamma - LOW)) / Math.max(1 - p.alpha - LOW, 1e-12)
    }
    gradient[0] = byAlpha * squashSlope(p.alpha, LOW, HIGH)
    gradient[at++] = d.level * this.#initial.noise
    if (this.#trend) gradient[at++] = d.slope * 0.1 * this.#initial.noise
    for (let i = 0; i < m - 1; i++)
      gradient[at++] = ((d.seasonal[i] as number) - (d.seasonal[m - 1] as number)) * this.#seasonScale
  }
}

function finished(
  filter: EtsFilter,
  p: EtsParameters,
  deviance: number,
  estimated: number,
  unit: number,
): EtsFit {
  const { model, season: m, y } = filter
  const n = y.length
  const size = model.season === 'A' ? unit : 1
  const variance = filter.sumOfSquares / Math.max(n - (estimated - 1), 1)
  const aic = deviance + 2 * estimated
  return {
    model,
    season: m,
    parameters: {
      ...p,
      level: p.level * unit,
      slope: p.slope * unit,
      seasonal: p.seasonal.map(s => s * size),
    },
    deviance,
    aic,
    aicc: aic + (2 * estimated * (estimated + 1)) / (n - estimated - 1),
    bic: deviance + estimated * Math.log(n),
    variance: model.error === 'M' ? variance : variance * unit * unit,
    last: {
      level: (filter.levels[n] as number) * unit,
      slope: (filter.slopes[n] as number) * unit,
      seasonal: filter.seasonals.slice(n).map(s => s * size),
    },
    n,
  }
}
