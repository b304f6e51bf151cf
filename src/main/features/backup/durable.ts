import { createHash } from 'node:crypto'
import { closeSync, constants, copyFileSync, fsyncSync, lstatSync, openSync, readSync } from 'node:fs'

/** What was written to the file is on the disk when this returns. */
export function syncFileNow(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes renames in a folder last through a power cut. Windows has no such call and does not need it. */
export function syncFolderNow(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Never over a file that is there. */
export function copyFileDurably(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_EXCL)
  syncFileNow(to)
}

/** Itself, not what a link leads to: a pipe or a device in a folder from elsewhere would be read for ever. */
export const isFile = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false

const PIECE = 4 * 2 ** 20

export function sha256OfFile(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(PIECE)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}
