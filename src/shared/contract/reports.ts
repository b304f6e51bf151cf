import { z } from 'zod'
import type { SectionSchema } from '../report/definition.ts'
import { REPORT_FORMATS, REPORT_LANGUAGES, ReportDefinitionSchema, TEMPLATES } from '../report/definition.ts'
import { FigureSchema } from '../report/figure.ts'
import { logged, longMethod, method } from './method.ts'
import { figureMethods } from './reports-figures.ts'

export const StoredReportSchema = z.object({
  id: z.number().int(),
  report: ReportDefinitionSchema,
  createdAt: z.string(),
  changedAt: z.string(),
})
export type StoredReport = z.infer<typeof StoredReportSchema>

/** What a file of a report is: kept, so that it can be known again. */
export const ReportRunSchema = z.object({
  id: z.number().int(),
  /** The saved report that it was made of; null where it was none, or is deleted. */
  report: z.number().int().nullable(),
  name: z.string(),
  template: z.string(),
  format: z.enum(REPORT_FORMATS),
  from: z.string(),
  to: z.string(),
  revision: z.number().int(),
  /** Of the file's bytes, in hex. */
  sha256: z.string(),
  bytes: z.number().int(),
  pages: z.number().int().nullable(),
  figures: z.number().int(),
  madeAt: z.string(),
})
export type ReportRun = z.infer<typeof ReportRunSchema>

export const ReportFileSchema = z.object({
  /** Hands the file out, piece by piece; good until the program ends. */
  token: z.string(),
  name: z.string(),
  format: z.enum(REPORT_FORMATS),
  bytes: z.number().int(),
  sha256: z.string(),
  pages: z.number().int().nullable(),
  figures: z.number().int(),
  /** Ledger entries in its data sections. */
  rows: z.number().int(),
  from: z.string(),
  to: z.string(),
  /** What the reader of the file should know: rows that went to a second sheet, characters that no font has. */
  notes: z.array(z.string()),
  run: z.number().int().nullable(),
})
export type ReportFile = z.infer<typeof ReportFileSchema>

/** A saved report, or one as it stands on the page. */
const Which = z.union([
  z.object({ id: z.number().int() }),
  z.object({ report: ReportDefinitionSchema, id: z.number().int().optional() }),
])

export const PIECE_BYTES = 1 << 20

export const reports = {
  ...figureMethods,
  templates: method(
    'viewer',
    z.object({ language: z.enum(REPORT_LANGUAGES).default('en') }),
    z.array(z.object({ template: z.enum(TEMPLATES), about: z.string(), report: ReportDefinitionSchema })),
  ),
  list: method('viewer', z.object({}), z.array(StoredReportSchema)),
  /** Without an id a new report. */
  save: method(
    'analyst',
    z.object({ id: z.number().int().optional(), report: ReportDefinitionSchema }),
    StoredReportSchema,
  ),
  duplicate: method('analyst', z.object({ id: z.number().int() }), StoredReportSchema),
  remove: method('analyst', z.object({ id: z.number().int() }), z.array(StoredReportSchema)),
  /** The report as one HTML page that needs nothing else. */
  preview: longMethod(
    'viewer',
    z.object({ report: ReportDefinitionSchema }),
    z.object({
      html: z.string(),
      from: z.string(),
      to: z.string(),
      figures: z.number().int(),
      /** They are not kept before a file is made: `trace` takes them as `given`. */
      printed: z.array(FigureSchema),
      notes: z.array(z.string()),
    }),
  ),
  /** Makes the file and keeps a line of it in the history. */
  make: logged(
    longMethod('viewer', z.object({ which: Which, format: z.enum(REPORT_FORMATS) }), ReportFileSchema),
  ),
  /** A piece of a made file, as base64, from `offset`; `next` is null after the last one. */
  piece: method(
    'viewer',
    z.object({ token: z.string(), offset: z.number().int().min(0) }),
    z.object({ base64: z.string(), next: z.number().int().nullable() }),
  ),
  /** Makes a saved report's file in a folder. For schedules: the name has the period and the day, and nothing is overwritten. */
  deliver: logged(
    longMethod(
      'admin',
      z.object({
        id: z.number().int(),
        format: z.enum(REPORT_FORMATS),
        folder: z.string().min(1).max(4096),
      }),
      ReportFileSchema.extend({ path: z.string() }),
    ),
  ),
  /** History, newest first. */
  runs: method(
    'viewer',
    z.object({
      report: z.number().int().optional(),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.array(ReportRunSchema),
  ),
}

export type SectionInput = z.input<typeof SectionSchema>
