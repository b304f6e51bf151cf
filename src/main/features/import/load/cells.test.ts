import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CellIndex, NOT_SEEN } from './cells.ts'
import { LineCutter } from './cut.ts'

const cell = fc.oneof(
  fc.constantFrom('', 'GBP', 'payee 17445', 'cost_centre 00039', 'a', 'abcd', 'abcdefgh'),
  fc.stringMatching(/^[a-z€é ]{0,9}$/),
)

it('cuts lines as split does, wherever they lie, and tells a line that has too many cells or too few', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1 }), lines => {
      const bytes = Buffer.from(lines.map(line => line.join(';')).join('\n'))
      const cutter = new LineCutter(3, 0x3b)
      cutter.start(bytes)
      const hashes = new Map<number, string>()
      let from = 0
      for (const line of lines) {
        const end = from + Buffer.byteLength(line.join(';'))
        expect(cutter.cut(from, end)).toBe(line.length === 3)
        if (line.length === 3)
          for (const [c, text] of line.entries()) {
            const start = c === 0 ? from : (cutter.ends[c - 1] as number) + 1
            expect(bytes.toString('utf8', start, cutter.ends[c])).toBe(text)
            // One text has one hash, beside whatever it stands; of so few, no two have the same.
            const hash = cutter.hashes[c] as number
            expect(hashes.get(hash) ?? text).toBe(text)
            hashes.set(hash, text)
          }
        from = end + 1
      }
      expect(new Set(hashes.values()).size).toBe(hashes.size)
    }),
  )
})

it('finds every cell again that it was given, and no other, also where hashes are equal', () => {
  const index = new CellIndex()
  const texts = Array.from({ length: 3000 }, (_, i) => `${'x'.repeat(i % 7)}${i}`)
  const all = Buffer.from(texts.join(','))
  const view = new DataView(all.buffer, all.byteOffset, all.length)
  const hashOf = (i: number): number => i % 11
  const places: [number, number][] = []
  let at = 0
  for (const text of texts) {
    places.push([at, at + text.length])
    at += text.length + 1
  }
  for (const [i, [from, to]] of places.entries()) {
    expect(index.find(view, all, from, to, hashOf(i))).toBe(NOT_SEEN)
    index.add(all, from, to, hashOf(i), i)
  }
  for (const [i, [from, to]] of places.entries()) expect(index.find(view, all, from, to, hashOf(i))).toBe(i)
  expect(index.find(view, all, 0, 0, 3)).toBe(NOT_SEEN)
})
