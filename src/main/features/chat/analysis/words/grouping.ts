import type { Grain } from '../../../../../shared/calendar/grain.ts'
import type { GroupKey } from '../../../../../shared/query/query.ts'

/** What a question's words say of how its answer is grouped, ranked and averaged. */
export interface Groups {
  by: GroupKey[]
  top?: number
  order?: 'largest' | 'smallest'
  /** The sum is divided by the number of these steps. */
  per?: Grain
  /** "How many suppliers": members counted. */
  distinct?: string
  /** "The largest payment": entries themselves are ranked. */
  items: boolean
  /** A dimension named beside a member: "cost centre 4110". */
  cues: { id: string[]; start: number; end: number }[]
  /** "Which month was …": a step is looked for, not a course. */
  ranked: boolean
  asked: boolean
  /** The amount of the largest or smallest entry. */
  extreme?: 'max' | 'min'
  /** Said behind "by", but this workspace has no such dimension. */
  missing: string[]
}
