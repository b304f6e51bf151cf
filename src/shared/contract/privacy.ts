import { z } from 'zod'
import { PII_KINDS } from '../privacy/detect.ts'
import { longMethod, method } from './method.ts'

const Empty = z.object({})

/** Who sees people and numbers masked: on screen, in exports, reports and on the command line. */
export const MASKING = ['nobody', 'viewers', 'everybody'] as const
export const MaskingSchema = z.object({ who: z.enum(MASKING) })
export type Masking = z.infer<typeof MaskingSchema>['who']

export const PersonSchema = z.object({
  /** The payee's number in this workspace: it stays when the name is masked or erased. */
  payee: z.number().int(),
  name: z.string(),
  entries: z.number().int(),
  /** ISO day of the latest entry. */
  lastDay: z.string().nullable(),
  /** Said by a person; otherwise guessed from the name. */
  said: z.boolean(),
})
export type Person = z.infer<typeof PersonSchema>

/** Where texts of people may stand. */
export const PII_PLACES = [
  'description',
  'reference',
  'document',
  'note',
  'extra',
  'rejected',
  'payee',
] as const

export const PrivacyReportSchema = z.object({
  people: z.array(PersonSchema),
  found: z.array(
    z.object({
      place: z.enum(PII_PLACES),
      kind: z.enum(PII_KINDS),
      count: z.number().int(),
      /** Masked. */
      example: z.string(),
    }),
  ),
  /** Texts looked through. */
  texts: z.number().int(),
  /** Files kept as they came, whose lines are not counted above. */
  keptFiles: z.number().int(),
})
export type PrivacyReport = z.infer<typeof PrivacyReportSchema>

export const ErasedSchema = z.object({
  /** What stands in the name's place. */
  pseudonym: z.string(),
  /** Entries of this payee, whose texts were emptied. */
  entries: z.number().int(),
  /** Other places where the name stood. */
  places: z.number().int(),
  /** Kept source files: lines blanked in their place, or given up where they could not be (workbooks). */
  filesScrubbed: z.number().int(),
  filesGivenUp: z.number().int(),
  /** Backups that still hold the name: they were made before. */
  backups: z.number().int(),
  /** Archives of closed years that still hold it. */
  archives: z.number().int(),
})
export type Erased = z.infer<typeof ErasedSchema>

export const RETENTION_KINDS = ['raw-files', 'rejected-rows', 'people'] as const
export const RetentionRuleSchema = z.object({
  kind: z.enum(RETENTION_KINDS),
  months: z.number().int().min(1).max(1200),
})
export const RetentionFindingSchema = RetentionRuleSchema.extend({
  /** How many files, rows or people are older. */
  found: z.number().int(),
  applied: z.boolean(),
})
export type RetentionFinding = z.infer<typeof RetentionFindingSchema>

export const YearSchema = z.object({
  /** The fiscal year as it is written everywhere: FY2025. */
  year: z.number().int(),
  from: z.string(),
  to: z.string(),
  entries: z.number().int(),
  /** Per currency: the sum as a decimal text. */
  sums: z.record(z.string(), z.string()),
  closedAt: z.string().nullable(),
  /** Of a closed year: whether it still holds what it held then. */
  unchanged: z.boolean(),
  /** Where its latest archive was put, and when. */
  archive: z.object({ path: z.string(), at: z.string() }).nullable(),
})
export type Year = z.infer<typeof YearSchema>
const Years = z.array(YearSchema)
const YearInput = z.object({ year: z.number().int().min(1000).max(9999) })

export const privacy = {
  /** What was found where: counts and masked examples. */
  report: longMethod('analyst', Empty, PrivacyReportSchema),
  /** Whether a payee is a person, against what its name says; null: by the name again. */
  setPerson: method('analyst', z.object({ payee: z.number().int(), person: z.boolean().nullable() }), Empty),
  masking: method('viewer', Empty, MaskingSchema),
  setMasking: method('admin', MaskingSchema, MaskingSchema),
  /** Takes a person out for good: it cannot be undone. Amounts, days and accounts stay, so every total stays. */
  erase: longMethod('admin', z.object({ payee: z.number().int().positive() }), ErasedSchema),
  retention: method('admin', Empty, z.array(RetentionRuleSchema)),
  /** `months` null takes the rule away. */
  setRetention: method(
    'admin',
    z.object({ kind: z.enum(RETENTION_KINDS), months: z.number().int().min(1).max(1200).nullable() }),
    z.array(RetentionRuleSchema),
  ),
  /** What the rules would take out; with `apply`, takes it out. */
  runRetention: longMethod('admin', z.object({ apply: z.boolean() }), z.array(RetentionFindingSchema)),
  years: method('viewer', Empty, Years),
  /** From then on the year's entries can be asked for, and not changed; imports into it are refused. */
  closeYear: method('admin', YearInput, Years),
  reopenYear: method('admin', YearInput, Years),
  /** A write-protected copy of the books as they are, proved to hold the closed year as it was closed. `path` left out: beside the workspace. */
  archiveYear: longMethod(
    'admin',
    YearInput.extend({ path: z.string().min(1).max(4096).optional() }),
    z.object({ path: z.string() }),
  ),
}
