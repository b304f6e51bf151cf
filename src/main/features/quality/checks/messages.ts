import { catalogue } from '../../../../shared/text/language.ts'

/** What is said of an expectation that cannot be checked. */
export const say = catalogue({
  en: {
    badPattern: (pattern: string, why: string) => `The pattern ${pattern} cannot be used. ${why}`,
  },
  de: {
    badPattern: (pattern, why) => `Das Muster ${pattern} lässt sich nicht verwenden. ${why}`,
  },
})
