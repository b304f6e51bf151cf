import type { TileAnswer, TileData, TileRequest } from '../../../shared/contract/boards.ts'
import type { Side, TileQuery } from '../../../shared/boards/tile.ts'
import { ADDITIVE, PART_CHARTS, TREE_CHARTS } from '../../../shared/boards/tile.ts'
import { yearBefore } from '../../../shared/calendar/compare.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import type { DaySpan } from '../../../shared/calendar/grain.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { bothFilters } from '../../../shared/query/both.ts'
import type { Comparison, Filters, Measure } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import { isoSpan } from '../../engine/result.ts'
import { heatmapOf } from './over-time.ts'
import { firstUsed, rankingOf } from './ranking.ts'
import { signOf, turn } from './sides.ts'
import { spansOf } from './spans.ts'
import { unitOf, type Asked } from './asked.ts'
import { flowOf, gridOf, treeOf } from './tile-parts.ts'
import { overSteps } from './tile-steps.ts'
import { say } from './messages.ts'

const NOTHING: Selection = { parts: [], count: 0 }
/** Parts, where a tile names no dimension: the first of these that the workspace uses. */
const IN_PARTS = new Set<TileRequest['chart']>([...PART_CHARTS, ...TREE_CHARTS])
const BY = ['category', 'account', 'cost_centre', 'payee']

/** Answers each tile from the selections that the overview made, where its filters are the page's; one that cannot be answered says why. */
export function tilesOf(
  engine: Columnar,
  filters: Filters,
  comparison: Comparison | undefined,
  requests: readonly TileRequest[],
): TileAnswer[] {
  return requests.map(request => {
    try {
      return tileOf(engine, filters, comparison, request)
    } catch (error) {
      // A dimension that is no more, filters that exclude each other: the board's other tiles are as good as ever.
      if (!(error instanceof FailureError)) throw error
      return { id: request.id, entries: 0, door: filters, failure: error.failure.message }
    }
  })
}

function tileOf(
  engine: Columnar,
  page: Filters,
  comparison: Comparison | undefined,
  { id, chart, query }: TileRequest,
): TileAnswer {
  const filters = withActual(bothFilters(page, query.filters))
  const { side } = query
  const spans = spansOf(engine, filters, comparison)
  const now = sideOf(engine, filters, side)
  const compared = spans?.comparison
  const on = (span: DaySpan): Selection => sideOf(engine, { ...filters, ...isoSpan(span) }, side)
  // What is left of income after spending has the sign of income.
  const sign = side === 'all' ? 1 : signOf(engine, side === 'expense' ? 'expense' : 'income')
  const before = compared && on(compared)
  const asked: Asked = { engine, query, spans, now, before, sign, measure: measureOf(query, sign), on }
  return {
    id,
    entries: now.count,
    door: side === 'all' ? filters : bothFilters(filters, { members: { flow: flowsOf(side) } }),
    ...(compared ? { comparedWith: isoSpan(compared) } : {}),
    ...(IN_PARTS.has(chart) ? { by: byOf(asked) } : {}),
    data: dataOf(chart, asked),
  }
}

const flowsOf = (side: Side): string[] => (side === 'net' ? ['income', 'expense'] : [side])

function sideOf(engine: Columnar, filters: Filters, side: Side): Selection {
  if (side === 'all') return engine.select(filters)
  if (side === 'net') return engine.select(bothFilters(filters, { members: { flow: flowsOf(side) } }))
  return engine.narrow(engine.select(filters), 'flow', side)
}

/** The greatest of amounts whose sign is turned is the least of those posted. */
function measureOf({ measure }: TileQuery, sign: 1 | -1): Measure {
  return { op: measure === 'max' && sign === -1 ? 'min' : measure, of: 'amount' }
}

/** The figure of one measure of a selection; null where there are no entries. */
export function figureOf({ engine, query, sign, measure }: Asked, selection: Selection): Total | null {
  if (selection.count === 0) return query.measure === 'count' || query.measure === 'sum' ? 0 : null
  const [value = null] = engine.overall(selection, [measure])
  return value === null || query.measure === 'count' ? value : turn(value, sign)
}

function dataOf(chart: TileRequest['chart'], asked: Asked): TileData {
  const { engine, query, now, before, sign, spans } = asked
  const unit = query.measure === 'count' ? 'count' : 'money'
  switch (chart) {
    case 'figure':
      return {
        kind: 'figure',
        unit,
        value: figureOf(asked, now),
        before: before ? figureOf(asked, before) : null,
      }
    case 'line':
    case 'area':
    case 'bar':
    case 'stacked':
    case 'calendar':
      return overSteps(asked, chart === 'calendar' ? 'day' : query.grain, chart)
    case 'ranking':
    case 'pie':
    case 'waterfall': {
      additive(query)
      if (chart === 'waterfall' && unit === 'count')
        throw new FailureError('bad-input', say().waterfallOfSums)
      return {
        kind: 'ranking',
        unit,
        ...rankingOf(engine, byOf(asked), now, before, sign, query.top, true, {
          count: unit === 'count',
          byChange: chart === 'waterfall',
        }),
      }
    }
    case 'treemap':
    case 'sunburst':
      additive(query)
      return treeOf(asked, byOf(asked))
    case 'sankey':
      additive(query)
      return flowOf(asked, byOf(asked))
    case 'heatmap': {
      if (query.within) {
        additive(query)
        return gridOf(asked, byOf(asked), query.within)
      }
      if (query.measure !== 'sum') throw new FailureError('bad-input', say().heatmapOfSums)
      if (!spans) return { kind: 'matrix', ...unitOf(asked), rows: [], columns: [], values: [] }
      const earlier = yearBefore(spans.covered)
      const from = Math.max(earlier.from, spans.ledger.from) as Day
      const cut = from <= earlier.to ? asked.on({ from, to: earlier.to }) : NOTHING
      return heatmapOf(
        engine,
        byOf(asked),
        spans.covered,
        now,
        { span: earlier, expense: cut },
        sign,
        query.top,
      )
    }
  }
}

const byOf = ({ engine, query }: Asked): string => query.by ?? firstUsed(engine, BY)

function additive({ measure }: TileQuery): void {
  if (!ADDITIVE.includes(measure)) throw new FailureError('bad-input', say().notAdditive)
}
