import {
  CAUSES,
  type Cause,
  type ChangedRow,
  type ComparedFigure,
  type ReportComparison,
} from '../../../../shared/contract/reports-figures.ts'
import { deriveValue, type Derived, type FigureQuery } from '../../../../shared/report/figure.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { OpContext } from '../../../compute/ops.ts'
import { readRevision } from '../../../db/meta.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import { decimalOf, Evaluator } from '../figures/evaluate.ts'
import { selectFigures, selectSnapshot, type StoredFigure } from '../figures/queries.ts'
import { changedEntries, stopIfCancelled } from './changed.ts'
import { rowOf, sizeOf } from './changed-row.ts'
import { readColumns } from './columns.ts'
import { effectsOn, sumByCause, type Effect, type Readings } from './differences.ts'
import { historyBetween } from './history.ts'
import { selectBatchFiles, selectWords } from './queries.ts'
import { decodeSnapshot } from './snapshot.ts'
import { say } from '../messages.ts'

/** A figure with what was found of it; parts of derived figures are found first. */
interface Found extends ComparedFigure {
  effects: Effect[]
  entries: Map<Cause, Set<number>>
}

interface Opened {
  snapshot: { revision: number; asOf: string; name: string }
  figures: StoredFigure[]
  readings: Readings
  evaluator: Evaluator
}

/** What changed behind each figure of an earlier report. Call inside `columnar.read`. Throws `not-found`. */
export function compareRun(
  db: ReadableDB,
  columnar: Columnar,
  run: number,
  context: OpContext,
): ReportComparison {
  const opened = open(db, columnar, run, context)
  const found = findAll(opened, context)
  const shown = opened.figures.flatMap(({ id }) => {
    const one = found.get(id)
    return one && (one.causes.length > 0 || one.was !== one.now) ? [one] : []
  })
  const byId = byIdOf(opened.figures)
  const statistics = opened.figures.filter(figure => restsOnStatistic(figure, byId)).length
  return {
    run,
    name: opened.snapshot.name,
    asOf: opened.snapshot.asOf,
    revisionThen: opened.snapshot.revision,
    revisionNow: readRevision(db),
    unchanged: opened.figures.length - shown.length - statistics,
    notCompared: statistics,
    figures: shown.map(({ effects: _e, entries: _n, ...figure }) => figure),
    causes: CAUSES.flatMap(cause => {
      const rows = new Set(shown.flatMap(one => [...(one.entries.get(cause) ?? [])])).size
      return rows > 0 ? [{ cause, rows }] : []
    }),
  }
}

/** The entries behind one cause of one figure's difference, the largest first. */
export function compareRows(
  db: ReadableDB,
  columnar: Columnar,
  asked: { run: number; figure: string; cause: Cause; offset: number; limit: number },
  context: OpContext,
): { total: number; rows: ChangedRow[] } {
  const { figures, readings } = open(db, columnar, asked.run, context)
  const leaves = leavesOf(asked.figure, new Map(figures.map(figure => [figure.id, figure])))
  const all = leaves.flatMap(figure => {
    const { query } = figure.definition as { query: FigureQuery }
    return effectsOn(query, readings, context)
      .filter(effect => effect.cause === asked.cause)
      .map(effect => ({ figure, query, effect, change: sizeOf(effect) }))
  })
  all.sort((a, b) =>
    a.change === b.change ? a.effect.entry.id - b.effect.entry.id : a.change > b.change ? -1 : 1,
  )
  const page = all.slice(asked.offset, asked.offset + asked.limit)
  const words = new Map(
    selectWords(
      db,
      page.map(({ effect }) => effect.entry.id),
    ).map(one => [one.id, one.text]),
  )
  const batches = new Map(
    selectBatchFiles(
      db,
      page.flatMap(({ effect }) => effect.batch ?? []),
    ).map(one => [one.id, one]),
  )
  return {
    total: all.length,
    rows: page.map(({ figure, query, effect }) => rowOf(figure, query, effect, readings, words, batches)),
  }
}

function open(db: ReadableDB, columnar: Columnar, run: number, context: OpContext): Opened {
  const stored = selectSnapshot(db, run)
  if (!stored) throw new FailureError('not-found', say().nothingKept(run))
  const { needs, columns, done } = decodeSnapshot(stored)
  context.progress({ stage: 'compare', done: 1, total: 3, unit: 'steps' })
  const now = readColumns(columnar, needs)
  stopIfCancelled(context)
  const changed = changedEntries(columns, now, context)
  context.progress({ stage: 'compare', done: 2, total: 3, unit: 'steps' })
  const batches = changed.map(one =>
    one.now >= 0 ? (now.batches[one.now] as number) : (columns.batches[one.was] as number),
  )
  const figures = selectFigures(db, run)
  const byId = new Map(figures.map(figure => [figure.id, figure.definition]))
  return {
    snapshot: stored,
    figures,
    readings: {
      was: columns,
      now,
      changed,
      between: historyBetween(db, { done, asOf: stored.asOf }, changed, batches),
    },
    evaluator: new Evaluator(columnar, id => byId.get(id)),
  }
}

function findAll({ figures, readings, evaluator }: Opened, context: OpContext): Map<string, Found> {
  const byId = byIdOf(figures)
  const found = new Map<string, Found>()
  const find = (id: string): Found | undefined => {
    const known = found.get(id)
    const figure = byId.get(id)
    if (known || !figure || restsOnStatistic(figure, byId) || 'statistic' in figure.definition) return known
    stopIfCancelled(context)
    const { definition } = figure
    const made =
      'query' in definition
        ? ofQuery(figure, definition.query, readings, evaluator, context)
        : ofParts(figure, definition.derived, find, evaluator)
    found.set(id, made)
    return made
  }
  for (const { id } of figures) find(id)
  return found
}

function ofQuery(
  figure: StoredFigure,
  query: FigureQuery,
  readings: Readings,
  evaluator: Evaluator,
  context: OpContext,
): Found {
  const effects = effectsOn(query, readings, context)
  const sums = sumByCause(query, effects, readings.was)
  const causes = [...sums].map(([cause, { amount, rows }]) => ({
    cause,
    amount: decimalOf(amount, figure.unit, false) as string,
    rows,
  }))
  const entries = new Map(
    [...sums.keys()].map(cause => [
      cause,
      new Set(effects.filter(one => one.cause === cause).map(one => one.entry.id)),
    ]),
  )
  return { ...whole(figure, evaluator, causes, false), effects, entries }
}

/** The causes of a derived figure: its parts change by one cause after another, and each brings what the figure moves by. */
function ofParts(
  figure: StoredFigure,
  derived: Derived,
  find: (id: string) => Found | undefined,
  evaluator: Evaluator,
): Found {
  const parts = derived.of.map(find)
  const entries = new Map<Cause, Set<number>>()
  for (const part of parts)
    for (const [cause, ids] of part?.entries ?? [])
      entries.set(cause, new Set([...(entries.get(cause) ?? []), ...ids]))
  const values = parts.map(part => part?.was ?? null)
  let value = deriveValue(derived, values)
  const causes: ComparedFigure['causes'] = []
  for (const cause of CAUSES) {
    if (!entries.has(cause)) continue
    for (const [i, part] of parts.entries()) {
      const amount = part?.causes.find(one => one.cause === cause)?.amount
      if (amount !== undefined) values[i] = deriveValue({ how: 'sum' }, [values[i] ?? '0', amount])
    }
    const next = deriveValue(derived, values)
    const amount = deriveValue({ how: 'difference' }, [next, value])
    // A step without a value (nothing to divide by) brings nothing; the next one brings what it left.
    if (amount === null) continue
    value = next
    if (!isNought(amount)) causes.push({ cause, amount, rows: entries.get(cause)?.size ?? 0 })
  }
  return { ...whole(figure, evaluator, causes, true), effects: [], entries }
}

/** The figure with its difference; what the causes leave of it, if anything, stands under `other`. */
function whole(
  { id, label, unit, value: was }: StoredFigure,
  evaluator: Evaluator,
  causes: ComparedFigure['causes'],
  derived: boolean,
): ComparedFigure {
  const { value: now } = evaluator.of(id)
  const difference = deriveValue({ how: 'difference' }, [now, was])
  const base = { id, label, unit, derived, was, now, difference }
  if (difference === null) return { ...base, causes: [] }
  const rest = deriveValue({ how: 'difference' }, [
    difference,
    deriveValue({ how: 'sum' }, ['0', ...causes.map(one => one.amount)]),
  ])
  if (rest === null || isNought(rest)) return { ...base, causes }
  const other = causes.find(one => one.cause === 'other')
  if (!other) return { ...base, causes: [...causes, { cause: 'other', amount: rest, rows: 0 }] }
  const amount = deriveValue({ how: 'sum' }, [other.amount, rest]) as string
  return { ...base, causes: causes.map(one => (one === other ? { ...one, amount } : one)) }
}

const isNought = (amount: string): boolean => /^-?0*\.?0*$/.test(amount)

const byIdOf = (figures: readonly StoredFigure[]): Map<string, StoredFigure> =>
  new Map(figures.map(figure => [figure.id, figure]))

/** A statistic, or made of one: not computed again, and so not compared. */
function restsOnStatistic(
  { definition }: StoredFigure,
  figures: ReadonlyMap<string, StoredFigure>,
  depth = 0,
): boolean {
  if ('statistic' in definition) return true
  if ('query' in definition || depth > 20) return false
  return definition.derived.of.some(id => {
    const part = figures.get(id)
    return part !== undefined && restsOnStatistic(part, figures, depth + 1)
  })
}

/** The figures read off the ledger that a figure is made of, itself where it is one. */
function leavesOf(
  id: string,
  figures: ReadonlyMap<string, StoredFigure>,
  seen = new Set<string>(),
): StoredFigure[] {
  const figure = figures.get(id)
  if (seen.has(id)) return []
  seen.add(id)
  if (!figure) throw new FailureError('not-found', say().notInReport(id))
  if ('query' in figure.definition) return [figure]
  if ('statistic' in figure.definition) return []
  return figure.definition.derived.of.flatMap(part => leavesOf(part, figures, seen))
}
