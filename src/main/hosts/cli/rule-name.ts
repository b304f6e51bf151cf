import type { Expectation } from '../../../shared/contract/quality.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'

/** What a rule is called in a terminal: its own name, or what it expects. */
export function ruleName(expects: Expectation, name: string, currency: string): string {
  return name === '' ? expected(expects, currency) : name
}

const words = (field: string): string => field.replaceAll('_', ' ')
const money = (minor: number, currency: string): string =>
  `${toDecimal(minor, exponentOf(currency))} ${currency}`

function expected(expects: Expectation, currency: string): string {
  switch (expects.kind) {
    case 'not-null':
      return expects.field === 'base_amount'
        ? 'an exchange rate for every entry'
        : `${words(expects.field)} is given`
    case 'unique':
      return `no two entries alike in ${expects.fields.map(words).join(', ')}`
    case 'between': {
      const bounds = [
        expects.min === undefined ? '' : `at least ${money(expects.min, currency)}`,
        expects.max === undefined ? '' : `at most ${money(expects.max, currency)}`,
      ]
      return `${expects.absolute ? 'size of the amount' : 'amount'} ${bounds.filter(Boolean).join(' and ')}`
    }
    case 'pattern':
      return `${words(expects.field)} ${expects.not ? 'does not match' : 'matches'} ${expects.pattern}`
    case 'date':
      return [
        'date',
        expects.from && `from ${expects.from}`,
        expects.to && `until ${expects.to}`,
        expects.fiscalYear && `in fiscal year ${expects.fiscalYear}`,
        expects.ahead !== undefined && `at most ${expects.ahead} days ahead`,
      ]
        .filter(Boolean)
        .join(' ')
    case 'in-list':
      return `${words(expects.field)} is one of ${expects.values.length} values`
    case 'refers':
      return {
        'account-type': 'account has a type',
        'account-hierarchy': 'account has a place in the chart of accounts',
        'category-in-use': 'category is in use',
      }[expects.to]
    case 'fresh':
      return `newest entry ${expects.by ? `of each ${words(expects.by)} ` : ''}at most ${expects.days} days old`
    case 'balanced':
      return 'documents balance'
  }
}
