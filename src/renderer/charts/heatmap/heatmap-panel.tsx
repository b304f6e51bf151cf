import { useMemo, useState } from 'react'
import type { Matrix } from '../../../shared/data/data.ts'
import { LinkButton, useFormat, useMessages } from '../../ui/index.ts'
import { Chart, type ChartActions } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { messages } from '../messages.ts'
import { matrixTwin } from '../twin.ts'
import { currencySymbol, unitCaption } from '../unit-caption.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { heatmapModel, type HeatmapMode } from './option.ts'

interface Props extends ChartActions {
  title: string
  note?: string
  matrix: Matrix
  /** What the rows are: the first column's head in the table twin. */
  rowName: string
  /** False where nothing is known of the year before: then only amounts are shown. */
  comparable: boolean
  /** Columns are members of a dimension, not months. */
  members?: boolean
  className?: string
}

/** Rows × months; the judgement against last year first, the plain amounts one click away. */
export function HeatmapPanel({
  title,
  note,
  matrix,
  rowName,
  comparable,
  members,
  className,
  ...doing
}: Props) {
  const texts = useMessages(messages)
  const format = useFormat()
  const style = useChartStyle(matrix.currency)
  const [wanted, setWanted] = useState<HeatmapMode>('change')
  const mode = comparable ? wanted : 'amount'
  const model = useMemo(
    () =>
      heatmapModel(
        matrix,
        mode,
        { amount: texts.amount, before: texts.yearBefore, change: texts.change, fresh: texts.fresh },
        style,
        members,
      ),
    [matrix, mode, style, texts, members],
  )
  const unit =
    mode === 'change'
      ? note
        ? texts.changeOnYearShort
        : texts.changeOnYear
      : unitCaption(model.unit, matrix.currency ? currencySymbol(matrix.currency, format.locale) : '', texts)
  return (
    <ChartPanel
      title={title}
      // The span first: what is cut in a narrow panel must not be what the figures cover.
      subtitle={[
        note,
        unit,
        mode === 'change' &&
          texts.neutral(
            format.count(Math.max(-100, model.neutral[0]), 'change'),
            format.count(model.neutral[1], 'change'),
          ),
      ]
        .filter(Boolean)
        .join(', ')}
      actions={
        comparable && (
          <LinkButton onClick={() => setWanted(mode === 'change' ? 'amount' : 'change')}>
            {mode === 'change' ? texts.showAmounts : texts.showChange}
          </LinkButton>
        )
      }
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => matrixTwin(matrix, rowName, style.words, members)}
    >
      <Chart model={model} style={style} label={title} {...doing} />
    </ChartPanel>
  )
}
