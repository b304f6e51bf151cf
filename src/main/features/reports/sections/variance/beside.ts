import type { Variance } from '../../../../../shared/contract/budget.ts'
import type { Block } from '../../../../../shared/report/document.ts'
import type { Making } from '../../make/making.ts'
import { fixedColumn, text } from '../part.ts'

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

export function bridge(
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
