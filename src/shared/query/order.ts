/**
 * Orders two texts by code point: the order of SQLite's BINARY collation and of UTF-8 bytes. JavaScript's `<` differs from it
 * where a character beyond U+FFFF meets one from U+E000 on.
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return lift(x) - lift(y)
  }
  return a.length - b.length
}

/** Surrogates stand for the code points above all others: moved behind U+FFFF. */
const lift = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
