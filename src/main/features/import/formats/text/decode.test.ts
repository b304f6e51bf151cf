import { describe, expect, it } from 'vitest'
import { TextReader } from './decode.ts'

const read = (bytes: readonly number[], declared = '', size = 1): { text: string; reader: TextReader } => {
  const reader = new TextReader(declared)
  const all = Uint8Array.from(bytes)
  // The first piece has what a byte-order mark needs.
  let text = reader.push(all.subarray(0, 4))
  for (let at = 4; at < all.length; at += size) text += reader.push(all.subarray(at, at + size))
  return { text: text + reader.end(), reader }
}
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)]

describe('bytes become text by what they are', () => {
  it.each([
    ['ASCII', utf8('Total 12'), 'Total 12'],
    ['UTF-8, each byte a piece', utf8('Größe – 10 € 🙂'), 'Größe – 10 € 🙂'],
    ['a mark in front', [0xef, 0xbb, 0xbf, ...utf8('é')], 'é'],
    ['windows-1252', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80], 'Müller €'],
    [
      'a UTF-8 letter cut by the bank',
      [...utf8('Müller Größe '), 0xc3, 0x20, ...utf8('ü')],
      'Müller Größe Ã ü',
    ],
    ['an end within a letter', [...utf8('abcé'), 0xe2, 0x82], 'abcéâ‚'],
    ['what only looks like UTF-8 in a 1252 file', [0xe9, 0x20, 0x20, 0x20, 0xc9, 0xa0], 'é   É\u00a0'],
  ])('%s', (_what, bytes, text) => {
    expect(read(bytes).text).toBe(text)
    expect(read(bytes, '', 3).text).toBe(text)
    expect(read(bytes, '', 1000).text).toBe(text)
  })

  it('and by the declared one-byte encoding where they are none of the above', () => {
    expect(read([0x41, 0x41, 0x41, 0xa3], 'ISO-8859-2').text).toBe('AAAŁ')
    expect(read([0x41, 0x41, 0x41, 0xa3], '8859-2').text).toBe('AAAŁ')
    expect(read([0x41, 0x41, 0x41, 0xcf], '1251').text).toBe('AAAП')
    expect(read([0x41, 0x41, 0x41, 0xa3], 'nonsense').text).toBe('AAA£')
  })

  it('with what it saw', () => {
    expect(read([...utf8('a\nbé\n'), 0xe9]).reader.seen).toMatchObject({
      wideLetters: 1,
      narrowLetters: 1,
      firstOddLine: 3,
    })
    expect(read([0x41, 0, 0x42, 1, 0x43]).reader.seen.controls).toBe(2)
    expect(read([0x41, 0x41, 0x41, 0x81]).reader.seen.lost).toBe(1)
  })
})
