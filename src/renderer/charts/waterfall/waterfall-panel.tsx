import { useMemo, type ReactNode } from 'react'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart, type ChartActions } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { messages } from '../messages.ts'
import { currencySymbol, unitCaption } from '../unit-caption.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { waterfallModel, type WaterfallStep } from './option.ts'

interface Props extends ChartActions {
  title: string
  note?: string
  steps: readonly WaterfallStep[]
  currency: string
  actions?: ReactNode
  className?: string
}

/** From before to after by what changed, in a panel. */
export function WaterfallPanel({ title, note, steps, currency, actions, className, ...doing }: Props) {
  const texts = useMessages(messages)
  const format = useFormat()
  const style = useChartStyle(currency)
  const model = useMemo(() => waterfallModel(steps, currency, style), [steps, currency, style])
  const unit = unitCaption(model.unit, currencySymbol(currency, format.locale), texts)
  return (
    <ChartPanel
      title={title}
      subtitle={[unit, model.startsAtNil ? '' : texts.axisAboveNil, note].filter(Boolean).join(', ')}
      actions={actions}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => ({
        columns: [texts.step, `${texts.value} (${currency})`],
        rows: steps.map(step => ({
          head: step.label,
          headData: step.label,
          cells: [{ text: style.words.full(step.value), data: toDecimal(step.value, exponentOf(currency)) }],
        })),
      })}
    >
      <Chart model={model} style={style} label={title} {...doing} />
    </ChartPanel>
  )
}
