import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { writeAtomic } from './write-atomic.ts'

const PlaceSchema = z.object({
  /** Where this machine keeps a workspace's backups; null: beside the workspace. */
  folder: z.string().nullable().catch(null),
  automatic: z.boolean().catch(true),
  lastProblem: z.string().nullable().catch(null),
})
export type BackupPlace = z.infer<typeof PlaceSchema>
const PlacesSchema = z.record(z.string(), PlaceSchema)

/** Beside the workspace, so that they are found with it and go where its folder goes. */
export function besideWorkspace(workspacePath: string): string {
  return join(dirname(workspacePath), `${basename(workspacePath)}-backups`)
}

/** By the workspace's id and outside of it: a damaged workspace must not hide where its backups are. */
export async function readBackupPlace(config: string, id: string): Promise<BackupPlace> {
  return (await load(config))[id] ?? PlaceSchema.parse({})
}

export async function writeBackupPlace(
  config: string,
  id: string,
  changes: Partial<BackupPlace>,
): Promise<void> {
  const all = await load(config)
  const place = { ...PlaceSchema.parse(all[id] ?? {}), ...changes }
  await writeAtomic(file(config), `${JSON.stringify({ ...all, [id]: place }, undefined, 2)}\n`)
}

async function load(config: string): Promise<Record<string, BackupPlace>> {
  const text = await readFile(file(config), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  try {
    return PlacesSchema.parse(JSON.parse(text))
  } catch {
    // Preferences: without them backups lie beside the workspace, and are made.
    return {}
  }
}

const file = (config: string): string => join(config, 'backups.json')
