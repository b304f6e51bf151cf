import { useMemo, type ReactNode } from 'react'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart, type ChartActions } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { messages } from '../messages.ts'
import { currencySymbol, unitCaption } from '../unit-caption.ts'
import { amountCell } from '../twin.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { waterfallModel, type JudgementWords, type WaterfallStep } from './option.ts'

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
  const judged = steps.some(step => step.judgement !== undefined)
  const model = useMemo(
    () => waterfallModel(steps, currency, style, { favourable: texts.favourable, adverse: texts.adverse }),
    [steps, currency, style, texts],
  )
  const unit = unitCaption(model.unit, currencySymbol(currency, format.locale), texts)
  return (
    <ChartPanel
      title={title}
      subtitle={[unit, model.startsAtNil ? '' : texts.axisAboveNil, note].filter(Boolean).join(', ')}
      legend={
        judged
          ? [
              { label: texts.favourable, colour: style.colours.favourable, shape: 'square' },
              {
                label: texts.adverse,
                colour: style.colours.adverse,
                fill: style.colours.adverseTint,
                shape: 'square',
              },
            ]
          : undefined
      }
      actions={actions}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => ({
        columns: [texts.step, `${texts.value} (${currency})`, ...(judged ? [texts.judgement] : [])],
        rows: steps.map(step => ({
          head: step.label,
          headData: step.label,
          cells: [amountCell(step.value, style.words, currency), ...(judged ? [wordCell(step, texts)] : [])],
        })),
      })}
    >
      <Chart model={model} style={style} label={title} {...doing} />
    </ChartPanel>
  )
}

function wordCell(step: WaterfallStep, words: JudgementWords): { text: string; data: string } {
  const word = step.judgement === 'favourable' || step.judgement === 'adverse' ? words[step.judgement] : ''
  return { text: word, data: word }
}
