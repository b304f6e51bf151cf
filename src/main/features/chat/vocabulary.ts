import type { Asked } from '../../../shared/ask/asked.ts'
import { parseIsoDate, type Day } from '../../../shared/calendar/day.ts'
import { exponentOf } from '../../../shared/money/minor.ts'
import type { Profile } from '../../../shared/query/dimensions.ts'
import { QuerySchema } from '../../../shared/query/query.ts'
import { withActual } from '../../../shared/query/scenario.ts'
import { readFiscal, readMeta } from '../../db/meta.ts'
import type { Engine } from '../../engine/index.ts'
import { COMMON } from './analysis/correct.ts'
import { Vocabulary, type Member } from './analysis/members/vocabulary.ts'
import { understand } from './analysis/understand.ts'
import type { Setting, Understanding } from './analysis/understanding.ts'

/** Of a dimension with more members only the most used are known by name; the others are found by a search. */
const KNOWN_MEMBERS = 50_000
/** Names of entries' texts rather than of anything that people ask by. */
const TOO_MANY_TO_GROUP = 2_000_000

export interface Known {
  members: Member[]
  setting: Setting
  currency: string
}

/** What a workspace's questions are understood by, made once for a state of the ledger. Use inside `read`. */
export class Understander {
  readonly #engine: Engine
  #generation = -1
  #known: Known | undefined
  #vocabulary: Vocabulary | undefined

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** `today`: ISO day, for a script that must say the same tomorrow. */
  understand(question: string, today: string, before?: Asked): Understanding {
    const { setting } = this.known(today)
    this.#vocabulary ??= new Vocabulary(this.#known?.members ?? [], COMMON)
    return understand(question, this.#vocabulary, setting, before)
  }

  known(today: string): Known {
    const { columnar } = this.#engine
    if (this.#generation !== columnar.generation || !this.#known) {
      this.#known = readKnown(this.#engine)
      this.#vocabulary = undefined
      this.#generation = columnar.generation
    }
    const last = columnar.spanOf(columnar.select(withActual({})))?.to
    const day = parseIsoDate(today) as Day
    const anchor = last !== undefined && last < day ? last : day
    return { ...this.#known, setting: { ...this.#known.setting, anchor } }
  }
}

function readKnown(engine: Engine): Known {
  const { columnar } = engine
  const members: Member[] = []
  const dimensions: { id: string; label: string }[] = []
  for (const { id, label, several } of columnar.dictionaries.registry.values()) {
    const { size, labels } = columnar.dictionary(id)
    if (size <= 1 || size > TOO_MANY_TO_GROUP || several || id === 'scenario') continue
    const found = membersOf(engine, id, labels, columnar.dictionary(id).keys)
    if (found.length === 0) continue
    dimensions.push({ id, label })
    // A flow is a measure's word, except for transfers, which belong to none.
    members.push(...(id === 'flow' ? found.filter(m => m.key === 'transfer') : found).slice(0, KNOWN_MEMBERS))
  }
  const currency = readMeta(columnar.db, 'base_currency') ?? 'GBP'
  return {
    members,
    currency,
    setting: {
      profile: (readMeta(columnar.db, 'profile') ?? 'personal') as Profile,
      anchor: 0 as Day,
      fiscal: readFiscal(columnar.db),
      exponent: exponentOf(currency),
      dimensions,
    },
  }
}

function membersOf(engine: Engine, id: string, labels: readonly string[], keys: readonly string[]): Member[] {
  const groupBy = id === 'flow' ? [{ dimension: 'flow' }] : [{ dimension: id }, { dimension: 'flow' }]
  const query = QuerySchema.parse({ measures: [{ op: 'count' }], filters: withActual({}), groupBy })
  const labelOf = new Map(keys.map((key, code) => [key, labels[code] ?? key]))
  const found = new Map<string, Member>()
  for (const row of engine.query({ query, engine: 'columnar' }).rows) {
    const key = String(row[0])
    if (key === '') continue
    const flow = id === 'flow' ? key : String(row[1])
    const count = Number(row.at(-1))
    const member = found.get(key) ?? {
      dimension: id,
      key,
      label: labelOf.get(key) ?? key,
      entries: 0,
      income: 0,
      expense: 0,
    }
    member.entries += count
    if (flow === 'income') member.income += count
    if (flow === 'expense') member.expense += count
    found.set(key, member)
  }
  return [...found.values()].sort((a, b) => b.entries - a.entries || (a.key < b.key ? -1 : 1))
}
