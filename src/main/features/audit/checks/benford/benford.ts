import type { Population, Steps } from '../population.ts'
import { chiSquareTail } from '../tails.ts'
import { digitsOf, expectedShares, VALUES, type Digits } from './digits.ts'
import { nullDistribution, simulatedP } from './null-distribution.ts'

export type Sign = 'positive' | 'negative'

/** Nigrini's conformity (Benford's Law, 2012, table 7.1) by the mean absolute deviation. */
const CONFORMITY = ['close', 'acceptable', 'marginal', 'nonconformity'] as const
type Conformity = (typeof CONFORMITY)[number]

/** Upper bounds of close, acceptable and marginal, and the least n: below it chance alone passes them too often. */
const BOUNDS: Partial<Record<Digits, { bounds: [number, number, number]; least: number }>> = {
  first: { bounds: [0.006, 0.012, 0.015], least: 1000 },
  second: { bounds: [0.008, 0.01, 0.012], least: 1000 },
  'first-two': { bounds: [0.0012, 0.0018, 0.0022], least: 3000 },
}

/** Below it no verdict at all is given. */
export const LEAST = 50
/** A sample that conforms is called otherwise in five of a hundred cases, whatever its size. */
export const LEVEL = 0.05
/** So many that the level itself is met to a quarter of a percent. */
export const DRAWS = 9999
/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054

export interface DigitCount {
  digits: number
  count: number
  observed: number
  expected: number
  /** Between these an observed share of this digit is in 95 of 100 conforming samples, with the correction for continuity. */
  lower: number
  upper: number
  z: number
}

export interface Benford {
  digits: Digits
  sign: Sign
  n: number
  counts: DigitCount[]
  chiSquare: { value: number; df: number; p: number; simulatedP: number } | null
  /** `conformity` is null where n is below `least`, or where there are no published bounds (last two digits). */
  mad: { value: number; p: number; conformity: Conformity | null; least: number | null } | null
  verdict: 'conforms' | 'differs' | 'too-few'
}

/** How many amounts of one sign begin (or end) with each digit, against Benford's law. Amounts below 10 do not count. */
export function benford(
  { amounts, places }: Population,
  { digits, sign, seed }: { digits: Digits; sign: Sign; seed: number },
  steps: Steps,
): Benford {
  const { from, count } = VALUES[digits]
  const counts = new Float64Array(count)
  let n = 0
  for (const amount of amounts) {
    if (sign === 'positive' ? amount <= 0 : amount >= 0) continue
    const value = digitsOf(amount, places, digits)
    if (value === undefined) continue
    counts[value - from] = (counts[value - from] as number) + 1
    n += 1
  }
  const shares = expectedShares(digits)
  const shown = Array.from(counts, (found, i) => digitCount(from + i, found, shares[i] as number, n))
  const head = { digits, sign, n, counts: shown }
  if (n < LEAST) return { ...head, chiSquare: null, mad: null, verdict: 'too-few' }
  let absolute = 0
  let chiSquare = 0
  for (const { observed, expected } of shown) {
    absolute += Math.abs(observed - expected)
    chiSquare += ((observed - expected) ** 2 / expected) * n
  }
  const mad = absolute / count
  const byChance = nullDistribution(shares, n, DRAWS, seed, steps)
  const p = simulatedP(byChance.mad, mad)
  return {
    ...head,
    chiSquare: {
      value: chiSquare,
      df: count - 1,
      p: chiSquareTail(chiSquare, count - 1),
      simulatedP: simulatedP(byChance.chiSquare, chiSquare),
    },
    mad: { value: mad, p, conformity: conformityOf(digits, n, mad), least: BOUNDS[digits]?.least ?? null },
    verdict: p <= LEVEL ? 'differs' : 'conforms',
  }
}

function digitCount(digits: number, count: number, expected: number, n: number): DigitCount {
  const observed = n === 0 ? 0 : count / n
  const deviation = Math.sqrt((expected * (1 - expected)) / Math.max(1, n))
  const continuity = 1 / (2 * Math.max(1, n))
  const distance = Math.abs(observed - expected)
  return {
    digits,
    count,
    observed,
    expected,
    lower: Math.max(0, expected - Z * deviation - continuity),
    upper: Math.min(1, expected + Z * deviation + continuity),
    // The correction is left out where it would turn the distance round (Nigrini 2012, 7.2).
    z: n === 0 ? 0 : (distance - (distance > continuity ? continuity : 0)) / deviation,
  }
}

function conformityOf(digits: Digits, n: number, mad: number): Conformity | null {
  const known = BOUNDS[digits]
  if (!known || n < known.least) return null
  const at = known.bounds.findIndex(bound => mad <= bound)
  return CONFORMITY[at < 0 ? 3 : at] as Conformity
}
