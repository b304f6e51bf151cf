import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ok } from '../../../shared/result/failure.ts'
import type { CallContext } from '../../app.ts'
import { withParser } from './parser.ts'

const settings = { known: [], workspaceProfile: 'personal', baseCurrency: 'GBP', fiscal: 1, answers: {} } as const // prettier-ignore
const ctx = { signal: new AbortController().signal } as CallContext

/** A QIF is judged as a whole, so all of it is held: 30 MB of it are many times that as objects. */
async function examine(limits: { heapMb: number; growthMb: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-memory-'))
  const path = join(folder, 'large.qif')
  writeFileSync(path, `!Type:Bank\n${'D01/31/2024\nT-1.00\nPShop\n^\n'.repeat(1_000_000)}`)
  try {
    return await withParser(
      ctx,
      async parser =>
        ok(await parser.call('importInspect', { ...settings, known: [], source: { path }, name: 'large.qif', size: 1 })), // prettier-ignore
      limits,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a parser that needs too much memory is ended, with a sentence for the user', async () => {
  const refused = { ok: false, failure: { code: 'import-refused', message: expect.stringContaining('more memory') } } // prettier-ignore
  expect(await examine({ heapMb: 24, growthMb: 4096 })).toMatchObject(refused)
  await expect(examine({ heapMb: 1024, growthMb: 8 })).rejects.toMatchObject({ failure: refused.failure })
}, 60_000)
