import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PreferencesSchema, type Preferences } from '../../../shared/contract/settings.ts'
import { ok } from '../../../shared/result/failure.ts'
import type { Service } from '../../app.ts'
import { sqliteVersion } from '../../db/open-database.ts'
import { writeAtomic } from '../../files/write-atomic.ts'
import { appVersion } from '../../version.ts'

const DEFAULTS: Preferences = {
  theme: 'system',
  language: 'system',
  formats: 'system',
  density: 'profile',
  singleKeys: true,
  updates: true,
  tray: false,
  notifyAlerts: false,
}

export const settingsService = {
  get: async (_input, ctx) => ok(await read(ctx.app.paths.config)),

  set: async (changes, ctx) => {
    const preferences = { ...(await read(ctx.app.paths.config)), ...changes }
    await writeAtomic(file(ctx.app.paths.config), `${JSON.stringify(preferences, undefined, 2)}\n`)
    return ok(preferences)
  },

  speak: async ({ language }, ctx) => {
    ctx.app.language = language
    return ok({ language })
  },

  about: async (_input, ctx) =>
    ok({
      version: await appVersion(),
      host: ctx.app.host,
      node: process.versions.node,
      sqlite: sqliteVersion(),
      platform: `${process.platform} ${process.arch}`,
      keychain: await ctx.app.secrets.available(),
      workspaces: ctx.app.paths.workspaces,
    }),
} satisfies Service<'settings'>

/** Each preference on its own: one that a newer or older version wrote differently falls back, the others stay. */
async function read(config: string): Promise<Preferences> {
  const text = await readFile(file(config), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const stored = parseObject(text)
  const kept = Object.entries(PreferencesSchema.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse(stored[name])
    return value.success ? [[name, value.data] as const] : []
  })
  return { ...DEFAULTS, ...Object.fromEntries(kept) }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const file = (config: string): string => join(config, 'preferences.json')
