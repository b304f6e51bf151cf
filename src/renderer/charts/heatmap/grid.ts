import type { HeatmapSeriesOption } from 'echarts/charts'
import type { Matrix } from '../../../shared/data/data.ts'
import { stepFormatter } from '../axes.ts'
import { markAt } from '../mark.ts'
import type { ChartModel, ChartOption, ChartStyle, Mark, TooltipContent } from '../model.ts'
import { wrapped } from '../waterfall/option.ts'
import { cellInk } from './cells.ts'

export interface Cell {
  row: number
  column: number
}

/** What a kind of heatmap says of its cells. */
export interface GridWords {
  draw(cell: Cell): { text: string; fill: string }
  /** After the names of row and column, in announcements. */
  say(cell: Cell): string
  tip(cell: Cell): TooltipContent['rows']
  columnShort(column: Matrix['columns'][number]): string
  columnLong(column: Matrix['columns'][number]): string
  /** Columns are names: cut where they would run into each other. */
  named?: boolean
}

/** Letters of a column's name on a line, where so many columns share the narrowest tile's width. */
const lineOf = (columns: number): number => Math.max(6, Math.min(24, Math.floor(72 / columns)))

/** Rows × columns with their number in each cell that is known. */
export function gridModel(matrix: Matrix, style: ChartStyle, says: GridWords): ChartModel {
  const { colours, fontFamily } = style
  const cells = matrix.rows.flatMap((_, row) =>
    matrix.columns.flatMap((__, column) => (matrix.values[row]?.[column] == null ? [] : [{ row, column }])),
  )
  const index = new Map(cells.map((cell, i) => [`${cell.row}:${cell.column}`, i]))
  const many = matrix.columns.length > 9
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
        fontSize: many ? 10.5 : 11,
        ...(says.named ? { lineHeight: 12 } : {}),
        formatter: stepFormatter(
          matrix.columns.map(c => {
            const name = says.columnShort(c)
            return says.named ? wrapped(name, lineOf(matrix.columns.length), 2) : name
          }),
        ),
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
        label: { show: true, fontFamily, fontSize: many ? 10 : 10.5 },
        emphasis: { itemStyle: { borderColor: colours.accent, borderWidth: 2 } },
        data: cells.map(cell => {
          const { text, fill } = says.draw(cell)
          return {
            value: [cell.column, cell.row, Number(matrix.values[cell.row]?.[cell.column] ?? 0)],
            itemStyle: { color: fill },
            label: { formatter: text, color: cellInk(fill) },
          }
        }) as HeatmapSeriesOption['data'],
      },
    ],
  }
  const nameOf = ({ row, column }: Cell): string => {
    const head = matrix.columns[column]
    return `${matrix.rows[row]?.label ?? ''}, ${head ? says.columnLong(head) : ''}`
  }
  return {
    option,
    trigger: 'item',
    // Each cell carries its number: a pattern would only make it harder to read.
    patterns: false,
    marks: matrix.rows.map((_, row) =>
      matrix.columns.map((__, column): Mark | null =>
        index.has(`${row}:${column}`)
          ? markAt(row, column, () => `${nameOf({ row, column })}, ${says.say({ row, column })}`)
          : null,
      ),
    ),
    tooltip: cell => ({ title: nameOf(cell), rows: says.tip(cell) }),
    locate: (_, i) => cells[i] ?? { row: 0, column: 0 },
    place: ({ row, column }) => ({ seriesIndex: 0, dataIndex: index.get(`${row}:${column}`) ?? 0 }),
  }
}
