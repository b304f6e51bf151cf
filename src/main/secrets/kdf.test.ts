import { argon2Sync } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveInWorker, deriveKey, newKdf } from './kdf.ts'

test('the fallback in WebAssembly derives the very key that the native build does', async () => {
  const kdf = newKdf()
  const native = await deriveKey('pass phrase', kdf)
  const fallback = await deriveInWorker(Buffer.from('pass phrase'), kdf)
  expect(native.length).toBe(32)
  expect(fallback.equals(native)).toBe(true)
})

// Oracle: OpenSSL's Argon2id, which Node exposes since 24.7 (and Electron does not, hence the two packages).
test('it is the Argon2id of RFC 9106, as OpenSSL computes it', async () => {
  const kdf = newKdf()
  const oracle = argon2Sync('argon2id', {
    message: 'pass phrase',
    nonce: Buffer.from(kdf.salt, 'base64'),
    memory: kdf.memoryKib,
    passes: kdf.passes,
    parallelism: kdf.lanes,
    tagLength: 32,
  })
  expect((await deriveKey('pass phrase', kdf)).equals(oracle)).toBe(true)
})

test('deriving does not hold the main thread', async () => {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 2)
  const started = performance.now()
  await deriveKey('pass phrase', newKdf())
  const took = performance.now() - started
  clearInterval(timer)
  expect(took).toBeGreaterThan(20)
  // Measured against the derivation itself, so that a busy machine does not decide.
  expect(longest).toBeLessThan(took)
})
