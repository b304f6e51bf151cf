import { fold } from '../../../../shared/text/fold.ts'

const LEGAL = new Set(['ltd', 'limited', 'gmbh', 'inc', 'co', 'plc', 'ag', 'llc', 'sa', 'kg', 'ug', 'bv', 'sarl', 'srl', 'the']) // prettier-ignore

/**
 * A payee's name without what changes from payment to payment: numbers of branches, dates, references, legal forms. Two names that
 * come out alike are taken for one payee.
 */
export function normalisePayee(name: string): string {
  const words = fold(name)
    .replaceAll(/['’`.]/g, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter(word => word !== '' && !/\d/.test(word) && !LEGAL.has(word))
  return words.length > 0 ? words.join(' ') : fold(name)
}
