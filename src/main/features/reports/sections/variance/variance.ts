import type { Variance, VarianceFigures } from '../../../../../shared/contract/budget.ts'
import type { Block, Cell, ReportTable } from '../../../../../shared/report/document.ts'
import type { Filters } from '../../../../../shared/query/query.ts'
import { dimensionOf, narrowed, type Making } from '../../make/making.ts'
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
    const { fullYear } = found
    return [
      paragraph(
        `${texts.variance.basis[section.basis](span)} ${texts.variance.signs[making.profile]}`,
        'note',
      ),
      tableOf(making, found, by),
      ...(found.capital.lines.length > 0 ? [capitalOf(making, found, by)] : []),
      ...(section.chart ? [bridge(making, found)] : []),
      ...(fullYear
        ? [
            paragraph(
              texts.variance.fullYear(
                formats.span(fullYear.span.from, fullYear.span.to),
                formats.money(fullYear.outlook, found.currency),
                formats.money(fullYear.budget, found.currency),
              ),
              'note',
            ),
          ]
        : []),
      ...leftOut(found.unconverted, making),
    ]
  },
}

async function firstScenario(making: Making): Promise<string | undefined> {
  const scenarios = await making.call('budget.scenarios', {})
  const budgets = scenarios.filter(one => !['', 'Actual', 'Forecast'].includes(one.name))
  return (budgets.find(one => /budget/i.test(one.name)) ?? budgets[0])?.name
}

/** Two sums, their difference, and the judgement on it. A flexed budget is a share of its entries: then it has no figure. */
function figureRow(
  making: Making,
  label: string,
  figures: VarianceFigures,
  doors: { actual: Filters; budget: Filters } | undefined,
  currency: string,
): Cell[] {
  const { texts } = making
  const tone = figures.judgement === 'none' ? undefined : figures.judgement
  const money = (value: Variance['total']['actual']): Cell => ({ kind: 'money', value, currency })
  const actual = doors
    ? making.figures.sum(`${label}, ${texts.variance.actual}`, doors.actual, false, figures.actual)
    : money(figures.actual)
  const budget = doors
    ? making.figures.sum(`${label}, ${texts.variance.budget}`, doors.budget, false, figures.budget)
    : money(figures.budget)
  const judged = <C extends Cell>(cell: C): C =>
    tone && cell.kind !== 'text' && cell.kind !== 'date' ? { ...cell, tone } : cell
  return [
    text(label),
    actual,
    budget,
    judged(
      doors
        ? making.figures.derived(`${label}, ${texts.variance.variance}`, 'difference', [actual, budget])
        : money(figures.variance),
    ),
    doors
      ? making.figures.derived(`${label}, ${texts.variance.percent}`, 'change', [actual, budget])
      : { kind: 'percent', value: figures.percent, places: 1 },
    text(texts.variance[figures.judgement]),
  ]
}

function linesOf(making: Making, found: Variance, lines: Variance['lines'], by: string): Cell[][] {
  return lines.map(line => {
    const [member] = line.members
    const key = member?.key ?? ''
    const doors =
      found.basis === 'flexed'
        ? undefined
        : { actual: narrowed(found.doors.actual, by, [key]), budget: narrowed(found.doors.budget, by, [key]) }
    return figureRow(making, making.memberName(by, key, member?.label ?? key), line, doors, found.currency)
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
  const doors = found.basis === 'flexed' ? undefined : found.doors
  const others = found.others
  return {
    ...frame(making, by),
    title: `${texts.variance.actual} – ${found.scenario}`,
    rows: [
      ...linesOf(making, found, found.lines, by),
      ...(others
        ? [
            figureRow(
              making,
              texts.common.others(formats.count(others.lines)),
              others,
              undefined,
              found.currency,
            ),
          ]
        : []),
    ],
    totals: figureRow(making, texts.common.total, found.total, doors, found.currency),
  }
}

/** Capital expenditure is not in the doors of the running result: its amounts are said without figures. */
function capitalOf(making: Making, found: Variance, by: string): ReportTable {
  const { texts } = making
  const rows = found.capital.lines.map(line =>
    figureRow(
      making,
      making.memberName(by, line.members[0]?.key ?? '', line.members[0]?.label ?? ''),
      line,
      undefined,
      found.currency,
    ),
  )
  return {
    ...frame(making, by),
    title: texts.variance.capital,
    rows,
    totals: figureRow(making, texts.common.total, found.capital, undefined, found.currency),
  }
}

function bridge(
  { texts, formats, memberName, profile }: Making,
  { bridge: steps, currency }: Variance,
): Block {
  // More money out betters nothing at home, and a debit nothing in a company.
  const toneOf = (delta: number | bigint): 'favourable' | 'adverse' =>
    delta > 0 === (profile === 'personal') ? 'favourable' : 'adverse'
  return {
    kind: 'chart',
    title: texts.variance.bridge,
    summary: texts.chart.waterfall(formats.money(steps.from, currency), formats.money(steps.to, currency)),
    chart: {
      type: 'waterfall',
      currency,
      start: { label: texts.variance.budget, value: steps.from },
      steps: [
        ...steps.steps.map(step => ({
          label: memberName(steps.dimension, step.key, step.label),
          delta: step.delta,
          tone: toneOf(step.delta),
        })),
        ...(steps.others
          ? [
              {
                label: texts.common.others(formats.count(steps.others.members)),
                delta: steps.others.delta,
                tone: toneOf(steps.others.delta),
              },
            ]
          : []),
      ],
      end: { label: texts.variance.actual, value: steps.to },
    },
  }
}
