import { fileURLToPath } from 'node:url'
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { BUNDLE_ORIGIN } from '../../security/bundle-path.ts'
import type { ShellMessages } from './messages.ts'
import { placeWindow, readWindowState, SMALLEST, writeWindowState } from './window-state.ts'

// The page's canvas, so that nothing flashes before the first paint.
const CANVAS = { light: '#F3F3F0', dark: '#0D0F11' } as const
const RELOAD_AT_MOST_EVERY_MS = 60_000

export interface WindowOptions {
  stateFile: string
  /** Shows the developer tools' entries; off in a packaged program. */
  development: boolean
  text: ShellMessages
  /** The page went away, by itself or for a reload. */
  onPageGone(): void
}

/** The one place that makes a window. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const { bounds, maximised } = placeWindow(readWindowState(options.stateFile), workAreas())
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Farthing',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? CANVAS.dark : CANVAS.light,
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: options.development,
    },
  })
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => remember(window, options.stateFile))
  window.webContents.on('did-start-navigation', details => {
    if (details.isMainFrame && !details.isSameDocument) options.onPageGone()
  })
  recover(window, options)
  window.loadURL(`${BUNDLE_ORIGIN}/index.html`).catch((error: unknown) => {
    console.error('The page could not be loaded:', error)
  })
  return window
}

function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(display => display.id !== primary.id)
  return [primary, ...others].map(display => display.workArea)
}

function remember(window: BrowserWindow, file: string): void {
  try {
    writeWindowState(file, { bounds: window.getNormalBounds(), maximised: window.isMaximized() })
  } catch (error) {
    // A full disk must not keep the window from closing.
    console.error('The place of the window could not be kept:', error)
  }
}

/**
 * A page that crashed is loaded again, once a minute at most; then the user is asked. No dump is written: it would hold the
 * ledger in clear text.
 */
function recover(window: BrowserWindow, options: WindowOptions): void {
  let last = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, details) => {
    options.onPageGone()
    if (details.reason === 'clean-exit' || window.isDestroyed()) return
    console.error(`The page ended: ${details.reason} (${details.exitCode})`)
    const now = performance.now()
    if (now - last >= RELOAD_AT_MOST_EVERY_MS) {
      last = now
      window.webContents.reload()
    } else void askToReload(window, options.text)
  })
}

async function askToReload(window: BrowserWindow, text: ShellMessages): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: text.pageGone,
    detail: text.pageGoneDetail,
    buttons: [text.showAgain, text.quit],
    defaultId: 0,
    cancelId: 1,
  })
  if (response === 0) window.webContents.reload()
  else window.close()
}
