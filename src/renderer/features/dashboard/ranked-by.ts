import type { Step } from '../../app/filters.ts'

/** Each drill step into a member takes the ranking to the level below it, unless the person has chosen another dimension. */
export function rankedBy(
  chosen: string | undefined,
  path: readonly Step[],
  below: (dimension: string) => string,
): string | undefined {
  const drilled = path.flatMap(step => (step.kind === 'member' ? [step.dimension] : []))
  const last = drilled.at(-1)
  let dimension = chosen ?? last
  while (dimension !== undefined && drilled.includes(dimension)) {
    const next = below(dimension)
    if (next === 'entries') return dimension
    dimension = next
  }
  return dimension
}
