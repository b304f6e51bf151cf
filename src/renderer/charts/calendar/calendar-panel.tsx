import { useMemo, type ReactNode } from 'react'
import type { Series } from '../../../shared/data/data.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { Chart } from '../chart.tsx'
import { ChartPanel } from '../chart-panel.tsx'
import { byMark, type Doing } from '../doing.ts'
import { messages } from '../messages.ts'
import { seriesTwin } from '../twin.ts'
import { useChartStyle } from '../use-chart-style.ts'
import { usePartsSubtitle } from '../use-parts-subtitle.ts'
import { calendarModel, dayAt } from './option.ts'

interface Props extends Doing<string> {
  title: string
  note?: string
  /** One line over consecutive days. */
  series: Series
  actions?: ReactNode
  className?: string
}

/** A cell a day, the fuller the more; in a panel. */
export function CalendarPanel(props: Props) {
  const { title, note, series, actions, className } = props
  const texts = useMessages(messages)
  const format = useFormat()
  const currency = series.unit === 'money' ? series.currency : undefined
  const style = useChartStyle(currency)
  const model = useMemo(() => {
    const written = (parts: Intl.DateTimeFormatOptions, date: Date): string =>
      new Intl.DateTimeFormat(format.locale, { ...parts, timeZone: 'UTC' }).format(date)
    return calendarModel(series, style, {
      // As other charts' axes have them.
      months: Array.from({ length: 12 }, (_, i) =>
        style.words.stepShort(`2024-${String(i + 1).padStart(2, '0')}`),
      ),
      // 7 January 2024 was a Sunday; the calendar's own names begin with it.
      weekdays: Array.from({ length: 7 }, (_, i) =>
        written({ weekday: 'short' }, new Date(Date.UTC(2024, 0, 7 + i))),
      ),
    })
  }, [series, style, format.locale])
  const { sequential } = style.colours
  const subtitle = usePartsSubtitle(currency, note)
  return (
    <ChartPanel
      title={title}
      subtitle={subtitle}
      legend={[
        { label: texts.less, colour: sequential[1] as string, shape: 'square' },
        { label: texts.more, colour: sequential[6] as string, shape: 'square' },
      ]}
      actions={actions}
      className={className}
      picture={() => model.option}
      style={style}
      twin={() =>
        seriesTwin(
          { ...series, lines: series.lines.map(line => ({ ...line, label: line.label || texts.value })) },
          texts.step,
          style.words,
        )
      }
    >
      <Chart model={model} style={style} label={title} {...byMark(props, mark => dayAt(series, mark))} />
    </ChartPanel>
  )
}
