import type { Variance } from '../../../../../shared/contract/budget.ts'
import type { Total } from '../../../../../shared/money/minor.ts'
import type { Block, Cell, ReportPicture, ReportTable } from '../../../../../shared/report/document.ts'
import type { Making } from '../../make/making.ts'
import { figureOf, fixedColumn, text } from '../part.ts'

/** What people wrote about this budget's variances, the oldest period first. */
export function commentBlocks(
  { texts, formats, dimensionName, memberName }: Making,
  { comments }: Variance,
): Block[] {
  if (comments.length === 0) return []
  return [
    {
      kind: 'table',
      title: texts.variance.comments,
      columns: [
        fixedColumn('days', texts.variance.days),
        { key: 'of', label: texts.variance.of, kind: 'text' },
        { key: 'text', label: texts.variance.comment, kind: 'text' },
        { key: 'by', label: texts.variance.by, kind: 'text' },
      ],
      rows: comments.map(one => [
        text(formats.span(one.from, one.to)),
        text(
          Object.entries(one.members)
            .map(([id, key]) => `${dimensionName(id)}: ${memberName(id, key, key)}`)
            .join('; '),
        ),
        text(one.text),
        text([one.changedBy, formats.date(one.changedAt.slice(0, 10))].filter(Boolean).join(', ')),
      ]),
    },
  ]
}

/** The way from budget to actual. What it prints and the table prints, too, is the same figure. */
export function bridge(making: Making, found: Variance, { rows, totals = [] }: ReportTable): ReportPicture {
  const { texts, formats, memberName, profile, figures } = making
  const { bridge: steps, currency } = found
  // More money out betters nothing at home, and a debit nothing in a company.
  const toneOf = (delta: number | bigint): 'favourable' | 'adverse' =>
    delta > 0 === (profile === 'personal') ? 'favourable' : 'adverse'
  const own = (label: string, output: string, value: Total, printed?: Cell): { figure?: string } =>
    figureOf(
      printed?.kind === 'money' && printed.value !== null && BigInt(printed.value) === BigInt(value)
        ? printed
        : figures.statistic(
            `${texts.variance.bridge}: ${label}`,
            {
              analysis: 'budget',
              method: found.basis,
              parameters: { scenario: found.scenario, by: steps.dimension },
              filters: found.doors.actual,
              output: `bridge ${output}`.slice(0, 400),
            },
            BigInt(value),
          ),
    )
  const lineOf = (key: string): Cell | undefined =>
    rows[found.lines.findIndex(line => line.members[0]?.key === key)]?.[VARIANCE]
  const step = (label: string, output: string, delta: Total, printed?: Cell) => ({
    label,
    delta,
    tone: toneOf(delta),
    ...own(label, output, delta, printed),
  })
  const end = (label: string, output: string, value: Total, printed?: Cell) => ({
    label,
    value,
    ...own(label, output, value, printed),
  })
  return {
    kind: 'chart',
    title: texts.variance.bridge,
    summary: texts.chart.waterfall(formats.money(steps.from, currency), formats.money(steps.to, currency)),
    chart: {
      type: 'waterfall',
      currency,
      start: end(texts.variance.budget, 'start', steps.from, totals[BUDGET]),
      steps: [
        ...steps.steps.map(one =>
          step(
            memberName(steps.dimension, one.key, one.label),
            `step ${one.key}`,
            one.delta,
            steps.dimension === found.by[0] ? lineOf(one.key) : undefined,
          ),
        ),
        ...(steps.others
          ? [step(texts.common.others(formats.count(steps.others.members)), 'others', steps.others.delta)]
          : []),
      ],
      end: end(texts.variance.actual, 'end', steps.to, totals[ACTUAL]),
    },
  }
}

/** Places in the rows of the table of lines. */
const [ACTUAL, BUDGET, VARIANCE] = [1, 2, 3]
