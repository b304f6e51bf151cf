import { isCard, isFrenchId, isGermanTaxId, isIban, isSpanishId } from './checksums.ts'

export const PII_KINDS = ['person', 'iban', 'card', 'tax-id', 'email', 'phone'] as const
export type PiiKind = (typeof PII_KINDS)[number]

/** A place in a text that says who somebody is; `to` is after its last character. */
export interface Pii {
  kind: PiiKind
  from: number
  to: number
}

interface Pattern {
  kind: PiiKind
  pattern: RegExp
  /** The checksum, where the form has one: a number that merely looks so is not taken for it. */
  check?: (text: string) => boolean
}

// The first that claims a place has it: an IBAN holds digits that would pass for a phone number.
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'email',
    pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.\p{L}{2,24}/gu,
  },
  { kind: 'iban', pattern: /\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,30}(?![A-Za-z0-9])/g, check: isIban },
  { kind: 'card', pattern: /(?<![\d.,-])\d(?:[ -]?\d){12,18}(?!\d|[.,-]\d)/g, check: isCard },
  {
    kind: 'tax-id',
    pattern: /(?<![\d.,])[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[ABab]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/g,
    check: isFrenchId,
  },
  { kind: 'tax-id', pattern: /(?<![\d.,])[1-9]\d ?\d{3} ?\d{3} ?\d{3}(?!\d)/g, check: isGermanTaxId },
  {
    kind: 'tax-id',
    pattern: /(?<![\p{L}\d])[XYZxyz\d]\d{7}[ -]?[A-Za-z](?![\p{L}\d])/gu,
    check: isSpanishId,
  },
  // United Kingdom, National Insurance number: the letters that are never given out.
  {
    kind: 'tax-id',
    pattern:
      /(?<![\p{L}\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d])/gu,
  },
  // United States, social security number: groups that are never given out.
  { kind: 'tax-id', pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g },
  {
    kind: 'phone',
    pattern: /(?<![\d+])(?:\+|00)[1-9]\d{0,2}[ ./-]?(?:\(0\) ?)?(?:\d[ ./-]?){6,12}\d(?!\d)/g,
  },
  { kind: 'phone', pattern: /(?<![\d.,])\(?0[1-9]\d{1,4}\)?[ /-]\d{3,4}[ -]?\d{3,5}(?!\d|[.,]\d)/g },
]

/** IBANs, card numbers, tax ids, e-mail addresses and phone numbers in a text, in order, none within another. Names: see person.ts. */
export function findPii(text: string): Pii[] {
  // Most texts have neither a digit nor an @ at all.
  if (!/[\d@]/.test(text)) return []
  const found: Pii[] = []
  for (const { kind, pattern, check } of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const claimed = check ? longest(match[0], check) : match[0]
      if (claimed === undefined) continue
      const [from, to] = [match.index, match.index + claimed.length]
      if (!found.some(other => from < other.to && other.from < to)) found.push({ kind, from, to })
    }
  return found.toSorted((a, b) => a.from - b.from)
}

/** An IBAN followed by a word without a space between would be read on into it: the longest beginning that checks is meant. */
function longest(text: string, check: (text: string) => boolean): string | undefined {
  for (let length = text.length; length >= 9; length--) {
    const head = text.slice(0, length)
    if (check(head) && !/\s$/.test(head)) return head
    if (!/[A-Za-z]/.test(text)) return undefined
  }
  return undefined
}
