import type { Rule, RuleBody } from '../../../shared/contract/rules.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { WritableDB } from '../../db/types.ts'
import { memberFor, recordEdit, tagsOrdinal } from '../../engine/changes/edit.ts'
import { done, makeChange, type Stepped } from '../../engine/changes/history.ts'
import { openChange, recordCode, recordPair } from '../../engine/changes/record.ts'
import { recordSplit } from '../../engine/changes/split.ts'
import { addStarters, createCategory, mergeCategory, moveCategory, renameCategory } from './categories.ts'
import { deleteRule, deleteRules, insertRefusal, placeRule, selectAmounts, selectPartner, selectRules, upsertRule } from './queries.ts' // prettier-ignore
import { rulesOf } from './reads.ts'
import { activeRules, mustCompile, planNow, type Plan } from './run.ts'
import { say } from './messages.ts'

export function rulesWrites(db: WritableDB) {
  const all = (): Rule[] => rulesOf(db)
  return {
    rulesSave: ({ id, rule }: { id?: number; rule: RuleBody }): Rule => {
      const saved = save(db, rule, id)
      if (saved === 0) throw new FailureError('not-found', say().noRule(id ?? 0))
      return all().find(one => one.id === saved) as Rule
    },

    rulesRemove: ({ id }: { id: number }): Rule[] => {
      if (!deleteRule(db, id)) throw new FailureError('not-found', say().noRule(id))
      return all()
    },

    rulesReorder: ({ ids }: { ids: readonly number[] }): Rule[] =>
      db
        .transaction(() => {
          const known = new Set(selectRules(db).map(rule => rule.id))
          if (
            ids.length !== known.size ||
            new Set(ids).size !== known.size ||
            !ids.every(id => known.has(id))
          )
            throw new FailureError('bad-input', say().wrongOrder())
          for (const [i, id] of ids.entries()) placeRule(db, id, i + 1)
          return all()
        })
        .immediate(),

    rulesImport: ({ rules, replace }: { rules: readonly RuleBody[]; replace: boolean }): Rule[] =>
      db
        .transaction(() => {
          if (replace) deleteRules(db)
          for (const rule of rules) save(db, rule)
          return all()
        })
        .immediate(),

    rulesApply: ({ plan, name }: { plan: Plan; name: string }): Stepped =>
      makeChange(db, { kind: 'rules', summary: { name } }, change => record(db, change, plan)),

    rulesPair: ({ pairs }: { pairs: readonly { out: number; in: number }[] }): Stepped =>
      makeChange(db, { kind: 'transfer' }, change => pair(db, change, pairs)),

    rulesUnpair: ({ id }: { id: number }): Stepped =>
      makeChange(db, { kind: 'unpair' }, change => {
        const other = selectPartner(db, id)
        if (other === undefined) throw new FailureError('not-found', say().noTransfer(id))
        recordPair(db, change, id, null)
        recordPair(db, change, other, null)
        for (const { id: side, amount } of selectAmounts(db, [id, other])) {
          const { column, ordinal } = memberFor(db, 'flow', amount < 0 ? 'expense' : 'income')
          recordCode(db, change, column, [side], ordinal)
        }
      }),

    rulesRefuse: (input: { out: number; in: number }): void => insertRefusal(db, input.out, input.in),

    rulesCreateCategory: (input: { name: string; parent: readonly string[] }): void =>
      createCategory(db, input.name, input.parent),
    rulesRenameCategory: (input: { key: string; name: string }): Stepped =>
      renameCategory(db, input.key, input.name),
    rulesMoveCategory: (input: { key: string; parent: readonly string[] }): Stepped =>
      moveCategory(db, input.key, input.parent),
    rulesMergeCategory: (input: { key: string; into: string }): Stepped =>
      mergeCategory(db, input.key, input.into),
    rulesAddStarters: (input: { language: 'en' | 'de' }): void => addStarters(db, input.language),
  }
}

/** Runs the active rules on a new batch, in the transaction that loads it and as a part of its step of the history. */
export function runRulesOnBatch(db: WritableDB, batch: number, change: number): void {
  const rules = activeRules(db)
  if (rules.length === 0) return
  const plan = planNow(db, rules, batch)
  if (plan.changed === 0) return
  const id = openChange(db, { kind: 'rules', groupId: change, summary: { name: namesOf(plan) } })
  record(db, id, plan)
  done(db, id)
}

/** The names of the rules that change something, for the history. */
export const namesOf = (plan: Plan): string =>
  plan.rules
    .filter(rule => rule.changed > 0)
    .map(rule => rule.name)
    .join(', ')
    .slice(0, 400)

function save(db: WritableDB, rule: RuleBody, id?: number): number {
  mustCompile({ ...rule, id: id ?? 0 })
  return upsertRule(db, {
    name: rule.name,
    active: rule.active,
    json: JSON.stringify(rule),
    ...(id !== undefined && { id }),
  })
}

function record(db: WritableDB, change: number, { edits, splits }: Plan): void {
  for (const { edit, ids } of edits) recordEdit(db, change, ids, edit)
  const edited = new Map(edits.flatMap(({ edit, ids }) => ids.map(id => [id, edit] as const)))
  for (const { id, parts } of splits) {
    // The parts are of the entry as the same rules have made it: payee and kind too.
    const inherited = Object.fromEntries(
      Object.entries(edited.get(id)?.members ?? {}).map(([dimension, typed]) => {
        const { column, ordinal } = memberFor(db, dimension, typed)
        return [column, ordinal]
      }),
    )
    recordSplit(
      db,
      change,
      id,
      parts.map(({ amount, category, note, tags }) => ({
        amount,
        codes: {
          ...inherited,
          ...(category !== undefined && { category: memberFor(db, 'category', category).ordinal }),
          ...(tags && { tags: tagsOrdinal(db, tags) }),
        },
        ...(note !== undefined && { note }),
      })),
    )
  }
}

function pair(db: WritableDB, change: number, pairs: readonly { out: number; in: number }[]): void {
  const ids = pairs.flatMap(one => [one.out, one.in])
  const entries = new Map(selectAmounts(db, ids).map(entry => [entry.id, entry]))
  if (new Set(ids).size !== ids.length) throw new FailureError('bad-input', say().oneTransfer())
  for (const one of pairs) {
    const out = entries.get(one.out)
    const other = entries.get(one.in)
    if (!out || !other) throw new FailureError('not-found', say().notInLedger(out ? one.in : one.out))
    if (out.amount >= 0 || other.amount <= 0 || out.account === other.account)
      throw new FailureError('bad-input', say().outAndIn())
    if (selectPartner(db, one.out) !== undefined || selectPartner(db, one.in) !== undefined)
      throw new FailureError('bad-input', say().pairedAlready())
    recordPair(db, change, one.out, one.in)
    recordPair(db, change, one.in, one.out)
  }
  const { column, ordinal } = memberFor(db, 'flow', 'transfer')
  recordCode(db, change, column, ids, ordinal)
}
