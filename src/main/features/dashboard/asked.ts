import type { TileQuery } from '../../../shared/boards/tile.ts'
import type { DaySpan } from '../../../shared/calendar/grain.ts'
import type { Measure } from '../../../shared/query/query.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import type { Spans } from './spans.ts'

/** Everything that a tile's answer is made of. */
export interface Asked {
  engine: Columnar
  query: TileQuery
  spans: Spans | undefined
  now: Selection
  before: Selection | undefined
  sign: 1 | -1
  measure: Measure
  /** The tile's entries of other days. */
  on(span: DaySpan): Selection
}

/** Counts have no currency: by it they would be written as money. */
export function unitOf({ engine, query }: Asked): { unit: 'money' | 'count'; currency?: string } {
  return query.measure === 'count'
    ? { unit: 'count' }
    : { unit: 'money', currency: engine.store.baseCurrency }
}
