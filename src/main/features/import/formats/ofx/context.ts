import type { StatementNote, StatementProblem } from '../statement.ts'
import type { NumberReader } from '../text/number.ts'
import { quoted } from '../text/sentence.ts'
import { part, value } from './fields.ts'
import type { Node } from './tree.ts'
import { isAccount } from './vocabulary.ts'
import { say } from './messages.ts'

/** What a movement takes from the statement around it. */
export interface Account {
  account: string
  currency: string
  /** Bank, branch and kind of account, as text. */
  extra: Record<string, string>
}

export const NO_ACCOUNT: Account = { account: '', currency: '', extra: {} }

/** The account of a statement, so far as it has been read. */
export function accountOf(statement: Node | undefined): Account {
  if (!statement) return NO_ACCOUNT
  const from = statement.children.find(child => isAccount(child.name))
  const extra: Record<string, string> = {}
  const bank = value(from, 'BANKID') || value(from, 'BROKERID')
  if (bank !== '') extra['bank'] = bank
  if (value(from, 'BRANCHID') !== '') extra['branch'] = value(from, 'BRANCHID')
  if (value(from, 'ACCTTYPE') !== '') extra['accountType'] = value(from, 'ACCTTYPE')
  return { account: value(from, 'ACCTID'), currency: currencyCode(value(statement, 'CURDEF')), extra }
}

/** A code of three letters in capitals; '' for anything else. */
export function currencyCode(text: string): string {
  const code = text.trim().toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : ''
}

/** The currency of an amount in a node, and what is said of another one. CURRENCY: the amount is in CURSYM; ORIGCURRENCY: it was. */
export function currencyOf(
  node: Node,
  account: Account,
): { currency: string; extra: Record<string, string> } {
  const stated = part(node, 'CURRENCY')
  const original = part(node, 'ORIGCURRENCY')
  const symbol = currencyCode(value(stated, 'CURSYM'))
  const extra: Record<string, string> = {}
  if (original && currencyCode(value(original, 'CURSYM')) !== '')
    extra['originalCurrency'] = currencyCode(value(original, 'CURSYM'))
  const rate = value(stated, 'CURRATE') || value(original, 'CURRATE')
  const differs = (symbol !== '' && symbol !== account.currency) || original !== undefined
  if (rate !== '' && differs) extra['rate'] = rate
  return { currency: symbol === '' ? account.currency : symbol, extra }
}

/** How the parts of the reader read an amount and report. */
export interface Reading {
  numbers: NumberReader
  /** '' or the bank's id, where it is none of another movement of this account. */
  reference(account: string, id: string, content: string, at: { line: number; raw: string }): string
  notes: StatementNote[]
}

export function problem(at: { line: number; raw: string }, code: string, message: string): StatementProblem {
  return { kind: 'problem', line: at.line, raw: at.raw, code, message }
}

/** The sentence for a date that cannot be read. */
export function dateProblem(at: Node, tag: string, text: string): StatementProblem {
  return text === ''
    ? problem(at, 'no-date', say().noDate(tag))
    : problem(at, 'bad-date', say().badDate(quoted(text), tag))
}

/** The sentence for an amount that cannot be read. */
export function amountProblem(at: Node, tag: string, text: string): StatementProblem {
  return text === ''
    ? problem(at, 'no-amount', say().noAmount(tag))
    : problem(at, 'bad-amount', say().badAmount(quoted(text), tag))
}
