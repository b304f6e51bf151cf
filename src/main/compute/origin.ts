import { AsyncLocalStorage } from 'node:async_hooks'
import { language, languageFrom, type Language } from '../../shared/text/language.ts'

/** On whose behalf work is done: it goes with every request to a worker, so that the writer can log a change where it commits it. */
export interface Origin {
  /** The user's id; 'program' for what the clock does. */
  user: string
  /** The method that was called: the outermost, where one called another. */
  action: string
}

const origins = new AsyncLocalStorage<Origin>()

export const currentOrigin = (): Origin | undefined => origins.getStore()

/** Runs a call; what it calls in turn keeps the first origin. */
export function withOrigin<T>(origin: Origin, run: () => Promise<T>): Promise<T> {
  return origins.getStore() ? run() : origins.run(origin, run)
}

const languages = new AsyncLocalStorage<Language>()
languageFrom(() => languages.getStore() ?? 'en')

/** The language that sentences made by `run` are in, here and in the workers that it calls. */
export const withLanguage = <T>(spoken: Language, run: () => T): T => languages.run(spoken, run)

/** What goes with every request to another thread or process, so that its sentences are in the language of whoever asked. */
export const currentLanguage = language
