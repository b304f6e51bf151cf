import type { TypeCastField } from 'mysql2'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Every value as the server writes it: no float and no date of JavaScript in between. What is no text is shown by its bytes. */
export function textOf(field: TypeCastField): string | null {
  if (!BYTES.has(field.type)) return field.string('utf-8')
  const bytes = field.buffer()
  if (bytes === null) return null
  if (field.type === 'BIT') return bytes.length === 0 ? '0' : BigInt(`0x${bytes.toString('hex')}`).toString()
  try {
    const text = utf8.decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // No text.
  }
  return bytes.toString('hex')
}

const BYTES: ReadonlySet<string> = new Set(['BIT', 'TINY_BLOB', 'MEDIUM_BLOB', 'LONG_BLOB', 'BLOB', 'STRING', 'VAR_STRING', 'VARCHAR']) // prettier-ignore

/** As `textOf`; columns that were asked for as doubles since the server rounds their floats are floats again. */
export const castOf =
  (rounded: ReadonlySet<string>) =>
  (field: TypeCastField): string | null => {
    const text = textOf(field)
    return text === null || !rounded.has(field.name) ? text : shortestFloat(Number(text))
  }

/** The fewest digits that mean this float of 32 bits and no other: as people typed it. */
export function shortestFloat(value: number): string {
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return String(short)
  }
  return String(Number(value.toPrecision(9)))
}
