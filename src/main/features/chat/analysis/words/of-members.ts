import { isPlural } from './dimensions.ts'
import { NOUN } from './keys.ts'
import { ITEM } from './measures.ts'

/** "Suppliers with more than 1m": a bound of what members come to, not of entries. No query has that. */
const COME_TO = new RegExp(
  `(?<![\\w-])(${NOUN}) (?:\\w+ ){0,4}?(?:over|above|more than|greater than|exceeding|under|below|less than|at least|mehr als|uber|unter|weniger als|mindestens)(?![\\w-])`,
)
const WHO_CAME_TO =
  /^(?:and )?who (?:received|receives|got|gets|was paid) (?:over|above|more than|at least|less than|under|below)\b/
export function boundsMembers(whole: string): boolean {
  // "Who received more than 1000": each of them, in all.
  if (WHO_CAME_TO.test(whole)) return true
  const noun = COME_TO.exec(whole)?.[1]
  return (
    noun !== undefined &&
    isPlural(noun) &&
    !new RegExp(`\\b${ITEM}(?![\\w-])`).test(whole.replaceAll(noun, ''))
  )
}
