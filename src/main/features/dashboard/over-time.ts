import type { Matrix, Series } from '../../../shared/data/data.ts'
import type { DaySpan, Grain } from '../../../shared/calendar/grain.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { KeySource } from '../../engine/columnar/whole.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import type { Steps } from '../../engine/columnar/steps.ts'
import { largestOf } from './largest.ts'
import { amountsOf, signOf, turn, type Sides } from './sides.ts'

/** Largest members in the heatmap. */
const HEATMAP_ROWS = 15

const names = (steps: Steps): string[] => Array.from({ length: steps.key.size }, (_, i) => steps.text(i))

/** Spending by step over the days covered; the comparison's n-th step stands under the n-th, null where it has none. */
export function trendOf(
  engine: Columnar,
  covered: DaySpan,
  grain: Grain,
  expense: Selection,
  compared: { span: DaySpan; expense: Selection } | undefined,
): Series {
  const sign = signOf(engine, 'expense')
  const steps = engine.steps(grain, covered)
  const now = amountsOf(expense, [steps.key], sign)
  const lines: Series['lines'] = [
    {
      id: 'spending',
      label: 'Spending',
      role: 'actual',
      values: names(steps).map((_, i) => now.at(i) ?? 0),
    },
  ]
  if (compared) {
    const stepsBefore = engine.steps(grain, compared.span)
    const before = amountsOf(compared.expense, [stepsBefore.key], sign)
    lines.push({
      id: 'comparison',
      label: 'Comparison',
      role: 'comparison',
      values: names(steps).map((_, i) => (i < stepsBefore.key.size ? (before.at(i) ?? 0) : null)),
    })
  }
  return { kind: 'series', unit: 'money', currency: engine.store.baseCurrency, x: names(steps), lines }
}

/** Income and spending by month, both positive. */
export function incomeExpenseOf(engine: Columnar, covered: DaySpan, sides: Sides): Series {
  const steps = engine.steps('month', covered)
  const flows = engine.dictionary('flow')
  const amounts = amountsOf(sides.selection, [engine.keyOf('flow'), steps.key], 1)
  const line = (flow: 'income' | 'expense'): Series['lines'][number] => {
    const first = (flows.codeOf(flow) ?? NaN) * steps.key.size
    const sign = signOf(engine, flow)
    return {
      id: flow,
      label: flow === 'income' ? 'Income' : 'Spending',
      role: flow,
      values: names(steps).map((_, i) => turn(amounts.at(first + i) ?? 0, sign)),
    }
  }
  return {
    kind: 'series',
    unit: 'money',
    currency: engine.store.baseCurrency,
    x: names(steps),
    lines: [line('income'), line('expense')],
  }
}

/** Spending of the largest members by month, with the same months a year earlier; null where there are no entries. */
export function heatmapOf(
  engine: Columnar,
  dimension: string,
  covered: DaySpan,
  expense: Selection,
  yearBefore: { span: DaySpan; expense: Selection },
  sign = signOf(engine, 'expense'),
  top = HEATMAP_ROWS,
): Matrix {
  const members = engine.dictionary(dimension)
  const member = engine.keyOf(dimension)
  const totals = amountsOf(expense, [member], sign)
  const { largest: rows } = largestOf(totals, top)
  const steps = engine.steps('month', covered)
  const columns = steps.key.size
  const cells = (selection: Selection, month: KeySource): (Total | null)[][] => {
    const amounts = amountsOf(selection, [member, month], sign)
    return rows.map(({ code }) =>
      Array.from({ length: columns }, (_, i) =>
        i < month.size ? (amounts.at(code * month.size + i) ?? null) : null,
      ),
    )
  }
  return {
    kind: 'matrix',
    unit: 'money',
    currency: engine.store.baseCurrency,
    rows: rows.map(({ code }) => ({ key: members.keyOf(code), label: members.labelOf(code) })),
    columns: names(steps).map(key => ({ key, label: key })),
    values: cells(expense, steps.key),
    before: cells(yearBefore.expense, engine.steps('month', yearBefore.span).key),
  }
}
