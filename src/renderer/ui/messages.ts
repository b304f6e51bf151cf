import { languageOf, settingStore, useLanguage } from './preferences.ts'

export { plural } from '../../shared/text/language.ts'

/** A feature's texts: the same keys in both languages, each a text or a function of its (already formatted) parts. */
export interface Catalogue<T> {
  en: T
  de: NoInfer<T>
}

/** Declares a catalogue; the compiler refuses a key that one language lacks. */
export function defineMessages<T>(catalogue: Catalogue<T>): Catalogue<T> {
  return catalogue
}

/** The catalogue's texts in the chosen language. */
export function useMessages<T>(catalogue: Catalogue<T>): T {
  return catalogue[useLanguage()]
}

/** Outside components: toasts, document titles. */
export function messagesNow<T>(catalogue: Catalogue<T>): T {
  return catalogue[languageOf(settingStore.get())]
}
