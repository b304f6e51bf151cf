import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { App as Shell } from 'electron'

/** What decides whether this program looks for a newer one. */
export interface UpdateFacts {
  packaged: boolean
  /** app-update.yml is there: the package was made with FARTHING_UPDATE_URL. */
  feed: boolean
  /** The preference. */
  wanted: boolean
  /** A .deb belongs to the system's package manager, which alone may replace it. */
  appImage: boolean
  platform: NodeJS.Platform
}

/** Whether to look for an update: only a package with a feed, where the user has not turned it off. */
export function looksForUpdates({ packaged, feed, wanted, appImage, platform }: UpdateFacts): boolean {
  return packaged && feed && wanted && (platform !== 'linux' || appImage)
}

/**
 * Asks the feed once, in the background; what is found is fetched, its signature or hash checked by electron-updater, and put in
 * place when the program is next ended. Nothing but the version asked for leaves this computer. Without a network nothing happens.
 */
export async function startUpdates(
  shell: Pick<Shell, 'isPackaged'>,
  wanted: () => Promise<boolean>,
  say: (sentence: string) => void,
): Promise<void> {
  const feed = existsSync(join(process.resourcesPath, 'app-update.yml'))
  const facts = {
    packaged: shell.isPackaged,
    feed,
    appImage: process.env['APPIMAGE'] !== undefined,
    platform: process.platform,
  }
  if (!looksForUpdates({ ...facts, wanted: true }) || !(await wanted())) return
  const { autoUpdater } = (await import('electron-updater')).default
  autoUpdater.allowDowngrade = false
  autoUpdater.disableWebInstaller = true
  autoUpdater.autoInstallOnAppQuit = true
  autoUpdater.logger = null
  autoUpdater.on('error', error => say(`No update could be fetched: ${error.message}`))
  await autoUpdater.checkForUpdates()
}
