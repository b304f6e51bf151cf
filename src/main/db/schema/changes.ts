import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * What people did to the ledger after its files were loaded, so that each step can be taken back and done again in order, and
 * where entries rest that are not in the ledger. Written in the transaction that changes the entries (engine/changes).
 */

/** One step of the history. Changes of one group are undone and redone together: an import and the rules that ran on it. */
export const change = sqliteTable(
  'change',
  {
    id: integer('id').primaryKey(),
    groupId: integer('group_id').notNull(),
    /** edit, split, join, delete, restore, rules, transfer, category, import, import-undo, import-restore. */
    kind: text('kind').notNull(),
    at: text('at').notNull(),
    /** The batch of an import's change; else null. */
    batchId: integer('batch_id'),
    /** Entries that it changed. */
    entries: integer('entries').notNull(),
    /** JSON object of texts and numbers by which the page says what was done. */
    summary: text('summary').notNull(),
    /** `dropped`: undone, and then something else was done, so that it cannot be redone. `closed`: done, its entries purged. */
    state: text('state', { enum: ['done', 'undone', 'dropped', 'closed'] }).notNull(),
  },
  t => [index('change_state').on(t.state, t.id)],
)

/**
 * What a change did to an entry. `field` is a dimension's column (values: ordinals), a text's column (texts), `place` (ledger,
 * deleted, split, unmade, purged), `base_amount` (minor units or null), `pair` (the id of the transfer's other entry, or null) or
 * `purged` (a move of an entry that is gone for good: not played any more).
 */
export const changeRow = sqliteTable(
  'change_row',
  {
    changeId: integer('change_id').notNull(),
    entryId: integer('entry_id').notNull(),
    field: text('field').notNull(),
    // No affinity: a value comes back as the number or text that it was.
    before: blob('before'),
    after: blob('after'),
  },
  t => [primaryKey({ columns: [t.changeId, t.field, t.entryId] }), index('change_row_entry').on(t.entryId)],
)

/** What a change did to a member: its key and label, or a category's place in the hierarchy. */
export const changeMember = sqliteTable(
  'change_member',
  {
    changeId: integer('change_id').notNull(),
    dimensionId: text('dimension_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    field: text('field').notNull(),
    before: blob('before'),
    after: blob('after'),
  },
  t => [primaryKey({ columns: [t.changeId, t.dimensionId, t.ordinal, t.field] })],
)

/** The parts of split entries. A part has its own id, and the batch and line of the entry that it is a part of. */
export const entryPart = sqliteTable(
  'entry_part',
  {
    entryId: integer('entry_id').primaryKey(),
    parentId: integer('parent_id').notNull(),
  },
  t => [index('entry_part_parent').on(t.parentId)],
)

/**
 * Entries in `trash_entry` that are there by themselves, not with their whole batch. Deleted ones and originals of splits are still
 * known to imports by their fingerprint, `purged` ones as well, of which little more is left; `unmade` are parts of a split that was
 * undone.
 */
export const restingEntry = sqliteTable(
  'resting_entry',
  {
    entryId: integer('entry_id').primaryKey(),
    batchId: integer('batch_id').notNull(),
    place: text('place', { enum: ['deleted', 'split', 'unmade', 'purged'] }).notNull(),
    fingerprint: blob('fingerprint', { mode: 'buffer' }).notNull(),
    at: text('at').notNull(),
  },
  t => [index('resting_entry_fingerprint').on(t.fingerprint), index('resting_entry_batch').on(t.batchId)],
)

/** Transfers between own accounts, one row for each of the two entries. */
export const transferPair = sqliteTable('transfer_pair', {
  entryId: integer('entry_id').primaryKey(),
  otherId: integer('other_id').notNull(),
})

/** Pairs that a person said are no transfer; the lower id first. */
export const transferRefusal = sqliteTable(
  'transfer_refusal',
  { firstId: integer('first_id').notNull(), secondId: integer('second_id').notNull() },
  t => [primaryKey({ columns: [t.firstId, t.secondId] })],
)

/** What is known of a category beyond its name; `ordinal` is its ordinal in dimension 'category'. Levels from the top, '' below. */
export const categoryDetail = sqliteTable('category_detail', {
  ordinal: integer('ordinal').primaryKey(),
  level1: text('level_1').notNull().default(''),
  level2: text('level_2').notNull().default(''),
  level3: text('level_3').notNull().default(''),
  /** No longer offered: it was merged into another. */
  archived: integer('archived').notNull().default(0),
})

/** If/then rules, in the order in which they are tried. `json`: conditions and actions, see shared/contract/rules.ts. */
export const rule = sqliteTable('rule', {
  id: integer('id').primaryKey(),
  position: integer('position').notNull(),
  name: text('name').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
  json: text('json').notNull(),
  updatedAt: text('updated_at').notNull(),
})
