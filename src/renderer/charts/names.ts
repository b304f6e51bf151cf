import { REST_KEY } from '../../shared/boards/tile.ts'

/** What members without a name of their own are called. */
export interface MemberWords {
  none: string
  others: string
}

/** A member as a person reads it: '' is "none", the rest is "others". */
export const namedMember = (
  { key, label }: { key: string; label: string },
  { none, others }: MemberWords,
): string => (key === REST_KEY ? others : label === '' ? none : label)
