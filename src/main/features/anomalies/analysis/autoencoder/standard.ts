import type { FeatureTable } from '../table.ts'
import { meanAndDeviation } from '../z-score/index.ts'
import type { Spread } from '../z-score/groups.ts'

/** The widest that a standardised value may be: one typing error of 10⁹ must not be all that the network learns. */
const WIDEST = 20

export const standardOf = ({ columns }: FeatureTable): Spread[] => columns.map(meanAndDeviation)

const standardised = (value: number, { centre, scale }: Spread): number =>
  scale === 0 ? 0 : Math.max(-WIDEST, Math.min(WIDEST, (value - centre) / scale))

/** The chosen rows with mean 0 and deviation 1 a feature, row after row. */
export function standardise(
  { columns }: FeatureTable,
  standard: readonly Spread[],
  rows: Int32Array,
): Float32Array {
  const features = columns.length
  const matrix = new Float32Array(rows.length * features)
  for (let j = 0; j < features; j += 1) {
    const column = columns[j] as Float64Array
    const spread = standard[j] as Spread
    for (let i = 0; i < rows.length; i += 1)
      matrix[i * features + j] = standardised(column[rows[i] as number] as number, spread)
  }
  return matrix
}

export const standardiseRow = (row: Float64Array, standard: readonly Spread[]): Float32Array =>
  Float32Array.from(row, (value, j) => standardised(value, standard[j] as Spread))
