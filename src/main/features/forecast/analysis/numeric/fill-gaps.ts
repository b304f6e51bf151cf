/**
 * Puts values where some are missing (NaN): what lies a season before and after, halved, which is right for any season on a straight
 * trend; without both of them the straight line between the neighbours. Needs a value at both ends. Answers how many were filled.
 */
export function fillGaps(values: Float64Array, season: number): { values: Float64Array; filled: number } {
  if (!values.some(Number.isNaN)) return { values, filled: 0 }
  const full = values.slice()
  let filled = 0
  let before = 0
  let after = 0
  for (const [t, value] of values.entries()) {
    if (!Number.isNaN(value)) {
      before = t
      continue
    }
    filled++
    while (after <= t || Number.isNaN(values[after])) after++
    const [earlier, later] = season > 1 ? [values[t - season], values[t + season]] : []
    if (earlier !== undefined && later !== undefined && !Number.isNaN(earlier + later))
      full[t] = (earlier + later) / 2
    else {
      const [low, high] = [values[before] as number, values[after] as number]
      full[t] = low + ((high - low) * (t - before)) / (after - before)
    }
  }
  return { values: full, filled }
}
