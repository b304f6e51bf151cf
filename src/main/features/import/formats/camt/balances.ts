import type { StatementBalance, StatementTotal } from '../statement.ts'
import { amountOf, dayAt, find, negated, textAt, type Node } from './node.ts'

export interface ReadBalance {
  code: string
  interim: boolean
  balance: StatementBalance
}

/** One Bal; undefined where amount, direction or date cannot be read. */
export function readBalance(node: Node, account: string, currency: string): ReadBalance | undefined {
  const code = textAt(node, 'Tp/CdOrPrtry/Cd', 'Tp/Cd', 'Tp/CdOrPrtry/Prtry').toUpperCase()
  const amount = amountOf(find(node, 'Amt'))
  const direction = textAt(node, 'CdtDbtInd')
  const date = dayAt(node, 'Dt')
  if (amount === undefined || (direction !== 'CRDT' && direction !== 'DBIT')) return undefined
  return {
    code,
    interim: textAt(node, 'Tp/SubTp/Cd').toUpperCase() === 'INTM',
    balance: {
      kind: 'balance',
      line: node.line,
      account,
      currency: find(node, 'Amt')?.currency || currency,
      at: 'available',
      date,
      amount: direction === 'DBIT' ? negated(amount) : amount,
    },
  }
}

/**
 * What the balances of one statement are to its movements. PRCD, the closing of the day before, opens where there is no OPBD; of two
 * interim balances of one currency the first opens. Forecasts (XPCD) and informative ones are no balance of booked movements.
 */
export function placed(read: readonly ReadBalance[]): StatementBalance[] {
  const has = (code: string, currency: string): boolean =>
    read.some(one => one.code === code && one.balance.currency === currency)
  const events: StatementBalance[] = []
  for (const [index, { code, interim, balance }] of read.entries()) {
    const { currency } = balance
    const at = ((): StatementBalance['at'] | undefined => {
      switch (code) {
        case 'OPBD':
          return interim ? 'interim-opening' : 'opening'
        case 'PRCD':
          return has('OPBD', currency) ? undefined : 'opening'
        case 'CLBD':
          return interim ? 'interim-closing' : 'closing'
        case 'ITBD': {
          const others = read.filter(one => one.code === 'ITBD' && one.balance.currency === currency)
          const opened = has('OPBD', currency) || has('PRCD', currency)
          const first = others[0] === read[index]
          if (others.length > 1) return first && !opened ? 'interim-opening' : 'interim-closing'
          return has('CLBD', currency) && !opened ? 'interim-opening' : 'interim-closing'
        }
        case 'OPAV':
        case 'CLAV':
        case 'ITAV':
        case 'FWAV':
          return 'available'
        default:
          return undefined
      }
    })()
    if (at !== undefined) events.push({ ...balance, at })
  }
  return events
}

/** TxsSummry: what the statement counts and sums itself. */
export function readTotals(node: Node, account: string): StatementTotal[] {
  const groups = [
    ['TtlNtries', 'all'],
    ['TtlCdtNtries', 'credits'],
    ['TtlDbtNtries', 'debits'],
  ] as const
  return groups.flatMap(([name, of]) => {
    const group = find(node, name)
    const count = textAt(group, 'NbOfNtries')
    const sum = amountOf(find(group, 'Sum'))
    if (!group || (!/^\d{1,15}$/.test(count) && sum === undefined)) return []
    const total: StatementTotal = { kind: 'total', line: group.line, account, of }
    if (/^\d{1,15}$/.test(count)) total.count = Number(count)
    if (sum !== undefined) total.sum = sum
    return [total]
  })
}
