import { z } from 'zod'
import { PROFILES } from '../query/dimensions.ts'
import { MappingSchema } from './mapping.ts'
import { longMethod, method } from './method.ts'

export * from './mapping.ts'

/** A file the user picked: `token` from the host (upload, dialog, drop); only the CLI and Electron's main know paths. */
export const PickedFileSchema = z.object({ token: z.string(), name: z.string(), bytes: z.number() })
export type PickedFile = z.infer<typeof PickedFileSchema>

/** Something in the file that is not as it should be. Line and column count from 1; line is the physical line of the file. */
export const ProblemSchema = z.object({
  line: z.number().int(),
  column: z.string().optional(),
  value: z.string().optional(),
  /** 'bad-date', 'bad-amount', 'too-many-fields', 'missing-amount' … */
  code: z.string(),
  message: z.string(),
  severity: z.enum(['rejected', 'warning']),
})
export type Problem = z.infer<typeof ProblemSchema>

/** What cannot be settled from the file: the user chooses. */
export const QuestionSchema = z.object({
  id: z.string(),
  /** One sentence that names the column and shows the values in doubt. */
  text: z.string(),
  column: z.number().int().optional(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
})
export type Question = z.infer<typeof QuestionSchema>

/** read = loaded + duplicate + rejected + ignored, always. `ignored`: blank rows, total rows, banners, repeated headers. */
export const CountsSchema = z.object({
  read: z.number().int(),
  loaded: z.number().int(),
  duplicate: z.number().int(),
  rejected: z.number().int(),
  ignored: z.number().int(),
})
export type Counts = z.infer<typeof CountsSchema>

/** Currency → decimal string of the entries' sum. */
export const SumsSchema = z.record(z.string(), z.string())

export const PreviewRowSchema = z.object({
  line: z.number().int(),
  outcome: z.enum(['load', 'duplicate', 'rejected', 'ignored']),
  /** Why it is not loaded. */
  reason: z.string().optional(),
  date: z.string().optional(),
  /** Decimal string with its currency. */
  amount: z.string().optional(),
  currency: z.string().optional(),
  description: z.string().optional(),
  /** dimension id → member label */
  members: z.record(z.string(), z.string()),
  /** The source's cells, as they are. */
  source: z.array(z.string()),
  /** The row is probably in the workspace already, from another file. A certain one is left out unless it is asked for. */
  likely: z.lazy(() => LikelySchema).optional(),
})

export type PreviewRow = z.infer<typeof PreviewRowSchema>

/** What a file states of itself, held against its rows. */
export const ControlSchema = z.object({
  /**
   * 'total', 'subtotal': a total row. 'closing': opening balance + movements. 'running': the column of balances, row by row. 'credits',
   * 'debits', 'all': a statement's stated sum; with 'count' in front its number of movements. 'assertion': a journal's. 'stated': a
   * balance with nothing in the file to hold it against. 'read': all rows that read as entries, held against loaded and duplicate ones.
   */
  code: z.string(),
  /** The row's own label, or an account. */
  label: z.string(),
  file: z.string(),
  /** '' where there is nothing to hold the file's figure against. */
  farthing: z.string(),
  agrees: z.boolean(),
  line: z.number().int().optional(),
  currency: z.string().optional(),
  date: z.string().optional(),
  /** Rows at which a running balance breaks: at most 100. */
  lines: z.array(z.number().int()).optional(),
})
export type Control = z.infer<typeof ControlSchema>

/** An entry of another file that is probably the same movement. */
export const LikelySchema = z.object({
  /** 'certain': the bank's reference, or day, amount and payee. 'possible': amount, and a day at most three days off. */
  grade: z.enum(['certain', 'possible']),
  entry: z.number().int(),
  file: z.string(),
  date: z.string(),
  description: z.string(),
})
export type Likely = z.infer<typeof LikelySchema>

export const PreviewFileSchema = z.object({
  token: z.string(),
  name: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  format: z.string(),
  /** Header texts, or "Column 1" … */
  columns: z.array(
    z.object({
      name: z.string(),
      samples: z.array(z.string()),
      blank: z.number().int(),
      distinct: z.number().int(),
    }),
  ),
  mapping: MappingSchema,
  /** Where the mapping came from: the shape was known, or proposed by rules, or given; or the format settles it. */
  mappingOrigin: z.enum(['recognised', 'proposed', 'given', 'format']),
  questions: z.array(QuestionSchema),
  counts: CountsSchema,
  sums: SumsSchema,
  from: z.string().optional(),
  to: z.string().optional(),
  /** Of a workbook: its sheets, and the one that is read (in the mapping). */
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })).optional(),
  /** Of a text file with several tables one under another: each with the line of its header. The one that is read is in the mapping. */
  tables: z
    .array(z.object({ number: z.number().int(), line: z.number().int(), columns: z.array(z.string()) }))
    .optional(),
  /** Of a report with sections and without a column of accounts: how many headings there are, and the first ones. */
  sections: z.object({ count: z.number().int(), names: z.array(z.string()) }).optional(),
  /** Accounts that a statement's records belong to, as the file calls them. */
  accounts: z.array(z.string()).optional(),
  /** Totals that the file states of itself, beside ours, as decimal strings. */
  controls: z.array(ControlSchema),
  /** The first rows, and every row that is not plainly loaded, at most 1,000. */
  rows: z.array(PreviewRowSchema),
  problems: z.array(ProblemSchema),
  /** All of them; `problems` holds the first 1,000. */
  problemCount: z.number().int(),
  /** Rows that load though an entry of another file is possibly the same movement. */
  possible: z.number().int(),
  /** The batch that loaded the same bytes before. */
  sameAsBatch: z.number().int().optional(),
})
export type PreviewFile = z.infer<typeof PreviewFileSchema>

export const BatchSchema = z.object({
  id: z.number().int(),
  file: z.string(),
  sha256: z.string(),
  format: z.string(),
  mapping: z.string(),
  loadedAt: z.string(),
  counts: CountsSchema,
  sums: SumsSchema,
  from: z.string().optional(),
  to: z.string().optional(),
  /** How many totals and balances the file states of itself, and those that its rows do not give. */
  stated: z.number().int(),
  disagreements: z.array(ControlSchema),
  /** Undone batches rest in the trash and can be restored. */
  undone: z.boolean(),
  /** Right after a commit: loaded rows that an entry of another file is possibly the same movement as. */
  possible: z.number().int().optional(),
  /** Right after a commit that asked for it: the quality run's score, and how many rules failed; or why it could not be run. */
  quality: z
    .object({ score: z.number().nullable(), failed: z.number().int(), problem: z.string().optional() })
    .optional(),
})
export type Batch = z.infer<typeof BatchSchema>

const FileRequest = z.object({
  token: z.string(),
  mapping: MappingSchema.optional(),
  /** question id → the chosen value */
  answers: z.record(z.string(), z.string()).optional(),
})

export const imports = {
  /** The files in a picked zip archive, each with a token of its own; any other file is itself. */
  members: longMethod(
    'analyst',
    z.object({ token: z.string() }),
    z.object({ archive: z.boolean(), files: z.array(PickedFileSchema) }),
  ),
  /** Writes nothing. One file at a time, so that each has its own progress and problems. */
  preview: longMethod(
    'analyst',
    FileRequest.extend({ profile: z.enum(PROFILES).optional() }),
    PreviewFileSchema,
  ),
  /**
   * Loads one file in one transaction. `loadDuplicates`: lines that the preview called duplicates and the user wants all the same.
   * `sha256` from the preview: refused where the file has changed since.
   */
  commit: longMethod(
    'analyst',
    FileRequest.extend({
      sha256: z.string().optional(),
      profile: z.enum(PROFILES).optional(),
      loadDuplicates: z.array(z.number().int()).max(100_000).optional(),
      /** Lines that would be loaded and are not wanted: duplicates in the user's eyes. */
      skipRows: z.array(z.number().int()).max(100_000).optional(),
      /** What becomes of rows that are probably there already from another file: certain ones are left out, or all, or none. */
      duplicates: z.enum(['certain', 'skip', 'load']).default('certain'),
      /** Runs the quality rules on the new entries. What they find never undoes the import. */
      check: z.boolean().default(false),
    }),
    BatchSchema,
  ),
  batches: method('viewer', z.object({}), z.array(BatchSchema)),
  undo: longMethod('analyst', z.object({ batch: z.number().int() }), BatchSchema),
  /** Brings an undone batch back as it was. */
  restore: longMethod('analyst', z.object({ batch: z.number().int() }), BatchSchema),
  rejects: method(
    'viewer',
    z.object({
      batch: z.number().int(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(1000),
    }),
    z.object({
      total: z.number().int(),
      /** Of the file that they come from: 'csv', 'xlsx', 'ofx' … */
      format: z.string(),
      header: z.array(z.string()),
      rows: z.array(
        z.object({ line: z.number().int(), reason: z.string(), raw: z.string(), cells: z.array(z.string()) }),
      ),
    }),
  ),
  /** Adds a mapping from JSON that somebody shared, or changes the name of one. It is the latest of its shape from then on. */
  saveMapping: method('analyst', z.object({ mapping: MappingSchema }), z.object({ id: z.number().int() })),
  /** Forgets a shape: its files are asked about again. Batches keep the mapping that they were loaded by. */
  deleteMapping: method('analyst', z.object({ id: z.number().int() }), z.object({})),
  /** A mapping as JSON, to be given to somebody else. */
  exportMapping: method(
    'viewer',
    z.object({ id: z.number().int() }),
    z.object({ name: z.string(), json: z.string() }),
  ),
  mappings: method(
    'viewer',
    z.object({}),
    z.array(z.object({ id: z.number().int(), mapping: MappingSchema, usedAt: z.string() })),
  ),
}
