import { checkCancelled, NO_STEPS, type Steps } from '../table.ts'

/** Which group each row is in; codes from 0. A group is large enough to stand on its own from `MIN_GROUP` rows. */
export interface Groups {
  codes: Int32Array
  count: number
}

export const MIN_GROUP = 12

/** Where values lie and how far they spread. `scale` 0: all equal, nothing is unusual. */
export interface Spread {
  centre: number
  scale: number
}

/** The spread of each group with at least `MIN_GROUP` values, and of the whole for the others (and where there are no groups). */
export function spreads(
  column: Float64Array,
  groups: Groups | undefined,
  of: (values: Float64Array) => Spread,
  steps: Steps = NO_STEPS,
): (group: number) => Spread {
  const whole = of(column)
  if (!groups) return () => whole
  checkCancelled(steps)
  const sizes = new Int32Array(groups.count + 1)
  for (const code of groups.codes) sizes[code + 1] = (sizes[code + 1] as number) + 1
  for (let g = 0; g < groups.count; g += 1) sizes[g + 1] = (sizes[g + 1] as number) + (sizes[g] as number)
  const starts = sizes.slice()
  const gathered = new Float64Array(column.length)
  for (let i = 0; i < column.length; i += 1) {
    const code = groups.codes[i] as number
    const at = starts[code] as number
    gathered[at] = column[i] as number
    starts[code] = at + 1
  }
  checkCancelled(steps)
  const own = Array.from({ length: groups.count }, (_, g) => {
    if (g % 512 === 0) checkCancelled(steps)
    const values = gathered.subarray(sizes[g], sizes[g + 1])
    return values.length >= MIN_GROUP ? of(values) : whole
  })
  return group => own[group] ?? whole
}

/** |value − centre| ÷ scale; 0 where there is no spread and the value is the centre, Infinity never: then the rank is what counts. */
export function distance(value: number, { centre, scale }: Spread): number {
  if (scale === 0) return value === centre ? 0 : Number.MAX_VALUE
  return Math.min(Number.MAX_VALUE, Math.abs(value - centre) / scale)
}
