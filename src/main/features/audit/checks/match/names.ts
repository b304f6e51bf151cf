import { fold } from '../../../../../shared/text/fold.ts'

/** Words of a name that say nothing of who it is. */
const EMPTY = new Set(
  'mr mrs ms miss dr prof sir the and und of co company corp corporation inc incorporated ltd limited llc llp lp plc gmbh ag kg ug ohg ev se sa sarl srl spa bv nv oy ab as aps pty pvt'.split(
    ' ',
  ),
)

/** A name as it is compared: folded words without titles and legal forms, in the alphabet's order. '' where none is left. */
export function nameWords(name: string): string[] {
  return fold(name)
    .replaceAll(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !EMPTY.has(word))
    .sort()
}

/** A bank account as it is compared: letters and digits. */
export const plainBank = (text: string): string => fold(text).replaceAll(/[^a-z0-9]/g, '')

/** Whether two words are one but for a character more, less or other, or two neighbours swapped; short ones must be equal. */
export function slip(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const [restA, restB] = [a.slice(at), b.slice(at)]
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

/**
 * Whether two names' words fit, each with one of its own: equal, one typing error apart, or an initial for a first name. At least one
 * whole word must be equal, so that initials alone never fit.
 */
export function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length === 0) return false
  const left = [...b]
  let [whole, errors] = [0, 0]
  // Whole words first: an initial must not take the word that another one needs.
  const rest = a.filter(word => {
    const at = left.indexOf(word)
    if (at < 0) return true
    left.splice(at, 1)
    if (word.length > 1) whole += 1
    return false
  })
  for (const word of rest) {
    const near = left.findIndex(other => slip(word, other))
    const initial = left.findIndex(other => (word.length === 1 || other.length === 1) && word[0] === other[0])
    const at = near >= 0 ? near : initial
    if (at < 0) return false
    left.splice(at, 1)
    if (near >= 0) errors += 1
  }
  // One slip, and something that is whole: "Johnn Smith" is "John Smith", "Johnn Smyth" is not.
  return errors <= 1 && (whole > 0 || a.length === 1)
}
