import type { Fiscal } from '../../../../shared/calendar/fiscal.ts'
import type { Day } from '../../../../shared/calendar/day.ts'
import type { Asked, AskedMeasure } from '../../../../shared/ask/asked.ts'
import type { Profile } from '../../../../shared/query/dimensions.ts'

/** What a question is understood against. */
export interface Setting {
  profile: Profile
  /** Today, or the ledger's last actual day where that is earlier. */
  anchor: Day
  fiscal: Fiscal
  /** Decimal places of the base currency. */
  exponent: number
  dimensions: readonly { id: string; label: string }[]
}

/** Another reading, to choose instead. `question` is what it is about; each option is a whole question. */
export interface Choice {
  kind: 'member' | 'period' | 'search'
  /** The words that can be read in several ways. */
  words: string
  /** True where nothing is answered before one is chosen. */
  needed: boolean
  options: { label: string; dimension?: string; asked: Asked }[]
}

export type Refusal =
  | 'not-finance'
  | 'action'
  | 'advice'
  | 'empty'
  | 'others'
  | 'not-kept'
  | 'unpaid'
  | 'weekday'
  | 'audit-test'

/** What was made of a question. */
export interface Understanding {
  /** Undefined where the question is none about this ledger. */
  asked?: Asked
  refused?: Refusal
  /** Words, as typed, that mean nothing here. */
  unknown: string[]
  /** Slips that were mended, as typed and as read. */
  corrected: { from: string; to: string }[]
  choices: Choice[]
  /** The words the period was read from, and whether days that are not over were left out. */
  period?: { words: string; cut: boolean }
  members: { dimension: string; key: string; label: string; leftOut: boolean; words: string }[]
  /** The measure was not said: it is the members', or spending. */
  assumed?: AskedMeasure
  /** Parts of the question before were kept. */
  followed: boolean
}
