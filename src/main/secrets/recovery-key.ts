import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O, U, so that a key read aloud or from paper is typed right. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SECRET = 26
const CHECK = 2
const GROUP = 4

/** A new recovery key: 130 random bits and a checksum of 10, in seven groups of four: `7K3M-…`. */
export function makeRecoveryKey(): string {
  const secret = Array.from(randomBytes(SECRET), byte => ALPHABET[byte % 32]).join('')
  return group(secret + checksum(secret))
}

/**
 * What a person typed, as the key's canonical form: case, spaces and hyphens do not matter, O is 0, I and L are 1.
 * Undefined where it has the wrong length or its checksum says that it was mistyped.
 */
export function readRecoveryKey(typed: string): string | undefined {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (text.length !== SECRET + CHECK) return undefined
  const secret = text.slice(0, SECRET)
  return [...secret].every(c => ALPHABET.includes(c)) && checksum(secret) === text.slice(SECRET)
    ? group(text)
    : undefined
}

function checksum(secret: string): string {
  const digest = createHash('sha256').update(`farthing recovery key ${secret}`).digest()
  return ALPHABET.charAt((digest[0] as number) % 32) + ALPHABET.charAt((digest[1] as number) % 32)
}

const group = (text: string): string => text.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? text
