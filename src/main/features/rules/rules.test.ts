import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RuleBody } from '../../../shared/contract/rules.ts'
import { RuleBodySchema } from '../../../shared/contract/rules.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { makeChange, undo } from '../../engine/changes/history.ts'
import { recordCode, closeChange, openChange } from '../../engine/changes/record.ts'
import { addMembers } from '../../db/members.ts'
import { createEngine } from '../../engine/index.ts'
import { insertBatch } from '../../engine/testing/ledger.ts'
import { rulesReads } from './reads.ts'
import { rulesWrites, runRulesOnBatch } from './writes.ts'

const op = { cancelled: () => false, progress: () => {} }
let workspace: TestWorkspace
let reads: ReturnType<typeof rulesReads>
let writes: ReturnType<typeof rulesWrites>
let ids: number[]

const members = { account: 'Current', currency: 'GBP', scenario: 'Actual', flow: 'expense' }
beforeEach(() => {
  workspace = createTestWorkspace()
  ids = insertBatch(workspace.db, 1, [
    { day: 19_800, amount: -1250, members: { ...members, payee: 'rewe 12' } },
    { day: 19_801, amount: -700, members: { ...members, payee: 'rewe 7', category: 'Misc' } },
    { day: 19_802, amount: -9000, members: { ...members, payee: 'landlord' } },
    { day: 19_803, amount: -5000, members: { ...members, payee: 'to savings' } },
    { day: 19_804, amount: 5000, members: { ...members, account: 'Savings', payee: 'from current' } },
  ])
  reads = rulesReads(workspace.db, createEngine(workspace.db))
  writes = rulesWrites(workspace.db)
})
afterEach(() => workspace.close())

const rule = (over: Partial<RuleBody>): RuleBody =>
  RuleBodySchema.parse({
    name: 'Groceries',
    conditions: [{ field: 'payee', op: 'starts', value: 'rewe' }],
    actions: [{ do: 'set', field: 'category', value: 'Food' }],
    ...over,
  })
const categories = (): unknown[] =>
  workspace.db
    .prepare(
      "SELECT coalesce(m.key, '') FROM entry e LEFT JOIN member m ON m.dimension_id = 'category' AND m.ordinal = e.category ORDER BY e.id",
    )
    .pluck()
    .all()

describe('a run of rules', () => {
  it('does what its dry run said, in one step that is undone as one', async () => {
    writes.rulesSave({ rule: rule({}) })
    writes.rulesSave({
      rule: rule({
        name: 'Rent',
        conditions: [{ field: 'payee', op: 'equals', value: 'Landlord' }],
        actions: [{ do: 'split', parts: [{ percent: 66.67, category: 'Rent' }, { category: 'Energy' }] }],
      }),
    })
    const plan = await reads.rulesPlan({ examples: 10 }, op)
    expect(plan).toMatchObject({
      matched: 3,
      changed: 3,
      rules: [
        { name: 'Groceries', matched: 2, changed: 2 },
        { name: 'Rent', matched: 1, changed: 1 },
      ],
    })
    expect(plan.examples.at(-1)).toEqual({ id: ids[2], becomes: { split: '-60.00 Rent; -30.00 Energy' } })
    expect(categories()).toEqual(['', 'Misc', '', '', ''])

    writes.rulesApply({ plan, name: 'all' })
    expect(categories()).toEqual(['Food', 'Food', '', '', 'Rent', 'Energy'])
    expect(await reads.rulesPlan({ examples: 0 }, op)).toMatchObject({ matched: 4, changed: 0 })
    undo(workspace.db)
    expect(categories()).toEqual(['', 'Misc', '', '', ''])
  })

  it('leaves alone what a person set by hand', async () => {
    const [gift] = addMembers(workspace.db, 'category', [{ key: 'Gift', label: 'Gift' }]).values()
    makeChange(workspace.db, { kind: 'edit' }, change =>
      recordCode(workspace.db, change, 'category', [ids[0] as number], gift as number),
    )
    expect(await reads.rulesPlan({ rule: rule({}), examples: 0 }, op)).toMatchObject({
      matched: 2,
      changed: 1,
    })
  })

  it('on a new batch is a part of its import: one undo takes both back', () => {
    const { db } = workspace
    writes.rulesSave({ rule: rule({}) })
    db.transaction(() => {
      const change = openChange(db, { kind: 'import', batchId: 1 })
      closeChange(db, change, 5)
      runRulesOnBatch(db, 1, change)
    })()
    expect(categories()).toEqual(['Food', 'Food', '', '', ''])
    undo(db)
    expect(categories()).toEqual([])
    expect(db.prepare("SELECT count(*) FROM change WHERE state = 'undone'").pluck().get()).toBe(2)
  })

  it('keeps its order, and is refused where a pattern is none', () => {
    const [a, b] = [
      writes.rulesSave({ rule: rule({ name: 'a' }) }),
      writes.rulesSave({ rule: rule({ name: 'b' }) }),
    ]
    expect(writes.rulesReorder({ ids: [b.id, a.id] }).map(one => one.name)).toEqual(['b', 'a'])
    expect(() => writes.rulesReorder({ ids: [a.id] })).toThrow(/each rule once/)
    expect(() =>
      writes.rulesSave({ rule: rule({ conditions: [{ field: 'payee', op: 'regex', value: 'a(?=b)' }] }) }),
    ).toThrow(/Look-ahead/)
    expect(writes.rulesRemove({ id: b.id }).map(one => one.name)).toEqual(['a'])
  })
})

describe('a suggestion', () => {
  it('rests on what was categorised alike, names the exceptions, and is not made twice', () => {
    insertBatch(workspace.db, 2, [
      ...Array.from({ length: 9 }, (_, i) => ({ day: 19_900 + i, amount: -100, members: { ...members, payee: `bakery no ${i % 2}`, category: 'Bread' } })),
      { day: 19_950, amount: -100, members: { ...members, payee: 'bakery no 1', category: 'Gifts' } },
      { day: 19_951, amount: -100, members: { ...members, payee: 'bakery no 0' } },
    ]) // prettier-ignore
    const found = reads.rulesSuggest({ atLeast: 3, purity: 0.9 })
    expect(found).toMatchObject([{ support: 9, exceptions: 1, open: 1, byHand: 0 }])
    expect(found[0]?.rule).toMatchObject({
      conditions: [{ field: 'payee', op: 'contains', value: 'bakery no' }],
      actions: [{ do: 'set', field: 'category', value: 'BREAD' }],
    })
    expect(reads.rulesSuggest({ atLeast: 3, purity: 0.95 })).toEqual([])
    writes.rulesSave({ rule: (found[0] as { rule: RuleBody }).rule })
    expect(reads.rulesSuggest({ atLeast: 3, purity: 0.9 })).toEqual([])
  })
})

describe('a transfer', () => {
  it('is paired, neither income nor spending, and unpaired again', () => {
    const [out, into] = [ids[3] as number, ids[4] as number]
    writes.rulesPair({ pairs: [{ out, in: into }] })
    const flows = (): unknown =>
      workspace.db
        .prepare(
          "SELECT m.key FROM entry e JOIN member m ON m.dimension_id = 'flow' AND m.ordinal = e.flow WHERE e.id >= ? ORDER BY e.id",
        )
        .pluck()
        .all(out)
    expect(flows()).toEqual(['transfer', 'transfer'])
    expect(() => writes.rulesPair({ pairs: [{ out, in: into }] })).toThrow(/in a transfer already/)
    writes.rulesUnpair({ id: into })
    expect(flows()).toEqual(['expense', 'income'])
    undo(workspace.db)
    undo(workspace.db)
    expect(flows()).toEqual(['expense', 'expense'])
    expect(workspace.db.prepare('SELECT count(*) FROM transfer_pair').pluck().get()).toBe(0)
    expect(() => writes.rulesPair({ pairs: [{ out: into, in: out }] })).toThrow(/out of one account/)
  })
})

describe('categories', () => {
  it('are made in groups, renamed, moved and merged, each step undone', () => {
    writes.rulesCreateCategory({ name: 'Trains', parent: ['Travel'] })
    writes.rulesMoveCategory({ key: 'Misc', parent: ['Other', 'Small'] })
    writes.rulesRenameCategory({ key: 'Misc', name: 'Sundry' })
    expect(reads.rulesCategories()).toEqual([
      { key: 'Sundry', label: 'Sundry', path: ['Other', 'Small'], entries: 1 },
      { key: 'Trains', label: 'Trains', path: ['Travel'], entries: 0 },
    ])
    expect(() => writes.rulesRenameCategory({ key: 'Sundry', name: 'Trains' })).toThrow(/Merge/)
    writes.rulesMergeCategory({ key: 'Sundry', into: 'Trains' })
    expect(reads.rulesCategories()).toMatchObject([{ key: 'Trains', entries: 1 }])
    for (let i = 0; i < 3; i += 1) undo(workspace.db)
    expect(reads.rulesCategories()).toMatchObject([{ key: 'Misc', path: [], entries: 1 }, { key: 'Trains' }])
    writes.rulesAddStarters({ language: 'de' })
    expect(reads.rulesCategories().find(one => one.key === 'Lebensmittel')?.path).toEqual(['Essen'])
  })
})
