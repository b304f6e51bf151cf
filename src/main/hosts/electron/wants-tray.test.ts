import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wantsTray } from './wants-tray.ts'

test('the tray is off without preferences, with unreadable ones, and with anything but true', () => {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
  const file = join(folder, 'preferences.json')
  expect(wantsTray(file)).toBe(false)
  for (const [text, wanted] of [
    ['', false],
    ['null', false],
    ['{"tray":"true"}', false],
    ['{"tray":false}', false],
    ['{"tray":true}', true],
  ] as const) {
    writeFileSync(file, text)
    expect([text, wantsTray(file)]).toEqual([text, wanted])
  }
  rmSync(folder, { recursive: true })
})
