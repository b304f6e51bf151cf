import { DIMENSION_WORDS, GRAIN_WORDS } from './dimensions.ts'
import { NOUN } from './keys.ts'
import { ITEM, LARGEST, MEAN, MEDIAN, SMALLEST } from './measures.ts'
import { CHANGE } from '../period/compared.ts'

/** "Who are our suppliers": those that were paid. */
const PAYEES = DIMENSION_WORDS[0]?.[0] ?? ''

/** What no ledger of one's own entries can tell: other people's money, and what is not kept in one. Folded words, English and German. */
export type Outside = 'others' | 'not-kept'

const PERSON =
  '(?:wife|husband|partner|brother|sister|mother|father|mum|mom|dad|son|daughter|boss|colleagues?|friends?|uncle|aunt|cousin|ex|frau|mann|bruder|schwester|mutter|vater|sohn|tochter|chef|chefin|kollegen?|freunde?|onkel|tante)'
const PEOPLE =
  '(?:people|persons?|famil(?:y|ies)|households?|compan(?:y|ies)|business(?:es)?|firms?|organi[sz]ations?|associations?|councils?|landlords?|towns?|cities|countries|couples|leute|menschen|familien?|haushalte?n?|unternehmen|firmen|vereine|stadte|kommunen|lander)'
const EARNS =
  '(?:earn|earns|earning|spend|spends|spending|pay|pays|paying|make|makes|get|gets|cost|verdien\\w*|zahl\\w*|gib\\w*|geb\\w*|bekomm\\w*|ausgeben)'
const OTHERS: readonly RegExp[] = [
  /\b(?:neighbou?rs?|competitors?|competition|rivals?|celebrit(?:y|ies)|prime minister|president|king|queen|millionaires?|konkurrenz|konkurrenten|wettbewerber|mitbewerber|bundeskanzler\w*)\b/,
  /\bnachbar\w*\b/,
  new RegExp(
    `\\b(?:other|most|similar|comparable|andere[rn]?|vergleichbare[rn]?|die meisten) (?:\\w+ )?${PEOPLE}\\b`,
  ),
  new RegExp(
    `\\b(?:average|typical|normal) (?:\\w+ )?${PEOPLE}\\b|\\bdurchschnitts(?:familie|haushalt|verdiener|gehalt)\\w*\\b`,
  ),
  /\b(?:(?:national|industry|sector|market|uk|british|german|country) average|average in (?:the )?(?:sector|industry|country|uk|germany)|benchmarks?|branchendurchschnitt|bundesdurchschnitt|im (?:sektor|land)|in the (?:sector|industry))\b/,
  new RegExp(`\\b(?:my|our|the|mein\\w*|unser\\w*) ${PERSON} (?:\\w+ ){0,2}?${EARNS}\\b`),
  /\bhow much (?:do|does|did|can|would) (?!(?:we|i|it|our|my|the|us|this|that|each|every)\b)(?:an? )?\w+ (?:earn|make|get paid)\b/,
  new RegExp(`\\b${EARNS} (?:denn )?(?:mein|unser|dein)\\w* ${PERSON}\\b`),
]

/** "What did the Smiths spend": who spent is neither the one who asks nor a part of the ledger. */
const SUBJECT =
  /\b(?:does|did|do) (?:the )?(?!(?:we|i|it|our|my|the|us|this|that|each|every|all|any|you|they|he|she)\b)(\p{L}{3,}) (?:earn|spend)\b/u

const NOT_KEPT: readonly RegExp[] = [
  /\bnear(?:est)? (?:me|us|here|by)\b|\bin (?:meiner|unserer|der) nahe\b/,
  // Of people and contracts.
  /\b(?:phone|telephone|fax|mobile phone|sort|vat|registration|tax id|customer|passport) (?:numbers?|codes?|no|id)\b|\b(?:my|our|the|their) (?:bank )?account (?:number|no)\b(?! (?:\d|of))|\b(?:post ?codes?|website|web site|opening (?:hours|times)|iban|bic|swift|password|pin|credit (?:limit|score|rating)|date of birth|telefonnummer|anschrift|adresse|kontonummer|passwort|offnungszeiten|bonitat)\b/,
  /^(?:what(?:'s| is)? )?(?:the )?(?:e ?mail |postal |home )?address(?:es)? (?:of|for)\b/,
  /\bcontract(?:s|'s)? (?:end|start|expir\w*|renew\w*|terms?|date|length|ends|runs)\b|\b(?:when|wann) .*\b(?:expire|expires|renew|renewed|renewal|auslauft|ablauft|approved|genehmigt)\b/,
  /^(?:who|wer) (?:owns?|runs|manages|founded|approved|authori[sz]ed|signed|besitzt|leitet|hat .* (?:genehmigt|unterschrieben))\b/,
  // "Who are the 3 smallest payees": a list by rank.
  new RegExp(
    `^(?:who|wer) (?:is|are|was|were|ist|bist|sind|war|waren)\\b(?!.*\\b(?:${LARGEST}|${SMALLEST}|most|least|meisten|wenigsten)(?![\\w-]))(?! (?:all )?(?:our|my|unsere|meine) (?:${PAYEES})(?= (?:in|for|of|at|with|from|by|on|last|this|\\d|im|bei|fur|letzte|diese)|$))`,
  ),
  /^(?:where|wo) (?:is|are|was|liegt|ist|befindet|sind|finde)\b(?!.*\b(?:money|spend|spending|spent|costs?|budget|overspen\w*|heading|headed|coming|going|go|geld|kosten|ausgaben)\b)/,
  /^(?:is|are|was|were|ist|sind|hat) .{1,40}\b(?:open|closed|offen|geoffnet|geschlossen)\b/,
  /^(?:when|wann) (?:is|are|will|ist|sind|wird)\b(?!.*\b(?:highest|lowest|most|least|spent|paid|posted|over budget)\b)/,
  /\b(?:what time|when) (?:does|do|is|are|will) .*\b(?:open|close|start|arrive|closing|opening)\b/,
  // Prices and rates of the world.
  /\b(?:interest|exchange|base|mortgage|inflation|vat|tax|unemployment|conversion|birth) rates?\b|\b(?:inflation|share price|stock (?:price|market)|house prices|leitzins|wechselkurs|aktienkurs|zinssatz|stock market|mehrwertsteuersatz)\b/,
  /\b(?:will|going to|expect\w*|forecast|predict\w*|next|rise|rising|fall|falling|high|do)\b.*\b(?:prices|preise)\b|\b(?:prices|preise)\b.*\b(?:will|be|go|do|rise|rising|fall|falling|next|steig\w*|fall\w*)\b/,
  new RegExp(
    `\\b(?:will|does|do|did|would) an? (?!(?:typical|average|normal|usual|single|month|week|day|year|quarter|visit|trip|shop)\\b|${ITEM}(?![\\w-]))\\w+(?: (?:of )?\\w+){0,2} costs?\\b(?! (?:us|me))|\\b(?:kostet|kosten) (?:ein|eine) (?:liter|kilo|pfund|stuck|tasse|flasche|brot|ei)\\b`,
  ),
  /\b(?:will|what do|where (?:is|are)|how will) (?:the )?(?:market|economy|dollar|euro|pound|government|bank of england|stock exchange|wirtschaft)\b/,
  /\b(?:holdings|portfolio|crypto\w*|bitcoin|dividends?|aktien|dividenden?)\b/,
  // What is counted or measured elsewhere.
  /\b(?:head ?count|fte|full time equivalents?|square (?:metres?|meters?|feet|footage)|(?:customer|tenant|staff) satisfaction|vacanc(?:y|ies)|occupancy|(?:carbon |co2 )?emissions?|stock levels?|inventory|hours worked|footfall|mileage|staff turnover|sickness|mitarbeiterzahl|quadratmeter|arbeitsstunden|leerstand\w*|lagerbestand\w*|kundenzufriedenheit)\b/,
]

/** Why nothing here can tell it; undefined where it may be a question about the entries. `isMember`: the word is part of a member's name; `isNear`: it may be such a word misspelt. */
export function outsideOf(
  text: string,
  isMember: (word: string) => boolean,
  isNear: (word: string) => boolean = isMember,
): Outside | undefined {
  const says = (pattern: RegExp): boolean => {
    const found = pattern.exec(text)?.[0]
    // One word may be a payee's; two that belong together say what they say.
    return found !== undefined && !(/^\S+$/.test(found) && isMember(found))
  }
  if (OTHERS.some(says)) return 'others'
  const subject = SUBJECT.exec(text)?.[1]
  if (subject !== undefined && !COUNTABLE.test(subject) && !isMember(subject) && !isNear(subject))
    return 'others'
  if (NOT_KEPT.some(says)) return 'not-kept'
  const priced = PRICE_OF.exec(text)?.[1]
  if (priced !== undefined && !(isMember(priced) && (MEAN.test(text) || MEDIAN.test(text)))) return 'not-kept'
  return uncounted(text, isMember) ? 'not-kept' : undefined
}

/** "The price of a pint": of the world, unless a mean is asked for of what the ledger has a name for. */
const PRICE_OF = new RegExp(
  `\\b(?:price|cost) of an? (?!month|week|day|year|quarter|typical|average|single|${ITEM}(?![\\w-]))(\\w+)`,
)
const COUNTED =
  /\b(?:how many|wie viele|wieviele|(?:what is |what's )?the (?:number|count) of|^(?:number|count) of|anzahl(?: der)?) (?:(?:of )?(?:the|our|my|different|distinct|unique|individual|separate|single|other|new|active|big|small|large|unusual|verschiedene[rn]?|unterschiedliche[rn]?|der|unsere[rn]?) )*(\p{L}{3,})/u
const COUNTABLE = new RegExp(
  `^(?:${ITEM}|${NOUN}|${GRAIN_WORDS.map(([p]) => p).join('|')}|times|mal|male|trips?|visits?|besuche|shops?|meals?|pounds?|pence|euros?|dollars?|quid|bookings?|journeys?|rides?|lines?|rows?|members?|cost|profit|gl|general|line|legal|things?|ones|posten|stuck|belege|werden|sind|unpaid|overdue|duplicates?)$`,
)
/** "How many tenants …": what is counted is neither an entry nor a member. */
function uncounted(text: string, isMember: (word: string) => boolean): boolean {
  const noun = COUNTED.exec(text)?.[1]
  return noun !== undefined && !COUNTABLE.test(noun) && !isMember(noun)
}

/** "Explain double entry bookkeeping", "define depreciation", "what is a trial balance": a word is asked about, not a figure. */
export const DEFINES =
  /^(?:please |can you |could you |bitte )*(?:define|what does [\w ]+ (?:mean|stand for)$|what is meant by|meaning of|was (?:bedeutet|heisst|versteht man unter)|difference between (?:cash|accrual|debit|credit|capital|gross|net)\w* and|(?:what is|what's|was ist) (?:an?|eine?) (?!(?:good|normal|typical|average|usual|month|week|year)\b)[\w -]+$)/
const EXPLAINS = /^(?:please |can you |could you |bitte )*(?:explain|erklare?)(?: me| to me| mir)? /
/** "Explain" asks for a cause only of something that changed or of days that are named. */
export const explainsNothing = (text: string, hasPeriod: boolean): boolean =>
  EXPLAINS.test(text) &&
  !hasPeriod &&
  !CHANGE.test(text) &&
  !/\b(?:variances?|abweichung\w*|it|that|this|das|es)\b/.test(text)
