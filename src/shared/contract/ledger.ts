import { z } from 'zod'
import { ENTRY_ORDERS, EntryGroupingSchema, EntryGroupsOfSchema, EntryGroupsSchema } from './entry-groups.ts'
import { DimensionSchema } from '../query/dimension-schema.ts'
import { DimensionId, FiltersSchema } from '../query/query.ts'
import { logged, longMethod, method } from './method.ts'

/** One line of the ledger as the table shows it. `amount` in minor units of `currency`; `baseAmount` null where there is no rate. */
export const EntryRowSchema = z.object({
  id: z.number().int(),
  date: z.string(),
  amount: z.number().int(),
  currency: z.string(),
  baseAmount: z.number().int().nullable(),
  description: z.string(),
  reference: z.string(),
  document: z.string(),
  /** dimension id → member label; only those that the entry has. */
  members: z.record(DimensionId, z.string()),
  /** What a person wrote about it, and whether it is a part of a split entry; absent where not. */
  note: z.string().optional(),
  part: z.boolean().optional(),
  /** dimension id → the member's code, where it has one beside its label (account 7200, cost centre 4100). */
  codes: z.record(DimensionId, z.string()).optional(),
})
export type EntryRow = z.infer<typeof EntryRowSchema>

export { ENTRY_ORDERS }

export const EntryPageSchema = z.object({
  /** Entries that pass the filters, and the exact sum of their base amounts: what the status bar shows. */
  total: z.number().int(),
  sum: z.union([z.number(), z.bigint()]),
  debits: z.union([z.number(), z.bigint()]),
  credits: z.union([z.number(), z.bigint()]),
  unconverted: z.number().int(),
  currency: z.string(),
  rows: z.array(EntryRowSchema),
})
export type EntryPage = z.infer<typeof EntryPageSchema>

/** Where a batch came from that was read of a database. */
export const SourceOriginSchema = z.object({
  connection: z.string(),
  place: z.string(),
  statement: z.string(),
  watermark: z.string(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  key: z.array(z.string()),
  readAt: z.string(),
})
export type SourceOrigin = z.infer<typeof SourceOriginSchema>

/** Where an entry came from, down to the line, and how its fields were made of what stands there. */
export const EntryOriginSchema = z.object({
  batch: z.number().int(),
  file: z.string(),
  sha256: z.string(),
  line: z.number().int(),
  /** What `line` counts: lines of the file, rows of a sheet, records where several stand on one line. */
  place: z.enum(['line', 'row', 'record']),
  /** The record as it stands in the file; absent where raw files are not kept. */
  raw: z.string().optional(),
  header: z.array(z.string()),
  cells: z.array(z.string()),
  mapping: z.string(),
  mappingVersion: z.number().int(),
  /** Each field: from which column, by which transformation. */
  lineage: z.array(z.object({ field: z.string(), column: z.string(), transformation: z.string() })),
  loadedAt: z.string(),
  /** Where it was read of a database: by which connection, what was asked, from which watermark on, and what tells its rows apart. */
  source: SourceOriginSchema.optional(),
  /** Where it lies in a warehouse that answers for this workspace. */
  warehouse: z.object({ table: z.string(), row: z.number().int() }).optional(),
})
export type EntryOrigin = z.infer<typeof EntryOriginSchema>

export const EntryDetailSchema = EntryRowSchema.extend({
  postingPeriod: z.string(),
  fields: z.array(z.object({ field: z.string(), label: z.string(), value: z.string() })),
  /** dimension id → member key, for filters. */
  keys: z.record(DimensionId, z.string()),
  rate: z.object({ rate: z.string(), day: z.string(), source: z.string() }).optional(),
  origin: EntryOriginSchema,
  /** Other lines of the same document, at most 200, and whether they sum to nil. */
  siblings: z.array(EntryRowSchema),
  /** Of a part: the entry that was split, and all its parts that are in the ledger. */
  split: z
    .object({ id: z.number().int(), amount: z.number().int(), parts: z.array(EntryRowSchema) })
    .optional(),
  /** The other side of a transfer between own accounts. */
  pair: z.number().int().optional(),
  /** What was changed on it since its import, the newest first. */
  changes: z.array(
    z.object({
      at: z.string(),
      field: z.string(),
      before: z.string(),
      after: z.string(),
      undone: z.boolean(),
    }),
  ),
  documentBalance: z.number().int().nullable(),
})
export type EntryDetail = z.infer<typeof EntryDetailSchema>

/** Which entries a change is about. */
export const EntryChoiceSchema = z.union([
  z.object({ ids: z.array(z.number().int()).min(1).max(100_000) }),
  z.object({ filters: FiltersSchema }),
])

/** What an edit sets. Members as typed: a key or name that there is, or a new one; '' takes the member away. */
export const EntryEditSchema = z.object({
  members: z.record(DimensionId, z.string().max(400)).optional(),
  description: z.string().max(2000).optional(),
  reference: z.string().max(400).optional(),
  note: z.string().max(10_000).optional(),
  addTags: z.array(z.string().max(60)).max(50).optional(),
  removeTags: z.array(z.string().max(60)).max(50).optional(),
})
export type EntryEdit = z.infer<typeof EntryEditSchema>

/** A part of a split: `amount` in minor units of the entry's currency; what is left out is as in the entry. */
export const SplitPartSchema = z.object({
  amount: z.number().int(),
  category: z.string().max(400).optional(),
  payee: z.string().max(400).optional(),
  note: z.string().max(10_000).optional(),
  tags: z.array(z.string().max(60)).max(50).optional(),
})
export type SplitPart = z.infer<typeof SplitPartSchema>

/** What a change did: its number in the history (null: nothing had to be changed) and how many entries it touched. */
export const ChangedSchema = z.object({ change: z.number().int().nullable(), entries: z.number().int() })
export type Changed = z.infer<typeof ChangedSchema>

/** A step of the history. `kind` and `summary` make the sentence on the page. */
export const ChangeSchema = z.object({
  id: z.number().int(),
  kind: z.string(),
  at: z.string(),
  entries: z.number().int(),
  summary: z.record(z.string(), z.union([z.string(), z.number()])),
  /** `dropped`: undone, and something else was done since. `closed`: its entries were deleted for good. */
  state: z.enum(['done', 'undone', 'dropped', 'closed']),
  /** Rules that ran as a part of this step. */
  also: z.array(z.string()),
})
export type Change = z.infer<typeof ChangeSchema>

/** Bytes of an attachment at most: the workspace is copied whole by each backup. */
export const MOST_ATTACHED = 25 * 1024 * 1024

export const AttachmentSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  addedAt: z.string(),
})
export type Attachment = z.infer<typeof AttachmentSchema>

export const ledger = {
  dimensions: method('viewer', z.object({}), z.array(DimensionSchema)),
  /** Members whose key or label contains the text, the most used first. */
  members: method(
    'viewer',
    z.object({
      dimension: DimensionId,
      search: z.string().max(200).default(''),
      limit: z.number().int().min(1).max(1000).default(50),
    }),
    z.array(z.object({ key: z.string(), label: z.string(), entries: z.number().int() })),
  ),
  page: method(
    'viewer',
    z.object({
      filters: FiltersSchema.default({}),
      order: z.enum(ENTRY_ORDERS).default('date'),
      descending: z.boolean().default(true),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(0).max(1000).default(200),
      /** Entries of one group lie together, the groups as `groups` has them; `order` is then that inside each. */
      groupBy: EntryGroupingSchema.optional(),
    }),
    EntryPageSchema,
  ),
  /**
   * What the entries that pass the filters stand under, in the table's order: members from A to Z (accounts and cost centres by code) and none last, documents by their
   * numbers, steps of time as the entries are ordered (newest first where these are not by date). At most MOST_GROUPS,
   * HEADS_AT_ONCE in an answer.
   */
  groups: method('viewer', EntryGroupsOfSchema, EntryGroupsSchema),
  entry: method('viewer', z.object({ id: z.number().int() }), EntryDetailSchema),
  /** Where entries came from, in the order asked; those that are not in the ledger are left out. */
  origins: method(
    'viewer',
    z.object({ ids: z.array(z.number().int()).max(1000) }),
    z.array(EntryOriginSchema.extend({ id: z.number().int() })),
  ),
  /** All entries that pass the filters as CSV text (formula-safe), at most 1,048,575 rows. */
  exportCsv: logged(
    longMethod(
      'viewer',
      z.object({ filters: FiltersSchema.default({}) }),
      z.object({ csv: z.string(), rows: z.number().int() }),
    ),
  ),
  /** Sets members, texts and tags of entries, all of them in one step. */
  edit: longMethod('analyst', z.object({ entries: EntryChoiceSchema, set: EntryEditSchema }), ChangedSchema),
  /** The files that a person put beside an entry, in the order of their names. */
  attachments: method('viewer', z.object({ entry: z.number().int() }), z.array(AttachmentSchema)),
  /** Keeps a file beside an entry, at most MOST_ATTACHED bytes; a step of the history. */
  attach: longMethod('analyst', z.object({ entry: z.number().int(), token: z.string() }), ChangedSchema),
  /** Takes a file away from an entry. It is kept for undo until the entry leaves the workspace. */
  detach: method(
    'analyst',
    z.object({ entry: z.number().int(), attachment: z.number().int() }),
    ChangedSchema,
  ),
  /** A piece of an attached file, as base64, from `offset`; `next` is null after the last one. */
  attachmentPiece: method(
    'viewer',
    z.object({
      entry: z.number().int(),
      attachment: z.number().int(),
      offset: z.number().int().min(0).default(0),
    }),
    z.object({ base64: z.string(), next: z.number().int().nullable() }),
  ),
  /** Puts parts in the place of an entry; they must add up to it. The entry rests until `join` or undo. */
  split: method(
    'analyst',
    z.object({ id: z.number().int(), parts: z.array(SplitPartSchema).min(2).max(500) }),
    ChangedSchema.extend({ parts: z.array(z.number().int()) }),
  ),
  /** Puts a split entry back in the place of its parts. `id` is the entry's, not a part's. */
  join: method('analyst', z.object({ id: z.number().int() }), ChangedSchema),
  /** Puts entries into the trash. Importing their file again does not bring them back. */
  remove: longMethod('analyst', z.object({ entries: EntryChoiceSchema }), ChangedSchema),
  restoreEntries: method(
    'analyst',
    z.object({ ids: z.array(z.number().int()).min(1).max(100_000) }),
    ChangedSchema,
  ),
  /** Deleted entries, those deleted last first; with `olderThan`, those that were deleted before so many days. */
  trash: method(
    'viewer',
    z.object({
      olderThan: z.number().int().min(0).max(36_500).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    z.object({
      total: z.number().int(),
      rows: z.array(EntryRowSchema.extend({ deletedAt: z.string(), batchUndone: z.boolean() })),
    }),
  ),
  /**
   * Takes deleted entries away for good, with their texts and attached files: those named, or all that were deleted before so many days
   * (0: all). `files`: also the kept copies of the files they came from. Their files do not bring them back; no undo does.
   */
  purge: longMethod(
    'admin',
    z.object({
      entries: z.union([
        z.object({ ids: z.array(z.number().int()).min(1).max(100_000) }),
        z.object({ olderThan: z.number().int().min(0).max(36_500) }),
      ]),
      files: z.boolean().default(false),
    }),
    z.object({ entries: z.number().int(), files: z.number().int() }),
  ),
  /** The newest steps of the history, and what undo and redo would take. */
  history: method(
    'viewer',
    z.object({ limit: z.number().int().min(1).max(1000).default(100) }),
    z.object({
      undo: ChangeSchema.nullable(),
      redo: ChangeSchema.nullable(),
      total: z.number().int(),
      changes: z.array(ChangeSchema),
    }),
  ),
  /** Takes the newest step back, or does the last one taken back again. Answers the step. */
  undo: longMethod('analyst', z.object({}), ChangeSchema),
  redo: longMethod('analyst', z.object({}), ChangeSchema),
}
