import { stepAt, sumOf, type Population, type Steps } from '../population.ts'
import { seeded } from '../random.ts'

export interface SampledItem {
  row: number
  book: number
  /** top: as large as the interval or larger, certain to be taken. hit: a selected monetary unit lies in it. */
  stratum: 'top' | 'hit'
  /** The selected unit, counted from 1 through the items below the interval in their order; 0 in the top stratum. */
  unit: number
}

export interface MonetaryUnitSample {
  /** Whole units of money between two selected ones. */
  interval: number
  start: number
  items: SampledItem[]
  /** The part of the population that can be sampled: positive amounts. */
  sampled: { count: number; sum: bigint }
  top: { count: number; sum: bigint }
  /** Credits and nil amounts have no monetary units: they are tested apart. */
  leftOut: { count: number; sum: bigint }
}

/** −ln(1 − confidence): expected errors at the upper bound where none was found (Poisson), 3.00 at 95 %. */
export const confidenceFactor = (confidence: number): number => -Math.log(1 - confidence / 100)

/** Materiality ÷ confidence factor, in whole units, rounded down: never a smaller sample than asked for. */
export function intervalOf(materiality: number, confidence: number): number {
  return Math.max(1, Math.floor(materiality / confidenceFactor(confidence)))
}

/**
 * Monetary-unit sampling with a fixed interval: every item at or above it, and of the others those with the monetary units
 * start, start + interval, … where the start is drawn by the seed from 1 … interval. Source: AICPA, Audit Sampling (2014), chapter 6.
 */
export function selectMonetaryUnits(
  { amounts }: Population,
  { interval, seed }: { interval: number; seed: number },
  steps: Steps,
): MonetaryUnitSample {
  const start = 1 + Math.floor(seeded(seed)() * interval)
  const items: SampledItem[] = []
  const [below, top, leftOut]: [number[], number[], number[]] = [[], [], []]
  // Units still to pass until the next selected one: never a running total, which could pass 2^53.
  let ahead = start
  let passed = 0n
  for (const [row, book] of amounts.entries()) {
    stepAt(steps, row, amounts.length)
    if (book <= 0) leftOut.push(row)
    else if (book >= interval) {
      top.push(row)
      items.push({ row, book, stratum: 'top', unit: 0 })
    } else {
      below.push(row)
      if (ahead <= book) {
        items.push({ row, book, stratum: 'hit', unit: Number(passed + BigInt(ahead)) })
        ahead += interval
      }
      ahead -= book
      passed += BigInt(book)
    }
  }
  const part = (rows: number[]) => ({ count: rows.length, sum: sumOf(amounts, rows) })
  const [small, large] = [part(below), part(top)]
  return {
    interval,
    start,
    items,
    sampled: { count: small.count + large.count, sum: small.sum + large.sum },
    top: large,
    leftOut: part(leftOut),
  }
}
