import { z } from 'zod'
import { PROFILES } from '../query/dimensions.ts'

/** How a number is written. `grouping` '' where there is none. */
export const NumberStyleSchema = z.object({
  decimal: z.enum(['.', ',']),
  grouping: z.enum(['', ',', '.', ' ', "'"]),
})

/** How one source column is read into one field. */
export const FieldMappingSchema = z.object({
  /** Index of the source column, from 0. */
  column: z.number().int().min(0),
  /**
   * 'date', 'period', 'amount', 'debit', 'credit', 'sign' (Dr/Cr, S/H, Af/Bij), 'fee' (taken off the amount;
   * added with `negate`), 'booked' (rows that are not booked are rejected), 'currency', 'balance', 'description', 'reference',
   * 'document', 'note', 'ignore', 'text' (kept, searchable), a built-in dimension's id, `<dimension>.code` for its code column,
   * or 'custom' for a dimension named after the header.
   */
  field: z.string().max(80),
  /** Date pattern of tokens d dd M MM MMM yy yyyy H m s, for 'date' and 'period' (yyyyMM). */
  datePattern: z.string().max(40).optional(),
  numberStyle: NumberStyleSchema.optional(),
  /** The amount's sign is turned round (a card statement that shows spending positive). */
  negate: z.boolean().optional(),
})

/** A mapping profile: from a file's shape to a workspace's fields. Shared as JSON. */
export const MappingSchema = z.object({
  version: z.literal(1),
  name: z.string().max(200),
  profile: z.enum(PROFILES),
  /** Normalised header names, by which the shape is recognised next time; empty for a file without a header. */
  shape: z.array(z.string()),
  /** Header texts as the file had them, to show and to export; not compared. */
  headers: z.array(z.string()).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  delimiter: z.string().length(1),
  /** Lines of preamble before the header, or before the first record where there is none. */
  skipLines: z.number().int().min(0),
  hasHeader: z.boolean(),
  fields: z.array(FieldMappingSchema),
  /** Currency of all rows where no column says it. */
  currency: z.string(),
  /** Account of all rows where no column says it (a bank account's name). */
  account: z.string().optional(),
  /**
   * Headings of sections stand above the lines ("5010 Rent" … "Total 5010 Rent"): they are the lines' account, or are left alone at the
   * user's wish. Missing where the file has none.
   */
  sections: z.enum(['account', 'none']).optional(),
  /** The file's format where it is not delimited text: 'xlsx', 'ofx', 'qif', 'mt940', 'camt', 'ledger' … */
  format: z.string().max(20).optional(),
  /** Sheet of a workbook. */
  sheet: z.string().max(255).optional(),
  /** The part of the sheet that is read ('B3:F200', 'B:F'), where not all of it is. Cells outside of it are no part of the file. */
  range: z.string().max(40).optional(),
  /** Which of several tables that stand one under another in a text file is read, from 1; the first where it is missing. */
  table: z.number().int().min(1).optional(),
  /**
   * What `line` counts in this file: physical lines, a sheet's rows, or records where several stand on one line (XML without line
   * ends). Lines where it is missing.
   */
  place: z.enum(['line', 'row', 'record']).optional(),
  /** Columns by which a database tells its rows apart: always part of what an entry is known again by. Set by the program. */
  rowKey: z.array(z.number().int().min(0)).optional(),
})
export type Mapping = z.infer<typeof MappingSchema>
export type FieldMapping = z.infer<typeof FieldMappingSchema>
