import type { Distribution } from '../../../shared/contract/explore.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { sortedByGroup } from '../../engine/columnar/figures.ts'
import { group } from '../../engine/columnar/group.ts'
import { valuesOf } from '../../engine/columnar/whole.ts'
import { boxOf, histogram } from './analysis/histogram/histogram.ts'
import { numbersOf } from './profile.ts'

/** How amounts are distributed: a histogram of all, a box for each of the members with the most entries. */
export function distribution(
  engine: Columnar,
  request: { filters: Filters; bins: number; by?: string; top: number },
): Distribution {
  const selection = engine.select(request.filters)
  const values = valuesOf(selection, 'base_amount')
  const sorted = values.filter(value => value === value).sort()
  return {
    currency: engine.store.baseCurrency,
    numbers: numbersOf(engine, selection),
    bins: histogram(sorted, request.bins),
    boxes: request.by === undefined ? [] : boxes(request.by),
  }

  function boxes(by: string): Distribution['boxes'] {
    const dictionary = engine.dictionary(by)
    const grouping = group(selection, [engine.keyOf(by)])
    const valuesIn = sortedByGroup(grouping, values)
    return Array.from(grouping.counts, (count, g) => ({ g, count, code: grouping.codes?.[g] ?? g }))
      .filter(one => one.count > 0)
      .sort((a, b) => b.count - a.count || a.code - b.code)
      .slice(0, request.top)
      .flatMap(({ g, code }) => {
        const own = valuesIn(g).slice().sort()
        return own.length === 0
          ? []
          : [{ key: dictionary.keyOf(code), label: dictionary.labelOf(code), ...boxOf(own) }]
      })
  }
}
