import { findPii, type PiiKind } from './detect.ts'

/** Stands for each character that is hidden. A text with it is never taken back as if it were the real one. */
export const MASK = '•'

/** A text with its IBANs, cards, tax ids, e-mail addresses and phone numbers hidden; enough is left to tell two of them apart. */
export function maskText(text: string): string {
  const found = findPii(text)
  if (found.length === 0) return text
  let masked = ''
  let at = 0
  for (const { kind, from, to } of found) {
    masked += text.slice(at, from) + maskOne(kind, text.slice(from, to))
    at = to
  }
  return masked + text.slice(at)
}

export function maskOne(kind: PiiKind, text: string): string {
  switch (kind) {
    case 'email':
      return `${text.slice(0, 1)}${MASK.repeat(3)}@${MASK.repeat(3)}`
    case 'iban':
      return `${text.slice(0, 2)}${MASK.repeat(4)}${text.slice(-2)}`
    case 'card':
    case 'phone':
    case 'tax-id':
      return `${MASK.repeat(4)}${text.slice(-2)}`
    case 'person':
      return text
        .split(/(\s+)/)
        .map(word => (/\p{L}/u.test(word) ? `${word.slice(0, 1)}${MASK.repeat(3)}` : word))
        .join('')
  }
}
