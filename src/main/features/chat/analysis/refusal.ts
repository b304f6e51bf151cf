import { SYNONYMS } from './members/synonyms.ts'
import type { Vocabulary } from './members/vocabulary.ts'
import type { Token } from './text.ts'
import type { Refusal } from './understanding.ts'
import { ACTION, ADVICE, UNTOLD } from './words/intents.ts'
import { DEFINES, outsideOf } from './words/outside.ts'

/** Small talk, and what is made with words. */
const CHATS =
  /^(?:hi |hello |hey |hallo )?(?:how (?:are|is) (?:you|things|life|it going|your)\b|who (?:are|made|built) you|what (?:can|do) you (?:do|think|like)|are you\b|tell me about yourself|wie geht|was (?:kannst|machst) du|bist du)|\b(?:joke|poem|recipe|riddle|limerick|lyrics|witz|gedicht|rezept)s?\b|^how (?:do|can|would|should) (?:i|you|one) (?!compare|know|see|tell|stand|look)/

/** "Add coffee", "drop Customers": said of the question before, not of the ledger. */
export const NARROWS =
  /^(?:add|remove|drop) (?!(?:an?|all|every|any|some|new|user|\d\S*|[£€$]\S*) )(?!.*\bto (?!that|it|this|these|those|them))/

/** Why a question is none that is answered here, told by its words alone; undefined where it may be one. */
export function refusalOf(
  whole: string,
  typed: readonly Token[],
  vocabulary: Vocabulary,
  leans: boolean,
): Refusal | undefined {
  // As it was typed: what was mended may have become a member, or "send" have become "spend".
  const asTyped = typed.map(t => t.text).join(' ')
  if ((ACTION.test(whole) || ACTION.test(asTyped)) && !(leans && NARROWS.test(whole))) return 'action'
  if (ADVICE.test(whole)) return 'advice'
  const untold = UNTOLD.find(([, pattern]) => pattern.test(asTyped))?.[0]
  if (untold) return untold === 'arithmetic' ? 'not-finance' : untold
  const outside = leans
    ? undefined
    : outsideOf(
        asTyped,
        word => means(word, vocabulary),
        word => vocabulary.nearest(word).length > 0,
      )
  if (outside) return outside
  return CHATS.test(asTyped) || DEFINES.test(asTyped) ? 'not-finance' : undefined
}

/** True of a word of a member's name, or of one that is said for it. */
const means = (word: string, vocabulary: Vocabulary): boolean =>
  vocabulary.has(word) ||
  SYNONYMS.has(word) ||
  SYNONYMS.has(`${word}s`) ||
  SYNONYMS.has(word.replace(/s$/, ''))
