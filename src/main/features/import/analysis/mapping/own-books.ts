import { currencyCode, isCurrencyCode } from '../money/style.ts'
import { isEntered, isOwnBooks } from './amount-names.ts'
import { isNumeric, type Candidate, type TableFacts } from './table.ts'
import { valueOf, type Pick } from './unnamed-amounts.ts'

/** Sides in the books' own currency ("Accounted Dr") before those that a document was entered in. */
export function ownBooks(free: readonly Candidate[]): Pick[] | undefined {
  const own = (field: 'debit' | 'credit'): Candidate | undefined =>
    free.find(c => c.field === field && c.profile.filled > 0 && isNumeric(c) && isOwnBooks(c.name))
  const [debit, credit] = [own('debit'), own('credit')]
  return debit && credit && [{ candidate: debit, field: 'debit' }, { candidate: credit, field: 'credit' }] // prettier-ignore
}

/** The books' currency, where no column says it: that of the documents whose entered sides are the accounted ones, if it is one. */
export function currencyOfBooks(
  table: TableFacts,
  free: readonly Candidate[],
  pick: readonly Pick[],
): string | undefined {
  const own = pick.filter(({ candidate }) => isOwnBooks(candidate.name))
  const currency = free.find(c => c.field === 'currency' && c.profile.filled > 0)
  if (own.length === 0 || !currency) return undefined
  const pairs = own.flatMap(({ candidate: accounted, field }) => {
    const entered = free.find(c => c.field === field && isEntered(c.name))
    return entered ? [{ accounted: accounted.column, entered: entered.column }] : []
  })
  const found = new Set<string>()
  for (const row of table.sample)
    for (const { accounted, entered } of pairs) {
      const value = valueOf(row[accounted])
      const code = currencyCode(row[currency.column] ?? '')
      if (value !== undefined && value !== 0 && value === valueOf(row[entered]) && code) found.add(code)
    }
  const [only] = found
  return found.size === 1 && isCurrencyCode(only as string) ? only : undefined
}

/** True where a balance rises by what stands under debit: an account's sheet in the books. At a bank it falls. */
export function risesByDebit(table: TableFacts, all: readonly Candidate[]): boolean {
  const [debit, credit, balance] = ['debit', 'credit', 'balance'].map(field =>
    all.find(c => c.field === field && c.profile.filled > 0),
  )
  if (!debit || !credit || !balance) return false
  const rows = table.sample.map(row => ({
    by: Math.abs(valueOf(row[debit.column]) ?? 0) - Math.abs(valueOf(row[credit.column]) ?? 0),
    balance: valueOf(row[balance.column]),
  }))
  let rises = 0
  let falls = 0
  for (const [i, { by, balance: now }] of rows.entries()) {
    const before = rows[i - 1]?.balance
    if (now === undefined || by === 0) continue
    // Each line's own balance, as some programs write beside its sides.
    if (now === by) rises++
    if (now === -by) falls++
    if (before === undefined) continue
    if (now - before === by || now - before === -(rows[i - 1]?.by ?? 0)) rises++
    if (now - before === -by || now - before === (rows[i - 1]?.by ?? Number.NaN)) falls++
  }
  return rises > falls
}
