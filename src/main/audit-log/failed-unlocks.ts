import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomic } from '../files/write-atomic.ts'

const Failures = z.record(z.string(), z.object({ count: z.number(), first: z.string(), last: z.string() }))
type Failures = z.infer<typeof Failures>

/**
 * Somebody tried a wrong password or recovery key. Without the key nothing can be written into the workspace, so it is kept on
 * this machine, and told to the log when the workspace is next opened. Never fails: the person is told of the wrong password.
 */
export async function noteFailedUnlock(config: string, workspace: string): Promise<void> {
  const all = await load(config)
  const now = new Date().toISOString()
  const before = all[workspace]
  all[workspace] = { count: (before?.count ?? 0) + 1, first: before?.first ?? now, last: now }
  await save(config, all)
}

/** What is to be told, and forgets it. */
export async function takeFailedUnlocks(
  config: string,
  workspace: string,
): Promise<Failures[string] | undefined> {
  const all = await load(config)
  const found = all[workspace]
  if (!found) return undefined
  await save(config, Object.fromEntries(Object.entries(all).filter(([id]) => id !== workspace)))
  return found
}

async function load(config: string): Promise<Failures> {
  try {
    return Failures.parse(JSON.parse(await readFile(file(config), 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      console.error(`The list of failed unlocks could not be read: ${(error as Error).message}`)
    return {}
  }
}

async function save(config: string, failures: Failures): Promise<void> {
  try {
    await writeAtomic(file(config), `${JSON.stringify(failures)}\n`)
  } catch (error) {
    console.error(`The list of failed unlocks could not be written: ${(error as Error).message}`)
  }
}

const file = (config: string): string => join(config, 'failed-unlocks.json')
