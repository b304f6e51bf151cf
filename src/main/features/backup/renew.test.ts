import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

let farthing: TestApp
beforeAll(async () => {
  farthing = createTestApp(memorySecrets())
  await good('workspace.create', {
    name: 'House',
    profile: 'personal',
    baseCurrency: 'GBP',
    fiscalStartMonth: 4,
    password: 'correct horse battery',
  })
}, 120_000)
afterAll(() => farthing.close())

async function good<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await farthing.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`)
  return reply.value
}

test('a new backup takes the place of all older ones of this workspace, and of nothing else', async () => {
  for (let n = 0; n < 2; n += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await good('backup.make', {})
  const { backups, folder } = await good('backup.list', {})
  expect(backups).toHaveLength(2)
  const foreign = join(folder, 'mine')
  mkdirSync(foreign)
  const { made, removed } = await good('backup.renew', {})
  expect(removed).toBe(2)
  expect((await good('backup.list', {})).backups).toEqual([made])
  expect(existsSync(foreign)).toBe(true)
})
