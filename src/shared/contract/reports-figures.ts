import { z } from 'zod'
import { REPORT_FORMATS, ReportDefinitionSchema } from '../report/definition.ts'
import { FigureDefinitionSchema, FigureIdSchema, FigureSchema } from '../report/figure.ts'
import { logged, longMethod } from './method.ts'

/** Values are plain decimal texts in the figure's unit; null where there is none. */
const Value = z.string().nullable()

/** A row behind a figure: an entry with its place in the file that it came from. */
export const TracedRowSchema = z.object({
  id: z.number().int(),
  date: z.string(),
  /** What the entry brings to the figure, sign and all; null where it has no rate to the base currency. */
  amount: Value,
  text: z.string(),
  payee: z.string(),
  source: z.object({
    file: z.string(),
    sha256: z.string(),
    line: z.number().int(),
    /** What `line` counts. */
    place: z.enum(['line', 'row', 'record']),
    /** The record as it stands in the file; absent where raw files are not kept. */
    raw: z.string().optional(),
    batch: z.number().int(),
    mapping: z.string(),
    mappingVersion: z.number().int(),
  }),
})
export type TracedRow = z.infer<typeof TracedRowSchema>

/** A figure as it was printed in one report. */
const PrintedSchema = z.object({
  run: z.number().int(),
  name: z.string(),
  value: Value,
  revision: z.number().int(),
  asOf: z.string(),
})

export const TraceSchema = z.object({
  id: FigureIdSchema,
  label: z.string(),
  unit: z.string(),
  definition: FigureDefinitionSchema,
  /** Dimension id → its name, and member key → name, of those that the filters speak of. */
  dimensions: z.record(z.string(), z.string()),
  members: z.record(z.string(), z.record(z.string(), z.string())),
  /** `run` 0: in a preview. As it was in the report asked for, or in the last one; all of them in `printed`, the newest first. */
  was: PrintedSchema,
  printed: z.array(PrintedSchema),
  /** `problem` says why there is no value: the entries have come to be in several currencies. */
  now: z.object({ value: Value, revision: z.number().int(), problem: z.string().optional() }),
  /** The entries of today; none where the figure is made of `parts`. Of a statistic those that it was computed from. */
  rows: z.object({
    total: z.number().int(),
    /** What all of them, not only this page, bring: the figure itself where it is a sum, and something else of a statistic. */
    sum: Value,
    currency: z.string(),
    unconverted: z.number().int(),
    page: z.array(TracedRowSchema),
  }),
  parts: z.array(
    z.object({ id: FigureIdSchema, label: z.string(), unit: z.string(), was: Value, now: Value }),
  ),
})
export type Trace = z.infer<typeof TraceSchema>

/** Why a figure is another one than it was. `other` is what none of the recorded steps explains. */
export const CAUSES = [
  'late-postings',
  'imports',
  'deletions',
  'splits',
  'edits',
  'recategorisation',
  'rules',
  'transfers',
  'hierarchy',
  'rates',
  'other',
] as const
export type Cause = (typeof CAUSES)[number]
const CauseSchema = z.enum(CAUSES)

/** A figure then and now. `causes` sum to `difference`, to the last digit; empty where nothing can be said (`difference` null). */
const ComparedFigureSchema = z.object({
  id: FigureIdSchema,
  label: z.string(),
  unit: z.string(),
  derived: z.boolean(),
  was: Value,
  now: Value,
  difference: Value,
  causes: z.array(z.object({ cause: CauseSchema, amount: z.string(), rows: z.number().int() })),
})
export type ComparedFigure = z.infer<typeof ComparedFigureSchema>

export const ComparisonSchema = z.object({
  run: z.number().int(),
  name: z.string(),
  asOf: z.string(),
  revisionThen: z.number().int(),
  revisionNow: z.number().int(),
  /** Figures that are as they were, and those that are statistics and are not computed again. */
  unchanged: z.number().int(),
  notCompared: z.number().int(),
  figures: z.array(ComparedFigureSchema),
  /** Entries that changed behind any figure, by cause. */
  causes: z.array(z.object({ cause: CauseSchema, rows: z.number().int() })),
})
export type ReportComparison = z.infer<typeof ComparisonSchema>

/** An entry behind a cause: what it brought to the figure then, what it brings now. */
export const ChangedRowSchema = z.object({
  id: z.number().int(),
  /** The figure that it changed: the one asked for, or a part of it. */
  figure: FigureIdSchema,
  date: z.string(),
  text: z.string(),
  was: Value,
  now: Value,
  difference: z.string(),
  /** What is another than it was: dimension ids, 'amount', 'text', 'date'. */
  fields: z.array(z.string()),
  /** The step of the history that did it, or the import that brought it; `undone` where it was taken back since. */
  step: z
    .object({
      id: z.number().int(),
      kind: z.string(),
      at: z.string(),
      undone: z.boolean(),
      file: z.string().optional(),
    })
    .optional(),
})
export type ChangedRow = z.infer<typeof ChangedRowSchema>

/** What a pack can hold beside the report, its figures and their entries. */
export const EVIDENCE_PARTS = ['sources', 'changes', 'unloaded', 'models', 'verdicts', 'workpapers'] as const
export type EvidencePart = (typeof EVIDENCE_PARTS)[number]

/** An evidence pack that was made: `token` hands it out. */
export const EvidenceSchema = z.object({
  token: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  /** Of the archive. */
  sha256: z.string(),
  /** Of its manifest, as printed on its first page: written down elsewhere it proves the pack. */
  manifest: z.string(),
  members: z.number().int(),
  figures: z.number().int(),
  entries: z.number().int(),
  /** The report's run that it proves. */
  run: z.number().int(),
  /** Whether people and numbers are hidden in its texts: then it holds no source files. */
  masked: z.boolean(),
})
export type Evidence = z.infer<typeof EvidenceSchema>

export const VerifiedSchema = z.object({
  ok: z.boolean(),
  problems: z.array(
    z.object({
      /** '' where it is the archive itself. */
      member: z.string(),
      what: z.string(),
      offset: z.number().int().optional(),
      length: z.number().int().optional(),
      line: z.number().int().optional(),
      toLine: z.number().int().optional(),
      figure: z.string().optional(),
    }),
  ),
  members: z.number().int(),
  entries: z.number().int(),
  records: z.number().int(),
  figures: z.number().int(),
  statistics: z.number().int(),
})
export type VerifiedEvidence = z.infer<typeof VerifiedSchema>

const paged = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(0).max(1000).default(100),
}

/** Figures of reports: what they are, why they changed, and the pack that proves them. */
export const figureMethods = {
  /** `id` as printed or as typed. */
  trace: longMethod(
    'viewer',
    z.object({
      id: z.string().max(64),
      run: z.number().int().optional(),
      /** Figures of a preview, which are kept nowhere: the one asked for and those that it is made of. */
      given: z.array(FigureSchema).max(1000).optional(),
      ...paged,
    }),
    TraceSchema,
  ),
  /** What changed since an earlier report. */
  compare: longMethod('viewer', z.object({ run: z.number().int() }), ComparisonSchema),
  compareRows: longMethod(
    'viewer',
    z.object({ run: z.number().int(), figure: FigureIdSchema, cause: CauseSchema, ...paged }),
    z.object({ total: z.number().int(), rows: z.array(ChangedRowSchema) }),
  ),
  /** Makes a report, saved or as it stands on the page, and packs it with all that it rests on. */
  makeEvidence: logged(
    longMethod(
      'viewer',
      z.object({
        which: z.union([
          z.object({ id: z.number().int() }),
          z.object({ report: ReportDefinitionSchema, id: z.number().int().optional() }),
        ]),
        formats: z.array(z.enum(REPORT_FORMATS)).min(1).max(REPORT_FORMATS.length).default(['pdf']),
        parts: z.array(z.enum(EVIDENCE_PARTS)).default([...EVIDENCE_PARTS]),
        /** Hides people and numbers. Where they are masked for whoever asks, they are hidden in any case. */
        mask: z.boolean().default(false),
      }),
      EvidenceSchema,
    ),
  ),
  /** Holds a pack against itself: hashes, figures, records. Needs no workspace. */
  verifyEvidence: longMethod('nobody', z.object({ token: z.string() }), VerifiedSchema),
}
