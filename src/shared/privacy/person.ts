import { fold } from '../text/fold.ts'
import { GIVEN_NAMES } from './given-names.ts'

const TITLES =
  /^(?:mr|mrs|ms|miss|herr|frau|hr|fr|mme|mlle|monsieur|madame|senor|senora|signor|signora|dr|prof)\.?$/

/** Words that firms, shops and offices have in their names, and people do not. */
const FIRMS =
  /^(?:gmbh|ag|kg|ohg|ug|gbr|ev|eg|mbh|co|ltd|limited|plc|llp|llc|inc|corp|corporation|company|group|holdings?|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|bank|sparkasse|volksbank|versicherung|insurance|shop|store|stores|markt|market|supermarkt|hotel|restaurant|ristorante|trattoria|osteria|pizzeria|bistro|brasserie|bakery|backerei|konditorei|metzgerei|butchers?|salon|friseur|hair|barbers?|florist|blumen|gasthof|gasthaus|cafe|coffee|pizza|bar|pub|club|school|schule|universitat|university|college|stadt|stadtwerke|gemeinde|council|county|borough|city|praxis|klinik|hospital|apotheke|pharmacy|verein|stiftung|foundation|trust|services?|solutions|consulting|partners?|associates|sons|brothers|bros|trading|energy|energie|telecom|mobile|media|verlag|systems|software|international|global|energy|water|rail|bahn|post|transport|taxi|garage|autohaus|church|kirche|kindergarten|nursery|theatre|theater|museum|cinema|kino|fitness|gym|the|and|und|et|of|for|fur|de-|online|com|www)$/

/**
 * Whether a payee's name is likely a natural person's: two to four words, none a firm's, and a title or a common given name among
 * them ("Weber, Anna", "Mr J Smith"). A heuristic: shops named after people are taken for people, rare names are missed. The person
 * who knows says so (privacy.setPerson).
 */
export function isPersonName(name: string): boolean {
  if (/[\d@&/*#+_|]/.test(name)) return false
  const words = fold(name)
    .split(/[\s,]+/)
    .map(word => word.replaceAll(/^['’.-]+|['’-]+$/g, ''))
    .filter(word => word !== '')
  if (words.length < 2 || words.length > 5) return false
  if (words.some(word => FIRMS.test(word.replaceAll('.', '')))) return false
  const titled = words.some(word => TITLES.test(word))
  const plain = words.filter(word => !TITLES.test(word))
  if (plain.length === 0 || plain.length > 4 || plain.some(word => !/^[\p{L}'’.-]+$/u.test(word)))
    return false
  // At least one word that is no initial.
  if (!plain.some(word => word.replaceAll('.', '').length > 1)) return false
  return titled || given(plain)
}

/** A given name stands first, or last after a comma or in "WEBER ANNA"; a double one counts by its first half. */
function given(words: readonly string[]): boolean {
  const [first = '', ...rest] = words
  const isGiven = (word: string): boolean => GIVEN_NAMES.has(word.split('-')[0] ?? '')
  return words.length >= 2 && (isGiven(first) || rest.some(isGiven))
}

/** What letters are also written as: banks write names without them. */
const WRITTEN: Readonly<Record<string, string>> = {
  ä: '(?:ä|ae|a)',
  ö: '(?:ö|oe|o)',
  ü: '(?:ü|ue|u)',
  ß: '(?:ß|ss)',
}

/**
 * Finds a person's name in any text: its words in order or the other way round ("Anna Weber", "WEBER, ANNA"), in any case, with accents
 * and umlauts or without. Global; whole words only.
 */
export function namePattern(name: string): RegExp {
  const words = name
    .normalize('NFC')
    .split(/[\s,]+/)
    .filter(word => /\p{L}/u.test(word))
  const inOrder = (list: readonly string[]): string => list.map(wordPattern).join('[\\s,;._+-]{1,3}')
  const orders = [words, words.toReversed()]
  if (words.length > 2) orders.push([words.at(-1) as string, ...words.slice(0, -1)])
  const either = [...new Set(orders.map(inOrder))].join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, 'giu')
}

function wordPattern(word: string): string {
  return [...word.toLowerCase()]
    .map(char => {
      const written = WRITTEN[char]
      if (written) return written
      if (char === '-') return '[-\\s]'
      const plain = char.normalize('NFD').replaceAll(/\p{M}/gu, '')
      const own = escape(char)
      return plain !== '' && plain !== char ? `(?:${own}|${escape(plain)})` : own
    })
    .join('')
}

const escape = (char: string): string => char.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
