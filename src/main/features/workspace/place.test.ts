import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isSyncedFolder } from '../../files/synced-folder.ts'
import { defaultPath, workspacePath } from './place.ts'

test('a workspace’s name becomes a file name that every system takes, inside the folder', () => {
  const names = [
    'Our house',
    'Müller & Söhne',
    'a/b\\c:d',
    '../../etc/passwd',
    '...',
    '   ',
    'x'.repeat(300),
    'tab\tand\u0000nul',
  ]
  const files = names.map(name => defaultPath('folder', name))
  expect(files).toEqual(
    [
      'Our house',
      'Müller & Söhne',
      'a b c d',
      'etc passwd',
      'Workspace',
      'Workspace',
      'x'.repeat(120),
      'tab and nul',
    ].map(name => join('folder', `${name}.farthing`)),
  )
})

test.each([
  ['/home/ann/Dropbox/house.farthing', true],
  ['/home/ann/Dropbox (Personal)/house.farthing', true],
  ['C:\\Users\\ann\\OneDrive - Example Ltd\\house.farthing', true],
  ['C:\\Users\\ann\\OneDrive\\Documents\\house.farthing', true],
  ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/house.farthing', true],
  ['/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive/house.farthing', true],
  ['/home/ann/Nextcloud/house.farthing', true],
  ['/home/ann/Documents/Farthing/house.farthing', false],
  ['/home/ann/Documents/Dropbox notes.farthing', false],
  ['/home/ann/inbox/boxes/house.farthing', false],
])('%s lies in a synced folder: %s', (path, synced) => {
  expect(isSyncedFolder(path)).toBe(synced)
})

test('a path that is not whole lies in the folder of workspaces, wherever the program was started', () => {
  const folder = resolve('/homes/ada')
  expect(workspacePath(folder, 'house')).toBe(join(folder, 'house.farthing'))
  const whole = resolve('/elsewhere/house.db')
  expect(workspacePath(folder, whole)).toBe(whole)
})
