import type { Vocabulary } from './members/vocabulary.ts'
import { LINKS, stem } from './members/names.ts'
import { SYNONYMS } from './members/synonyms.ts'
import type { Token } from './text.ts'
import { isKnownWord } from './left-over.ts'

/** Words of the grammars that people misspell: what a slip is mended to, beside the members' own names. */
export const COMMON = `
spend spending spent expense expenses expenditure costs income revenue revenues supplier suppliers vendor vendors category categories account accounts
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
  const mended = tokens.map((token): Token => {
    const { text } = token
    if (token.quoted || text.length < 4 || !/^\p{L}+$/u.test(text)) return token
    if (
      SPELT.has(stem(text)) ||
      isKnownWord(text) ||
      vocabulary.has(text) ||
      LINKS.has(text) ||
      SYNONYMS.has(text)
    )
      return token
    const [first, ...more] = vocabulary.nearest(text)
    if (first === undefined || more.some(term => !sameWord(term, first))) return token
    corrected.push({ from: token.raw, to: first })
    return { ...token, text: first, mended: true }
  })
  return { tokens: mended, corrected }
}

const sameWord = (a: string, b: string): boolean => a === b || `${a}s` === b || `${b}s` === a
