import type { OpContext } from '../../compute/ops.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EntryDetailSchema } from '../../../shared/contract/ledger.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { ensureTextIndex } from '../../db/text-index.ts'
import { createEngine } from '../../engine/index.ts'
import { insertBatch } from '../../engine/testing/ledger.ts'
import { ledgerReads } from './reads.ts'
import { ledgerWrites } from './writes.ts'

let workspace: TestWorkspace
let reads: ReturnType<typeof ledgerReads>
let writes: ReturnType<typeof ledgerWrites>
let ids: number[]

/** A household of four entries: groceries twice, a train, rent in euros at 0.8667. */
beforeEach(() => {
  workspace = createTestWorkspace()
  const { db } = workspace
  const members = { account: 'Current', currency: 'GBP', scenario: 'Actual' }
  ids = insertBatch(db, 1, [
    { day: 19_800, amount: -1250, members: { ...members, payee: 'Aldi', category: 'Food' } },
    { day: 19_801, amount: -700, members: { ...members, payee: 'Aldi' }, description: 'weekly shop' },
    { day: 19_802, amount: -4500, members: { ...members, payee: 'Trainline', category: 'Travel' } },
    { day: 19_803, amount: -100_001, baseAmount: -86_671, members: { ...members, currency: 'EUR', payee: 'Landlord' } },
  ]) // prettier-ignore
  db.prepare("INSERT INTO source_file VALUES (1, 'hash', 'test.csv', 1, 0)").run()
  db.prepare("INSERT INTO mapping VALUES (0, 's', 1, '{}', '')").run()
  db.prepare('UPDATE batch SET mapping_id = 0').run()
  reads = ledgerReads(db, createEngine(db))
  writes = ledgerWrites(db)
})
afterEach(() => workspace.close())

const page = (filters: Filters = {}) =>
  reads.ledgerPage({ filters, order: 'date', descending: false, offset: 0, limit: 100 })
const shown = (filters: Filters = {}) =>
  page(filters).rows.map(row => [row.amount, row.members['category'] ?? '', row.members['tags'] ?? ''])

describe('an edit', () => {
  it('sets members, texts and tags of many entries in one step, and is undone and redone as one', () => {
    const before = page()
    const edited = writes.ledgerEdit({
      ids: ids.slice(0, 2),
      set: { members: { category: 'Household' }, note: 'for the party', addTags: ['party', 'June'] },
    })
    expect(edited).toMatchObject({ entries: 2 })
    expect(shown()).toEqual([
      [-1250, 'Household', 'June, party'],
      [-700, 'Household', 'June, party'],
      [-4500, 'TRAVEL', ''],
      [-100_001, '', ''],
    ])
    expect(page({ members: { tag: ['June'] } }).total).toBe(2)
    ensureTextIndex(workspace.db, { cancelled: () => false, progress: () => {} })
    expect(page({ text: 'party' }).rows.map(row => row.note)).toEqual(['for the party', 'for the party'])

    expect(writes.ledgerUndo({}).step).toMatchObject({ kind: 'edit', entries: 2, state: 'undone' })
    expect(page()).toEqual(before)
    writes.ledgerRedo({})
    expect(page({ text: 'party', members: { tag: ['party'] } }).total).toBe(2)
  })

  it('takes one tag away and leaves the others; a member typed by its name is found', () => {
    writes.ledgerEdit({ ids, set: { addTags: ['a', 'b'] } })
    writes.ledgerEdit({ ids: [ids[0] as number], set: { removeTags: ['a'] } })
    writes.ledgerEdit({ ids: [ids[2] as number], set: { members: { payee: 'ALDI' } } })
    expect(shown().map(row => row[2])).toEqual(['b', 'a, b', 'a, b', 'a, b'])
    expect(page({ members: { payee: ['Aldi'] } }).total).toBe(3)
    expect(reads.ledgerMembers({ dimension: 'tag', search: '', limit: 9 })).toEqual([
      { key: 'b', label: 'b', entries: 4 },
      { key: 'a', label: 'a', entries: 3 },
    ])
  })

  it('that changes nothing leaves no step to undo', () => {
    expect(
      writes.ledgerEdit({ ids: [ids[0] as number], set: { members: { category: 'Food' } } }),
    ).toMatchObject({
      change: null,
      entries: 0,
    })
    expect(() => writes.ledgerUndo({})).toThrow(/Nothing is left to undo/)
  })

  it('refuses a tag with a comma, a currency, a flow that there is not', () => {
    expect(() => writes.ledgerEdit({ ids, set: { addTags: ['a, b'] } })).toThrow(/without a comma/)
    expect(() => writes.ledgerEdit({ ids, set: { members: { currency: 'USD' } } })).toThrow(/cannot be set/)
    expect(() => writes.ledgerEdit({ ids, set: { members: { flow: 'gift' } } })).toThrow(/income, expense/)
    expect(reads.ledgerHistory({ limit: 5 }).total).toBe(0)
  })
})

describe('a split', () => {
  it('puts parts in the place of an entry, to the penny in both currencies, and is joined again', () => {
    const { sum } = page()
    const rent = ids[3] as number
    const { parts } = writes.ledgerSplit({
      id: rent,
      parts: [
        { amount: -33_334, category: 'Rent' },
        { amount: -66_666, category: 'Energy', note: 'estimated', tags: ['home'] },
        { amount: -1 },
      ],
    })
    expect(page().sum).toBe(sum)
    expect(shown({ members: { currency: ['EUR'] } })).toEqual([
      [-33_334, 'Rent', ''],
      [-66_666, 'Energy', 'home'],
      [-1, '', ''],
    ])
    const detail = EntryDetailSchema.parse(reads.ledgerEntry({ id: parts[1] as number }))
    expect(detail).toMatchObject({ part: true, note: 'estimated', split: { id: rent, amount: -100_001 } })
    expect(detail.split?.parts.map(part => part.id)).toEqual(parts)
    writes.ledgerJoin({ id: rent })
    expect(page().rows.map(row => row.id)).toEqual(ids)
    expect(() => writes.ledgerJoin({ id: rent })).toThrow(/is not split/)
  })

  it('is refused where a penny is left over', () => {
    expect(() =>
      writes.ledgerSplit({ id: ids[0] as number, parts: [{ amount: -1000 }, { amount: -249 }] }),
    ).toThrow(/add up to -1249, the entry is -1250/)
  })

  it('of a part holds on to its own entry: the whole is joined from the inside out', () => {
    const first = ids[0] as number
    const { parts } = writes.ledgerSplit({ id: first, parts: [{ amount: -1000 }, { amount: -250 }] })
    writes.ledgerSplit({ id: parts[0] as number, parts: [{ amount: -2000 }, { amount: 1000 }] })
    expect(() => writes.ledgerJoin({ id: first })).toThrow(/Join its parts first/)
    writes.ledgerJoin({ id: parts[0] as number })
    writes.ledgerJoin({ id: first })
    expect(page().rows.map(row => row.id)).toEqual(ids)
  })
})

describe('the trash', () => {
  it('holds what was deleted, the last first, and gives it back', () => {
    writes.ledgerRemove({ ids: [ids[0] as number, ids[2] as number, 999] })
    expect(shown()).toEqual([[-700, '', ''], [-100_001, '', '']]) // prettier-ignore
    const trash = reads.ledgerTrash({ offset: 0, limit: 10, before: '9999' })
    expect(trash.total).toBe(2)
    expect(trash.rows.map(row => [row.id, row.members['payee'], row.batchUndone])).toEqual([
      [ids[2], 'TRAINLINE', false],
      [ids[0], 'ALDI', false],
    ])
    writes.ledgerRestore({ ids: [ids[0] as number] })
    expect(reads.ledgerTrash({ offset: 0, limit: 10, before: '9999' }).total).toBe(1)
    expect(page().total).toBe(3)
  })
})

describe('the history', () => {
  it('names each step, and forgets what was undone once something else is done', () => {
    writes.ledgerEdit({ ids: [ids[1] as number], set: { members: { category: 'Food' } } })
    writes.ledgerRemove({ ids: [ids[2] as number] })
    writes.ledgerUndo({})
    expect(reads.ledgerHistory({ limit: 10 })).toMatchObject({
      undo: { kind: 'edit', summary: { field: 'category', value: 'Food' }, entries: 1 },
      redo: { kind: 'delete', entries: 1 },
      total: 2,
    })
    writes.ledgerEdit({ ids: [ids[2] as number], set: { note: 'keep' } })
    expect(reads.ledgerHistory({ limit: 10 })).toMatchObject({
      redo: null,
      changes: [{ kind: 'edit' }, { kind: 'delete', state: 'dropped' }, { kind: 'edit' }],
    })
    expect(() => writes.ledgerRedo({})).toThrow(/Nothing was undone/)
    expect(reads.ledgerEntry({ id: ids[1] as number }).changes).toMatchObject([
      { field: 'category', before: '', after: 'FOOD', undone: false },
    ])
  })
})

describe('more entries than one piece', () => {
  const all = {} satisfies Filters
  const many = (): readonly number[] =>
    insertBatch(
      workspace.db,
      2,
      Array.from({ length: 21_000 }, (_, i) => ({
        day: 19_000 + (i % 700),
        amount: i - 10_000,
        members: { payee: `P${i % 50}`, category: `C${i % 7}` },
      })),
    )
  const states = () => [
    workspace.db
      .prepare('SELECT category, payee, count(*) FROM entry GROUP BY 1, 2 ORDER BY 1, 2')
      .raw()
      .all(),
    workspace.db.prepare('SELECT count(*), sum(amount) FROM trash_entry').raw().get(),
    reads.ledgerPage({
      filters: { members: { category: ['C3'] } },
      order: 'date',
      descending: false,
      offset: 0,
      limit: 0,
    }).total,
    workspace.db.prepare('SELECT count(*) FROM change_row').raw().get(),
  ]

  it('are edited and deleted in one step each, told in order, and come back; a cancel leaves nothing behind', () => {
    const ids = many()
    const before = states()
    const told: number[] = []
    let stage = ''
    const op: OpContext = {
      cancelled: () => false,
      progress: at => {
        told.push(at.done)
        stage = at.stage
      },
    }
    const set = { members: { category: 'Bulk' }, note: 'seen' }
    expect(writes.ledgerEdit({ ids, set }, op)).toMatchObject({ entries: 21_000 })
    expect(told.length).toBeGreaterThan(4)
    // In the last a cancel is not heard any more, and the page says so.
    expect(stage).toBe('keeping')
    expect(reads.ledgerPage({ filters: { members: { category: ['Bulk'] } }, order: 'date', descending: false, offset: 0, limit: 0 }).total).toBe(21_000) // prettier-ignore
    expect(writes.ledgerRemove({ ids }, op)).toMatchObject({ entries: 21_000 })
    expect(page(all).total).toBe(4)
    writes.ledgerUndo({}, op)
    writes.ledgerUndo({}, op)
    expect(states().slice(0, 3)).toEqual(before.slice(0, 3))

    const now = states()
    for (const after of [1, 4]) {
      let asked = 0
      const cancel = { cancelled: () => ++asked > after, progress: () => undefined }
      expect(() => writes.ledgerEdit({ ids, set }, cancel)).toThrow('Cancelled. Nothing was changed.')
      expect(states()).toEqual(now)
    }
  })
})
