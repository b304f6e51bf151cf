import { useMemo } from 'react'
import type { Series } from '../../../shared/data/data.ts'
import { exponentOf, type Total } from '../../../shared/money/minor.ts'
import { MINUS, useFormat, useMessages } from '../../ui/index.ts'
import { Chart, type ChartActions } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { useLegend } from '../legend.tsx'
import { messages } from '../messages.ts'
import { seriesTwin } from '../twin.ts'
import { currencySymbol, unitCaption } from '../unit-caption.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { incomeExpenseModel, narrowDecimals, PLOT_LEFT, PLOT_RIGHT, surpluses } from './option.ts'
import styles from './income-expense.module.css'

interface Props extends ChartActions {
  title: string
  note?: string
  series: Series
  className?: string
}

/** Income against expense, with each step's surplus in the same column under the plot. */
export function IncomeExpensePanel({ title, note, series, className, ...doing }: Props) {
  const texts = useMessages(messages)
  const format = useFormat()
  const style = useChartStyle(series.currency)
  const filter = useLegend(series.lines.map(line => line.id))
  const { hidden } = filter
  const model = useMemo(() => incomeExpenseModel(series, style, hidden), [series, style, hidden])
  const left = useMemo(() => surpluses(series), [series])
  const currency = series.currency ?? format.currency
  const size = model.unit.size * 10 ** exponentOf(currency)
  const decimals = narrowDecimals(left.map(value => Math.abs(Number(value ?? 0)) / size))
  const columns = `repeat(${series.x.length}, minmax(0, 1fr))`
  return (
    <ChartPanel
      title={title}
      subtitle={[unitCaption(model.unit, currencySymbol(currency, format.locale), texts), note]
        .filter(Boolean)
        .join(', ')}
      legendBelow
      legend={series.lines.map(line => ({
        id: line.id,
        label: line.label,
        colour: line.role === 'income' ? style.colours.income : style.colours.expense,
        shape: line.role === 'income' ? 'circle' : 'square',
      }))}
      filter={filter}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() => seriesTwin(withSurplus(series, texts.surplus), texts.step, style.words)}
    >
      <Chart model={model} style={style} label={title} {...doing} />
      <div className={styles.surplus}>
        <span className={styles.name} style={{ width: PLOT_LEFT }}>
          {texts.surplus}
        </span>
        <ol className={styles.cells} style={{ gridTemplateColumns: columns, marginRight: PLOT_RIGHT }}>
          {left.map((value, i) => (
            <li
              key={series.x[i]}
              className={value !== null && value < 0 ? styles.deficit : undefined}
              title={value === null ? texts.noData : style.words.full(value)}
            >
              {value === null
                ? ''
                : signedFixed(style.words.tick(Math.abs(Number(value)) / size, decimals), value)}
            </li>
          ))}
        </ol>
      </div>
    </ChartPanel>
  )
}

/** Fixed decimals, so that the row reads as a column of figures; nil has no sign. */
function signedFixed(size: string, value: Total): string {
  const nil = !/[1-9]/.test(size)
  return nil ? size : value > 0 ? `+${size}` : `${MINUS}${size}`
}

function withSurplus(series: Series, label: string): Series {
  return {
    ...series,
    lines: [...series.lines, { id: 'surplus', label, role: 'actual', values: surpluses(series) }],
  }
}
