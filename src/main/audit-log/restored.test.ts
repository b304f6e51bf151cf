import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenWorkspace } from '../db/open-workspace.ts'
import { createTestApp, memorySecrets, type TestApp } from '../testing.ts'
import { anchored, keychainAnchor } from './anchor.ts'
import { meetRestored, noteAbout, noteRestored } from './restored.ts'

const HOUSE = { name: 'House', profile: 'personal', baseCurrency: 'GBP', fiscalStartMonth: 4 } as const
const MADE_AT = '2026-05-01T08:00:00.000Z'

let farthing: TestApp
let workspace: OpenWorkspace
beforeEach(async () => {
  farthing = createTestApp(memorySecrets())
  const path = join(farthing.folder, 'house.farthing')
  await farthing.call('workspace.create', { ...HOUSE, path, password: 'correct horse battery' })
  if (!farthing.app.workspace) throw new Error('There is no workspace.')
  workspace = farthing.app.workspace
  await farthing.app.settling
  await noteRestored(farthing.app, path, { sha256: sha256Of(path), madeAt: MADE_AT })
}, 60_000)
afterEach(() => farthing.close())

const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const meet = async (): ReturnType<typeof meetRestored> => {
  const note = await noteAbout(farthing.app, workspace.path)
  return note && meetRestored(farthing.app, workspace, note)
}

test('before it was ever opened, only the very bytes that were put there are the restored file', async () => {
  appendFileSync(workspace.path, ' ')
  expect(await meet()).toBeUndefined()
  expect(await noteAbout(farthing.app, workspace.path)).toBeUndefined()
})

test('once it was opened without its row, it is known by where its log ended, whatever its bytes', async () => {
  expect(await meet()).toEqual({ madeAt: MADE_AT, told: false })
  appendFileSync(workspace.path, ' ')
  expect(await meet()).toEqual({ madeAt: MADE_AT, told: false })
  // A kill after the row and before the keychain heard of it.
  await workspace.writer.call('logRestored', { madeAt: MADE_AT, sequence: 9, at: MADE_AT })
  expect(await meet()).toEqual({ madeAt: MADE_AT, told: true })
})

test('another older file that takes the place of one that was opened read-only is no restored one', async () => {
  await meet()
  await workspace.writer.call('logEvent', { action: 'workspace.open', detail: {} })
  expect(await meet()).toBeUndefined()
  expect(await noteAbout(farthing.app, workspace.path)).toBeUndefined()
})

test('an opening that may only read leaves in the keychain what it knew', async () => {
  const before = await keychainAnchor(farthing.app, workspace.path)
  await workspace.writer.call('logEvent', { action: 'workspace.open', detail: {} })
  const readOnly = { ...workspace, readOnly: true, close: async () => {} }
  await anchored(farthing.app, readOnly).close()
  expect(await keychainAnchor(farthing.app, workspace.path)).toEqual(before)
  expect(before?.sequence).toBeGreaterThan(0)
})
