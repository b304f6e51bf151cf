import type { FullYear, YearLine } from '../../../shared/contract/budget.ts'
import { toIsoDate } from '../../../shared/calendar/day.ts'
import { total } from '../../../shared/money/minor.ts'
import type { Engine } from '../../engine/index.ts'
import { compareSize, figuresOf, sumOf, type Sides } from './analysis/variance/variance.ts'
import { joined, keyOf, linesOf, runningParts, type Line, type Parts } from './lines.ts'
import type { Part } from './selections.ts'
import { monthEnd, type IsoSpan } from './spans.ts'

interface YearSides {
  budget: Sides
  toCome: Sides
}

/**
 * The fiscal year as it is going to be: actual entries to the end of the last actual month, and then what `remaining` says of the months
 * to come, held against the whole year's budget. Each line sums like the year.
 */
export function fullYearOf(
  engine: Engine,
  { actual, budget }: Parts,
  remaining: { name: string; parts: readonly Part[] },
  { span, asOf, by, sign }: { span: IsoSpan; asOf: number; by: readonly string[]; sign: 1 | -1 },
): FullYear {
  const end = toIsoDate(monthEnd(asOf))
  const past = { from: span.from, to: end < span.to ? end : span.to }
  const rest = { from: toIsoDate(monthEnd(asOf) + 1), to: span.to }
  const whole = runningParts({ actual, budget })
  const held = linesOf(engine, whole, { actual: past, budget: { whole: span } }, by)
  const coming =
    rest.from > rest.to
      ? []
      : linesOf(
          engine,
          runningParts({ actual: [], budget: remaining.parts }),
          { budget: { whole: rest } },
          by,
        )
  const groups = Map.groupBy(
    [...joined(held).map(line => ({ line })), ...joined(coming).map(line => ({ line, comes: true }))],
    ({ line }) => keyOf(line),
  )
  const lines = [...groups.values()].map((own): YearLine => {
    const some = own.map(({ line }) => line)
    const { members, side } = some[0] as Line
    const sides = {
      budget: sumOf(own.filter(one => !('comes' in one)).map(({ line }) => line)),
      toCome: sumOf(own.filter(one => 'comes' in one).map(({ line }) => line)),
    }
    return {
      members,
      side: some.every(one => one.side === side) ? side : 'both',
      ...yearFigures(sides, sign),
    }
  })
  return {
    span,
    actualTo: past.to,
    remainingFrom: remaining.name,
    ...yearFigures({ budget: sumOf(held), toCome: sumOf(coming) }, sign),
    lines: lines.sort((a, b) => compareSize(b.variance, a.variance) || compareSize(b.budget, a.budget)),
  }
}

function yearFigures({ budget: held, toCome }: YearSides, sign: 1 | -1) {
  const outlook = total(BigInt(held.actual) + BigInt(toCome.budget))
  const { budget, variance, percent, effect, judgement } = figuresOf({ ...held, actual: outlook }, sign)
  return {
    budget,
    actual: held.actual,
    remaining: toCome.budget,
    outlook,
    variance,
    percent,
    effect,
    judgement,
  }
}
