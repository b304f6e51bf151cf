import { parseIsoDate, toIsoDate } from '../../../../shared/calendar/day.ts'
import type { AccountBalance, BatchReconciliation } from '../../../../shared/contract/quality.ts'
import { exponentOf } from '../../../../shared/money/minor.ts'
import type { ReadableDB } from '../../../db/types.ts'
import { big } from './batches.ts'
import { decimal } from './money.ts'
import { selectMoved, selectStageBatches } from './queries.ts'

/** Controls that state an account's balance at the end of a day. */
const STATED = new Set(['closing', 'stated', 'running'])

interface Stated {
  account: string
  currency: string
  batch: number
  day: number
  amount: bigint
}

/**
 * An account's stated balances, one after another: the one before and the ledger's entries since must give it. A statement that is
 * missing between two others shows here, and so does an entry that was deleted.
 */
export function reconcileBalances(db: ReadableDB, batches: readonly BatchReconciliation[]): AccountBalance[] {
  const lastDays = new Map(selectStageBatches(db).map(batch => [batch.id, batch.toDay]))
  const stated = batches
    .filter(batch => !batch.undone)
    .flatMap(({ batch, controls }) =>
      controls.flatMap((control): Stated[] => {
        const { code, label: account, currency = '', file, date } = control
        // A column of balances ends with the newest row, whose day is the batch's last.
        const day = date === undefined ? lastDays.get(batch) : parseIsoDate(date.slice(0, 10))
        if (!STATED.has(code) || day === undefined || day === null) return []
        return [{ account, currency, batch, day, amount: big(file, exponentOf(currency)) }]
      }),
    )
  const rows: AccountBalance[] = []
  for (const series of Map.groupBy(stated, one => `${one.account}\u001f${one.currency}`).values()) {
    const ordered = series.toSorted((a, b) => a.day - b.day || a.batch - b.batch)
    let before: Stated | undefined
    for (const one of ordered) {
      // Two files that state the same day: they must say the same.
      const moved = before
        ? selectMoved(db, { account: one.account, currency: one.currency, after: before.day, until: one.day })
        : 0n
      rows.push({
        account: one.account,
        currency: one.currency,
        batch: one.batch,
        date: toIsoDate(one.day),
        stated: decimal(one.amount, one.currency),
        carried: before ? decimal(before.amount, one.currency) : '',
        movements: before ? decimal(moved, one.currency) : '',
        agrees: !before || before.amount + moved === one.amount,
      })
      before = one
    }
  }
  return rows
}
