import type { Variance, VarianceFigures } from '../../../../../shared/contract/budget.ts'
import type { Cell, ReportTable } from '../../../../../shared/report/document.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import { dimensionOf, narrowed, without, type Making } from '../../make/making.ts'
import { bridge, commentBlocks } from './beside.ts'
import { fullYearBlocks } from './full-year.ts'
import { fixedColumn, leftOut, paragraph, text, type Part } from '../part.ts'

/** A budget held against the actual entries: lines, their sum, the way from one to the other, and the outlook for the year. */
export const variance: Part<'variance'> = {
  title: (_section, { texts }) => texts.sections.variance,
  async build(section, making) {
    const { texts, formats, definition } = making
    const scenario = definition.parameters.scenario ?? (await firstScenario(making))
    if (scenario === undefined) return [paragraph(texts.variance.noScenario, 'missing')]
    const by = dimensionOf(making, section.by)
    const found = await making.call('budget.variance', {
      filters: making.filters,
      scenario,
      by: [by],
      basis: section.basis,
      top: section.top,
    })
    if (found.missing === 'scenario') return [paragraph(texts.variance.noScenario, 'missing')]
    if (found.missing !== undefined)
      return [paragraph(found.missing === 'budget' ? texts.variance.noBudget : texts.common.none, 'missing')]
    const span = found.span ? formats.span(found.span.from, found.span.to) : ''
    const table = tableOf(making, found, by)
    return [
      paragraph(
        `${texts.variance.basis[section.basis](span)} ${texts.variance.signs[making.profile]}`,
        'note',
      ),
      table,
      ...(found.capital.lines.length > 0 ? [capitalOf(making, found, by)] : []),
      ...(section.chart ? [bridge(making, found, table)] : []),
      ...fullYearBlocks(making, found, by, section.top),
      ...commentBlocks(making, found),
      ...leftOut(found.unconverted, making, found.doors.actual),
    ]
  },
}

async function firstScenario(making: Making): Promise<string | undefined> {
  const scenarios = await making.call('budget.scenarios', {})
  const budgets = scenarios.filter(one => !['', 'Actual', 'Forecast'].includes(one.name))
  return (budgets.find(one => /budget/i.test(one.name)) ?? budgets[0])?.name
}

/** Selects exactly the entries of a line's two sides. */
interface Doors {
  actual: Filters
  budget: Filters
}

interface Row {
  label: string
  figures: VarianceFigures
  /** Undefined where no filter says which entries they are: then the method's parameters explain them. */
  doors: Doors | undefined
  /** Which line of the analysis it is. */
  output: string
}

/**
 * Two sums, their difference, and the judgement on it. A flexed budget is a share of its entries, and capital expenditure by a rule of
 * accounts and categories is selected by no filter: their figures are explained by how they were made.
 */
function figureRow(making: Making, found: Variance, { label, figures, doors, output }: Row): Cell[] {
  const { texts } = making
  const tone = figures.judgement === 'none' ? undefined : figures.judgement
  const side = (which: 'actual' | 'budget'): Cell => {
    const name = `${label}, ${texts.variance[which]}`
    const flexed = which === 'budget' && found.basis === 'flexed'
    if (doors && !flexed) return making.figures.sum(name, doors[which], false, figures[which])
    return making.figures.statistic(
      name,
      {
        analysis: 'budget',
        method: found.basis,
        parameters: { scenario: found.scenario, by: found.by.join(', ') },
        filters: doors?.[which] ?? found.doors[which],
        output: `${output}, ${which}`.slice(0, 400),
      },
      BigInt(figures[which]),
    )
  }
  const actual = side('actual')
  const budget = side('budget')
  const judged = <C extends Cell>(cell: C): C =>
    tone && cell.kind !== 'text' && cell.kind !== 'date' ? { ...cell, tone } : cell
  return [
    text(label),
    actual,
    budget,
    judged(making.figures.derived(`${label}, ${texts.variance.variance}`, 'difference', [actual, budget])),
    making.figures.derived(`${label}, ${texts.variance.percent}`, 'change', [actual, budget]),
    text(texts.variance[figures.judgement]),
  ]
}

const inside = (doors: Doors, by: string, key: string): Doors => ({
  actual: narrowed(doors.actual, by, [key]),
  budget: narrowed(doors.budget, by, [key]),
})

const outside = (doors: Doors, by: string, keys: readonly string[]): Doors => ({
  actual: without(doors.actual, by, keys),
  budget: without(doors.budget, by, keys),
})

function linesOf(
  making: Making,
  found: Variance,
  lines: Variance['lines'],
  by: string,
  doors: Doors | undefined,
  what: string,
): Cell[][] {
  return lines.map(line => {
    const [member] = line.members
    const key = member?.key ?? ''
    return figureRow(making, found, {
      label: making.memberName(by, key, member?.label ?? key),
      figures: line,
      doors: doors && inside(doors, by, key),
      output: `${what} ${key}`,
    })
  })
}

function frame(making: Making, by: string): Pick<ReportTable, 'kind' | 'columns'> {
  const { texts } = making
  return {
    kind: 'table',
    columns: [
      fixedColumn('name', making.dimensionName(by)),
      { key: 'actual', label: texts.variance.actual, kind: 'money', sum: true },
      { key: 'budget', label: texts.variance.budget, kind: 'money', sum: true },
      {
        key: 'variance',
        label: texts.variance.variance,
        kind: 'money',
        sum: true,
        formula: { how: 'difference', of: ['actual', 'budget'] },
      },
      {
        key: 'percent',
        label: texts.variance.percent,
        kind: 'percent',
        formula: { how: 'change', of: ['actual', 'budget'] },
      },
      { key: 'judgement', label: texts.variance.judgement, kind: 'text' },
    ],
  }
}

function tableOf(making: Making, found: Variance, by: string): ReportTable {
  const { texts, formats } = making
  const { others, lines, doors } = found
  const keys = lines.map(line => line.members[0]?.key ?? '')
  return {
    ...frame(making, by),
    title: `${texts.variance.actual} – ${found.scenario}`,
    rows: [
      ...linesOf(making, found, lines, by, doors, 'line'),
      ...(others
        ? [
            figureRow(making, found, {
              label: texts.common.others(formats.count(others.lines)),
              figures: others,
              doors: outside(doors, by, keys),
              output: 'others',
            }),
          ]
        : []),
    ],
    totals: figureRow(making, found, {
      label: texts.common.total,
      figures: found.total,
      doors,
      output: 'total',
    }),
  }
}

function capitalOf(making: Making, found: Variance, by: string): ReportTable {
  const { texts } = making
  const { capital, capitalDoors: doors } = found
  return {
    ...frame(making, by),
    title: texts.variance.capital,
    rows: linesOf(making, found, capital.lines, by, doors, 'capital'),
    totals: figureRow(making, found, {
      label: `${texts.common.total}, ${texts.variance.capital}`,
      figures: capital,
      doors,
      output: 'capital total',
    }),
  }
}
