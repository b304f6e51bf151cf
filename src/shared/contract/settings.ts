import { z } from 'zod'
import { LANGUAGES } from '../text/language.ts'
import { method } from './method.ts'

/** How this person likes the program: kept per user outside any workspace, without anything from the ledger in it. */
export const PreferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  language: z.enum(['system', 'en', 'de']),
  /** BCP 47 tag that numbers and dates are formatted by; 'system' follows the browser or the OS. */
  formats: z.string().max(35),
  density: z.enum(['profile', 'comfortable', 'compact']),
  singleKeys: z.boolean(),
  /** Whether an installed program looks for a newer one when it starts. */
  updates: z.boolean(),
  /** Whether a window that is closed leaves the program in the system's tray, where schedules go on. */
  tray: z.boolean(),
  /** Whether new alerts are also said by the operating system: off until asked for, because what it shows others may see. */
  notifyAlerts: z.boolean(),
})
export type Preferences = z.infer<typeof PreferencesSchema>

const SpokenSchema = z.object({ language: z.enum(LANGUAGES) })

export const settings = {
  get: method('nobody', z.object({}), PreferencesSchema),
  set: method('nobody', PreferencesSchema.partial(), PreferencesSchema),
  /** The page says in which language it is read: failures and what else main words come in that one from then on. */
  speak: method('nobody', SpokenSchema, SpokenSchema),
  about: method(
    'nobody',
    z.object({}),
    z.object({
      version: z.string(),
      host: z.enum(['electron', 'loopback', 'cli']),
      node: z.string(),
      sqlite: z.string(),
      platform: z.string(),
      keychain: z.boolean(),
      /** Folder where workspaces are made by default. */
      workspaces: z.string(),
    }),
  ),
}
