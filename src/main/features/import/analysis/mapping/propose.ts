import type { Profile } from '../../../../../shared/query/dimensions.ts'
import { BUILT_IN_DIMENSIONS } from '../../../../../shared/query/dimensions.ts'
import { proposeAmounts } from './amounts.ts'
import { proposeDates } from './dates.ts'
import { proposeMembers } from './members.ts'
import { risesByDebit } from './own-books.ts'
import { whichCurrency } from './shown-currency.ts'
import { candidates, type Candidate, type Context, type Proposal, type TableFacts } from './table.ts'

/**
 * A mapping for a table nobody has mapped yet, from its headers and from whole columns. What they do not settle becomes a question;
 * nothing is guessed. Answers given before are taken up.
 */
export function propose(table: TableFacts, context: Context): Proposal {
  const all = candidates(table)
  const profile =
    context.profile ?? judgeProfile(table, all, context.workspaceProfile) ?? context.workspaceProfile
  const dates = proposeDates(table, all, context)
  const taken = new Set(dates.fields.map(f => f.column))
  const amounts = proposeAmounts(table, all, taken, context, profile)
  for (const f of amounts.fields) taken.add(f.column)
  const members = proposeMembers(table, all, taken, profile, amounts)
  const shown =
    amounts.currency === undefined && !members.some(f => f.field === 'currency') ? amounts.shown : []
  const given = context.answers['currency']
  const isOpen = shown.length > 1 && given === undefined
  return {
    profile,
    fields: [...dates.fields, ...amounts.fields, ...members].toSorted((a, b) => a.column - b.column),
    currency:
      amounts.currency ??
      context.statedCurrency ??
      (shown.length > 1 ? given : shown[0]) ??
      context.baseCurrency,
    questions: [...dates.questions, ...amounts.questions, ...(isOpen ? [whichCurrency(shown)] : [])],
    shown: shown.length === 1 ? shown[0] : undefined,
  }
}

const LEDGER_ONLY: ReadonlySet<string> = new Set(
  BUILT_IN_DIMENSIONS.filter(d => d.profile === 'ledger').map(d => d.id),
)
const SUPPLIER =
  /supplier|vendor|beneficiar|creditor|lieferant|kreditor|fournisseur|leverancier|invoice|\binv ?num/i

// An account of the books, not one at a bank; banks do say "account number".
const BOOKS =
  /\b(?:gl|g l|g\/l|nominal|n\/c|ledger account|account code|sachkonto|comptenum|compte ?lib|grootboek|saknr|racct|hkont)\b/i
const isLedgerAccount = (c: Candidate): boolean =>
  (c.field === 'account' || c.field === 'account.code') && c.profile.filled > 0 && BOOKS.test(c.name)

/** Bank statement or ledger extract? Undefined where the columns do not say. */
function judgeProfile(table: TableFacts, all: readonly Candidate[], workspace: Profile): Profile | undefined {
  const has = (field: string): boolean => all.some(c => c.field === field && c.profile.filled > 0)
  const ledger = new Set(
    all
      .map(c => (c.field ?? '').replace(/\.code$/, ''))
      .filter(f => LEDGER_ONLY.has(f) && f !== 'document_type'),
  ).size
  if (ledger >= 2 || has('account_type') || all.some(isLedgerAccount)) return 'ledger'
  // "4000" is an account of the books, not one at a bank; a personal workspace has no books.
  const coded = all.some(
    c =>
      (c.field === 'account' || c.field === 'account.code') &&
      c.profile.filled > 0 &&
      c.profile.samples.every(s => /^\d{3,7}$/.test(s)),
  )
  if (workspace === 'ledger' && coded) return 'ledger'
  if (workspace === 'ledger' && risesByDebit(table, all)) return 'ledger'
  if (has('balance')) return 'personal'
  if (all.some(c => SUPPLIER.test(c.name))) return 'ledger'
  return ledger > 0 ? 'ledger' : undefined
}
