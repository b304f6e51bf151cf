import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomic } from '../../files/write-atomic.ts'

const RecentsSchema = z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() }))
type Recents = z.infer<typeof RecentsSchema>

const KEPT = 20

/** The workspaces opened last, the latest first. A list that cannot be read is an empty one: it is a convenience, and made anew. */
export async function readRecents(config: string): Promise<(Recents[number] & { exists: boolean })[]> {
  return (await load(config)).map(recent => ({ ...recent, exists: existsSync(recent.path) }))
}

export async function remember(config: string, path: string, name: string): Promise<void> {
  const others = (await load(config)).filter(recent => recent.path !== path)
  await save(config, [{ path, name, openedAt: new Date().toISOString() }, ...others])
}

export async function forget(config: string, path: string): Promise<void> {
  const all = await load(config)
  await save(
    config,
    all.filter(recent => recent.path !== path),
  )
}

async function load(config: string): Promise<Recents> {
  const text = await readFile(file(config), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT')
      console.error(`The list of recent workspaces could not be read: ${error.message}`)
    return '[]'
  })
  try {
    return RecentsSchema.parse(JSON.parse(text))
  } catch {
    return []
  }
}

// A workspace that was made and opened is not to fail for the list: its recovery key would never be shown.
async function save(config: string, recents: Recents): Promise<void> {
  try {
    await writeAtomic(file(config), `${JSON.stringify(recents.slice(0, KEPT), undefined, 2)}\n`)
  } catch (error) {
    console.error(`The list of recent workspaces could not be written: ${(error as Error).message}`)
  }
}

const file = (config: string): string => join(config, 'recent.json')
