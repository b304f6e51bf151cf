import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../testing.ts'

const DEFAULTS = {
  theme: 'system',
  language: 'system',
  formats: 'system',
  density: 'profile',
  singleKeys: true,
}

let farthing: TestApp
beforeEach(() => {
  farthing = createTestApp()
})
afterEach(() => farthing.close())

const file = (): string => join(farthing.app.paths.config, 'preferences.json')

test('preferences start plain, change one by one, and last', async () => {
  expect(await farthing.call('settings.get', {})).toMatchObject({ value: DEFAULTS })
  expect(await farthing.call('settings.set', { theme: 'dark' })).toMatchObject({
    value: { ...DEFAULTS, theme: 'dark' },
  })
  await farthing.call('settings.set', { language: 'de' })
  expect(await farthing.call('settings.get', {})).toMatchObject({
    value: { ...DEFAULTS, theme: 'dark', language: 'de' },
  })
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ theme: 'dark', language: 'de' })
})

test('what cannot be read falls back on its own; the rest stays', async () => {
  writeFileSync(file(), JSON.stringify({ theme: 'purple', language: 'de', later: true }))
  expect(await farthing.call('settings.get', {})).toMatchObject({ value: { ...DEFAULTS, language: 'de' } })
  writeFileSync(file(), '{ half a')
  expect(await farthing.call('settings.get', {})).toMatchObject({ value: DEFAULTS })
  expect(await farthing.call('settings.set', { theme: 'purple' as 'dark' })).toMatchObject({
    ok: false,
    failure: { code: 'bad-input' },
  })
})

test('about says which program this is and where it keeps workspaces', async () => {
  const reply = await farthing.call('settings.about', {})
  if (!reply.ok) throw new Error(reply.failure.message)
  expect(reply.value).toMatchObject({
    host: 'cli',
    node: process.versions.node,
    keychain: false,
    workspaces: farthing.folder,
  })
  expect(reply.value.version).toMatch(/^\d+\.\d+\.\d+/)
  expect(reply.value.sqlite).toMatch(/^3\.\d+\.\d+$/)
})
