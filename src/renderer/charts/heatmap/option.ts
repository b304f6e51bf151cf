import type { Matrix } from '../../../shared/data/data.ts'
import type { ChartModel, ChartStyle } from '../model.ts'
import { axisUnit, toMajor, type AxisUnit } from '../scale.ts'
import { amountStep, changeBins, changeStep, percentChange } from './cells.ts'
import { gridModel, type Cell } from './grid.ts'

/** 'change' judges each cell against the same month a year before; 'amount' shows what was spent, without a judgement. */
export type HeatmapMode = 'change' | 'amount'

interface Words {
  amount: string
  before: string
  change: string
  /** Spending where there was none a year ago. */
  fresh: string
}

/** Rows × months (or × `members`) with their number in each cell. Only a judgement is coloured by the diverging scale. */
export function heatmapModel(
  matrix: Matrix,
  mode: HeatmapMode,
  names: Words,
  style: ChartStyle,
  members = false,
): ChartModel & { unit: AxisUnit; neutral: readonly [number, number] } {
  const { colours, words } = style
  const amounts = matrix.values.map(row => row.map(v => toMajor(v, matrix.unit, matrix.currency)))
  const unit = axisUnit(amounts.flat())
  const largest = amounts.flat().reduce<number>((a, v) => Math.max(a, v ?? 0), 0)
  const change = ({ row, column }: Cell): number | undefined =>
    percentChange(matrix.values[row]?.[column] ?? null, matrix.before?.[row]?.[column])
  const bins = changeBins(
    matrix.values.flatMap((values, row) => values.flatMap((_, column) => change({ row, column }) ?? [])),
  )
  const draw = (cell: Cell): { text: string; fill: string } => {
    const amount = amounts[cell.row]?.[cell.column] ?? 0
    if (mode === 'amount') {
      return {
        text: words.tick(amount / unit.size, decimalsFor(largest / unit.size)),
        fill: colours.sequential[amountStep(amount, largest)] as string,
      }
    }
    const percent = change(cell)
    // The colour follows the number that is printed, so that two cells that read +8 look alike.
    if (percent === undefined) {
      // A net refund now or then: the sign is what there is to say, the amounts are in the cell's words.
      const before = matrix.before?.[cell.row]?.[cell.column] ?? 0
      return { text: Number(before) === 0 ? names.fresh : '±', fill: colours.diverging[3] as string }
    }
    return {
      text: words.change(percent),
      fill: colours.diverging[changeStep(Math.round(percent), bins)] as string,
    }
  }
  const full = (values: Matrix['values'] | undefined, { row, column }: Cell): string => {
    const value = values?.[row]?.[column]
    return value === null || value === undefined ? words.noData : words.full(value)
  }
  const model = gridModel(matrix, style, {
    draw,
    named: members,
    columnShort: column => (members ? column.label : words.stepShort(column.key)),
    columnLong: column => (members ? column.label : words.stepLong(column.key)),
    say: cell => {
      const percent = change(cell)
      return `${full(matrix.values, cell)}${percent === undefined ? '' : `, ${words.change(percent)} %`}`
    },
    tip: cell => {
      const percent = change(cell)
      return [
        { label: names.amount, value: full(matrix.values, cell), strong: true },
        ...(matrix.before ? [{ label: names.before, value: full(matrix.before, cell) }] : []),
        ...(percent === undefined ? [] : [{ label: names.change, value: `${words.change(percent)} %` }]),
      ]
    },
  })
  return { ...model, unit, neutral: [bins[2] as number, bins[3] as number] }
}

function decimalsFor(largest: number): number {
  return largest >= 100 || largest === 0 ? 0 : largest >= 10 ? 1 : 2
}
