import { exponentOf, toDecimal, type Total } from '../../../../shared/money/minor.ts'
import { QuerySchema, measureKey, type Measure } from '../../../../shared/query/query.ts'
import { deriveValue, type FigureDefinition, type FigureQuery } from '../../../../shared/report/figure.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import { answer } from '../../../engine/columnar/answer.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import { say } from '../messages.ts'

/** What a figure comes to today, as it would be printed. */
export interface Evaluated {
  value: string | null
  unit: string
  /** Why there is no value. */
  problem?: string
}

/** How a definition is found by its figure's id. */
export type Find = (id: string) => FigureDefinition | undefined

/** Figures of today, each computed once. Call inside `columnar.read`. */
export class Evaluator {
  readonly #engine: Columnar
  readonly #find: Find
  readonly #known = new Map<string, Evaluated>()

  constructor(engine: Columnar, find: Find) {
    this.#engine = engine
    this.#find = find
  }

  of(id: string): Evaluated {
    const known = this.#known.get(id)
    if (known) return known
    // Set first: in a damaged file a figure could be a part of itself.
    this.#known.set(id, { value: null, unit: '', problem: say().partOfItself(id) })
    const definition = this.#find(id)
    const found = definition ? this.#compute(definition) : gone(id)
    this.#known.set(id, found)
    return found
  }

  #compute(definition: FigureDefinition): Evaluated {
    if ('query' in definition) return valueNow(this.#engine, definition.query)
    if ('statistic' in definition) return { value: null, unit: '', problem: say().statistic }
    const parts = definition.derived.of.map(id => this.of(id))
    const problem = parts.find(part => part.problem)?.problem
    const value = deriveValue(
      definition.derived,
      parts.map(part => part.value),
    )
    return { value, unit: parts[0]?.unit ?? '', ...(problem !== undefined && { problem }) }
  }
}

const gone = (id: string): Evaluated => ({
  value: null,
  unit: '',
  problem: say().figureGone(id),
})

const isCount = ({ op }: Measure): boolean => op === 'count' || op === 'distinct'

function valueNow(engine: Columnar, { filters, measure, negate }: FigureQuery): Evaluated {
  try {
    const { totals, currency } = answer(engine, QuerySchema.parse({ measures: [measure], filters }))
    const value = totals[measureKey(measure)] as Total | null
    const unit = isCount(measure) ? 'count' : currency
    return { value: decimalOf(value, unit, negate), unit }
  } catch (error) {
    // Entries in several currencies by now, or a dimension that is gone: the figure has no value, and the reader is told why.
    if (error instanceof FailureError && ['mixed-currencies', 'not-found'].includes(error.failure.code))
      return { value: null, unit: '', problem: error.message }
    throw error
  }
}

/** Minor units or a count as a figure prints them. */
export function decimalOf(value: Total | null, unit: string, negate: boolean | undefined): string | null {
  if (value === null) return null
  return toDecimal(negate ? -BigInt(value) : value, unit === 'count' ? 0 : exponentOf(unit))
}
