import { medianOfSorted } from '../order.ts'
import type { FeatureTable, Fitted, Steps } from '../table.ts'
import { standardised } from '../z-score/index.ts'
import type { Groups, Spread } from '../z-score/groups.ts'

/** 1 ÷ Φ⁻¹(3/4): makes the median absolute deviation of normal values equal to their standard deviation. */
const NORMAL_MAD = 1.482_602_218_505_602
/** √(π/2): the same for the mean absolute deviation. */
const NORMAL_MEAN = 1.253_314_137_315_500_3

/**
 * |value − median| ÷ (1.4826 · MAD): the z-score that its own outliers do not hide from (Iglewicz & Hoaglin 1993). Where more than half
 * of the values are equal the MAD is 0 and the mean absolute deviation about the median stands in for it, as in their book.
 */
export function robustZ(table: FeatureTable, groups: Groups | undefined, steps: Steps): Fitted {
  return standardised(table, groups, medianAndDeviation, steps)
}

export function medianAndDeviation(values: Float64Array): Spread {
  const centre = medianOfSorted(values.slice().sort())
  const deviations = values.map(value => Math.abs(value - centre)).sort()
  const mad = medianOfSorted(deviations)
  if (mad > 0) return { centre, scale: NORMAL_MAD * mad }
  const mean = deviations.reduce((sum, value) => sum + value / deviations.length, 0)
  return { centre, scale: NORMAL_MEAN * mean }
}
