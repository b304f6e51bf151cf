import { fold } from '../../../../../shared/text/fold.ts'

/** Characters that are mistaken for each other when a number is copied by hand or read by a machine. */
const LOOKS: Record<string, string> = { o: '0', q: '0', i: '1', l: '1', s: '5', b: '8', z: '2', g: '6' }

/** A reference as it is compared: no case, accents, marks or spaces; no zeros before a number; look-alikes as digits. */
export function plainReference(text: string): string {
  const folded = fold(text).replace(/[^a-z0-9]/g, '')
  return folded.replace(/[oqilsbzg]/g, letter => LOOKS[letter] as string).replace(/(?<!\d)0+(?=\d)/g, '')
}

/** Shorter ones are alike by chance too often. */
const LEAST_LENGTH = 4

/** The reference, and all that is left of it with one character less: two that are one typing error apart share one of these. */
export function neighbourhood(plain: string): string[] {
  if (plain.length < LEAST_LENGTH) return [plain]
  const all = new Set([plain])
  for (let i = 0; i < plain.length; i += 1) all.add(plain.slice(0, i) + plain.slice(i + 1))
  return [...all]
}

/**
 * Whether one plain reference is the other but for a character more, or two neighbours swapped. One digit instead of another is
 * not enough: 1041 and 1042 are two invoices.
 */
export function oneSlipApart(a: string, b: string): boolean {
  if (a === b) return a !== ''
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < LEAST_LENGTH || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1)
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  )
}
