import type { Matrix } from '../../../shared/data/data.ts'

/** Upper ends of the change's bins in percent. The neutral band is wide (−1.5 to +7.5): prices rise, and that is no finding. */
export const CHANGE_BINS = [-15, -8, -1.5, 7.5, 12, 25] as const

/** Half the neutral band: changes that scatter no wider than this are judged by CHANGE_BINS as they stand. */
const QUIET_SPREAD = (CHANGE_BINS[3] - CHANGE_BINS[2]) / 2
const MIDDLE = (CHANGE_BINS[3] + CHANGE_BINS[2]) / 2
/** Fewer changes than this say nothing of how far they usually scatter. */
const ENOUGH = 24
/** The median absolute deviation of a normal sample times this is its standard deviation. */
const TO_DEVIATION = 1.4826

/**
 * The bins for these changes (percent). Where months of this ledger usually scatter wider than the neutral band, all bins are
 * widened about its middle until the band is one robust standard deviation each way: else every cell shouts and none is heard.
 */
export function changeBins(percents: readonly number[]): readonly number[] {
  if (percents.length < ENOUGH) return CHANGE_BINS
  const middle = median(percents)
  const spread = TO_DEVIATION * median(percents.map(p => Math.abs(p - middle)))
  const wider = spread / QUIET_SPREAD
  return wider <= 1 ? CHANGE_BINS : CHANGE_BINS.map(bin => Math.round(MIDDLE + (bin - MIDDLE) * wider))
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2
}

/** A cell's step on the diverging scale, 0 = most adverse … 6 = most favourable. More spending is adverse. */
export function changeStep(percent: number, bins: readonly number[] = CHANGE_BINS): number {
  const above = bins.filter(bin => percent >= bin).length
  return bins.length - above
}

/** Change on `before` in percent; undefined where there is nothing to compare with: no data, nil, or a net refund on either side. */
export function percentChange(
  value: number | bigint | null,
  before: number | bigint | null | undefined,
): number | undefined {
  if (value === null || before === null || before === undefined || before <= 0 || value < 0) return undefined
  return (Number(value) / Number(before) - 1) * 100
}

/** A plain amount's step on the sequential scale, 0 … 6, by its share of the largest; refunds are step 0. */
export function amountStep(value: number, largest: number): number {
  if (value <= 0 || largest <= 0) return 0
  return Math.min(6, Math.floor((value / largest) * 7))
}

/** The last `count` columns: twelve months' figures can be read in a cell, thirty-six cannot. */
export function latestColumns(matrix: Matrix, count: number): Matrix {
  const cut = <T>(cells: readonly T[]): T[] => cells.slice(-count)
  return {
    ...matrix,
    columns: cut(matrix.columns),
    values: matrix.values.map(cut),
    ...(matrix.before ? { before: matrix.before.map(cut) } : {}),
  }
}

type Ink = '#16181D' | '#FFFFFF'
const inks = new Map<string, Ink>()

/** Ink or white on a cell, whichever reads better (WCAG relative luminance). A handful of fills is used again and again. */
export function cellInk(background: string): Ink {
  let ink = inks.get(background)
  if (!ink) {
    const l = luminance(background)
    ink = 1.05 / (l + 0.05) > (l + 0.05) / (luminance('#16181D') + 0.05) ? '#FFFFFF' : '#16181D'
    inks.set(background, ink)
  }
  return ink
}

export function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(i => {
    const v = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
