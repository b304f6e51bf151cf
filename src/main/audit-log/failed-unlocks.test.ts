import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noteFailedUnlock, takeFailedUnlocks } from './failed-unlocks.ts'

let config: string
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'farthing-test-'))
})
afterEach(() => rmSync(config, { recursive: true, force: true }))

test('tries are counted by workspace, with the first and the last, and told once', async () => {
  await noteFailedUnlock(config, 'house')
  const { house } = JSON.parse(readFileSync(join(config, 'failed-unlocks.json'), 'utf8'))
  await noteFailedUnlock(config, 'house')
  await noteFailedUnlock(config, 'office')
  const told = await takeFailedUnlocks(config, 'house')
  expect(told).toMatchObject({ count: 2, first: house.first })
  expect((told?.last ?? '') >= house.last).toBe(true)
  expect(await takeFailedUnlocks(config, 'house')).toBeUndefined()
  expect(await takeFailedUnlocks(config, 'office')).toMatchObject({ count: 1 })
})

test('a list that cannot be read or written keeps nobody out, and is said on the console', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  try {
    writeFileSync(join(config, 'failed-unlocks.json'), '{"house": 7}')
    expect(await takeFailedUnlocks(config, 'house')).toBeUndefined()
    await noteFailedUnlock(join(config, 'failed-unlocks.json', 'no folder'), 'house')
    expect(said.mock.calls.length).toBeGreaterThanOrEqual(2)
  } finally {
    said.mockRestore()
  }
})
