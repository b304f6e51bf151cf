import type { Fiscal } from '../../../../shared/calendar/fiscal.ts'
import type { Mapping, Question } from '../../../../shared/contract/import.ts'
import type { Profile } from '../../../../shared/query/dimensions.ts'
import type { OpContext } from '../../../compute/ops.ts'
import type { Admits } from '../analysis/rows/align.ts'
import { saysNothing } from '../analysis/rows/blank.ts'
import type { Sections } from '../analysis/rows/sections.ts'
import type { Source } from '../source.ts'
import type { TableFile } from './file.ts'
import type { Tables } from './tables.ts'

/** What the service gives the importer's worker beside the file. */
export interface InspectInput {
  source: Source
  name: string
  size: number
  mapping?: Mapping
  /** Mappings that were used before, the latest first. */
  known: Mapping[]
  /** Labels of the workspace's own dimensions. */
  customTaken?: string[]
  profile?: Profile
  workspaceProfile: Profile
  baseCurrency: string
  fiscal: Fiscal
  answers: Record<string, string>
  /** Of a table read of a database: names of the columns that tell its rows apart. */
  rowKey?: readonly string[]
  /** The file is read through before it is loaded, however large it is. */
  thorough?: boolean
}

export interface Inspection {
  file: TableFile
  names: string[]
  columns: { name: string; samples: string[]; blank: number; distinct: number }[]
  mapping: Mapping
  origin: 'recognised' | 'proposed' | 'given' | 'format'
  questions: Question[]
  /** Where a text file has several tables. */
  tables?: Tables | undefined
  /** Headings that say the account of the rows below them. */
  sections?: Sections | undefined
  /** By column: what its cells may be, for rows with fields too many or too few. Undefined where only a sample was looked at. */
  admits: (Admits | undefined)[] | undefined
  /** Finds out `admits` from all of the file. */
  learn(op: OpContext): Promise<Inspection['admits']>
}

export function nothingBeyond(row: readonly string[], width: number): boolean {
  for (let c = width; c < row.length; c++) if (row[c] !== '' && !saysNothing(row[c])) return false
  return true
}
