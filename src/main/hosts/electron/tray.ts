import { fileURLToPath } from 'node:url'
import { app, Menu, Tray, type BrowserWindow } from 'electron'
import type { ShellMessages } from './messages.ts'
import { wantsTray } from './wants-tray.ts'

const ICON = fileURLToPath(new URL('../../resources/icons/32x32.png', import.meta.url))

/**
 * Where the preference says so, a window that is closed is hidden instead, and the program goes on in the tray: schedules and backups run,
 * and the workspace locks itself as it otherwise does. Answers how the window is brought back: a second start does it, too, where a
 * desktop shows no tray.
 */
export function keepInTray(window: BrowserWindow, preferences: string, text: ShellMessages): () => void {
  let ending = false
  let tray: Tray | undefined
  const end = (): void => {
    ending = true
  }
  const show = (): void => {
    tray?.destroy()
    tray = undefined
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  app.on('before-quit', end)
  // Windows ends by itself, and must not wait for a window that does not close.
  window.on('session-end', end)
  window.on('close', event => {
    if (ending || !wantsTray(preferences)) return
    event.preventDefault()
    tray ??= new Tray(ICON)
    tray.setToolTip('Farthing')
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { id: 'show', label: text.show, click: show },
        { type: 'separator' },
        { id: 'quit', label: text.quit, click: () => app.quit() },
      ]),
    )
    tray.on('click', show)
    window.hide()
  })
  return show
}
