import type { StatementBalance, StatementEvent } from '../statement.ts'
import { sumOf } from './events.ts'

/**
 * What a file comes to, one line each: 'account currency: records = sum, first opening → last closing', then 'problem code ×n' and
 * 'note code ×n' in the order of their first appearance.
 */
export function outcomeOf(events: readonly StatementEvent[]): string[] {
  const accounts = new Map<string, { amounts: string[]; opening: string; closing: string }>()
  const at = (account: string, currency: string) => {
    const key = `${account} ${currency}`.trim()
    const known = accounts.get(key) ?? { amounts: [], opening: '?', closing: '?' }
    accounts.set(key, known)
    return known
  }
  const said = new Map<string, number>()
  for (const event of events) {
    if (event.kind === 'record') at(event.account, event.currency).amounts.push(event.amount)
    else if (event.kind === 'balance') note(event, at)
    else if (event.kind === 'problem' || event.kind === 'note' || event.kind === 'question') {
      const key = event.kind === 'question' ? `question ${event.id}` : `${event.kind} ${event.code}`
      said.set(key, (said.get(key) ?? 0) + 1)
    }
  }
  return [
    ...[...accounts].map(
      ([key, { amounts, opening, closing }]) =>
        `${key}: ${amounts.length} = ${sumOf(amounts)}, ${opening} → ${closing}`,
    ),
    ...[...said].map(([key, count]) => (count > 1 ? `${key} ×${count}` : key)),
  ]
}

function note(
  balance: StatementBalance,
  at: (account: string, currency: string) => { opening: string; closing: string },
): void {
  const { account, currency, amount } = balance
  if (balance.at === 'opening' || balance.at === 'interim-opening') {
    const known = at(account, currency)
    if (known.opening === '?') known.opening = sumOf([amount])
  } else if (balance.at === 'closing' || balance.at === 'interim-closing')
    at(account, currency).closing = sumOf([amount])
}
