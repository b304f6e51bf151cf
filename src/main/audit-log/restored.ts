import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { OpenWorkspace } from '../db/open-workspace.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { readKeyFile } from '../secrets/key-file.ts'

const NoteSchema = z.object({
  /** Of the database's file as it was put in place, hex. */
  sha256: z.string(),
  /** When the backup was made, ISO 8601. */
  madeAt: z.string(),
  /** Where the log ended when the very file was first opened, which may have changed its bytes since. */
  head: z.object({ sequence: z.number(), head: z.string() }).optional(),
})
type Note = z.infer<typeof NoteSchema>

/** `told`: the log has its row already, only the keychain does not know it yet. */
export interface Restored {
  madeAt: string
  told: boolean
}

/**
 * A restore puts an older file in place, as somebody who takes back what was logged would. So the program writes down, where its
 * anchor is, which bytes it put there: the next opening of exactly these is no alarm but a row that says so.
 */
export async function noteRestored(
  app: App,
  path: string,
  put: Pick<Note, 'sha256' | 'madeAt'>,
): Promise<void> {
  await keep(app, path, put)
}

/** Before a file is opened: the note about it, where there is one and these may be its bytes. A note about others is forgotten. */
export async function noteAbout(app: App, path: string): Promise<Note | undefined> {
  const note = await load(app, path)
  if (!note || note.head || (await sha256Of(path)) === note.sha256) return note
  await forgetRestored(app, path)
  return undefined
}

/**
 * After it was opened and before anything is written into it: whether it is the file that was put there. What was opened read-only,
 * or was killed before its row was written, may have other bytes than then; its log must still end where it ended.
 */
export async function meetRestored(
  app: App,
  workspace: OpenWorkspace,
  note: Note,
): Promise<Restored | undefined> {
  const { madeAt, head } = note
  if (!head) {
    await keep(app, workspace.path, { ...note, head: await workspace.reader.call('logHead', {}) })
    return { madeAt, told: false }
  }
  const since = await workspace.reader.call('logSince', head)
  if (since === 'nothing') return { madeAt, told: false }
  if (since === 'restored') return { madeAt, told: true }
  await forgetRestored(app, workspace.path)
  return undefined
}

export async function forgetRestored(app: App, path: string): Promise<void> {
  const { keychain } = await readKeyFile(path)
  await app.secrets.delete(account(keychain))
  await rm(file(app, keychain), { force: true })
}

async function keep(app: App, path: string, note: Note): Promise<void> {
  const { keychain } = await readKeyFile(path)
  const text = JSON.stringify(note)
  // Without a keychain there is no anchor in it either; what is left to hold the log against are the backups.
  if (!(await app.secrets.set(account(keychain), text))) await writeAtomic(file(app, keychain), `${text}\n`)
}

async function load(app: App, path: string): Promise<Note | undefined> {
  const { keychain } = await readKeyFile(path)
  const text = (await app.secrets.available())
    ? await app.secrets.get(account(keychain))
    : await readFile(file(app, keychain), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    return NoteSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

const account = (keychain: string): string => `restored ${keychain}`
const file = (app: App, keychain: string): string => join(app.paths.config, `restored-${keychain}.json`)
