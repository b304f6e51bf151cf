import type { Vocabulary } from './members/vocabulary.ts'
import { LINKS, stem } from './members/names.ts'
import { SYNONYMS } from './members/synonyms.ts'
import type { Token } from './text.ts'
import { isKnownWord } from './left-over.ts'
import { ORDER_WORDS } from './words/frames.ts'
import { MEASURE_WORDS } from './words/measures.ts'
import { PLAIN } from './words/plain.ts'
import { isPeriodWord } from './period/rules.ts'

/** Words of the grammars that people misspell: what a slip is mended to, beside the members' own names. */
export const COMMON = `
bill bills charge charges fees entries postings journals purchases cheapest expensive difference increase decrease rechnung rechnungen zahlungen buchungen lieferant entwicklung geschaftsjahr umsatz diagramm kosten
summer winter spring autumn christmas easter weekend yesterday today much many show everything anything please which where money spend spending spent expense expenses expenditure costs income revenue revenues supplier suppliers vendor vendors category categories account accounts
month monthly months quarter quarters quarterly year years yearly weekly average median compare compared comparison forecast predict budget variance
unusual anomalies anomaly suspicious transaction transactions payment payments invoice invoices purchases january february march april june july august september
october november december last previous chart graph trend trends breakdown highest largest biggest smallest lowest total totals centre center directorate
directorates region regions between without excluding percentage share balance surplus profit overview summary since during earned received bought largest
groceries restaurant electricity insurance salary wages travel donations subscriptions lieferanten ausgaben einnahmen kategorie kategorien kostenstelle kostenstellen
letzten letztes monat quartal durchschnitt vergleich prognose ausgegeben verglichen konto konten lebensmittel miete strom abweichung
`
  .trim()
  .split(/\s+/)

const SPELT = new Set(COMMON.map(stem))

/** Mends slips: words that mean nothing, have four letters or more, and are near to exactly one word that does. */
export function correct(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
): { tokens: Token[]; corrected: { from: string; to: string }[] } {
  const corrected: { from: string; to: string }[] = []
  const known = (text: string): boolean =>
    SPELT.has(stem(text)) ||
    isKnownWord(text) ||
    PLAIN.has(text) ||
    ORDER_WORDS.has(text) ||
    isPeriodWord(text) ||
    vocabulary.has(text) ||
    LINKS.has(text) ||
    SYNONYMS.has(text)
  const mended = tokens.flatMap((token, i): Token | Token[] => {
    const { text } = token
    if (token.quoted || text.length < 4 || !/^\p{L}+$/u.test(text)) return token
    if (known(text)) return token
    const compound = partsOf(text, known)
    if (compound) return compound.map(part => ({ ...token, text: part }))
    const [first, ...more] = vocabulary.nearest(text)
    if (first === undefined) return token
    const meant = more.every(term => sameWord(term, first)) ? first : longest([first, ...more], text)
    if (meant === undefined) return token
    // "At Costco": who stands there is a name; no word of the grammar was meant.
    if (/^(?:at|with|bei)$/.test(tokens[i - 1]?.text ?? '') && isMeasureWord(meant)) return token
    corrected.push({ from: token.raw, to: meant })
    return { ...token, text: meant, mended: true }
  })
  return { tokens: mended, corrected }
}

const isMeasureWord = (word: string): boolean =>
  MEASURE_WORDS.some(([pattern]) => pattern.exec(word)?.[0] === word)

const COMPOUND =
  /^(\p{L}{3,}?)(kosten|ausgaben|aufwand|aufwendungen|rechnung(?:en)?|zahlung(?:en)?|buchung(?:en)?|einnahmen|ertrage|erlose|umsatze?|gebuhren|budget|prognose|lieferanten|konto|verbrauch|einkaufe?|betrage?)$/u

/** "Materialkosten", "Fahrzeugkosten": what the costs are of, and that they are costs. Undefined where the first part means nothing here. */
function partsOf(text: string, known: (part: string) => boolean): string[] | undefined {
  const match = COMPOUND.exec(text)
  if (!match) return undefined
  const [, first = '', last = ''] = match
  const head = [
    first,
    `${first}e`,
    `${first}en`,
    `${first}n`,
    first.replace(/[sn]$/, ''),
    first.replace(/(?:e?n|e)$/, ''),
  ].find(part => part.length >= 3 && known(part))
  return head === undefined ? undefined : [head, last]
}

/** "Monthy" is "monthly", not "month": of words that begin each other the one that is not shorter than what was typed. */
function longest(terms: readonly string[], typed: string): string | undefined {
  const [most] = terms.toSorted((a, b) => b.length - a.length)
  return most !== undefined && most.length > typed.length && terms.every(term => most.startsWith(stem(term)))
    ? most
    : undefined
}

const sameWord = (a: string, b: string): boolean => stem(a) === stem(b)
