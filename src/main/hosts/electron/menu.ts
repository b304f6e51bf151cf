import type { MenuItemConstructorOptions } from 'electron'
import type { HostCommand } from '../../../shared/host/bridge.ts'
import type { ShellMessages } from './messages.ts'

/** What the menu's own items do; the rest are roles that Electron performs. */
export interface MenuActions {
  openWorkspace: () => void
  importFiles: () => void
  showLicences: () => void
  send: (command: HostCommand) => void
}

/** The menu bar. `development` adds reload and the developer tools, which a packaged program does not have. */
export function menuTemplate(
  text: ShellMessages,
  actions: MenuActions,
  { mac, development }: { mac: boolean; development: boolean },
): MenuItemConstructorOptions[] {
  const file: MenuItemConstructorOptions = {
    id: 'file',
    label: text.file,
    submenu: [
      item('new-workspace', text.newWorkspace, 'CmdOrCtrl+N', () => actions.send({ kind: 'new-workspace' })),
      item('open-workspace', text.openWorkspace, 'CmdOrCtrl+O', actions.openWorkspace),
      item('import', text.importFiles, 'CmdOrCtrl+I', actions.importFiles),
      { type: 'separator' },
      item('close-workspace', text.closeWorkspace, undefined, () =>
        actions.send({ kind: 'close-workspace' }),
      ),
      { type: 'separator' },
      { role: mac ? 'close' : 'quit' },
    ],
  }
  const view: MenuItemConstructorOptions = {
    id: 'view',
    label: text.view,
    submenu: [
      { id: 'theme', label: text.theme, submenu: themes(text, actions) },
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...(development ? ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
    ],
  }
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: text.help,
    submenu: [
      item('keyboard', text.keyboard, 'F1', () => actions.send({ kind: 'help', topic: 'keyboard' })),
      // They are gathered when the program is packaged.
      ...(development ? [] : [item('licences', text.licences, undefined, actions.showLicences)]),
      ...(mac ? [] : ([{ type: 'separator' }, { role: 'about' }] as const)),
    ],
  }
  return [
    ...(mac ? ([{ role: 'appMenu' }] as const) : []),
    file,
    { role: 'editMenu', label: text.edit },
    view,
    { role: 'windowMenu', label: text.window },
    help,
  ]
}

function themes(text: ShellMessages, actions: MenuActions): MenuItemConstructorOptions[] {
  const choices = [
    ['system', text.themeSystem],
    ['light', text.themeLight],
    ['dark', text.themeDark],
    ['contrast', text.themeContrast],
  ] as const
  return choices.map(([theme, label]) =>
    item(`theme-${theme}`, label, undefined, () => actions.send({ kind: 'theme', theme })),
  )
}

function item(
  id: string,
  label: string,
  accelerator: string | undefined,
  click: () => void,
): MenuItemConstructorOptions {
  return { id, label, click: () => click(), ...(accelerator === undefined ? {} : { accelerator }) }
}
