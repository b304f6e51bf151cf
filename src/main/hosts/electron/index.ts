import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog, Menu, safeStorage, session, type BrowserWindow } from 'electron'
import type { App } from '../../app.ts'
import { startClock } from '../../clock.ts'
import { closeApp, createApp } from '../../create-app.ts'
import { dispatch } from '../../dispatch.ts'
import { appPaths } from '../../files/app-paths.ts'
import { keytarSecrets, noSecrets } from '../../secrets/secret-store.ts'
import { CommandQueue } from './commands.ts'
import { chooseImports, chooseWorkspace } from './dialogs.ts'
import { guardContents, guardSession } from './guards.ts'
import { launchRequests, openFiles, deepLink, type LaunchRequest } from './launch.ts'
import { menuTemplate } from './menu.ts'
import { shellMessages } from './messages.ts'
import { servePage } from './page.ts'
import { registerScheme, serveBundle } from './protocol.ts'
import { carryOut } from './requests.ts'
import { firstAvailable, safeStorageSecrets } from './secrets.ts'
import { showLicences } from './licences.ts'
import { keepInTray } from './tray.ts'
import { startUpdates } from './updates.ts'
import { startUtility } from './utility-process.ts'
import { createWindow } from './window.ts'

const RENDERER = fileURLToPath(new URL('../renderer', import.meta.url))

/**
 * Starts the installed program. Not to be awaited by the entry: Electron becomes ready only after the entry has finished,
 * and the scheme, the sandbox and the lock must all be settled before that.
 */
export function start(): void {
  // Answers are checked against the contract while the program is made, not on a customer's machine.
  if (app.isPackaged) process.env['NODE_ENV'] ??= 'production'
  const paths = appPaths()
  app.setPath('userData', join(paths.config, 'shell'))
  app.enableSandbox()
  registerScheme()
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.setAsDefaultProtocolClient('farthing')
  guardContents(app)
  const farthing = createApp('electron', secretStore(paths.config), paths, startUtility)
  app.once(
    'will-quit',
    startClock(farthing, sentence => console.error(sentence)),
  )
  const shell = new Shell(farthing)
  app.on('second-instance', (_event, argv, cwd) =>
    shell.asked(launchRequests(argv.slice(1), cwd, app.isPackaged)),
  )
  app.on('open-file', (event, path) => {
    event.preventDefault()
    shell.asked(openFiles([path]))
  })
  app.on('open-url', (event, address) => {
    event.preventDefault()
    const link = deepLink(address)
    shell.asked(link ? [link] : [])
  })
  // One window, one program: on a Mac as well, a Farthing without its window has nothing to do.
  app.on('window-all-closed', () => app.quit())
  endCleanly(farthing)
  shell.asked(launchRequests(process.argv.slice(1), process.cwd(), app.isPackaged))
  void app.whenReady().then(() => {
    shell.open()
    const wanted = async (): Promise<boolean> => {
      const preferences = await dispatch(farthing, { role: 'nobody' }, 'settings.get', {})
      return preferences.ok && preferences.value.updates
    }
    const say = (problem: unknown): void => console.error(String(problem))
    startUpdates(app, wanted, say).catch(say)
  }, stop)
}

function secretStore(config: string): ReturnType<typeof noSecrets> {
  if (process.env['FARTHING_KEYCHAIN'] === 'none') return noSecrets()
  return firstAvailable([keytarSecrets(), safeStorageSecrets(safeStorage, join(config, 'secrets.json'))])
}

/** The window and what is asked of it. */
class Shell {
  readonly #commands = new CommandQueue()
  readonly #farthing: App
  #window: BrowserWindow | undefined
  #show = (): void => {}

  constructor(farthing: App) {
    this.#farthing = farthing
  }

  open(): void {
    const text = shellMessages(app.getLocale())
    const development = !app.isPackaged
    guardSession(session.defaultSession)
    serveBundle(RENDERER)
    servePage(this.#farthing, { role: 'nobody' }, this.#commands)
    const window = createWindow({
      stateFile: join(this.#farthing.paths.config, 'window.json'),
      development,
      text,
      onPageGone: () => this.#commands.pause(),
    })
    this.#window = window
    this.#show = keepInTray(window, join(this.#farthing.paths.config, 'preferences.json'), text)
    const folder = this.#farthing.paths.workspaces
    const actions = {
      openWorkspace: () =>
        this.#choose(chooseWorkspace(window, text, folder), path =>
          this.asked([{ kind: 'workspace', path }]),
        ),
      importFiles: () =>
        this.#choose(chooseImports(window, text), chosen => this.asked([{ kind: 'files', paths: chosen }])),
      showLicences,
      send: this.#commands.send.bind(this.#commands),
    }
    const template = menuTemplate(text, actions, { mac: process.platform === 'darwin', development })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  /** Brings the window forward and hands the page what was asked, once it listens. */
  asked(requests: readonly LaunchRequest[]): void {
    const window = this.#window
    if (window && !window.isDestroyed()) {
      this.#show()
      if (window.isMinimized()) window.restore()
      window.focus()
    }
    carryOut(this.#farthing, requests, this.#commands).catch(stop)
  }

  #choose<T>(choosing: Promise<T | undefined>, then: (chosen: T) => void): void {
    choosing.then(chosen => {
      if (chosen !== undefined) then(chosen)
    }, stop)
  }
}

/** Before the program ends, the workspace is closed and clear-text copies are deleted; a second request does not wait again. */
function endCleanly(farthing: App): void {
  let closing = false
  app.on('will-quit', event => {
    if (closing) return
    closing = true
    event.preventDefault()
    closeApp(farthing)
      .catch((error: unknown) => console.error('The workspace could not be closed in order:', error))
      .finally(() => app.exit(0))
  })
  process.on('uncaughtException', stop)
  process.on('unhandledRejection', stop)
}

function stop(error: unknown): void {
  console.error(error)
  const text = shellMessages(app.getLocale())
  dialog.showErrorBox(
    text.failed,
    `${text.failedDetail} ${error instanceof Error ? error.message : String(error)}`,
  )
  app.quit()
}
