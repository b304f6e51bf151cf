import type { AuditResult } from '../../../shared/data/audit-result.ts'
import type { Total } from '../../../shared/money/minor.ts'
import type { Exception, Steps } from './checks/population.ts'

/** What a test answers beside the frame that is the same for all. */
export type Outcome = Omit<AuditResult, 'test' | 'parameters' | 'population' | 'found' | 'exceptions'> & {
  exceptions?: readonly Exception[]
}

/** Where rows come from. */
export interface Origin {
  /** The file's lines, or the workspace's entries, by row. */
  lines?: readonly number[]
  /** Each row's own number, from 1, where rows were left out. */
  numbers?: readonly number[]
  /** Rows without an amount, which are left out. */
  blank?: number
  entries?: ArrayLike<number>
  /** Further parameters to show: which column is what. */
  parameters: Readonly<Record<string, string | number | boolean>>
  /** Audit value of a row in whole units; undefined where it was not examined. Only for samples. */
  audit?: (row: number) => number | undefined
  rounded?: number
  unconverted?: number
  /** False where the rows have no amount: their sum is none then. */
  withAmount: boolean
  limit: number
}

/** What a test's function gets beside the rows. */
export interface Tools {
  steps: Steps
  money: (units: Total) => string
  /** A decimal of the request in whole units. Throws `bad-input`. */
  units: (text: string) => number
  origin: Origin
}
