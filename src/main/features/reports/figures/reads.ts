import type { Trace } from '../../../../shared/contract/reports-figures.ts'
import type { Total } from '../../../../shared/money/minor.ts'
import { QuerySchema, measureKey, type Filters, type Measure } from '../../../../shared/query/query.ts'
import type { Figure, FigureDefinition, FigureQuery } from '../../../../shared/report/figure.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import { withActual } from '../../../../shared/query/scenario.ts'
import { readRevision } from '../../../db/meta.ts'
import type { ReadableDB } from '../../../db/types.ts'
import { answer } from '../../../engine/columnar/answer.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import type { Engine } from '../../../engine/index.ts'
import { takeSnapshot } from '../compare/take.ts'
import { decimalOf, Evaluator } from './evaluate.ts'
import { selectFigure, selectPrintings, type StoredFigure } from './queries.ts'
import { definitionOf } from './definition.ts'
import { say } from '../messages.ts'

type Traced = Omit<Trace, 'rows'> & {
  query: FigureQuery | undefined
  rows: { total: number; sum: string | null; currency: string }
}

export function figureReads(db: ReadableDB, { columnar }: Engine) {
  return {
    /** The filters by text that a figure's value hangs on: the word index must be ready for them. */
    figureTexts: ({ id, given }: { id: string; given?: Figure[] | undefined }): Filters[] =>
      columnar.read(() =>
        filtersOf(finder(db, undefined, given), id, new Set()).filter(filters => filters.text !== undefined),
      ),

    /** What is kept with a report, so that it can be held against a later one. */
    figureSnapshot: ({ definitions }: { definitions: FigureDefinition[] }) =>
      columnar.read(() => takeSnapshot(db, columnar, definitions)),

    figureTrace: ({
      id,
      run,
      given,
    }: {
      id: string
      run?: number | undefined
      given?: Figure[] | undefined
    }): Traced =>
      columnar.read(() => {
        const find = finder(db, run, given)
        const stored = find(id)
        const printed = selectPrintings(db, id)
        const was = given ? previewed(given, id) : printed.find(one => run === undefined || one.run === run)
        if (!stored || !was) throw new FailureError('not-found', say().noFigure(id, run))
        const evaluator = new Evaluator(columnar, one => find(one)?.definition)
        const { value, problem } = evaluator.of(id)
        const query = rowsBehind(stored.definition)
        return {
          id,
          label: stored.label,
          unit: stored.unit,
          definition: stored.definition,
          ...namesOf(columnar, stored.definition),
          was,
          printed,
          now: { value, revision: readRevision(db), ...(problem !== undefined && { problem }) },
          parts: partsOf(find, stored, evaluator),
          query,
          rows: query ? sumOf(columnar, query) : { total: 0, sum: null, currency: '' },
        }
      }),
  }
}

/** What selects a figure's rows; of a statistic those that it was computed from, which do not add up to it. */
function rowsBehind(definition: FigureDefinition): FigureQuery | undefined {
  if ('query' in definition) return definition.query
  if ('derived' in definition) return undefined
  return { filters: withActual(definition.statistic.filters), measure: { op: 'sum', of: 'amount' } }
}

type Find = (id: string) => StoredFigure | undefined

/** A figure as it is given, or as a report printed it: the one asked for, else the last. */
function finder(db: ReadableDB, run: number | undefined, given: readonly Figure[] = []): Find {
  const own = new Map(given.map(figure => [figure.id, { ...figure, definition: definitionOf(figure) }]))
  return id => own.get(id) ?? selectFigure(db, id, run) ?? selectFigure(db, id)
}

function previewed(given: readonly Figure[], id: string): Trace['was'] | undefined {
  const figure = given.find(one => one.id === id)
  return figure && { run: 0, name: '', value: figure.value, revision: figure.revision, asOf: figure.asOf }
}

function filtersOf(find: Find, id: string, seen: Set<string>): Filters[] {
  const definition = seen.has(id) ? undefined : find(id)?.definition
  seen.add(id)
  if (!definition) return []
  if ('statistic' in definition) return [definition.statistic.filters]
  return 'query' in definition
    ? [definition.query.filters]
    : definition.derived.of.flatMap(part => filtersOf(find, part, seen))
}

function partsOf(find: Find, { definition }: StoredFigure, evaluator: Evaluator): Trace['parts'] {
  if (!('derived' in definition)) return []
  return [...new Set(definition.derived.of)].map(id => {
    const part = find(id)
    return {
      id,
      label: part?.label ?? '',
      unit: part?.unit ?? '',
      was: part?.value ?? null,
      now: evaluator.of(id).value,
    }
  })
}

/** How many rows there are and what they bring together. */
function sumOf(columnar: Columnar, { filters, measure, negate }: FigureQuery): Traced['rows'] {
  const sum: Measure = { op: 'sum', of: measure.of === 'original' ? 'original' : 'amount' }
  if (measure.abs) sum.abs = true
  try {
    const { matched, totals, currency } = answer(columnar, QuerySchema.parse({ measures: [sum], filters }))
    return {
      total: matched,
      sum: decimalOf(totals[measureKey(sum)] as Total | null, currency, negate),
      currency,
    }
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== 'mixed-currencies') throw error
    return { total: columnar.select(filters).count, sum: null, currency: '' }
  }
}

/** Names of the dimensions and members that a definition speaks of. */
export function namesOf(
  columnar: Columnar,
  definition: FigureDefinition,
): Pick<Trace, 'dimensions' | 'members'> {
  const dimensions: Trace['dimensions'] = {}
  const members: Trace['members'] = {}
  const query = 'query' in definition ? definition.query : undefined
  const filters = query?.filters ?? ('statistic' in definition ? definition.statistic.filters : {})
  const { registry } = columnar.dictionaries
  for (const [id, keys] of [
    ...Object.entries(filters.members ?? {}),
    ...Object.entries(filters.notMembers ?? {}),
  ]) {
    const source = registry.get(id)
    if (!source) continue
    dimensions[id] = source.label
    const dictionary = columnar.dictionary(id)
    for (const key of keys) {
      const code = dictionary.codeOf(key)
      if (code !== undefined && code > 0) (members[id] ??= {})[key] = dictionary.labelOf(code)
    }
  }
  const of = query?.measure.op === 'distinct' ? registry.get(query.measure.of) : undefined
  if (of) dimensions[of.id] = of.label
  return { dimensions, members }
}
