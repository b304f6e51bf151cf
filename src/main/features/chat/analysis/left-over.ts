import { FORMS, LINKS } from './members/names.ts'
import type { Line } from './text.ts'
import { NUMBER, MONTH, LAST, NEXT, THIS, UNIT, ORDINAL } from './period/words.ts'
import { DIMENSION_WORDS, GRAIN_WORDS } from './words/dimensions.ts'
import { BREAKS_DOWN, INTENT_WORDS, LISTS, LISTS_FIRMLY, SUMMARISES, TRENDS } from './words/intents.ts'
import {
  COUNT,
  ITEM,
  LARGEST,
  MEAN,
  MEASURE_WORDS,
  MEDIAN,
  PER_STEP,
  SHARE,
  SMALLEST,
} from './words/measures.ts'
import { MONEY_VERBS } from './words/frames.ts'
import { LEFT_OUT, NEGATION } from './words/negation.ts'
import { STOP } from './words/stop.ts'

/** A number of three digits or more may be a code: it is the members' to say. */
const SMALL_NUMBER = NUMBER.replace('\\d{1,4}', '\\d{1,2}')
const whole = (source: string): RegExp => new RegExp(`\\b(?:${source})(?![\\w-]|/\\d)`)
/** Everything that has a meaning in some grammar: such words are not unknown even where the grammar did not need them. */
const MEANT: readonly RegExp[] = [
  ...MEASURE_WORDS.map(([p]) => p),
  ...INTENT_WORDS.map(([, p]) => p),
  ...[
    BREAKS_DOWN,
    LISTS,
    LISTS_FIRMLY,
    SUMMARISES,
    TRENDS,
    COUNT,
    MEAN,
    MEDIAN,
    SHARE,
    PER_STEP,
    NEGATION,
    LEFT_OUT,
  ],
  ...[ITEM, LARGEST, SMALLEST, SMALL_NUMBER, MONTH, LAST, NEXT, THIS, UNIT, ORDINAL].map(whole),
  ...[...DIMENSION_WORDS, ...GRAIN_WORDS].map(([p]) => whole(p)),
].map(p => new RegExp(p.source, 'g'))
// Only ever used by matchAll, which works on a copy: `exec` would leave its place behind in a pattern that is shared.

/** True of a single word that means something to the grammars, or nothing to anyone. */
export const isKnownWord = (word: string): boolean =>
  STOP.has(word) ||
  MONEY_VERBS.has(word) ||
  MEANT.some(pattern => [...word.matchAll(pattern)][0]?.[0] === word)

/** Words of the question that mean something to the grammars, by place. */
export function meantPlaces(words: string): boolean[] {
  const places = Array.from({ length: words.length }, () => false)
  for (const pattern of MEANT)
    for (const match of words.matchAll(pattern)) places.fill(true, match.index, match.index + match[0].length)
  return places
}

/** Words, by their place, that nothing was made of. */
export function leftOver(line: Line, words: string): number[] {
  const places = meantPlaces(words)
  return line.tokens.flatMap((token, i) => {
    if (!line.isLeft(i) || STOP.has(token.text) || LINKS.has(token.text)) return []
    // "Nursery fees": what is paid for a member, where no member is called so.
    if (MONEY_VERBS.has(token.text) || /^(?:fees?|gebuhr(?:en)?)$/.test(token.text)) return []
    // "Thread & Co": the name was taken, its legal form is left.
    if (FORMS.has(token.text) && i > 0) return []
    if (!/[\p{L}]{2}|\d/u.test(token.text) || places[line.startOf(i)] === true) return []
    return [i]
  })
}
