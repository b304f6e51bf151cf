import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { Numbers, Profile } from '../../../shared/contract/explore.ts'
import type { Filters, Measure } from '../../../shared/query/query.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { group } from '../../engine/columnar/group.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import { eachBlock, valuesOf } from '../../engine/columnar/whole.ts'
import { deviations } from './analysis/moments/moments.ts'
import { countTexts, TEXTS } from './queries.ts'

const MOST_USED = 5

/** Completeness of every column of the selected entries, and the figures of their amounts. */
export function profile(db: ReadableDB, engine: Columnar, filters: Filters, context: OpContext): Profile {
  const selection = engine.select(filters)
  const entries = selection.count
  const column = (
    id: string,
    kind: Profile['columns'][number]['kind'],
    present: number,
    rest: Partial<Profile['columns'][number]> = {},
  ): Profile['columns'][number] => ({
    id,
    kind,
    present,
    missing: entries - present,
    completeness: entries === 0 ? 1 : present / entries,
    distinct: null,
    top: [],
    ...rest,
  })
  const numbers = numbersOf(engine, selection)
  const span = engine.spanOf(selection)
  const dimensions = [...engine.dictionaries.registry.keys()].flatMap((id, i, all) => {
    context.progress({ stage: 'profile', done: i, total: all.length + 1, unit: 'steps' })
    const dictionary = engine.dictionary(id)
    if (dictionary.size === 1) return []
    const { counts, codes } = group(selection, [engine.keyOf(id)])
    const used = Array.from(counts, (count, g) => ({ code: codes?.[g] ?? g, count })).filter(
      one => one.count > 0 && one.code > 0,
    )
    if (used.length === 0) return []
    const top = used
      .sort((a, b) => b.count - a.count || a.code - b.code)
      .slice(0, MOST_USED)
      .map(({ code, count }) => ({
        key: dictionary.keyOf(code),
        label: dictionary.labelOf(code),
        entries: count,
      }))
    const present = used.reduce((sum, one) => sum + one.count, 0)
    return [column(id, 'dimension', present, { distinct: used.length, top })]
  })
  const texts = countTexts(db, marked(selection), context)
  return {
    currency: engine.store.baseCurrency,
    entries,
    columns: [
      column('date', 'date', entries, {
        distinct: span ? distinctDays(engine, selection) : 0,
        ...(span ? { from: toIsoDate(span.from), to: toIsoDate(span.to) } : {}),
      }),
      column('amount', 'amount', numbers.count),
      ...TEXTS.map(id => column(id, 'text', texts[id])),
      ...dimensions,
    ],
    numbers,
  }
}

const MEASURES: Measure[] = [
  { op: 'sum', of: 'amount' },
  { op: 'mean', of: 'amount' },
  { op: 'median', of: 'amount' },
  { op: 'percentile', of: 'amount', p: 25 },
  { op: 'percentile', of: 'amount', p: 75 },
  { op: 'min', of: 'amount' },
  { op: 'max', of: 'amount' },
]

/** Exact figures of the amounts; the standard deviation is a statistic. */
export function numbersOf(engine: Columnar, selection: Selection): Numbers {
  const [total = 0, mean = null, median = null, q1 = null, q3 = null, min = null, max = null] =
    engine.overall(selection, MEASURES)
  const count = selection.count - engine.unconverted(selection)
  const sd = deviations(valuesOf(selection, 'base_amount'), undefined, 1)(0)
  return { count, total: total ?? 0, mean, median, sd, q1, q3, min, max }
}

/** One byte an entry's id. */
function marked(selection: Selection): Uint8Array {
  let most = 0
  const each = (visit: (id: number) => void): void =>
    eachBlock(selection, ({ segment, low, rows }, from, count) => {
      for (let i = 0; i < count; i += 1)
        visit(segment.value('id', rows ? (rows[from + i] as number) : low + from + i))
    })
  each(id => void (most = Math.max(most, id)))
  const marks = new Uint8Array(most + 1)
  each(id => void (marks[id] = 1))
  return marks
}

function distinctDays(engine: Columnar, selection: Selection): number {
  const span = engine.spanOf(selection)
  if (!span) return 0
  const { counts } = group(selection, [engine.steps('day', span).key])
  return counts.reduce((days, count) => days + (count > 0 ? 1 : 0), 0)
}
