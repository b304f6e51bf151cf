import type { EntryEdit } from '../../../shared/contract/ledger.ts'
import type { RuleBody } from '../../../shared/contract/rules.ts'
import { RuleBodySchema } from '../../../shared/contract/rules.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { ReadableDB } from '../../db/types.ts'
import {
  compileRule,
  evaluate,
  type CompiledRule,
  type PlannedPart,
  type RuleEntry,
} from './analysis/evaluate.ts'
import { selectByHand, selectNames, selectRows, selectRules, type StoredRow } from './queries.ts'

/** Entries looked at before others are let in between. */
export const PIECE = 10_000

/** What a run is going to do: entries that become the same together, splits one by one. */
export interface Plan {
  matched: number
  changed: number
  rules: { id: number; name: string; matched: number; changed: number }[]
  edits: { edit: EntryEdit; ids: number[] }[]
  splits: { id: number; parts: PlannedPart[] }[]
  examples: { id: number; becomes: Record<string, string> }[]
}

/** The rules that are to run, ready. Throws `bad-input` for one that cannot be run. */
export function activeRules(db: ReadableDB, only?: number): CompiledRule[] {
  return selectRules(db)
    .filter(rule => (only === undefined ? rule.active === 1 : rule.id === only))
    .map(rule => mustCompile({ ...RuleBodySchema.parse(JSON.parse(rule.json)), id: rule.id }))
}

export function mustCompile(rule: RuleBody & { id: number }): CompiledRule {
  const compiled = compileRule(rule)
  if ('problem' in compiled) throw new FailureError('bad-input', compiled.problem)
  return compiled
}

/** Runs rules over entries piece by piece, on what the ledger holds when it is made. */
export class Run {
  readonly #rules: readonly CompiledRule[]
  readonly #names: ReturnType<typeof selectNames>
  readonly #byHand: Map<string, Set<number>>
  readonly #examples: number
  readonly #edits = new Map<string, { edit: EntryEdit; ids: number[] }>()
  readonly plan: Plan

  constructor(db: ReadableDB, rules: readonly CompiledRule[], examples = 0) {
    this.#rules = rules
    this.#names = selectNames(db)
    this.#byHand = selectByHand(db)
    this.#examples = examples
    this.plan = {
      matched: 0,
      changed: 0,
      rules: rules.map(({ id, name }) => ({ id, name, matched: 0, changed: 0 })),
      edits: [],
      splits: [],
      examples: [],
    }
  }

  take(rows: readonly StoredRow[]): void {
    for (const row of rows) this.#row(row)
    this.plan.edits = [...this.#edits.values()]
  }

  #row(row: StoredRow): void {
    const entry = this.entryOf(row)
    const outcome = evaluate(this.#rules, entry, field => this.#byHand.get(field)?.has(row.id) ?? false)
    if (outcome.rules.length === 0) return
    this.plan.matched += 1
    for (const rule of this.plan.rules) {
      if (!outcome.rules.includes(rule.id)) continue
      rule.matched += 1
      if (outcome.changes) rule.changed += 1
    }
    if (!outcome.changes) return
    this.plan.changed += 1
    if (this.plan.examples.length < this.#examples)
      this.plan.examples.push({
        id: row.id,
        becomes: wordsOf(outcome.edit, outcome.split, entry.texts['currency'] ?? ''),
      })
    if (outcome.split) this.plan.splits.push({ id: row.id, parts: outcome.split })
    if (Object.keys(outcome.edit).length === 0) return
    const key = JSON.stringify(outcome.edit)
    const same = this.#edits.get(key)
    if (same) same.ids.push(row.id)
    else this.#edits.set(key, { edit: outcome.edit, ids: [row.id] })
  }

  entryOf(row: StoredRow): RuleEntry {
    const names = this.#names
    const name = (dimension: keyof typeof names): string => names[dimension][row[dimension]] ?? ''
    const { id, day, amount, description, reference, note } = row
    return {
      id,
      day,
      amount,
      texts: {
        payee: name('payee'),
        category: name('category'),
        account: name('account'),
        currency: name('currency'),
        tags: name('tags'),
        project: name('project'),
        status: name('status'),
        description,
        reference,
        note,
      },
      flow: name('flow'),
      part: row.part === 1,
    }
  }
}

/** Runs rules over a batch, or over all, at once: inside a transaction. */
export function planNow(db: ReadableDB, rules: readonly CompiledRule[], batch?: number): Plan {
  const run = new Run(db, rules)
  for (let after = -1; ;) {
    const rows = selectRows(db, after, PIECE, batch)
    run.take(rows)
    const last = rows.at(-1)
    if (!last) return run.plan
    after = last.id
  }
}

/** Fields and what becomes of them, for people. */
function wordsOf(
  edit: EntryEdit,
  split: readonly PlannedPart[] | undefined,
  currency: string,
): Record<string, string> {
  const { members = {}, addTags, removeTags: _, ...texts } = edit
  const partText = ({ amount, category = '' }: PlannedPart): string =>
    `${toDecimal(amount, exponentOf(currency))} ${category}`.trim()
  return {
    ...members,
    ...texts,
    ...(addTags && { tags: addTags.join(', ') }),
    ...(split && { split: split.map(partText).join('; ') }),
  }
}
