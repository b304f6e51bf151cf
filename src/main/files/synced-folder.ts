import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'

const SYNCED =
  /[\\/](dropbox|onedrive|google ?drive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|syncthing|pcloud ?drive|box sync|box|mega|megasync|tresorit|seafile)(?= ?[-(\\/])/i

/** What such programs leave in the folders that they copy; Dropbox's, Syncthing's, Resilio's, ownCloud's and Nextcloud's, Google's, Seafile's. */
const MARK =
  /^(?:\.dropbox\.cache|\.stfolder|\.stignore|\.sync\.ffs_db|\.owncloudsync\.log|\.nextcloudsync\.log|\._?sync_[0-9a-f]+\.db|\.tmp\.drivedownload|\.seafile-data)$/i

const marked = new Map<string, boolean>()

/**
 * Whether a program copies the folder elsewhere, by its name or by the marks that such programs leave in it or above it: two copies
 * that change apart cannot be merged. Marks are looked up once a folder.
 */
export function isSyncedFolder(path: string): boolean {
  return SYNCED.test(path) || isMarked(dirname(path))
}

function isMarked(folder: string): boolean {
  const known = marked.get(folder)
  if (known !== undefined) return known
  const above = dirname(folder)
  const answer = namesIn(folder).some(name => MARK.test(name)) || (above !== folder && isMarked(above))
  marked.set(folder, answer)
  return answer
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // A folder that may not be listed says nothing either way.
    return []
  }
}
