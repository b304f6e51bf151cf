import { useMemo, type ReactNode } from 'react'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart, type ChartActions } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { useLegend } from '../legend.tsx'
import { messages } from '../messages.ts'
import { currencySymbol, unitCaption } from '../unit-caption.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { bandId, fanModel, fanTwin, type FanData, type FanWords } from './option.ts'

interface Props extends ChartActions {
  title: string
  note?: string
  data: FanData
  words: FanWords
  actions?: ReactNode
  className?: string
}

/** A forecast with its intervals, in a panel. */
export function FanPanel({ title, note, data, words, actions, className, ...doing }: Props) {
  const texts = useMessages(messages)
  const format = useFormat()
  const style = useChartStyle(data.currency)
  const filter = useLegend(['actual', 'expected', ...data.bands.map(({ level }) => bandId(level))])
  const { hidden } = filter
  const model = useMemo(() => fanModel(data, words, style, hidden), [data, words, style, hidden])
  const ink = style.colours.categorical[0] as string
  return (
    <ChartPanel
      title={title}
      subtitle={[unitCaption(model.unit, currencySymbol(data.currency, format.locale), texts), note]
        .filter(Boolean)
        .join(', ')}
      legend={[
        { id: 'actual', label: words.actual, colour: ink },
        { id: 'expected', label: words.expected, colour: ink, shape: 'dashes' },
        ...data.bands.map(({ level }) => ({
          id: bandId(level),
          label: words.within(level),
          colour: style.colours.band,
          shape: 'square' as const,
          // A narrow interval lies within every wider one.
          layers: data.bands.filter(other => other.level >= level).length,
        })),
      ]}
      filter={filter}
      actions={actions}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => fanTwin(data, words, texts.step, style)}
    >
      <Chart model={model} style={style} label={title} {...doing} />
    </ChartPanel>
  )
}
