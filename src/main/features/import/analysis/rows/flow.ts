import { ACCOUNT_TYPES, type AccountType, type Flow } from '../../../../../shared/query/dimensions.ts'
import type { Plan } from './plan.ts'

const TRANSFER_CATEGORY =
  /^(?:internal |bank |account )?transfers?\b|^umbuchung|^umbuchungen|^virements? internes?|^credit card payment$|^traspaso/i
const TRANSFER_TEXT =
  /^(?:online |internet |internal )?transfer (?:to|from)\b|^umbuchung\b|^own account transfer/i

/**
 * Which side of the result an entry belongs to. Personal: by its sign, unless category or text says transfer. Ledger: by the
 * account's type; without one everything is expense, as in a payments extract.
 */
export function flowOf(plan: Plan, cells: readonly string[], amount: number): Flow {
  if (plan.profile === 'personal') {
    if (plan.category >= 0 && TRANSFER_CATEGORY.test((cells[plan.category] as string).trim()))
      return 'transfer'
    const description =
      plan.texts[0]?.field === 'description' ? (cells[plan.texts[0].column] as string).trim() : ''
    if (description !== '' && TRANSFER_TEXT.test(description)) return 'transfer'
    return amount > 0 ? 'income' : 'expense'
  }
  const column = plan.accountDetail[0] as number
  if (column < 0) return 'expense'
  const type = accountTypeOf(cells[column] as string)
  if (type === 'revenue') return 'income'
  if (type === 'expense' || type === '') return 'expense'
  return 'balance'
}

// SAP: S = balance sheet, X too; P = profit and loss; E/O … differ by installation and are left to their words.
const WORDS: ReadonlyMap<string, AccountType> = new Map([
  ['assets', 'asset'],
  ['aktiva', 'asset'],
  ['liabilities', 'liability'],
  ['passiva', 'liability'],
  ['payable', 'liability'],
  ['receivable', 'asset'],
  ['bank', 'asset'],
  ['cash', 'asset'],
  ['capital', 'equity'],
  ['eigenkapital', 'equity'],
  ['income', 'revenue'],
  ['revenues', 'revenue'],
  ['sales', 'revenue'],
  ['ertrag', 'revenue'],
  ['erlos', 'revenue'],
  ['expenses', 'expense'],
  ['expenditure', 'expense'],
  ['cost', 'expense'],
  ['costs', 'expense'],
  ['aufwand', 'expense'],
  ['stat', 'statistical'],
])

/** The account type that a cell names; '' where it names none. */
export function accountTypeOf(cell: string): AccountType | '' {
  const word = cell.trim().toLowerCase()
  const exact = ACCOUNT_TYPES.find(type => type === word)
  return exact ?? WORDS.get(word) ?? ACCOUNT_TYPES.find(type => word.startsWith(type)) ?? ''
}
