import {
  candidatesOf,
  cuboidsOf,
  figuresOf,
  leavesIn,
  takeOut,
  type Candidate,
  type LeafFigures,
} from './search.ts'
import type { Leaves } from './leaves.ts'
import { noiseOf } from './noise.ts'
import { directionOf, evidenceOf, riskOfPostings, untakenOf, usualOf, type Usual } from './postings.ts'

export interface RisklocParameters {
  /** Most factors that a cause may name. */
  layers: number
  /** Least risk score of a cause (the paper's 0.5). */
  risk: number
  /** Least share of the change, or of the largest cause, that a cause must explain. */
  explanatoryPower: number
  /** Most causes. */
  most: number
}

export const RISKLOC_DEFAULTS: RisklocParameters = { layers: 3, risk: 0.5, explanatoryPower: 0.05, most: 10 }

export interface RisklocCause {
  factors: readonly number[]
  codes: number[]
  /** Change of its leaves that no cause before it has taken, minor units as a float. */
  delta: number
  /** Ripple effect: the common relative change of its leaves, 2(a − b) ÷ (a + b). */
  deviation: number
  /** Risk score, −1 to 1: how much of its leaves' unusual change it explains, less how much goes against it. */
  score: number
}

export interface RisklocResult {
  causes: RisklocCause[]
  /** Relative change that all leaves outside the causes share. */
  background: number
  /** Change that neither causes nor background explain, and what it could be by chance (one standard deviation). */
  left: number
  chance: number
  /** Noise of a leaf, as a multiple of Σ amount². */
  noise: number
}

export interface Watch {
  cancelled(): boolean
  progress(done: number, total: number): void
}

/** By how much a cause's evidence must pass what the best of so many elements reaches by chance. */
const MARGIN = 7
/** From this noise on, rows are invoices that come and go, and their numbers and sizes say more than their sums. */
const COME_AND_GO = 0.5
/** Price of each further factor that a cause names, so that of two equal elements the simpler is named. */
const PER_FACTOR = 0.5

/**
 * Finds the elements (combinations of members) that a change comes from. After RiskLoc (M. Kalander 2022, arXiv 2205.10004): deviation
 * scores of leaves, two parts of them (usual and unusual), the ripple effect (the leaves under a cause change by the same share), a risk
 * score, causes taken one by one until little is left. Where a leaf is a handful of invoices, the paper's cut point has no place to lie:
 * nearly every leaf has rows in one period only. So the usual part is told by its noise, and of the elements that pass the risk threshold
 * the one with the most evidence is taken; docs/methods/riskloc.md says how and what it gains. Undefined where it was cancelled.
 */
export function riskloc(
  leaves: Leaves,
  parameters: RisklocParameters,
  watch: Watch,
): RisklocResult | undefined {
  const figures = figuresOf(leaves)
  const taken = new Uint8Array(leaves.count)
  const cancelled = (): boolean => watch.cancelled()
  let noise = noiseOf(figures, taken, 0)
  if (noise >= COME_AND_GO && !cancelled()) {
    const of = leaves.postings(cancelled)
    figures.postings = { of, usual: usualOf(of, leaves.codes, leaves.sizes, taken, cancelled) }
  }
  if (cancelled()) return undefined
  const cuboids = cuboidsOf(leaves.codes.length, Math.min(parameters.layers, leaves.codes.length))
  const steps = cuboids.length + parameters.most
  let stopped = false
  const candidates = candidatesOf(leaves, figures, cuboids, done => {
    watch.progress(done, steps)
    stopped ||= watch.cancelled()
    return !stopped
  })
  const total = figures.delta.reduce((sum, d) => sum + d, 0)
  const causes: RisklocCause[] = []
  let background = 0
  // Nothing is taken yet: it is what the candidates were held against.
  let usual = figures.postings && standing(figures.postings.usual)
  for (;;) {
    if (stopped || watch.cancelled()) return undefined
    watch.progress(cuboids.length + causes.length, steps)
    const rest = restOf(figures, taken)
    const least =
      parameters.explanatoryPower * Math.max(Math.abs(total), ...causes.map(c => Math.abs(c.delta)))
    const best = bestOf(candidates, { background, noise, least, usual })
    // The whole rest moving together is no cause: it is what the causes stand out from.
    let restGain = gainOf(rest.a, rest.b, background, noise)
    if (usual) restGain = background === 0 ? evidenceOf(usual.rest, usual) : 0
    if (
      restGain > MARGIN &&
      restGain > (best?.gain ?? 0) &&
      riskNow(leaves, figures, [], untakenOf(taken), background, noise, usual) >= parameters.risk
    ) {
      background = usual ? rest.delta / rest.m : rest.a / rest.b
      noise = noiseOf(figures, taken, background)
      usual = usualNow(leaves, figures, taken, background, cancelled)
      continue
    }
    if (!best || causes.length === parameters.most) break
    const { candidate } = best
    const inside = leavesIn(leaves, candidate, taken)
    const score = riskNow(leaves, figures, candidate.factors, inside, background, noise, usual)
    if (score < parameters.risk) {
      candidates.splice(candidates.indexOf(candidate), 1)
      continue
    }
    causes.push({
      factors: candidate.factors,
      codes: candidate.codes,
      delta: inside.reduce((sum, i) => sum + (figures.delta[i] as number), 0),
      deviation: deviationOf(figures, inside),
      score,
    })
    for (const i of inside) taken[i] = 1
    candidates.splice(candidates.indexOf(candidate), 1)
    takeOut(candidates, leaves, figures, inside, cancelled)
    const after = restOf(figures, taken)
    if (background !== 0) {
      if (usual) background = after.m === 0 ? 0 : after.delta / after.m
      else background = after.b > 0 ? after.a / after.b : 0
    }
    noise = noiseOf(figures, taken, background)
    usual = usualNow(leaves, figures, taken, background, cancelled)
  }
  const rest = restOf(figures, taken)
  return {
    causes,
    background,
    left: rest.delta - background * rest.m,
    chance: Math.sqrt(noise * rest.squares),
    noise,
  }
}

/** How the rest moves, where postings are looked at. Until it is known to move together, it is taken to stand still. */
function usualNow(
  leaves: Leaves,
  { postings }: LeafFigures,
  taken: Uint8Array,
  background: number,
  cancelled: () => boolean,
): Usual | undefined {
  if (!postings) return undefined
  const usual = usualOf(postings.of, leaves.codes, leaves.sizes, taken, cancelled)
  return background === 0 ? standing(usual) : usual
}

const standing = (usual: Usual): Usual => ({ ...usual, ratio: 1, level: 0 })

function riskNow(
  leaves: Leaves,
  figures: LeafFigures,
  named: readonly number[],
  inside: Int32Array,
  background: number,
  noise: number,
  usual: Usual | undefined,
): number {
  if (!usual || !figures.postings) return riskOf(figures, inside, background, noise)
  return riskOfPostings(figures.postings.of, leaves.codes, leaves.sizes, named, inside, usual)
}

/** Likelihood gain (twice the log ratio) of "these leaves changed alike" over "they moved like the rest". */
function gainOf(a: number, b: number, background: number, noise: number): number {
  if (b <= 0 || noise <= 0) return 0
  const away = a - background * b
  return (away * away) / b / noise
}

function bestOf(
  candidates: readonly Candidate[],
  now: { background: number; noise: number; least: number; usual: Usual | undefined },
): { candidate: Candidate; gain: number } | undefined {
  let best: { candidate: Candidate; gain: number; worth: number } | undefined
  for (const candidate of candidates) {
    const { a, b, m, delta, squares, among, leaves, factors, sums } = candidate
    const away = delta - now.background * m
    if (leaves <= 0 || Math.abs(away) < now.least || Math.abs(delta) < now.least) continue
    if (sums && now.usual && directionOf(sums, now.usual) * away <= 0) continue
    const gain =
      sums && now.usual
        ? evidenceOf(sums, now.usual)
        : Math.max(gainOf(a, b, now.background, now.noise), squares > 0 ? away ** 2 / squares / now.noise : 0)
    const worth = gain - 2 * Math.log(among) - PER_FACTOR * factors.length
    if (worth < MARGIN) continue
    if (!best || worth > best.worth) best = { candidate, gain, worth }
  }
  return best && now.usual ? narrowed(best, candidates, now.background) : best
}

/**
 * Where invoices come and go, a whole element can have more evidence than the part of it that changed, as its other invoices are so few.
 * So a part that holds nearly all of the change in little of the amounts is named instead; where all of an element moved alike, its
 * parts hold as much of the one as of the other.
 */
function narrowed<B extends { candidate: Candidate; gain: number }>(
  best: B,
  candidates: readonly Candidate[],
  background: number,
): B {
  const { factors, codes, delta, m } = best.candidate
  const away = delta - background * m
  let found: { candidate: Candidate; denser: number } | undefined
  for (const candidate of candidates) {
    if (candidate.factors.length !== factors.length + 1) continue
    if (!factors.every((f, k) => candidate.codes[candidate.factors.indexOf(f)] === codes[k])) continue
    const share = (candidate.delta - background * candidate.m) / away
    if (share < MOST_OF_IT || share > 1 / MOST_OF_IT) continue
    const denser = share / (candidate.m / m)
    if (denser >= DENSER && denser > (found?.denser ?? 0)) found = { candidate, denser }
  }
  return found ? narrowed({ ...best, candidate: found.candidate }, candidates, background) : best
}
/** Least share of an element's change that a part of it must hold, and how much more of it than of its amounts, to stand for it. */
const MOST_OF_IT = 0.85
const DENSER = 1.5

/**
 * The risk score of an element: the share of its leaves' change beyond noise that goes with it, less what is left of it once the common
 * change is taken away (the ripple effect's test), both in multiples of noise.
 */
function riskOf(figures: LeafFigures, inside: Int32Array, background: number, noise: number): number {
  let a = 0
  let b = 0
  for (const i of inside) {
    const mp = (figures.m[i] as number) * (figures.precision[i] as number)
    a += mp * ((figures.delta[i] as number) - background * (figures.m[i] as number))
    b += mp * (figures.m[i] as number)
  }
  if (b <= 0) return 0
  const common = a / b
  let before = 0
  let after = 0
  for (const i of inside) {
    const away = (figures.delta[i] as number) - background * (figures.m[i] as number)
    const left = away - common * (figures.m[i] as number)
    before += away * away * (figures.precision[i] as number)
    after += left * left * (figures.precision[i] as number)
  }
  const usual = noise * inside.length
  const gain = before - after
  const against = Math.max(0, after - usual)
  return (gain - against) / (gain + against || 1)
}

/** The common relative change of leaves. */
function deviationOf({ m, delta, precision }: LeafFigures, inside: Int32Array): number {
  let a = 0
  let b = 0
  for (const i of inside) {
    const mp = (m[i] as number) * (precision[i] as number)
    a += mp * (delta[i] as number)
    b += mp * (m[i] as number)
  }
  return a / b
}

function restOf(figures: LeafFigures, taken: Uint8Array) {
  const rest = { a: 0, b: 0, m: 0, delta: 0, squares: 0 }
  for (let i = 0; i < taken.length; i += 1) {
    if (taken[i] === 1) continue
    const m = figures.m[i] as number
    const p = figures.precision[i] as number
    rest.a += m * p * (figures.delta[i] as number)
    rest.b += m * m * p
    rest.m += m
    rest.delta += figures.delta[i] as number
    if (p > 0) rest.squares += 1 / p
  }
  return rest
}
