import type { ExploredBreakdown, Pivot } from '../../../shared/contract/explore.ts'
import { addTotals, subtract } from '../../../shared/money/add.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { figures } from '../../engine/columnar/figures.ts'
import { group, type Grouping } from '../../engine/columnar/group.ts'
import { meanOf } from '../../engine/columnar/measures.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import { codesOf, valuesOf } from '../../engine/columnar/whole.ts'
import { deviations } from './analysis/moments/moments.ts'

const size = (value: Total): number => Math.abs(Number(value))

/** The dimensions whose distinct members are counted beside a breakdown: the first in use. */
const COUNTED = 4

/** Breakdown by one dimension: sum, count, mean, deviation, share, cumulative share, distinct members of the others. */
export function breakdown(engine: Columnar, filters: Filters, by: string, top: number): ExploredBreakdown {
  const selection = engine.select(filters)
  const dictionary = engine.dictionary(by)
  const grouping = group(selection, [engine.keyOf(by)])
  const { sum, counts } = figures(selection, grouping, 'base_amount', false)
  const sd = deviations(valuesOf(selection, 'base_amount'), grouping.ids, grouping.groups)
  const members = Array.from({ length: grouping.groups }, (_, g) => g)
    .filter(g => (grouping.counts[g] as number) > 0)
    .map(g => ({ g, code: grouping.codes?.[g] ?? g, sum: sum(g) }))
    .sort((a, b) => size(b.sum) - size(a.sum) || a.code - b.code)
  const whole = addTotals(members.map(m => m.sum))
  const listed = members.slice(0, top)
  const others = [...engine.dictionaries.registry.keys()]
    .filter(id => id !== by && engine.dictionary(id).size > 2)
    .slice(0, COUNTED)
  const distinct = others.map(id => distinctBy(engine, selection, grouping, id))
  let cumulative: Total = 0
  const rows = listed.map(({ g, code, sum: own }) => {
    cumulative = addTotals([cumulative, own])
    return {
      key: dictionary.keyOf(code),
      label: dictionary.labelOf(code),
      sum: own,
      count: grouping.counts[g] as number,
      mean: meanOf(own, counts[g] as number),
      sd: sd(g),
      share: shareOf(own, whole),
      cumulative: shareOf(cumulative, whole),
      distinct: Object.fromEntries(others.map((id, k) => [id, (distinct[k] as Uint32Array)[g] as number])),
    }
  })
  return {
    currency: engine.store.baseCurrency,
    dimension: by,
    rows,
    rest: {
      members: members.length - rows.length,
      sum: subtract(whole, addTotals(rows.map(row => row.sum))),
      count: selection.count - rows.reduce((n, row) => n + row.count, 0),
    },
    total: { sum: whole, count: selection.count },
    unconverted: engine.unconverted(selection),
  }
}

const shareOf = (part: Total, whole: Total): number | null =>
  whole === 0 ? null : Number(part) / Number(whole)

/** How many members of a dimension each group has; "none" is no member. */
function distinctBy(engine: Columnar, selection: Selection, grouping: Grouping, id: string): Uint32Array {
  const codes = codesOf(selection, engine.keyOf(id))
  const { ids, groups } = grouping
  const width = engine.dictionary(id).size
  const seen = new Set<number>()
  const found = new Uint32Array(groups)
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number
    if (code === 0) continue
    const g = ids ? (ids[i] as number) : 0
    const pair = g * width + code
    if (seen.has(pair)) continue
    seen.add(pair)
    found[g] = (found[g] as number) + 1
  }
  return found
}

/** Two dimensions against one another. Rows and columns beyond the largest are added up in one each, so that every line adds up. */
export function pivot(
  engine: Columnar,
  request: { filters: Filters; rows: string; columns: string; measure: 'sum' | 'count'; top: number },
): Pivot {
  const selection = engine.select(request.filters)
  const rowOf = engine.dictionary(request.rows)
  const columnOf = engine.dictionary(request.columns)
  const grouping = group(selection, [engine.keyOf(request.rows), engine.keyOf(request.columns)])
  const { sum } = figures(selection, grouping, 'base_amount', false)
  const cells: { row: number; column: number; value: Total }[] = []
  for (let g = 0; g < grouping.groups; g += 1) {
    const count = grouping.counts[g] as number
    if (count === 0) continue
    const code = grouping.codes?.[g] ?? g
    const value = request.measure === 'count' ? count : sum(g)
    cells.push({ row: Math.floor(code / columnOf.size), column: code % columnOf.size, value })
  }
  const rows = largest(cells, 'row', request.top)
  const columns = largest(cells, 'column', request.top)
  const rowPlace = new Map(rows.listed.map(({ code }, i) => [code, i]))
  const columnPlace = new Map(columns.listed.map(({ code }, i) => [code, i]))
  const values: (Total | null)[][] = rows.listed.map(() => columns.listed.map(() => null))
  const restRow: Total[] = columns.listed.map(() => 0)
  const restColumn: Total[] = rows.listed.map(() => 0)
  for (const { row, column, value } of cells) {
    const i = rowPlace.get(row)
    const j = columnPlace.get(column)
    if (i !== undefined && j !== undefined) (values[i] as (Total | null)[])[j] = value
    else if (i !== undefined) restColumn[i] = addTotals([restColumn[i] as Total, value])
    else if (j !== undefined) restRow[j] = addTotals([restRow[j] as Total, value])
  }
  const name =
    (dictionary: typeof rowOf) =>
    ({ code }: { code: number }) => ({
      key: dictionary.keyOf(code),
      label: dictionary.labelOf(code),
    })
  return {
    currency: engine.store.baseCurrency,
    rows: rows.listed.map(name(rowOf)),
    columns: columns.listed.map(name(columnOf)),
    values,
    rowTotals: rows.listed.map(one => one.total),
    columnTotals: columns.listed.map(one => one.total),
    restRows: rows.left,
    restColumns: columns.left,
    restRow,
    restColumn,
    total: addTotals(cells.map(cell => cell.value)),
    unit: request.measure === 'count' ? 'count' : 'money',
  }
}

function largest(
  cells: readonly { row: number; column: number; value: Total }[],
  side: 'row' | 'column',
  top: number,
): { listed: { code: number; total: Total }[]; left: number } {
  const parts = Map.groupBy(cells, cell => cell[side])
  const all = [...parts]
    .map(([code, part]) => ({ code, total: addTotals(part.map(cell => cell.value)) }))
    .sort((a, b) => size(b.total) - size(a.total) || a.code - b.code)
  return { listed: all.slice(0, top), left: Math.max(0, all.length - top) }
}
