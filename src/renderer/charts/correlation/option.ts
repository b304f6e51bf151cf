import type { Matrix } from '../../../shared/data/data.ts'
import { gridModel } from '../heatmap/grid.ts'
import { mix } from '../mix.ts'
import type { ChartModel, ChartStyle } from '../model.ts'

/** A correlation's colour: ochre where one falls as the other rises, the sheet's own where neither tells of the other, ink where they rise together. */
export function correlationFill(r: number, { categorical, diverging }: ChartStyle['colours']): string {
  const [ink = '', ochre = ''] = categorical
  return mix(diverging[3] as string, r < 0 ? ochre : ink, Math.min(1, Math.abs(r)))
}

/** Measures × measures with Pearson's r in each cell; where a measure does not vary, there is no cell. */
export function correlationModel(
  measures: readonly string[],
  values: readonly (readonly (number | null)[])[],
  style: ChartStyle,
  words: { r: string; two: (r: number) => string },
): ChartModel {
  const names = measures.map(label => ({ key: label, label }))
  const matrix: Matrix = {
    kind: 'matrix',
    unit: 'number',
    rows: names,
    columns: names,
    values: values.map(row => [...row]),
  }
  const at = ({ row, column }: { row: number; column: number }): number => values[row]?.[column] ?? 0
  return gridModel(matrix, style, {
    named: true,
    draw: cell => ({ text: words.two(at(cell)), fill: correlationFill(at(cell), style.colours) }),
    say: cell => words.two(at(cell)),
    tip: cell => [{ label: words.r, value: words.two(at(cell)), strong: true }],
    columnShort: column => column.label,
    columnLong: column => column.label,
  })
}
