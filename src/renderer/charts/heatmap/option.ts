import type { HeatmapSeriesOption } from 'echarts/charts'
import type { Matrix } from '../../../shared/data/data.ts'
import { stepFormatter } from '../line/option.ts'
import type { ChartModel, ChartOption, ChartStyle, Mark } from '../model.ts'
import { axisUnit, toMajor, type AxisUnit } from '../scale.ts'
import { amountStep, cellInk, changeBins, changeStep, percentChange } from './cells.ts'

/** 'change' judges each cell against the same month a year before; 'amount' shows what was spent, without a judgement. */
export type HeatmapMode = 'change' | 'amount'

interface Words {
  amount: string
  before: string
  change: string
  /** Spending where there was none a year ago. */
  fresh: string
}

/** Rows × months with their number in each cell. Only a judgement is coloured by the diverging scale. */
export function heatmapModel(
  matrix: Matrix,
  mode: HeatmapMode,
  names: Words,
  style: ChartStyle,
): ChartModel & { unit: AxisUnit; neutral: readonly [number, number] } {
  const { colours, words, fontFamily } = style
  const amounts = matrix.values.map(row => row.map(v => toMajor(v, matrix.unit, matrix.currency)))
  const unit = axisUnit(amounts.flat())
  const largest = amounts.flat().reduce<number>((a, v) => Math.max(a, v ?? 0), 0)
  const change = (row: number, column: number): number | undefined =>
    percentChange(matrix.values[row]?.[column] ?? null, matrix.before?.[row]?.[column])
  const cells = matrix.rows.flatMap((_, row) =>
    matrix.columns.flatMap((__, column) => (matrix.values[row]?.[column] == null ? [] : [{ row, column }])),
  )
  const index = new Map(cells.map((cell, i) => [`${cell.row}:${cell.column}`, i]))

  const bins = changeBins(cells.flatMap(({ row, column }) => change(row, column) ?? []))

  const draw = ({ row, column }: { row: number; column: number }): { text: string; fill: string } => {
    const amount = amounts[row]?.[column] ?? 0
    if (mode === 'amount') {
      return {
        text: words.tick(amount / unit.size, decimalsFor(largest / unit.size)),
        fill: colours.sequential[amountStep(amount, largest)] as string,
      }
    }
    const percent = change(row, column)
    // The colour follows the number that is printed, so that two cells that read +8 look alike.
    if (percent === undefined) return { text: names.fresh, fill: colours.diverging[3] as string }
    return {
      text: words.change(percent),
      fill: colours.diverging[changeStep(Math.round(percent), bins)] as string,
    }
  }

  const option: ChartOption = {
    grid: { left: 0, right: 0, top: 24, bottom: 0, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      position: 'top',
      data: matrix.columns.map((_, i) => String(i)),
      axisLine: { show: false },
      axisLabel: {
        margin: 6,
        interval: 0,
        hideOverlap: matrix.columns.length > 12,
        fontSize: matrix.columns.length > 9 ? 10.5 : 11,
        formatter: stepFormatter(matrix.columns.map(c => words.stepShort(c.key))),
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: matrix.rows.map((_, i) => String(i)),
      axisLine: { show: false },
      axisLabel: {
        color: colours.text2,
        fontSize: 11.5,
        width: 128,
        overflow: 'truncate',
        ellipsis: '…',
        interval: 0,
        formatter: stepFormatter(matrix.rows.map(r => r.label)),
      },
    },
    tooltip: { trigger: 'item' },
    series: [
      {
        id: 'cells',
        type: 'heatmap',
        itemStyle: { borderColor: colours.surface, borderWidth: 1.5, borderRadius: 2 },
        label: { show: true, fontFamily, fontSize: matrix.columns.length > 9 ? 10 : 10.5 },
        emphasis: { itemStyle: { borderColor: colours.accent, borderWidth: 2 } },
        data: cells.map(cell => {
          const { text, fill } = draw(cell)
          return {
            value: [cell.column, cell.row, amounts[cell.row]?.[cell.column] ?? 0],
            itemStyle: { color: fill },
            label: { formatter: text, color: cellInk(fill) },
          }
        }) as HeatmapSeriesOption['data'],
      },
    ],
  }

  const full = (value: number | bigint | null | undefined): string =>
    value === null || value === undefined ? words.noData : words.full(value)
  return {
    option,
    unit,
    neutral: [bins[2] as number, bins[3] as number],
    trigger: 'item',
    // Each cell carries its number: a pattern would only make it harder to read.
    patterns: false,
    marks: matrix.rows.map((r, row) =>
      matrix.columns.map((c, column): Mark | null => {
        if (!index.has(`${row}:${column}`)) return null
        const percent = change(row, column)
        const judged = percent === undefined ? '' : `, ${words.change(percent)} %`
        return {
          row,
          column,
          label: `${r.label}, ${words.stepLong(c.key)}, ${full(matrix.values[row]?.[column])}${judged}`,
        }
      }),
    ),
    tooltip: ({ row, column }) => {
      const percent = change(row, column)
      return {
        title: `${matrix.rows[row]?.label ?? ''}, ${words.stepLong(matrix.columns[column]?.key ?? '')}`,
        rows: [
          { label: names.amount, value: full(matrix.values[row]?.[column]), strong: true },
          ...(matrix.before ? [{ label: names.before, value: full(matrix.before[row]?.[column]) }] : []),
          ...(percent === undefined ? [] : [{ label: names.change, value: `${words.change(percent)} %` }]),
        ],
      }
    },
    locate: (_, i) => cells[i] ?? { row: 0, column: 0 },
    place: ({ row, column }) => ({ seriesIndex: 0, dataIndex: index.get(`${row}:${column}`) ?? 0 }),
  }
}

function decimalsFor(largest: number): number {
  return largest >= 100 ? 0 : largest >= 10 ? 1 : 2
}
