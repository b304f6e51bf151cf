import { useMemo } from 'react'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { useChartStyle } from '../use-chart-style.ts'
import { benfordModel, benfordTwin, type DigitShare, type DigitWords } from './option.ts'

/** Digits against Benford's law. */
export function BenfordPanel({
  title,
  subtitle,
  shares,
  words,
}: {
  title: string
  subtitle: string
  shares: readonly DigitShare[]
  words: DigitWords
}) {
  const style = useChartStyle(undefined)
  const model = useMemo(() => benfordModel(shares, words, style), [shares, words, style])
  return (
    <ChartPanel
      title={title}
      subtitle={subtitle}
      legendBelow
      legend={[
        { label: words.observed, colour: style.colours.accent, shape: 'square' },
        { label: words.outside, colour: style.colours.anomaly, shape: 'square' },
        { label: words.expected, colour: style.colours.text, shape: 'line' },
      ]}
      picture={() => model.option}
      style={style}
      twin={() => benfordTwin(shares, words)}
    >
      <Chart model={model} style={style} label={title} />
    </ChartPanel>
  )
}
