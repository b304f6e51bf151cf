import type { Filters } from '../../../../shared/query/query.ts'
import { TAG } from '../../../../shared/query/dimensions.ts'
import type { FigureDefinition, FigureQuery } from '../../../../shared/report/figure.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import { extractColumns } from '../../../engine/columnar/extract.ts'
import type { Selection } from '../../../engine/columnar/select.ts'
import { eachBlock, valuesOf } from '../../../engine/columnar/whole.ts'

/** What of the ledger a set of figures hangs on: its entries, and what of each. */
export interface Needs {
  scope: Filters
  dimensions: string[]
  /** Text filters: whether an entry passes them is kept as a column of 0 and 1. */
  texts: string[]
  /** True where a figure measures amounts in the entries' own currency. */
  original: boolean
}

/** The entries behind figures, one element an entry. */
export interface Columns {
  count: number
  ids: Float64Array
  batches: Int32Array
  /** Days since 1970-01-01. */
  days: Int32Array
  /** Minor units of the base currency; NaN where there is no rate. */
  base: Float64Array
  /** Minor units of the entry's currency; undefined where no figure needs them. */
  original: Float64Array | undefined
  /** Keys of members by code; code 0 is "none". */
  dimensions: Map<string, { codes: Int32Array; keys: string[] }>
  texts: Map<string, Uint8Array>
}

export const queriesOf = (definitions: readonly FigureDefinition[]): FigureQuery[] =>
  definitions.flatMap(definition => ('query' in definition ? [definition.query] : []))

/** Dates and scenario of an entry are not for editing: only they narrow what is looked at, so that nothing can come in unseen. */
export function needsOf(queries: readonly FigureQuery[]): Needs {
  const dimensions = new Set<string>()
  const texts = new Set<string>()
  for (const { filters, measure } of queries) {
    for (const id of [...Object.keys(filters.members ?? {}), ...Object.keys(filters.notMembers ?? {})])
      dimensions.add(id === TAG ? 'tags' : id)
    if (measure.op === 'distinct' && measure.of !== 'amount' && measure.of !== 'original')
      dimensions.add(measure.of)
    if (filters.text) texts.add(filters.text)
  }
  return {
    scope: scopeOf(queries.map(query => query.filters)),
    dimensions: [...dimensions].sort(),
    texts: [...texts].sort(),
    original: queries.some(({ measure }) => measure.of === 'original'),
  }
}

function scopeOf(filters: readonly Filters[]): Filters {
  const from = filters.map(one => one.from)
  const to = filters.map(one => one.to)
  const scenarios = new Set(filters.map(one => JSON.stringify(one.members?.['scenario'])))
  const [first] = filters
  const scenario = scenarios.size === 1 ? first?.members?.['scenario'] : undefined
  return {
    ...(from.every(day => day !== undefined) && from.length > 0 && { from: from.sort()[0] }),
    ...(to.every(day => day !== undefined) && to.length > 0 && { to: to.sort().at(-1) }),
    ...(scenario && { members: { scenario } }),
  }
}

/** The columns as the ledger has them now. Call inside `columnar.read`. */
export function readColumns(columnar: Columnar, { scope, dimensions, texts, original }: Needs): Columns {
  const found = extractColumns(columnar, { filters: scope, dimensions })
  const selection = columnar.select(scope)
  const batches = new Int32Array(found.count)
  eachBlock(selection, (part, _from, count, at) => void batches.fill(part.segment.batchId, at, at + count))
  return {
    count: found.count,
    ids: found.ids,
    batches,
    days: found.days,
    base: found.amounts,
    original: original ? valuesOf(selection, 'amount').slice() : undefined,
    dimensions: new Map(
      Object.entries(found.dimensions).map(([id, { codes, keys }]) => [id, { codes, keys }]),
    ),
    texts: new Map(
      texts.map(text => {
        const hits = new Set(idsOf(columnar.select({ ...scope, text })))
        return [text, Uint8Array.from(found.ids, id => (hits.has(id) ? 1 : 0))]
      }),
    ),
  }
}

/** The selected entries, in the order of their segments. */
export function idsOf(selection: Selection): Float64Array {
  const ids = new Float64Array(selection.count)
  eachBlock(selection, ({ segment, low, rows }, from, count, at) => {
    for (let i = 0; i < count; i += 1)
      ids[at + i] = segment.value('id', rows ? (rows[from + i] as number) : low + from + i)
  })
  return ids
}
