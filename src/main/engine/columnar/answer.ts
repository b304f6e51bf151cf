import type { DaySpan } from '../../../shared/calendar/grain.ts'
import type { Cell, GroupKey, Query, QueryResult } from '../../../shared/query/query.ts'
import {
  answerCurrency,
  checkQuery,
  columnsOf,
  comparedSpan,
  isoSpan,
  onlyCurrency,
  spanOf,
  totalsOf,
  usesOriginal,
} from '../result.ts'
import { answerFromSql } from '../sqlite/answer.ts'
import type { Columnar } from './columnar.ts'
import { group } from './group.ts'
import { unionOf } from './groups.ts'
import { measureAll, type Values } from './measures.ts'
import { orderRows, type Key } from './ordering.ts'
import type { Selection } from './select.ts'
import type { KeySource } from './whole.ts'

/** Answers a semantic query from the columns. Throws FailureError for dimensions, days and mixes that cannot be answered. */
export function answer(engine: Columnar, query: Query): QueryResult {
  checkQuery(query)
  const now = engine.select(query.filters)
  const span = spanOf(query.filters, engine.spanOf(now))
  const compared =
    span && query.comparison ? comparedSpan(span, query.comparison, engine.store.fiscal) : undefined
  const before = compared
    ? engine.select({ ...query.filters, ...isoSpan(compared) })
    : { parts: [], count: 0 }
  const own = usesOriginal(query) ? onlyCurrency(engine.currencies([now, before])) : undefined
  const keys = query.groupBy.map(key => prepare(engine, key, [now, before], span, compared))
  const keyOf = (id: string): KeySource => engine.keyOf(id)
  const sizes = keys.map(key => key.source.size)
  // Combinations are numbered in floats: beyond 2^53 (three columns of 200,000 members) two of them would get one number.
  if (sizes.reduce((product, size) => product * size, 1) > Number.MAX_SAFE_INTEGER)
    return answerFromSql(engine.db, query)

  const groups = group(
    now,
    keys.map(key => key.source),
  )
  const groupsBefore = group(
    before,
    keys.map(key => key.before),
  )
  const values = measureAll(now, groups, query.measures, keyOf)
  const valuesBefore = measureAll(before, groupsBefore, query.measures, keyOf)
  const rows = unionOf(groups, groupsBefore, keys.length === 0)
  const labels: QueryResult['labels'] = {}
  const cells = orderRows(rows, query, keys, sizes, values).map(row => {
    const line: Cell[] = row.codes.map((code, k) => (keys[k] as Key).write(code, labels))
    for (const [m, value] of values.entries()) {
      line.push(value(row.now))
      if (query.comparison) line.push((valuesBefore[m] as Values)(row.before))
    }
    return line
  })
  return {
    columns: columnsOf(query),
    rows: cells,
    totals: totalsOf(query, engine.overall(now, query.measures), engine.overall(before, query.measures)),
    groups: rows.count,
    matched: now.count,
    unconverted: engine.unconverted(now),
    labels,
    currency: answerCurrency(query, engine.store.baseCurrency, own),
    ...(compared ? { comparedWith: isoSpan(compared) } : {}),
  }
}

function prepare(
  engine: Columnar,
  key: GroupKey,
  selections: readonly Selection[],
  span: DaySpan | undefined,
  compared: DaySpan | undefined,
): Key {
  if ('dimension' in key) {
    const dictionary = engine.dictionary(key.dimension)
    const source = engine.keyOf(key.dimension)
    return {
      source,
      before: source,
      ranksOf: codes => dictionary.ranksOf(codes),
      write(code, used) {
        const text = dictionary.keyOf(code)
        const label = dictionary.labelOf(code)
        if (label !== text) (used[key.dimension] ??= {})[text] = label
        return text
      },
    }
  }
  const spans = [...selections.map(s => engine.spanOf(s)), span, compared].filter(s => s !== undefined)
  const whole = {
    from: spans.reduce((least, s) => Math.min(least, s.from), spans[0]?.from ?? 0),
    to: spans.reduce((most, s) => Math.max(most, s.to), spans[0]?.to ?? 0),
  }
  const steps = engine.steps(key.grain, whole)
  const texts: string[] = []
  const shift = span && compared ? steps.codeOf(span.from) - steps.codeOf(compared.from) : 0
  const size = steps.key.size + Math.abs(shift)
  return {
    source: { ...steps.key, size },
    before: { ...steps.key, size, shift, name: `${steps.key.name} + ${shift}` },
    ranksOf: undefined,
    write: code => (texts[code] ??= steps.text(code)),
  }
}
