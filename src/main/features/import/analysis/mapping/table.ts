import type { FieldMapping, Question } from '../../../../../shared/contract/import.ts'
import type { Profile } from '../../../../../shared/query/dimensions.ts'
import type { ColumnProfile } from '../columns/profile.ts'
import { fieldOfHeader } from './synonyms.ts'
import { say } from '../messages.ts'

/** A table as the proposal sees it: names, whole-column profiles, and a sample of rows for what takes two columns to see. */
export interface TableFacts {
  names: readonly string[]
  hasHeader: boolean
  profiles: readonly ColumnProfile[]
  /** The first rows that are not blank, at most some thousands, as wide as the table. */
  sample: readonly (readonly string[])[]
  /** Filled rows in the whole file. */
  rows: number
}

export interface Context {
  baseCurrency: string
  /** The workspace's own profile: taken where the file does not settle it. */
  workspaceProfile: Profile
  profile?: Profile
  /** First day of the fiscal year that the file states, ISO. */
  yearFrom?: string | undefined
  /** The currency that the file states of all its rows. */
  statedCurrency?: string | undefined
  answers: Readonly<Record<string, string>>
  /** Year and month in the file's name, offered where the file has no date; never taken unasked. */
  fileName: string
}

/** A column with what its header says. */
export interface Candidate {
  column: number
  name: string
  field: string | undefined
  rank: number
  profile: ColumnProfile
}

export interface Proposal {
  profile: Profile
  fields: FieldMapping[]
  currency: string
  questions: Question[]
  /** The one currency that a workbook's formats show beside the amounts, which nothing in the cells says. */
  shown?: string | undefined
}

export function candidates(table: TableFacts): Candidate[] {
  return table.profiles.map((profile, column) => {
    const name = table.names[column] as string
    const known = table.hasHeader ? fieldOfHeader(name) : undefined
    return { column, name, field: known?.field, rank: known?.rank ?? 999, profile }
  })
}

/** At least three quarters of the filled cells are numbers, or there are none to judge by. */
export function isNumeric(c: Candidate): boolean {
  return c.profile.filled === 0 || c.profile.numbers.share >= 0.75
}

/** Numbers that look like money: with places, signs or units, not mere codes and counts. */
export function isMoneyLike(c: Candidate): boolean {
  const { numbers } = c.profile
  return (
    numbers.read > 0 &&
    numbers.share >= 0.75 &&
    (numbers.decimals > 0 || numbers.negative > 0 || numbers.units.size > 0)
  )
}

export const byRank = (a: Candidate, b: Candidate): number => a.rank - b.rank || a.column - b.column

export const quoted = (texts: readonly string[]): string => texts.map(t => say().quoted(t)).join(', ')
