import type { DaySpan, Grain } from '../../../shared/calendar/grain.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Filters, Measure } from '../../../shared/query/query.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { Columnar } from '../columnar/columnar.ts'
import { Dictionaries, type Dictionary } from '../columnar/dictionary.ts'
import type { Selection } from '../columnar/select.ts'
import type { KeySource } from '../columnar/shapes.ts'
import { stepsOf, type Steps } from '../columnar/steps.ts'
import { singleSourceOf } from '../dimensions.ts'
import { say } from '../messages.ts'
import { emptyValue } from '../result.ts'
import { groupSql, type Grouping as Asked, type KeySql } from './figures.ts'
import { extentOf, type Extent } from './extent.ts'
import { GroupsThere, type KeyThere } from './groups-there.ts'
import { knownOf, membersThere } from './members-there.ts'
import { singleOf, type Warehouse } from './registry.ts'
import { Replay } from './replay.ts'
import { quoted, tableIn } from './schema.ts'
import type { Session } from './session.ts'
import { stepNumber } from './steps.ts'
import { Values, whereAll } from './where.ts'

/** Runs what reads columns over a warehouse instead: the same functions, the same figures. */
export async function overWarehouse<T>(
  session: Session,
  warehouse: Warehouse,
  context: OpContext,
  work: (engine: Columnar) => T,
): Promise<T> {
  const replay = new Replay()
  const there = new ColumnsThere(session, warehouse, replay)
  // It has all of Columnar that answers are made with; a class with private fields is of its own kind to the compiler.
  const engine = there as unknown as Columnar
  return replay.run(
    () => work(engine),
    () => context.cancelled(),
    () => new FailureError('cancelled', say().cancelled),
  )
}

/** What Columnar is to a workspace's own entries. */
class ColumnsThere {
  readonly dictionaries: Dictionaries
  readonly #session: Session
  readonly #warehouse: Warehouse
  readonly #replay: Replay
  readonly #keys = new WeakMap<KeySource, KeyThere>()
  readonly #selections = new WeakMap<Selection, readonly Filters[]>()

  constructor(session: Session, warehouse: Warehouse, replay: Replay) {
    this.#session = session
    this.#warehouse = warehouse
    this.#replay = replay
    this.dictionaries = new Dictionaries(
      membersThere(session, warehouse, knownOf(warehouse), (key, ask) => replay.need(key, ask)),
    )
  }

  get store() {
    const { baseCurrency, profile, fiscal } = this.#warehouse
    const rows = (): number => this.#extent([{}]).matched
    return {
      baseCurrency,
      profile,
      fiscal,
      get rows(): number {
        return rows()
      },
    }
  }

  read<T>(work: () => T): T {
    return work()
  }

  select(filters: Filters): Selection {
    return this.#selected([filters])
  }

  narrow(selection: Selection, dimension: string, member: string): Selection {
    const filters = this.#selections.get(selection)
    // Nothing stays nothing.
    if (!filters) return selection
    return this.#selected([...filters, { members: { [dimension]: [member] } }])
  }

  #selected(filters: readonly Filters[]): Selection {
    const ask = this.#asked(filters)
    const id = JSON.stringify(filters)
    const extent = (): Extent => this.#extent(filters)
    const selection: Selection = {
      parts: [],
      get count() {
        return extent().matched
      },
      there: new GroupsThere({
        count: () => extent().matched,
        keyOf: key => this.#keys.get(key),
        grouped: (keys, measures) =>
          this.#replay.need(`groups ${id} ${JSON.stringify([keys, measures])}`, () =>
            groupSql(ask, keys, measures),
          ),
      }),
    }
    this.#selections.set(selection, filters)
    return selection
  }

  #asked(filters: readonly Filters[]): Asked {
    const values = new Values()
    const condition = whereAll(this.#warehouse, filters, values)
    return { session: this.#session, warehouse: this.#warehouse, values, condition }
  }

  #extent(filters: readonly Filters[]): Extent {
    return this.#replay.need(`extent ${JSON.stringify(filters)}`, () => extentOf(this.#asked(filters)))
  }

  dictionary(id: string): Dictionary {
    return this.dictionaries.get(id)
  }

  keyOf(id: string): KeySource {
    singleSourceOf(this.dictionaries.registry, id)
    const dictionary = this.dictionary(id)
    const { expression, join, column } = singleOf(this.#warehouse, id)
    const sql: KeySql = { expression, join, numeric: column !== undefined }
    const key: KeySource = { column: dictionary.source.column, through: dictionary.through, first: 0, shift: 0, size: dictionary.size } // prettier-ignore
    this.#keys.set(key, {
      sql,
      codeOf: value => (typeof value === 'number' ? value : (dictionary.codeOf(value) ?? 0)),
    })
    return key
  }

  steps(grain: Grain, span: { from: number; to: number }, room = 0): Steps {
    const { schema, fiscal } = this.#warehouse
    const steps = stepsOf(grain, span.from, span.to, fiscal, room)
    const first = stepNumber(grain, span.from, fiscal)
    const sql: KeySql =
      grain === 'day'
        ? { expression: 'e."day"', join: undefined, numeric: true }
        : {
            expression: `d.${quoted(grain)}`,
            join: `JOIN ${tableIn(schema, 'day')} d ON d."day" = e."day"`,
            numeric: true,
          }
    this.#keys.set(steps.key, { sql, codeOf: value => Number(value) - first })
    return steps
  }

  spanOf(selection: Selection): DaySpan | undefined {
    const filters = this.#selections.get(selection)
    return filters && (this.#extent(filters).found as DaySpan | undefined)
  }

  overall(selection: Selection, measures: readonly Measure[]): (Total | null)[] {
    if (selection.count === 0 || !selection.there) return measures.map(emptyValue)
    return selection.there.measures(selection.there.group([]), measures).map(value => value(0))
  }

  unconverted(selection: Selection): number {
    const filters = this.#selections.get(selection)
    if (!filters) return 0
    const { matched, converted } = this.#extent(filters)
    return matched - converted
  }
}
