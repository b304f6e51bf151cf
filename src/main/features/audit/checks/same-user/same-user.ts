import { fold } from '../../../../../shared/text/fold.ts'
import {
  bySize,
  groupRows,
  stepAt,
  sumOf,
  type Exception,
  type Population,
  type Steps,
} from '../population.ts'

export interface SameUser {
  /** Users with rows that they approved themselves, most first. */
  users: { user: string; rows: number; same: number; sum: bigint }[]
  exceptions: Exception[]
}

/** Rows entered and approved by one person. Rows where either is not known are not judged. */
export function sameUser({ amounts, user = [], approver = [], count }: Population, steps: Steps): SameUser {
  const byUser = groupRows(count, row => {
    stepAt(steps, row, count)
    return fold(user[row] ?? '')
  })
  const exceptions: Exception[] = []
  const users: SameUser['users'] = []
  for (const [name, rows] of byUser) {
    const same = rows.filter(row => fold(approver[row] ?? '') === name)
    if (same.length === 0) continue
    const shown = user[rows[0] as number] as string
    users.push({ user: shown, rows: rows.length, same: same.length, sum: sumOf(amounts, same) })
    for (const row of same)
      exceptions.push({
        rows: [row],
        code: 'same-user',
        values: { user: shown },
        amount: Math.abs(amounts[row] as number),
      })
  }
  users.sort((a, b) => b.same - a.same || (a.user < b.user ? -1 : 1))
  return { users, exceptions: exceptions.sort(bySize) }
}
