import { languageOf, settingStore, useLanguage, type Language } from './preferences.ts'

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

const rules: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  de: new Intl.PluralRules('de'),
}

/** One form or the other, by the language's own rule: plural(1, 'entry', 'entries'). Both of our languages have just two forms. */
export function plural(
  count: number | bigint,
  one: string,
  other: string,
  language: Language = 'en',
): string {
  const n = typeof count === 'bigint' ? Number(count) : count
  return rules[language].select(Math.abs(n)) === 'one' ? one : other
}
