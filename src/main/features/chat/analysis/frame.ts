import { foldWord, type Line } from './text.ts'
import type { Refusal } from './understanding.ts'
import { FORMS } from './members/names.ts'
import * as f from './words/frames.ts'
import { ITEM } from './words/measures.ts'
import { NOUN } from './words/keys.ts'

/** What the grammars made of a question, by word, and whether a figure was asked for in so many words. */
export interface Reading {
  line: Line
  /** Words of members' names. */
  members: ReadonlySet<number>
  /** Those of names of several words that were said in full. */
  whole: ReadonlySet<number>
  /** Words that nothing was made of. */
  unknown: ReadonlySet<number>
  /** Words of its days. */
  days: ReadonlySet<number>
  /** A measure, a sum, a rank, a bound, a kind of question was said, not only a name. */
  figure: boolean
  /** An amount was named. */
  measured: boolean
  /** Broken down or ranked by something. */
  grouped: boolean
  /** Said of the question before. */
  pointsBack: boolean
  /** Words of suppliers' names. */
  payees: ReadonlySet<number>
}

/** The question with its names as §, its days as # and what means nothing marked: what kind of sentence it is. */
export function shapeOf({
  line,
  members,
  unknown,
  days,
}: Omit<Reading, 'figure' | 'measured' | 'grouped' | 'payees' | 'whole' | 'pointsBack'>): string {
  const parts: string[] = []
  for (const [i, token] of line.tokens.entries()) {
    const is = /^(?:how|what|who|where|when|was|wie|wo)'s$/i.test(token.raw) ? ' is' : ''
    const owner = /'s$/i.test(token.raw) ? "'s" : ''
    const part = members.has(i)
      ? '§'
      : days.has(i)
        ? '#'
        : unknown.has(i)
          ? `?${token.text}${owner}`
          : token.mended && i === 0
            ? foldWord(token.raw)
            : `${token.text}${is}`
    if ((part === '§' || part === '#') && parts.at(-1) === part) continue
    // "Calder Vale Care Ltd": the name was taken, its legal form is left.
    if (parts.at(-1) === '§' && FORMS.has(part)) continue
    if (!/^[,.;]$/.test(part)) parts.push(part)
  }
  return parts
    .join(' ')
    .replace(
      /^(?:(?:please|can you|could you|would you|will you|pls|kindly|hey|hi|hello|bitte|hallo|ok|so|farthing|kannst du|konntest du|i want you to|i need you to|i want to|i would like to|i'd like to) )+/,
      '',
    )
}

/**
 * Why the sentence is none that entries answer, told by its build: who does what, what is asked for, what the unknown words are in it.
 * Undefined where it may be one. Unknown words that only say where or on what money went ("spend on yachts") refuse nothing: they are named.
 */
export function outOfFrame(reading: Reading): Refusal | undefined {
  const { figure, grouped } = reading
  const shape = shapeOf(reading)
  const plain = shapeOf({ ...reading, members: reading.whole, unknown: NONE, days: NONE })
  const odd = reading.unknown.size > 0
  if (f.ORDER.test(shape) || f.ORDER.test(plain) || f.ORDER_BEHIND.test(shape)) return 'action'
  if (f.MIGHT.test(shape) || f.HYPOTHETICAL.test(shape)) return 'advice'
  const judged = f.JUDGES.exec(shape)
  if ((judged && !f.YET_ASKS.test(shape.slice(judged.index + judged[0].length))) || f.JUDGES_END.test(shape))
    return 'advice'
  if (f.NOT_OURS.test(shape)) return 'others'
  if (f.PAYEES_OWN.test(shapeOf({ ...reading, members: reading.payees }))) return 'others'
  if (f.HOW_ELSE.test(shape) || f.HOW_LONG.test(shape)) return 'not-kept'
  if (f.TIME_TAKEN.test(shape) || f.PER_WHAT.test(shape) || f.UNITS.test(shape)) return 'not-kept'
  if (f.HOW_MANY.test(shape) || f.HOW_MANY_DAYS.test(shape)) return 'not-kept'
  if (f.WHO.test(shape) && !grouped) return 'not-kept'
  if (f.WHEN.test(shape) && !f.WHEN_DONE.test(shape)) return 'not-kept'
  if (f.WHERE.test(shape) && (f.WHERE_TO.test(shape) || !f.WHERE_MONEY.test(shape))) return 'not-kept'
  if (f.DESK.test(shape) || f.DESK.test(plain)) return 'not-kept'
  if (f.HEAD.test(shape)) return 'not-kept'
  if (!reading.pointsBack && f.WHAT_IS.test(shape) && !f.WHAT_FIGURE.test(shape) && reading.days.size === 0)
    return 'not-finance'
  if (strangeVerb(shape)) return 'not-kept'
  // "Is our budget realistic": what is asked of it is no figure. "… to Accenture" only names somebody.
  if (odd && PREDICATE.test(shape)) return 'not-finance'
  // "Why is coffee so popular": nothing that changed.
  if (odd && WHY.test(shape) && !reading.measured && !WENT.test(shape)) return 'not-finance'
  if (!figure && odd && (ASKS.test(shape) || reading.days.size === 0)) return 'not-finance'
  if (!figure && reading.days.size === 0 && HOW_WAS.test(shape)) return 'not-finance'
  // "Was the coffee good": yes or no, and nothing that could be counted.
  if (!figure && YES_OR_NO.test(shape)) return 'not-finance'
  return undefined
}

const NONE: ReadonlySet<number> = new Set()
const PREDICATE =
  /^(?:and |so )*(?:is|are|was|were|ist|sind|war|waren) (?:\S+ )*(?!(?:to|at|with|from|for|on|in|of|by|and|or|than|vs|bei|von|fur|an|im|als|und|\?\S+) )\S+ \?\S+$/
const WHY = /^(?:and |so )*(?:why|warum|wieso|weshalb|explain|erklare?)\b/
const WENT =
  /\b(?:increas\w*|decreas\w*|ris(?:e|es|en|ing)|rose|fall\w*|fell|drop\w*|chang\w*|jump\w*|went|go|goes|going|gone|higher|lower|high|low|up|down|gr[eo]w\w*|more|less|differen\w*|peak\w*|spike\w*|dip\w*|expensive|cost\w*|much|big|large|gestiegen|gesunken|hoch|niedrig|mehr|weniger|teuer\w*|anstieg|ruckgang|variance\w*|#)/
const ASKS =
  /^(?:and |so )*(?:what|which|who|when|where|why|how(?! much)|whose|is|are|was|were|am|do|does|did|has|have|had|will|would|wer|wem|wo|wann|warum|wie(?! viel)|welche\w*|ist|sind|hat|haben|wird)\b/
/** "How was the holiday": no figure, and no days either. */
const HOW_WAS =
  /^(?:and |so )*(?:how|wie) (?:is|was|were|are|war|waren|ist) (?:the |our |my |der |die |das )*§$/
const YES_OR_NO =
  /^(?:and |so )*(?:is|are|was(?! (?:gab\w*|hab\w*|hat\w*|kost\w*|war\w*|zahl\w*|ist|sind|wir|ich|fur|wird))|were|am|do|does|did|has|have|had|will|ist|sind|war|waren|hat|haben|wird|werden|did)\b/
const SUBJECT = `(?:(?:the|our|my|all|any|of|these|those|both|each) )*(?:\\?\\S+ )*(?:we|i|it|they|that|this|§(?: (?:and |or )?§)*|${NOUN}|${ITEM}|\\?\\S+)`
const FILLERS =
  '(?:all|first|last|again|then|also|actually|really|ever|just|usually|normally|typically|already|even|still|only|each|both|not|never|mostly|currently|generally|together|combined|typical|average) '
const VERB = new RegExp(`\\b(?:do|does|did) ${SUBJECT} (?:${FILLERS})*(\\??[\\p{L}'’-]+|§|#)`, 'u')
/** "How much did we fritter away on": whatever the word, it was spent. */
const HOW_MUCH_ON =
  /\b(?:how much|what) (?:money |cash )?(?:do|does|did) (?:we|i) (?:\S+ )?\?\S+ (?:\S+ ){0,2}?(?:on|for|at|with|to)\b/

/** What somebody is said to do, where it is nothing that money does. */
function strangeVerb(shape: string): boolean {
  const verb = VERB.exec(shape)?.[1]
  if (verb === undefined || f.NO_VERB.test(verb)) return false
  if (f.MONEY_VERBS.has(verb)) return /\bwhat does § do\b/.test(shape)
  if (new RegExp(`^(?:${ITEM}|${NOUN})$`).test(verb)) return false
  if (new RegExp(`\\b${verb.replace('?', '\\\\?')} (?:up|back|out|through|away)\\b`).test(shape)) return false
  return !HOW_MUCH_ON.test(shape)
}
