import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { afterAll, expect, test } from 'vitest'
import type { HostCommand } from '../../../shared/host/bridge.ts'
import { createApp } from '../../create-app.ts'
import { noSecrets } from '../../secrets/secret-store.ts'
import type { App } from '../../app.ts'
import { CommandQueue } from './commands.ts'
import { tokenFor } from './file-token.ts'
import { menuTemplate } from './menu.ts'
import { messages, shellMessages } from './messages.ts'
import { carryOut } from './requests.ts'

const folder = mkdtempSync(join(tmpdir(), 'shell-'))
afterAll(() => rmSync(folder, { recursive: true }))
const app: App = createApp('electron', noSecrets(), { config: folder, workspaces: folder, temp: folder })

test('commands that come before the page listens wait for it, in order; after a reload they wait again', () => {
  const queue = new CommandQueue()
  const heard: HostCommand[] = []
  const [first, second, third] = [
    { kind: 'open-workspace', path: '/a.farthing' },
    { kind: 'navigate', to: '/ledger' },
    { kind: 'close-workspace' },
  ] as const
  queue.send(first)
  queue.send(second)
  queue.listen(command => heard.push(command))
  expect(heard).toEqual([first, second])
  queue.pause()
  queue.send(third)
  expect(heard).toHaveLength(2)
  queue.listen(command => heard.push(command))
  expect(heard).toEqual([first, second, third])
})

test('a file becomes a token that main alone can turn back; the page learns name and size', async () => {
  const path = join(folder, 'march.csv')
  writeFileSync(path, 'Date,Amount\n')
  const picked = await tokenFor(app, path)
  expect(picked).toEqual({ ok: true, value: { token: expect.any(String), name: 'march.csv', bytes: 12 } })
  expect(JSON.stringify(picked)).not.toContain(folder)
  expect(picked.ok && app.files.path(picked.value.token)?.path).toBe(path)
})

test.each([
  ['', 'bad-input'],
  [join(folder, 'gone.csv'), 'not-found'],
  [folder, 'bad-input'],
])('%j becomes no token', async (path, code) => {
  expect(await tokenFor(app, path)).toMatchObject({ ok: false, failure: { code } })
})

test('what a start asks for reaches the page as commands, files as tokens, unreadable ones left out', async () => {
  const path = join(folder, 'april.csv')
  writeFileSync(path, 'x')
  const sent: HostCommand[] = []
  await carryOut(
    app,
    [
      { kind: 'workspace', path: '/a.farthing' },
      { kind: 'sample', sample: 'company' },
      { kind: 'link', to: '/ledger' },
      { kind: 'files', paths: [path, join(folder, 'gone.csv')] },
      { kind: 'files', paths: [join(folder, 'gone.csv')] },
    ],
    { send: command => sent.push(command) },
  )
  expect(sent).toEqual([
    { kind: 'open-workspace', path: '/a.farthing' },
    { kind: 'open-sample', sample: 'company' },
    { kind: 'navigate', to: '/ledger' },
    { kind: 'import', files: [{ token: expect.any(String), name: 'april.csv', bytes: 1 }] },
  ])
})

const actions = { showLicences: () => {}, openWorkspace: () => {}, importFiles: () => {}, send: () => {} }
const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

test.each([
  ['a packaged program on Windows', { mac: false, development: false }],
  ['a packaged program on a Mac', { mac: true, development: false }],
])('%s has no developer tools, no reload, and a way to end', (_what, where) => {
  const items = flat(menuTemplate(messages.en, actions, where))
  const roles = items.map(item => item.role)
  expect(roles).not.toContain('toggleDevTools')
  expect(roles).not.toContain('reload')
  expect(roles.includes('quit') || roles.includes('appMenu')).toBe(true)
})

test('each menu item has an id or a role, no two share an id or a key', () => {
  const items = flat(menuTemplate(messages.en, actions, { mac: false, development: true }))
  const named = items.filter(item => item.type !== 'separator')
  expect(named.every(item => item.id !== undefined || item.role !== undefined)).toBe(true)
  for (const key of ['id', 'accelerator'] as const) {
    const values = items.flatMap(item => item[key] ?? [])
    expect(new Set(values).size).toBe(values.length)
  }
})

test('a theme chosen in the menu is told to the page', () => {
  const sent: HostCommand[] = []
  const items = flat(
    menuTemplate(
      messages.en,
      { ...actions, send: command => void sent.push(command) },
      { mac: false, development: false },
    ),
  )
  const dark = items.find(item => item.id === 'theme-dark')
  // The item, window and event that Electron gives are not looked at.
  dark?.click?.(undefined as never, undefined, undefined as never)
  expect(sent).toEqual([{ kind: 'theme', theme: 'dark' }])
})

test('the shell speaks German where the system does, English elsewhere, and knows the same words in both', () => {
  expect(shellMessages('de-AT').file).toBe('Datei')
  expect(shellMessages('fr-FR').file).toBe('File')
  expect(Object.keys(messages.de)).toEqual(Object.keys(messages.en))
})
