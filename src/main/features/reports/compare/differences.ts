import { CAUSES, type Cause } from '../../../../shared/contract/reports-figures.ts'
import type { Total } from '../../../../shared/money/minor.ts'
import type { FigureQuery } from '../../../../shared/report/figure.ts'
import type { OpContext } from '../../../compute/ops.ts'
import { stopIfCancelled, type Changed } from './changed.ts'
import type { Columns } from './columns.ts'
import type { Between, Reason } from './history.ts'
import { matcher } from './match.ts'
import { givenBy, isAdditive, measureOf } from './measure.ts'

type Given = number | string | null

/** One entry's part in a figure's difference, by one cause. An entry can have two: it came in, and its rate changed. */
export interface Effect extends Reason {
  entry: Changed
  /** 0, or 1 where it builds on another of the same entry. */
  turn: 0 | 1
  /** What it gave to the figure before this cause and after it; null is nothing. */
  before: Given
  after: Given
}

export interface Readings {
  was: Columns
  now: Columns
  changed: readonly Changed[]
  between: Between
}

/** Every entry that gives a figure something else than it did, with its cause. */
export function effectsOn(
  query: FigureQuery,
  { was, now, changed, between }: Readings,
  context: OpContext,
): Effect[] {
  const passed = matcher(query.filters, was)
  const passes = matcher(query.filters, now)
  const gave = givenBy(query.measure, was)
  const gives = givenBy(query.measure, now)
  const ofFilters = fieldsOf(query)
  const effects: Effect[] = []
  for (const [i, entry] of changed.entries()) {
    if (i % 8192 === 0) stopIfCancelled(context)
    const had = entry.was >= 0 && passed(entry.was)
    const has = entry.now >= 0 && passes(entry.now)
    if (!had && !has) continue
    const before = had ? gave(entry.was) : null
    const after = has ? gives(entry.now) : null
    if (entry.was < 0 || entry.now < 0) {
      const batch = entry.was < 0 ? now.batches[entry.now] : was.batches[entry.was]
      effects.push({ entry, turn: 0, before, after, ...between.ofPlace(entry, batch as number) })
    } else if (had !== has) {
      // First it comes or goes with what it gave then, and what it gives now is another matter.
      const middle = has ? gave(entry.was) : null
      const own = entry.fields.filter(field => ofFilters.has(field))
      effects.push({ entry, turn: 0, before, after: middle, ...between.ofFields(entry.id, own) })
      if (middle !== after)
        effects.push({
          entry,
          turn: 1,
          before: middle,
          after,
          ...between.ofFields(entry.id, [valueField(query)]),
        })
    } else if (before !== after)
      effects.push({ entry, turn: 0, before, after, ...between.ofFields(entry.id, [valueField(query)]) })
  }
  return effects.filter(effect => effect.before !== effect.after)
}

/** The columns that a figure's filters read. */
function fieldsOf({ filters }: FigureQuery): Set<string> {
  const dimensions = [...Object.keys(filters.members ?? {}), ...Object.keys(filters.notMembers ?? {})]
  return new Set([
    'date',
    ...dimensions.map(id => (id === 'tag' ? 'tags' : id)),
    ...(filters.text ? ['text'] : []),
    ...(filters.batches ? ['batch'] : []),
    ...(filters.minAmount !== undefined || filters.maxAmount !== undefined ? ['base'] : []),
  ])
}

function valueField({ measure: { op, of } }: FigureQuery): string {
  if (op === 'distinct' && of !== 'amount' && of !== 'original') return of
  return of === 'original' ? 'amount' : 'base'
}

/** What each cause brings to the figure's value, in the order of CAUSES; they sum to now − then. Minor units or a count. */
export function sumByCause(
  query: FigureQuery,
  effects: readonly Effect[],
  was: Columns,
): Map<Cause, { amount: Total; rows: number }> {
  const byCause = new Map<Cause, Effect[]>()
  for (const cause of CAUSES) {
    const own = effects.filter(effect => effect.cause === cause)
    if (own.length > 0) byCause.set(cause, own)
  }
  const sign = query.negate ? -1n : 1n
  const amounts = isAdditive(query.measure) ? addedUp(byCause) : oneAfterAnother(query, byCause, was)
  return new Map(
    [...byCause].map(([cause, own]) => [
      cause,
      {
        amount: sign * (amounts.get(cause) ?? 0n),
        rows: new Set(own.map(effect => effect.entry.id)).size,
      },
    ]),
  )
}

const size = (given: Given): bigint => (given === null ? 0n : BigInt(given))

function addedUp(byCause: ReadonlyMap<Cause, readonly Effect[]>): Map<Cause, bigint> {
  return new Map(
    [...byCause].map(([cause, own]) => [
      cause,
      own.reduce((sum, { before, after }) => sum + size(after) - size(before), 0n),
    ]),
  )
}

/** A median is no sum: the causes happen one after another, and each brings what the measure moves by. */
function oneAfterAnother(
  { filters, measure }: FigureQuery,
  byCause: ReadonlyMap<Cause, readonly Effect[]>,
  was: Columns,
): Map<Cause, bigint> {
  const passed = matcher(filters, was)
  const gave = givenBy(measure, was)
  const state = new Map<number, number | string>()
  const put = (id: number, given: Given): void => {
    if (given === null) state.delete(id)
    else state.set(id, given)
  }
  for (let i = 0; i < was.count; i += 1) if (passed(i)) put(was.ids[i] as number, gave(i))
  const inTurn = turns([...byCause.values()].flat())
  const amounts = new Map<Cause, bigint>()
  let value = BigInt(measureOf(measure, [...state.values()]) ?? 0)
  for (const [cause, own] of byCause) {
    for (const effect of own) for (const [id, given] of inTurn(effect)) put(id, given)
    const next = BigInt(measureOf(measure, [...state.values()]) ?? 0)
    amounts.set(cause, next - value)
    value = next
  }
  return amounts
}

/** An entry's effects build on each other: one whose cause comes before its forerunner's waits for it. */
function turns(effects: readonly Effect[]): (effect: Effect) => [number, Given][] {
  const lists = new Map<number, Effect[]>()
  for (const effect of effects) lists.set(effect.entry.id, [...(lists.get(effect.entry.id) ?? []), effect])
  for (const list of lists.values()) list.sort((a, b) => a.turn - b.turn)
  const happened = new Set<Effect>()
  return effect => {
    happened.add(effect)
    const list = lists.get(effect.entry.id) as Effect[]
    const waiting = list.findIndex(one => !happened.has(one))
    const last = list[(waiting < 0 ? list.length : waiting) - 1]
    return last ? [[effect.entry.id, last.after]] : []
  }
}
