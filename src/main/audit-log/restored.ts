import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { App } from '../app.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { readKeyFile } from '../secrets/key-file.ts'

const NoteSchema = z.object({
  /** Of the database's file as it was put in place, hex. */
  sha256: z.string(),
  /** When the backup was made, ISO 8601. */
  madeAt: z.string(),
  /** The very file was met at an opening, which may have changed it since; the row is still to be written. */
  met: z.boolean(),
})
type Note = z.infer<typeof NoteSchema>

/**
 * A restore puts an older file in place, as somebody who takes back what was logged would. So the program writes down, where its
 * anchor is, which bytes it put there: the next opening of exactly these is no alarm but a row that says so.
 */
export async function noteRestored(app: App, path: string, put: Omit<Note, 'met'>): Promise<void> {
  await keep(app, path, { ...put, met: false })
}

/** Before a file is opened: the note about it, where there is one and these are its bytes. A note about others is forgotten. */
export async function meetRestored(app: App, path: string): Promise<Note | undefined> {
  const note = await load(app, path)
  if (!note || note.met) return note
  if ((await sha256Of(path)) !== note.sha256) {
    await forgetRestored(app, path)
    return undefined
  }
  await keep(app, path, { ...note, met: true })
  return note
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
