import { open, type FileHandle } from 'node:fs/promises'

const EVERY_MS = 150

/**
 * Has the disk take what a large write adds to the write-ahead log while it is still adding: left to the commit, which waits until all of
 * it is there, a quarter of a gigabyte is waited for at once. The commit asks for the same once more and is as safe as without this; what
 * fails here, fails there, and is said there.
 */
export async function syncedEarly<T>(workspace: string, work: () => Promise<T>): Promise<T> {
  let log: FileHandle | undefined
  let busy: Promise<void> | undefined
  const sync = async (): Promise<void> => {
    try {
      // For writing: Windows does not flush a file that is open for reading.
      log ??= await open(`${workspace}-wal`, 'r+')
      await log.datasync()
    } catch {
      // No log (yet), or a disk that refuses: the commit's own call says what is wrong.
    }
    busy = undefined
  }
  const timer = setInterval(() => {
    busy ??= sync()
  }, EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    // The answer does not wait for it.
    void Promise.resolve(busy).then(() => log?.close())
  }
}
