import type { App } from '../app.ts'
import type { OpenWorkspace } from '../db/open-workspace.ts'
import { readKeyFile } from '../secrets/key-file.ts'
import type { AuditHead } from './chain.ts'
import { forgetRestored, type Restored } from './restored.ts'

/** How far the keychain may lag behind the log while the workspace is open; closing brings it up to date. */
const EVERY_MS = 60_000

const account = (keychain: string): string => `audit ${keychain}`

/**
 * Keeps the log's head in the keychain, where whoever can write the workspace's file cannot: a file of yesterday put in its place is
 * noticed when it is opened. The keychain is written after the log, so that a kill leaves it behind the log, never ahead of it.
 * `restored`: the program itself put an older file there (see restored.ts); the log says so, and goes on from there.
 */
export function anchored(app: App, workspace: OpenWorkspace, restored?: Restored): OpenWorkspace {
  // What is only read tells the keychain nothing: it may be an older file, whose alarm is still to be written.
  if (workspace.readOnly) return workspace
  let known = 0
  const keep = async (): Promise<void> => {
    // A reader that died leaves the head of a minute ago, which the log still holds.
    const head = await workspace.reader.call('logHead', {}).catch(() => undefined)
    if (!head || head.sequence === known) return
    const { keychain } = await readKeyFile(workspace.path)
    if (await app.secrets.set(account(keychain), JSON.stringify(head))) known = head.sequence
  }
  const settle = async (): Promise<void> => {
    const anchor = await keychainAnchor(app, workspace.path)
    if (restored && !restored.told) {
      const { sequence = 0, at = '' } = anchor ?? {}
      await workspace.writer.call('logRestored', { madeAt: restored.madeAt, sequence, at })
    } else if (anchor && !restored)
      await workspace.writer.call('logAgainst', { source: 'keychain', ...anchor })
    await keep()
    if (restored) await forgetRestored(app, workspace.path)
  }
  const quiet = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => console.error(`The audit log's head could not be kept: ${String(error)}`))

  const settling = quiet(settle())
  app.settling = settling
  const timer = setInterval(() => void quiet(settling.then(keep)), EVERY_MS)
  timer.unref()
  return {
    ...workspace,
    async close() {
      clearInterval(timer)
      await quiet(settling.then(keep))
      await workspace.close()
    },
  }
}

/** For a workspace that was made and taken back. */
export async function forgetAnchor(app: App, keychain: string): Promise<void> {
  await app.secrets.delete(account(keychain))
}

/** What the keychain knows of this file's log; undefined without a keychain, or where it was never told. */
export async function keychainAnchor(app: App, path: string): Promise<AuditHead | undefined> {
  if (!(await app.secrets.available())) return undefined
  const { keychain } = await readKeyFile(path)
  const text = await app.secrets.get(account(keychain))
  return text === undefined ? undefined : read(text)
}

function read(text: string): AuditHead | undefined {
  try {
    const { sequence, head, at } = JSON.parse(text) as Partial<AuditHead>
    return typeof sequence === 'number' && typeof head === 'string' && typeof at === 'string'
      ? { sequence, head, at }
      : undefined
  } catch {
    return undefined
  }
}
