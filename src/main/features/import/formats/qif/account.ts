import type { StatementBalance } from '../statement.ts'
import type { Block } from './blocks.ts'
import { readDate } from './dates.ts'
import type { Place } from './place.ts'

const valueOf = (block: Block, code: string): string =>
  block.fields.find(field => field.code === code)?.text.trim() ?? ''

export const accountName = (block: Block): string => valueOf(block, 'N')

/** The statement balance that an account's entry may hold ($ at /). */
export function accountBalance(block: Block, place: Place): StatementBalance | undefined {
  const amount = place.numbers.read(valueOf(block, '$'), block.line, block.raw)
  const date = readDate(valueOf(block, '/'), place.order)
  if (amount === undefined || date === undefined) return undefined
  return {
    kind: 'balance',
    line: block.line,
    account: accountName(block),
    currency: '',
    at: 'assertion',
    date,
    amount,
  }
}

// The first record of Quicken's own exports names the account as the category of its opening balance.
const OPENING =
  /^(?:opening balance|initial balance|anfangssaldo|anfangsbestand|er[oö]ffnungs(?:saldo|bilanz)|solde (?:initial|d'ouverture)|saldo inicial|saldo iniziale)\b/i

/** The account that a record of an opening balance names; '' where the block is none. */
export function openedAccount(block: Block): string {
  const isOpening = block.fields.some(
    ({ code, text }) => (code === 'P' || code === 'M') && OPENING.test(text.trim()),
  )
  return isOpening ? (/^\[([^\]]+)\]/.exec(valueOf(block, 'L'))?.[1] ?? '') : ''
}
