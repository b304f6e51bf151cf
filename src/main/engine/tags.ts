import { compareText } from '../../shared/query/order.ts'
import { TAG_SEPARATOR } from '../../shared/query/dimensions.ts'

/** The tags that a member of dimension `tags` stands for: none for ''. */
export function tagsOfKey(key: string): string[] {
  return key === '' ? [] : [...new Set(key.split(TAG_SEPARATOR).filter(tag => tag !== ''))]
}

/** The key of the member of `tags` that stands for these: in one order, each once, so that one set has one key. */
export function keyOfTags(tags: Iterable<string>): string {
  return [...new Set(tags)].toSorted(compareText).join(TAG_SEPARATOR)
}
