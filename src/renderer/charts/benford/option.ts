import type { LineSeriesOption } from 'echarts/charts'
import { plotGrid } from '../axes.ts'
import type { ChartModel, ChartStyle, TooltipContent } from '../model.ts'
import { niceTicks } from '../scale.ts'
import type { Twin } from '../twin.ts'

/** How often a digit (or two) is seen and should be, as shares of 1; between the bounds chance alone explains it. */
export interface DigitShare {
  digits: number
  count: number
  observed: number
  expected: number
  lower: number
  upper: number
}

export interface DigitWords {
  digits: string
  observed: string
  expected: string
  bounds: string
  outside: string
  number: string
  from: string
  to: string
  judgement: string
  count(value: number): string
  share(value: number): string
}

const outside = ({ observed, lower, upper }: DigitShare): boolean => observed < lower || observed > upper

/** Two digits keep their nought: 07. */
const nameOf = (digits: number, shares: readonly DigitShare[]): string =>
  String(digits).padStart(String(shares.at(-1)?.digits ?? digits).length, '0')

/** Bars of what is seen, the expected shares as a line, their bounds as a band; bars outside are marked. */
export function benfordModel(
  shares: readonly DigitShare[],
  words: DigitWords,
  style: ChartStyle,
): ChartModel {
  const { colours } = style
  const percent = (value: number): number => value * 100
  const ticks = niceTicks(
    shares.flatMap(one => [percent(one.observed), percent(one.upper)]),
    { zero: true },
  )
  const line = (id: string, name: string, more: LineSeriesOption): LineSeriesOption => ({
    id,
    name,
    type: 'line',
    showSymbol: false,
    silent: true,
    ...more,
  })
  return {
    trigger: 'axis',
    patterns: false,
    option: {
      grid: plotGrid(),
      xAxis: {
        type: 'category',
        data: shares.map((_, i) => String(i)),
        axisLabel: {
          hideOverlap: true,
          formatter: (key: string) => nameOf(shares[Number(key)]?.digits ?? 0, shares),
        },
        axisPointer: { type: 'shadow', label: { show: false } },
      },
      yAxis: {
        type: 'value',
        min: ticks.min,
        max: ticks.max,
        interval: ticks.interval,
        axisLabel: { formatter: (value: number) => words.share(value / 100) },
      },
      tooltip: { trigger: 'axis' },
      series: [
        {
          type: 'bar',
          name: words.observed,
          barCategoryGap: shares.length > 20 ? '12%' : '28%',
          data: shares.map(one => ({
            value: percent(one.observed),
            itemStyle: { color: outside(one) ? colours.anomaly : colours.accent },
          })),
        },
        line('lower', '', {
          stack: 'bounds',
          lineStyle: { width: 0 },
          data: shares.map(one => percent(one.lower)),
        }),
        line('upper', words.bounds, {
          stack: 'bounds',
          lineStyle: { width: 0 },
          areaStyle: { color: colours.text, opacity: 0.16 },
          data: shares.map(one => percent(one.upper - one.lower)),
        }),
        line('expected', words.expected, {
          z: 4,
          lineStyle: { color: colours.text, width: 1.5 },
          itemStyle: { color: colours.text },
          data: shares.map(one => percent(one.expected)),
        }),
      ],
    },
    marks: [
      shares.map((one, column) => ({
        row: 0,
        column,
        label: [
          `${words.digits} ${nameOf(one.digits, shares)}`,
          ...rowsOf(one, words, style).map(row => `${row.label} ${row.value}`),
        ].join(', '),
      })),
    ],
    tooltip: ({ column }) => {
      const one = shares[column]
      return one
        ? { title: `${words.digits} ${nameOf(one.digits, shares)}`, rows: rowsOf(one, words, style) }
        : { title: '', rows: [] }
    },
    locate: (_series, column) => ({ row: 0, column }),
    place: ({ column }) => ({ seriesIndex: 0, dataIndex: column }),
  }
}

function rowsOf(one: DigitShare, words: DigitWords, { colours }: ChartStyle): TooltipContent['rows'] {
  return [
    {
      swatch: outside(one) ? colours.anomaly : colours.accent,
      shape: 'square',
      label: outside(one) ? `${words.observed} (${words.outside})` : words.observed,
      value: `${words.share(one.observed)} (${words.count(one.count)})`,
      strong: true,
    },
    { swatch: colours.text, shape: 'line', label: words.expected, value: words.share(one.expected) },
    { label: words.bounds, value: `${words.share(one.lower)} – ${words.share(one.upper)}` },
  ]
}

/** The same figures as a table. */
export function benfordTwin(shares: readonly DigitShare[], words: DigitWords): Twin {
  const share = (value: number) => ({ text: words.share(value), data: String(value) })
  return {
    columns: [
      words.digits,
      words.number,
      words.observed,
      words.expected,
      words.from,
      words.to,
      words.judgement,
    ],
    rows: shares.map(one => ({
      head: nameOf(one.digits, shares),
      headData: nameOf(one.digits, shares),
      cells: [
        { text: words.count(one.count), data: String(one.count) },
        share(one.observed),
        share(one.expected),
        share(one.lower),
        share(one.upper),
        { text: outside(one) ? words.outside : '', data: outside(one) ? 'outside' : '' },
      ],
    })),
  }
}
