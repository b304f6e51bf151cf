import type { DaySpan, Grain } from '../../../shared/calendar/grain.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { measureKey, type Filters, type Measure } from '../../../shared/query/query.ts'
import type { ReadableDB } from '../../db/types.ts'
import { figures } from './figures.ts'
import { group } from './group.ts'
import { singleSourceOf } from '../dimensions.ts'
import { dayOf, emptyValue } from '../result.ts'
import { Dictionaries, type Dictionary } from './dictionary.ts'
import { measureAll, type Values } from './measures.ts'
import { memberCondition, narrow, select, within, type Selection } from './select.ts'
import { stepsOf, type Steps } from './steps.ts'
import { ColumnStore } from './store.ts'
import { storedMembers } from './stored-members.ts'
import type { KeySource } from './whole.ts'

/** Selections kept: those of the last few filters, so that the widgets, the table and a query of one refresh share theirs. */
const KEPT = 12

/** The columnar engine of one connection. Every public call of `engine/index.ts` runs inside `read`, on one snapshot of the file. */
export class Columnar {
  readonly db: ReadableDB
  readonly store: ColumnStore
  #dictionaries: Dictionaries | undefined
  #selections = new Map<string, Selection>()
  /** What selections were cut out of, and what was narrowed out of them: both go with the selection. */
  readonly #cuts = new WeakMap<Selection, { whole: Selection; from: number; to: number }>()
  readonly #narrowed = new WeakMap<Selection, Map<string, Selection>>()
  readonly #overall = new WeakMap<Selection, Map<string, Total | null>>()
  /** Counts what was taken up from the file: anything cached under an older one is stale. */
  generation = 0

  constructor(db: ReadableDB) {
    this.db = db
    this.store = new ColumnStore(db)
  }

  /** Runs a reading on one consistent snapshot, after taking up what others have written. */
  read<T>(work: () => T): T {
    const run = (): T => {
      if (this.store.refresh()) {
        this.#dictionaries = undefined
        this.#selections.clear()
        this.generation += 1
      }
      return work()
    }
    return this.db.inTransaction ? run() : this.db.transaction(run).deferred()
  }

  get dictionaries(): Dictionaries {
    this.#dictionaries ??= new Dictionaries(storedMembers(this.db))
    return this.#dictionaries
  }

  select(filters: Filters): Selection {
    const key = JSON.stringify(filters)
    const known = this.#selections.get(key)
    const made = known ?? this.#cut(filters) ?? select(this.db, this.store, this.dictionaries, filters)
    // Set anew so that the oldest in the map is the one not used for longest.
    this.#selections.delete(key)
    this.#selections.set(key, made)
    for (const oldest of this.#selections.keys()) {
      if (this.#selections.size <= KEPT) break
      this.#selections.delete(oldest)
    }
    return made
  }

  /** The selection out of a kept one that has all its filters but the days; undefined where there is none. */
  #cut({ from, to, ...others }: Filters): Selection | undefined {
    if (from === undefined && to === undefined) return undefined
    const whole = this.#selections.get(JSON.stringify(others))
    if (!whole) return undefined
    const days = {
      from: from === undefined ? -Infinity : dayOf(from),
      to: to === undefined ? Infinity : dayOf(to),
    }
    const made = within(whole, days.from, days.to)
    this.#cuts.set(made, { whole, ...days })
    return made
  }

  /**
   * The selected entries that have one member of a dimension. Of a selection cut out of a longer one the longer one is narrowed,
   * once, so that moving through the days reads nothing again.
   */
  narrow(selection: Selection, dimension: string, member: string): Selection {
    const cut = this.#cuts.get(selection)
    if (cut) return within(this.narrow(cut.whole, dimension, member), cut.from, cut.to)
    const narrowed = this.#narrowed.get(selection) ?? new Map<string, Selection>()
    this.#narrowed.set(selection, narrowed)
    const key = JSON.stringify([dimension, member])
    const made =
      narrowed.get(key) ?? narrow(selection, memberCondition(this.dictionaries, dimension, [member], 1))
    narrowed.set(key, made)
    return made
  }

  dictionary(id: string): Dictionary {
    return this.dictionaries.get(id)
  }

  keyOf(id: string): KeySource {
    singleSourceOf(this.dictionaries.registry, id)
    const { source, through, size } = this.dictionary(id)
    return { column: source.column, through, first: 0, shift: 0, size }
  }

  steps(grain: Grain, span: { from: number; to: number }, room = 0): Steps {
    return stepsOf(grain, span.from, span.to, this.store.fiscal, room)
  }

  /** First and last posting day of the selected entries; undefined where there are none. */
  spanOf(selection: Selection): DaySpan | undefined {
    let from = Infinity
    let to = -Infinity
    for (const { segment, low, high, rows } of selection.parts) {
      from = Math.min(from, segment.value('day', rows ? (rows[0] as number) : low))
      to = Math.max(to, segment.value('day', rows ? (rows.at(-1) as number) : high - 1))
    }
    return from === Infinity ? undefined : ({ from, to } as DaySpan)
  }

  /** Measures over all selected entries at once; kept, because every widget of a refresh asks for the same. */
  overall(selection: Selection, measures: readonly Measure[]): (Total | null)[] {
    if (selection.count === 0) return measures.map(emptyValue)
    const known = this.#overall.get(selection) ?? new Map<string, Total | null>()
    this.#overall.set(selection, known)
    return measures.map(measure => {
      const key = measureKey(measure)
      let value = known.get(key)
      if (value === undefined) {
        const [values] = measureAll(selection, group(selection, []), [measure], id => this.keyOf(id))
        value = (values as Values)(0)
        known.set(key, value)
      }
      return value
    })
  }

  /** Selected entries without a rate to the base currency. */
  unconverted(selection: Selection): number {
    if (selection.parts.every(part => part.segment.bounds('base_amount').missing === 0)) return 0
    const { counts } = figures(selection, group(selection, []), 'base_amount', false)
    return selection.count - (counts[0] as number)
  }

  /** Codes of the currencies that the selected entries are in. */
  currencies(selections: readonly Selection[]): string[] {
    const { keys } = this.dictionary('currency')
    const found = new Set<string>()
    for (const selection of selections) {
      const { counts } = group(selection, [this.keyOf('currency')])
      for (const [code, count] of counts.entries()) if (count > 0) found.add(keys[code] as string)
    }
    return [...found]
  }
}
