import fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { PiecePacker, unpackPiece } from './pieces.ts'

const packer = new PiecePacker()
afterAll(() => packer.close())

test('a piece comes back byte for byte, packed now or deflated by an earlier version', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async bytes => {
      expect(unpackPiece(await packer.pack(bytes)).equals(bytes)).toBe(true)
      for (const level of [0, 1, 6])
        expect(unpackPiece(deflateRawSync(bytes, { level })).equals(bytes)).toBe(true)
    }),
  )
})

test('text is packed as UTF-8', async () => {
  expect(unpackPiece(await packer.pack('1.234,50 € für Müller')).toString()).toBe('1.234,50 € für Müller')
})

test('bytes that begin like a frame were never deflated, whatever was stored in them', () => {
  const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0, 0, 0])
  expect(deflateRawSync(frame, { level: 0 }).subarray(0, 4).equals(frame.subarray(0, 4))).toBe(false)
})

test('pieces that are packed at once come back each with its own bytes', async () => {
  // From what fits the compressor's buffer many times over to what fills it many times.
  const pieces = Array.from({ length: 30 }, (_, i) => Buffer.alloc(1 + i ** 4, `${i} opening balance `))
  const packed = await Promise.all(pieces.map(piece => packer.pack(piece)))
  expect(packed.map((data, i) => unpackPiece(data).equals(pieces[i] as Buffer))).not.toContain(false)
  expect(packed.every(data => data.byteLength === data.buffer.byteLength)).toBe(true)
})

test('damage is told, not passed on', async () => {
  const packed = await packer.pack('opening balance '.repeat(100))
  expect(() => unpackPiece(packed.subarray(0, packed.length - 5))).toThrow()
})
