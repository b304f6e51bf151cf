import { isPlural } from './dimensions.ts'
import { NOUN } from './keys.ts'
import { ITEM } from './measures.ts'

/** "Suppliers with more than 1m": a bound of what members come to, not of entries. No query has that. */
const COME_TO = new RegExp(
  `(?<![\\w-])(${NOUN}) (?:\\w+ ){0,4}?(?:over|above|more than|greater than|exceeding|under|below|less than|at least|mehr als|uber|unter|weniger als|mindestens)(?![\\w-])`,
)
export function boundsMembers(whole: string): boolean {
  const noun = COME_TO.exec(whole)?.[1]
  return (
    noun !== undefined &&
    isPlural(noun) &&
    !new RegExp(`\\b${ITEM}(?![\\w-])`).test(whole.replaceAll(noun, ''))
  )
}
