import type { ChartOption, ChartStyle } from '../model.ts'
import type { RankingTable } from './rows.ts'

/** On screen a ranking is a table with bars in HTML; saved as a picture it is this bar chart, in the same order. */
export function rankingPicture(
  table: RankingTable,
  labelOf: (index: number) => string,
  style: ChartStyle,
): ChartOption {
  const { colours, words, fontFamily } = style
  return {
    grid: { left: 0, right: 96, top: 8, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', show: false, min: Math.min(0, ...table.rows.map(row => Number(row.rounded))) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: table.rows.map((_, i) => labelOf(i)),
      axisLine: { show: false },
      axisLabel: { color: colours.text, fontSize: 12, width: 200, overflow: 'truncate', ellipsis: '…' },
    },
    series: [
      {
        id: 'ranking',
        type: 'bar',
        barMaxWidth: 10,
        data: table.rows.map(row => ({
          value: Number(row.rounded),
          itemStyle: { color: row.kind === 'rest' ? colours.other : (colours.categorical[0] as string) },
          label: { formatter: words.tick(Number(row.rounded), 0) },
        })),
        label: { show: true, position: 'right', distance: 8, color: colours.text, fontFamily, fontSize: 12 },
      },
    ],
  }
}
