/** The languages that Farthing speaks. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

let source: () => Language = () => 'en'

/** Says, once a thread, where the language of a sentence comes from: in main and its workers from the call that is being answered. */
export function languageFrom(ask: () => Language): void {
  source = ask
}

/** The language to speak just now; English where nobody asked for another. */
export const language = (): Language => source()

/** BCP 47 tag by which numbers and dates inside such a sentence are written. */
export const languageLocale = (): string => (language() === 'de' ? 'de-DE' : 'en-GB')

/**
 * What main, its workers and pure code say, in both languages with the same keys: texts, or functions of their parts. The compiler
 * refuses a key that one language lacks. Called where the sentence is made, not when the module is loaded:
 * `const say = catalogue({ en: { gone: (name: string) => `${name} is gone.` }, de: { … } })`, then `say().gone(name)`.
 */
export function catalogue<T>(texts: { en: T; de: NoInfer<T> }): () => T {
  return () => texts[source()]
}

const rules: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules('en'),
  de: new Intl.PluralRules('de'),
}

/** One form or the other by the language's own rule; both of our languages have just two. */
export function plural(count: number | bigint, one: string, other: string, by: Language = source()): string {
  return rules[by].select(Math.abs(Number(count))) === 'one' ? one : other
}

/** A whole number as the language groups it: 12,345 or 12.345. */
export const counted = (count: number | bigint): string => count.toLocaleString(languageLocale())
