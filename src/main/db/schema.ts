import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { BUILT_IN_DIMENSIONS, CUSTOM_DIMENSIONS } from '../../shared/query/dimensions.ts'

/**
 * The workspace's star schema. Facts are narrow integers: day, minor units, dictionary codes ("ordinals", dense from 1 within
 * a dimension, 0 = no member). Text stays apart in `entry_text`, so that a scan of the facts never reads it.
 */

/** Single values: settings, revision, the text index's high-water mark. */
export const workspaceMeta = sqliteTable('workspace_meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})

/** The registry by which a dimension's id becomes a column of `entry`: nothing a user types ever names a column. */
export const dimension = sqliteTable('dimension', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  kind: text('kind', { enum: ['built-in', 'custom'] }).notNull(),
  /** Column of `entry`: the id itself, or custom_1 … custom_24. */
  columnName: text('column_name').notNull().unique(),
})

export const member = sqliteTable(
  'member',
  {
    dimensionId: text('dimension_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    /** What filters and URLs say: the member's code where it has one, else its name. Unique within the dimension. */
    key: text('key').notNull(),
    /** What people read. */
    label: text('label').notNull(),
  },
  t => [
    primaryKey({ columns: [t.dimensionId, t.ordinal] }),
    uniqueIndex('member_key').on(t.dimensionId, t.key),
  ],
)

/** What is known of an account beyond its name; `ordinal` is its ordinal in dimension 'account'. */
export const accountDetail = sqliteTable('account_detail', {
  ordinal: integer('ordinal').primaryKey(),
  /** asset, liability, equity, revenue, expense, statistical; '' where not known. */
  type: text('type').notNull().default(''),
  level1: text('level_1').notNull().default(''),
  level2: text('level_2').notNull().default(''),
  level3: text('level_3').notNull().default(''),
  level4: text('level_4').notNull().default(''),
  level5: text('level_5').notNull().default(''),
  level6: text('level_6').notNull().default(''),
  level7: text('level_7').notNull().default(''),
})

const code = (name: string) => integer(name).notNull().default(0)

/** One dictionary code a dimension, named as the dimension is. */
const dimensionColumns = {
  ...(Object.fromEntries(BUILT_IN_DIMENSIONS.map(d => [d.id, code(d.id)])) as Record<
    (typeof BUILT_IN_DIMENSIONS)[number]['id'],
    ReturnType<typeof code>
  >),
  ...Object.fromEntries(
    Array.from({ length: CUSTOM_DIMENSIONS }, (_, i) => [`custom_${i + 1}`, code(`custom_${i + 1}`)]),
  ),
}

const entryColumns = {
  id: integer('id').primaryKey(),
  batchId: integer('batch_id').notNull(),
  /** Physical line of the source file on which the record begins, from 1. */
  line: integer('line').notNull(),
  /** Posting day, days since 1970-01-01. */
  day: integer('day').notNull(),
  /** Posting period as fiscal year × 100 + period (1–16), where the source states one; else 0. */
  postingPeriod: integer('posting_period').notNull().default(0),
  /** Minor units of the entry's own currency (dimension 'currency'). */
  amount: integer('amount').notNull(),
  /** Minor units of the base currency; null where there is no rate. */
  baseAmount: integer('base_amount'),
  /** 128 bits; see features/import/analysis/fingerprint. */
  fingerprint: blob('fingerprint', { mode: 'buffer' }).notNull(),
  ...dimensionColumns,
}

export const entry = sqliteTable('entry', entryColumns, t => [
  uniqueIndex('entry_fingerprint').on(t.fingerprint),
  index('entry_day').on(t.day),
  index('entry_batch').on(t.batchId),
  // Next to empty, so next to free: the status line counts it.
  index('entry_unconverted')
    .on(t.id)
    .where(sql`base_amount IS NULL`),
])

const entryTextColumns = {
  entryId: integer('entry_id').primaryKey(),
  description: text('description').notNull().default(''),
  reference: text('reference').notNull().default(''),
  document: text('document').notNull().default(''),
  note: text('note').notNull().default(''),
  /** JSON object header → value of the columns that became no field but are kept as text. */
  extra: text('extra').notNull().default(''),
}

export const entryText = sqliteTable('entry_text', entryTextColumns, t => [
  index('entry_text_document')
    .on(t.document)
    .where(sql`document <> ''`),
])

/** Entries of undone batches rest here as they were. */
export const trashEntry = sqliteTable('trash_entry', entryColumns, t => [
  index('trash_entry_batch').on(t.batchId),
])
export const trashEntryText = sqliteTable('trash_entry_text', entryTextColumns)

/** A file as it came, by its hash; the bytes lie in `source_chunk` unless raw files are not kept. */
export const sourceFile = sqliteTable('source_file', {
  id: integer('id').primaryKey(),
  sha256: text('sha256').notNull().unique(),
  name: text('name').notNull(),
  bytes: integer('bytes').notNull(),
  kept: integer('kept', { mode: 'boolean' }).notNull(),
})

/** Consecutive pieces of a file, each cut at a record's end and packed on its own, so that one line is found without the rest. */
export const sourceChunk = sqliteTable(
  'source_chunk',
  {
    fileId: integer('file_id').notNull(),
    sequence: integer('sequence').notNull(),
    firstLine: integer('first_line').notNull(),
    firstByte: integer('first_byte').notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
  },
  t => [primaryKey({ columns: [t.fileId, t.sequence] })],
)

/**
 * Records of files whose text no line leads back to (workbooks, XML, statements of many lines a record): packed JSON lines
 * [place, text, cells], a piece after another, so that one record is found without the rest. Written where raw files are kept.
 */
export const recordChunk = sqliteTable(
  'record_chunk',
  {
    batchId: integer('batch_id').notNull(),
    sequence: integer('sequence').notNull(),
    firstLine: integer('first_line').notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
  },
  t => [primaryKey({ columns: [t.batchId, t.sequence] })],
)

export const mapping = sqliteTable(
  'mapping',
  {
    id: integer('id').primaryKey(),
    /** The file's shape: its normalised header names joined by U+001F, or its number of columns. */
    shape: text('shape').notNull(),
    version: integer('version').notNull(),
    json: text('json').notNull(),
    usedAt: text('used_at').notNull(),
  },
  t => [uniqueIndex('mapping_shape_version').on(t.shape, t.version)],
)

export const batch = sqliteTable('batch', {
  id: integer('id').primaryKey(),
  fileId: integer('file_id').notNull(),
  fileName: text('file_name').notNull(),
  format: text('format').notNull(),
  mappingId: integer('mapping_id').notNull(),
  loadedAt: text('loaded_at').notNull(),
  read: integer('read').notNull(),
  loaded: integer('loaded').notNull(),
  duplicate: integer('duplicate').notNull(),
  rejected: integer('rejected').notNull(),
  ignored: integer('ignored').notNull(),
  /** JSON: currency → decimal string. */
  sums: text('sums').notNull(),
  /** The same of the rows that were duplicates; '' in batches that were loaded before it was kept. */
  duplicateSums: text('duplicate_sums').notNull().default(''),
  fromDay: integer('from_day'),
  toDay: integer('to_day'),
  fingerprintVersion: integer('fingerprint_version').notNull(),
  undoneAt: text('undone_at'),
})

/** Every row of a file that did not become an entry: nothing disappears without its reason. */
export const unloadedRow = sqliteTable(
  'unloaded_row',
  {
    id: integer('id').primaryKey(),
    batchId: integer('batch_id').notNull(),
    line: integer('line').notNull(),
    outcome: text('outcome', { enum: ['rejected', 'duplicate', 'ignored'] }).notNull(),
    code: text('code').notNull(),
    reason: text('reason').notNull(),
    columnName: text('column_name').notNull().default(''),
    /** The record's text as it stands in the file. */
    raw: text('raw').notNull(),
  },
  t => [index('unloaded_row_batch').on(t.batchId, t.outcome, t.line)],
)

/** Units of `currency` for one unit of the workspace's base currency on a day, as a decimal text. */
export const rate = sqliteTable(
  'rate',
  {
    currency: text('currency').notNull(),
    day: integer('day').notNull(),
    rate: text('rate').notNull(),
    source: text('source').notNull(),
  },
  t => [primaryKey({ columns: [t.currency, t.day] })],
)

/**
 * The engine's columns: one BLOB a column and segment, rows of one batch sorted by (day, id). Written in the transaction that
 * changes the entries; see engine/columnar/encoding.ts for their forms.
 */
export const segment = sqliteTable(
  'segment',
  {
    batchId: integer('batch_id').notNull(),
    sequence: integer('sequence').notNull(),
    columnName: text('column_name').notNull(),
    rows: integer('rows').notNull(),
    encoding: text('encoding').notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
  },
  t => [primaryKey({ columns: [t.batchId, t.sequence, t.columnName] })],
)

export * from './schema/analysis.ts'
export * from './schema/boards.ts'
export * from './schema/budget.ts'
export * from './schema/attachments.ts'
export * from './schema/audit.ts'
export * from './schema/changes.ts'
export * from './schema/chat.ts'
export * from './schema/connections.ts'
export * from './schema/figures.ts'
export * from './schema/quality.ts'
export * from './schema/reference.ts'
export * from './schema/reports.ts'
export * from './schema/schedule.ts'
export * from './schema/privacy.ts'
export * from './schema/security.ts'
