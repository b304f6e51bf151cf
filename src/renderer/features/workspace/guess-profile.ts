import type { Profile } from '../../../shared/query/dimensions.ts'

/** Words of headers that ledger extracts and lists of payments have, and bank statements have not. */
const LEDGER_WORDS =
  /\b(supplier|vendor|beneficiary|creditor|cost ?cent(re|er)|directorate|department|service (area|label|division)|general ledger|gl account|account (code|number|name|type)|posting (date|period)|document (number|no)|company code|profit cent(re|er)|expen(se|diture) (type|category|area|code)|fund|fiscal year|invoice|kostenstelle|sachkonto|belegnummer|buchungskreis|lieferant|soll haben)\b/giu

/**
 * The profile that a file's head speaks for: a general ledger where two or more of its words are a ledger's. In a personal workspace a
 * list of what was paid would be read as money received.
 */
export function profileOfHead(head: string): Profile {
  const words = head.replaceAll(/([a-zäöü])([A-ZÄÖÜ])/gu, '$1 $2').replaceAll(/[_./-]+/g, ' ')
  const found = new Set([...words.matchAll(LEDGER_WORDS)].map(match => match[0].toLowerCase()))
  return found.size >= 2 ? 'ledger' : 'personal'
}

/** Looks at the first lines only; a file that cannot be read (or is packed) speaks for nothing. */
export async function guessProfile(files: readonly File[]): Promise<Profile> {
  const heads = await Promise.all(
    files.slice(0, 5).map(file =>
      file
        .slice(0, 2048)
        .text()
        .catch(() => ''),
    ),
  )
  return heads.some(head => profileOfHead(head) === 'ledger') ? 'ledger' : 'personal'
}
