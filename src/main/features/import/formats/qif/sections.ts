/** What a header announces: movements of an account, of an investment account, accounts, or lists of what is no movement. */
export type Section = 'movements' | 'investments' | 'accounts' | 'list' | 'unknown'

const MOVEMENTS =
  /^(?:bank|banque|banco|cash|ccard|credit ?card|oth ?a|oth ?l|asset|liability|invoice|bill)$/i
const INVESTMENTS = /^(?:invst|port|401\(?k\)?|invest.*)$/i
const LISTS =
  /^(?:cat|class|memorized|mem|security|prices|budget|tag|template|tax|invitem|customer|vendor|.*name|contact)s?$/i

export function sectionOf(type: string): Section {
  if (INVESTMENTS.test(type)) return 'investments'
  if (LISTS.test(type)) return 'list'
  return MOVEMENTS.test(type) ? 'movements' : 'unknown'
}
