// Set up by vitest.config.ts before each unit test.
import { hkdfSync } from 'node:crypto'
import { expect, vi } from 'vitest'

/**
 * Tests that open workspaces by the dozen and are about something else: a password costs them a few microseconds instead of 64 MB and
 * a tenth of a second, of which a third of their time went. Everything else, all that is about keys, and whatever has another process
 * open the same workspace, derives keys as the product does.
 */
const CHEAP =
  /src\/main\/(?:features\/(?:alerts|anomalies|backup|chat|forecast|quality|reports|schedule|security\/(?:users|audit-log))|hosts\/cli)\b.*\.test\.ts$/u

if (CHEAP.test((expect.getState().testPath ?? '').replaceAll('\\', '/')))
  vi.doMock(import('./kdf.ts'), async original => ({
    ...(await original()),
    deriveKey: async (password, { salt }) =>
      Buffer.from(hkdfSync('sha256', password.normalize('NFKC'), Buffer.from(salt, 'base64'), '', 32)),
  }))
