import { z } from 'zod'
import { say } from '../messages.ts'

/** Where a workspace keeps which model it may ask; the key to it is in the keychain only. */
export const MODEL_META = 'chat_model'

const StoredSchema = z.object({
  baseUrl: z.string(),
  model: z.string(),
  consent: z.object({ baseUrl: z.string(), model: z.string(), at: z.string() }).nullable(),
})
export type StoredModel = z.infer<typeof StoredSchema>

export const NO_MODEL: StoredModel = { baseUrl: '', model: '', consent: null }

export function readStored(json: string | undefined): StoredModel {
  if (json === undefined) return NO_MODEL
  const parsed = StoredSchema.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data : NO_MODEL
}

/** Consent is for one endpoint and one model: another of either is another question. */
export const isAllowed = ({ baseUrl, model, consent }: StoredModel): boolean =>
  baseUrl !== '' && model !== '' && consent !== null && consent.baseUrl === baseUrl && consent.model === model

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])

/**
 * Why an address may not be asked, as a sentence; undefined where it may. TLS everywhere but on this machine, where a model's own server
 * (Ollama) has none. No name and password in it, so that none lands in a log.
 */
export function problemOf(baseUrl: string): string | undefined {
  if (!URL.canParse(baseUrl)) return say().notUrl
  const url = new URL(baseUrl)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname)))
    return say().notTls
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return say().bareAddress
  return undefined
}

/** The one URL that a request may go to. */
export const endpointOf = (baseUrl: string): string => `${baseUrl.replace(/\/+$/, '')}/chat/completions`
