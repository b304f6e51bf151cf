import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareText } from './order.ts'

describe('the order of member keys', () => {
  it('is that of their UTF-8 bytes, which is SQLite’s', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const bytes = Buffer.compare(Buffer.from(a), Buffer.from(b))
        expect(Math.sign(compareText(a, b))).toBe(bytes)
      }),
    )
    expect(compareText('\u{1F600}', '\uFFEE')).toBeGreaterThan(0)
  })
})
