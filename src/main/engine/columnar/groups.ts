import type { Grouping } from './group.ts'

/** The groups that have entries now or in the comparison, side by side: a large dimension has too many for an object each. */
export interface Groups {
  count: number
  /** Combined codes. */
  codes: Float64Array
  /** Numbers in the current and the comparison's grouping; −1 where a group has no entries there. */
  now: Int32Array
  before: Int32Array
}

/** Without group keys (`always`) there is always the one row, also of nothing. */
export function unionOf(now: Grouping, before: Grouping, always: boolean): Groups {
  const numberedByCode = !now.codes && (!before.codes || before.groups === 0)
  return numberedByCode ? sideBySide(now, before, always) : byCode(now, before)
}

/** Both numbered by combined code. */
function sideBySide(now: Grouping, before: Grouping, always: boolean): Groups {
  const { groups, counts } = now
  const countsBefore = before.counts
  const found = room(groups)
  let count = 0
  for (let g = 0; g < groups; g += 1) {
    const has = (counts[g] as number) > 0
    const had = (countsBefore[g] ?? 0) > 0
    // Written always, counted when kept.
    found.codes[count] = g
    found.now[count] = has ? g : -1
    found.before[count] = had ? g : -1
    if (has || had || always) count += 1
  }
  return { ...found, count }
}

function byCode(now: Grouping, before: Grouping): Groups {
  const found = room(now.groups + before.groups)
  const places = new Map<number, number>()
  let count = 0
  const take = (grouping: Grouping, own: Int32Array, other: Int32Array): void => {
    const { counts, codes } = grouping
    for (let g = 0; g < grouping.groups; g += 1) {
      if (counts[g] === 0) continue
      const code = codes?.[g] ?? g
      let place = places.get(code)
      if (place === undefined) {
        place = count
        count += 1
        places.set(code, place)
        found.codes[place] = code
        other[place] = -1
      }
      own[place] = g
    }
  }
  take(now, found.now, found.before)
  take(before, found.before, found.now)
  return { ...found, count }
}

function room(groups: number): Omit<Groups, 'count'> {
  return {
    codes: new Float64Array(groups),
    now: new Int32Array(groups),
    before: new Int32Array(groups),
  }
}
