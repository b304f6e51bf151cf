import { exponentOf, type Total } from '../money/minor.ts'
import type { Unit } from '../data/data.ts'

/** Minor units (or counts) as a float in major units, for drawing only: no figure is printed from it. */
export function toMajor(value: Total | null | undefined, unit: Unit, currency?: string): number | null {
  if (value === null || value === undefined) return null
  const exponent = unit === 'money' ? exponentOf(currency ?? '') : 0
  return Number(value) / 10 ** exponent
}

/** What an axis counts in; the chart's title names it ("£ million"), so that ticks stay short. */
export const AXIS_UNITS = [
  { id: 'billion', size: 1e9 },
  { id: 'million', size: 1e6 },
  { id: 'thousand', size: 1e3 },
  { id: 'one', size: 1 },
] as const
export type AxisUnit = (typeof AXIS_UNITS)[number]

/** The largest unit in which the largest value is still at least 1; thousands only from 10,000, as 9,500 reads better than 9.5. */
export function axisUnit(values: readonly (number | null)[]): AxisUnit {
  const largest = values.reduce<number>((a, v) => Math.max(a, Math.abs(v ?? 0)), 0)
  const found = AXIS_UNITS.find(unit => largest >= (unit.id === 'thousand' ? 10_000 : unit.size))
  return found ?? AXIS_UNITS[3]
}

export interface Ticks {
  min: number
  max: number
  interval: number
  decimals: number
}

/**
 * A value axis with about `count` steps of 1, 2, 2.5 or 5 × 10ⁿ. Bars start at zero; lines may start elsewhere, and do when
 * all values lie in the upper half of what an axis from zero would show.
 */
export function niceTicks(
  values: readonly (number | null)[],
  options: { zero: boolean; count?: number },
): Ticks {
  const known = values.filter((v): v is number => v !== null && Number.isFinite(v))
  let low = known.length > 0 ? Math.min(...known) : 0
  let high = known.length > 0 ? Math.max(...known) : 1
  const startsAtZero = options.zero || low <= 0 || low < high / 2
  if (startsAtZero) {
    low = Math.min(low, 0)
    high = Math.max(high, 0)
  }
  if (low === high) {
    high = low === 0 ? 1 : high + Math.abs(high) * 0.1
    if (!startsAtZero) low -= Math.abs(low) * 0.1
  }
  const interval = niceStep((high - low) / (options.count ?? 4))
  const min = Math.floor(low / interval + 1e-9) * interval
  const max = Math.ceil(high / interval - 1e-9) * interval
  return { min: clean(min), max: clean(max), interval, decimals: decimalsOf(interval) }
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  const step = [1, 2, 2.5, 5, 10].find(s => s >= lead - 1e-9) ?? 10
  return clean(step * power)
}

function decimalsOf(interval: number): number {
  for (let places = 0; places < 6; places++) {
    const scaled = interval * 10 ** places
    if (Math.abs(scaled - Math.round(scaled)) < 1e-9) return places
  }
  return 6
}

const clean = (value: number): number => Number(value.toPrecision(12))
