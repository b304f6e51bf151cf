import { medianOfSorted } from '../order.ts'
import type { FeatureTable } from '../table.ts'

/** What each column is moved and divided by before it becomes 32-bit. */
export interface Scaling {
  centre: Float64Array
  scale: Float64Array
}

const LOOKED_AT = 4096

/**
 * A forest does not change under a shift and a stretch of a column; 32-bit numbers do, so columns are centred where most values are
 * (their median, from evenly spaced rows) and brought to at most 1 in size: small differences beside one huge value stay visible.
 */
export function scalingOf({ columns, rows }: FeatureTable): Scaling {
  const step = Math.max(1, Math.floor(rows / LOOKED_AT))
  const centre = Float64Array.from(columns, column => {
    const some = new Float64Array(Math.ceil(rows / step))
    for (let i = 0; i < some.length; i += 1) some[i] = column[i * step] as number
    return medianOfSorted(some.sort())
  })
  const scale = Float64Array.from(columns, (column, j) => {
    let most = 0
    for (const value of column) {
      // Halved: two values near the ends of the range of doubles may lie further apart than it reaches.
      const far = Math.abs(value / 2 - (centre[j] as number) / 2)
      if (far > most) most = far
    }
    return most
  })
  return { centre, scale }
}

const scaled = (value: number, j: number, { centre, scale }: Scaling): number =>
  (scale[j] as number) === 0 ? 0 : (value / 2 - (centre[j] as number) / 2) / (scale[j] as number)

/** Row after row, as the walks read it. */
export function toMatrix({ columns, rows }: FeatureTable, scaling: Scaling): Float32Array {
  const features = columns.length
  const matrix = new Float32Array(rows * features)
  for (let j = 0; j < features; j += 1) {
    const column = columns[j] as Float64Array
    for (let i = 0; i < rows; i += 1) matrix[i * features + j] = scaled(column[i] as number, j, scaling)
  }
  return matrix
}

export function toRow(row: Float64Array, scaling: Scaling): Float32Array {
  return Float32Array.from(row.subarray(0, scaling.centre.length), (value, j) => scaled(value, j, scaling))
}
