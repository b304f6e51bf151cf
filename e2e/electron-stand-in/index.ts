import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { WebContents } from './contents.ts'
import { missing, strict } from './strict.ts'

export { app } from './app.ts'
export { ipcMain } from './ipc.ts'
export { MessageChannelMain } from './ports.ts'
export { protocol } from './schemes.ts'
export { session } from './session.ts'
export { utilityProcess } from './utility.ts'
export { BrowserWindow } from './window.ts'

export const webContents = strict('webContents', {
  fromDevToolsTargetId: (target: string) => WebContents.all.get(target),
})

const shown = (name: string) => async (): Promise<never> =>
  missing(`dialog.${name} before the test has set it`)
export const dialog = strict('dialog', {
  showOpenDialog: shown('showOpenDialog'),
  showSaveDialog: shown('showSaveDialog'),
  showMessageBox: shown('showMessageBox'),
  showErrorBox: (title: string, content: string): void => console.error(title, content),
})

/** What was opened outside, for the tests to read. */
const opened: string[] = []
export const shell = strict('shell', {
  opened,
  openExternal: async (address: string): Promise<void> => void opened.push(address),
})

const area = { x: 0, y: 0, width: 1600, height: 1000 }
export const screen = strict('screen', {
  getPrimaryDisplay: () => ({ id: 1, workArea: area }),
  getAllDisplays: () => [{ id: 1, workArea: area }],
})
export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: false })

/** There is no keyring here: as on a Linux without one, which is no store. */
export const safeStorage = strict('safeStorage', {
  isAsyncEncryptionAvailable: async () => true,
  getSelectedStorageBackend: () => 'unknown',
})

interface Item {
  id?: string
  role?: string
  accelerator?: string
  submenu?: Item[] | Menu
  click?: () => void
}

/** A tray that nobody sees: what it was given is kept. */
export class Tray extends EventEmitter {
  readonly icon: string
  constructor(icon: string) {
    super()
    if (!existsSync(icon)) throw new Error(`Failed to load image from path '${icon}'`)
    this.icon = icon
  }
  setToolTip(): void {}
  setContextMenu(): void {}
  destroy(): void {}
}

export class Menu {
  static #application: Menu | null = null
  readonly items: Item[]
  constructor(items: Item[]) {
    this.items = items
  }
  static buildFromTemplate(template: Item[]): Menu {
    return new Menu(
      template.map(item =>
        Array.isArray(item.submenu) ? { ...item, submenu: Menu.buildFromTemplate(item.submenu) } : item,
      ),
    )
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application
  }
  getMenuItemById(id: string): Item | null {
    for (const item of this.items) {
      if (item.id === id) return item
      const inner = item.submenu instanceof Menu ? item.submenu.getMenuItemById(id) : null
      if (inner) return inner
    }
    return null
  }
}
