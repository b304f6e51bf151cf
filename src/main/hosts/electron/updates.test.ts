import { expect, test } from 'vitest'
import { looksForUpdates, startUpdates, type UpdateFacts } from './updates.ts'

const installed: UpdateFacts = {
  packaged: true,
  feed: true,
  wanted: true,
  appImage: false,
  platform: 'win32',
}

test('an installed program with a feed looks for updates, unless it is told not to', () => {
  expect(looksForUpdates(installed)).toBe(true)
  expect(looksForUpdates({ ...installed, platform: 'darwin' })).toBe(true)
  for (const less of [{ packaged: false }, { feed: false }, { wanted: false }])
    expect(looksForUpdates({ ...installed, ...less })).toBe(false)
})

test('on Linux an AppImage replaces itself; a .deb is its package manager’s', () => {
  expect(looksForUpdates({ ...installed, platform: 'linux', appImage: true })).toBe(true)
  expect(looksForUpdates({ ...installed, platform: 'linux' })).toBe(false)
})

test('from source neither the preference nor the updater is asked', async () => {
  Object.defineProperty(process, 'resourcesPath', { value: '', configurable: true })
  const asked: string[] = []
  const wanted = async (): Promise<boolean> => asked.push('wanted') > 0
  await startUpdates({ isPackaged: false }, wanted, sentence => asked.push(sentence))
  expect(asked).toEqual([])
})
