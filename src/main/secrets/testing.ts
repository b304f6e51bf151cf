// Set up by vitest.config.ts before each unit test.
import { expect, vi } from 'vitest'

/**
 * Tests that open workspaces by the dozen and are about something else: their passwords pass through the same Argon2id with a memory of
 * 64 KiB instead of 64 MiB, which is a tenth of a second each, and was a third of their time. All that is about keys, and whatever has
 * another process open the same workspace, derives keys at the product's cost.
 */
const CHEAP =
  /src\/main\/(?:features\/(?:alerts|anomalies|backup|chat|forecast|quality|reports|schedule)|hosts\/cli)\b.*\.test\.ts$/u

if (CHEAP.test((expect.getState().testPath ?? '').replaceAll('\\', '/')))
  vi.doMock(import('./kdf.ts'), async original => {
    const real = await original()
    return {
      ...real,
      deriveKey: (password, kdf) => real.deriveKey(password, { ...kdf, memoryKib: 64, passes: 1 }),
    }
  })
