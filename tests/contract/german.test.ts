import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReadable } from '../../src/main/db/open-database.ts'
import { withLanguage } from '../../src/main/compute/origin.ts'
import { createTestApp, type TestApp } from '../../src/main/testing.ts'
import type { Input, MethodName } from '../../src/shared/contract/index.ts'

let farthing: TestApp
let path: string
beforeAll(async () => {
  farthing = createTestApp()
  farthing.app.language = 'de'
  path = join(farthing.folder, 'haushalt.farthing')
  const settings = {
    name: 'Haushalt',
    profile: 'personal',
    baseCurrency: 'EUR',
    fiscalStartMonth: 1,
  } as const
  await farthing.call('workspace.create', { ...settings, path, password: 'ein langes Passwort' })
})
afterAll(() => farthing.close())

const said = async <N extends MethodName>(name: N, input: Input<N>): Promise<string> => {
  const reply = await farthing.call(name, input)
  return reply.ok ? JSON.stringify(reply.value) : reply.failure.message
}

test('main, its workers and its processes answer a German page in German', async () => {
  const gone = join(farthing.folder, 'fort.farthing')
  expect(await said('workspace.open', { path: gone })).toBe(
    `Unter ${gone} gibt es keinen Arbeitsbereich. Vielleicht wurde er verschoben oder gelöscht.`,
  )
  expect(await said('workspace.verify', {})).toContain('Seiten gelesen, alle heil.')
  expect(await said('backup.restore', { path: farthing.folder, to: gone })).toContain(
    'liegt keine Sicherung: Ihr Manifest fehlt',
  )
  expect(await said('security.changePassword', { current: 'x', next: 'noch ein Passwort' })).toBe(
    'Das jetzige Passwort ist falsch. Nichts wurde geändert.',
  )
  expect(await said('privacy.closeYear', { year: 1999 })).toBe(
    'Im Geschäftsjahr 1999 gibt es keine Buchungen.',
  )
  expect(await said('diagnostics.bundle', { to: 'paket.zip' })).toContain('Geben Sie den ganzen Pfad')
  const [readMe] = JSON.parse(await said('diagnostics.bundlePreview', {})).files
  expect(readMe.text).toContain('Sehen Sie es durch, bevor Sie es verschicken.')
})

test('a worker that cannot open the file says so in German, and so does what is read of keys and files', async () => {
  const other = join(farthing.folder, 'klartext.farthing')
  writeFileSync(other, 'SQLite format 3\0'.padEnd(4096, '\0'))
  expect(() => withLanguage('de', () => openReadable(other, new Uint8Array(32)))).toThrow('unverschlüsselte')
  mkdirSync(join(farthing.folder, 'ohne'))
  const keyless = join(farthing.folder, 'ohne', 'x.farthing')
  writeFileSync(keyless, 'x')
  expect(await said('workspace.open', { path: keyless, password: 'egal' })).toContain(
    'Die Schlüssel dieses Arbeitsbereichs fehlen',
  )
})
