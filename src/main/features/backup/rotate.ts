import type { BackupCause } from '../../../shared/contract/backup.ts'

export interface Dated {
  path: string
  madeAt: string
  cause: BackupCause
}

export const KEPT = { latest: 3, daily: 7, weekly: 4, monthly: 6 } as const

/**
 * Which backups have had their time: kept are the newest of each of the last 7 days, 4 weeks (from Monday) and 6 months that have any, the
 * latest 3 whenever they were made, the newest before a migration, and whatever a person made by hand. Days are UTC, as in the names.
 */
export function outOfRotation(backups: readonly Dated[]): Dated[] {
  const newestFirst = backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  const kept = new Set<Dated>(newestFirst.slice(0, KEPT.latest))
  for (const [of, most] of [
    [day, KEPT.daily],
    [week, KEPT.weekly],
    [month, KEPT.monthly],
  ] as const) {
    const spans = new Map<string, Dated>()
    for (const backup of newestFirst) {
      const span = of(backup.madeAt)
      if (!spans.has(span) && spans.size < most) spans.set(span, backup)
    }
    for (const backup of spans.values()) kept.add(backup)
  }
  for (const backup of newestFirst) if (backup.cause === 'by-hand') kept.add(backup)
  const migration = newestFirst.find(backup => backup.cause === 'before-migration')
  if (migration) kept.add(migration)
  return newestFirst.filter(backup => !kept.has(backup))
}

const day = (at: string): string => at.slice(0, 10)
const month = (at: string): string => at.slice(0, 7)

function week(at: string): string {
  const date = new Date(`${day(at)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
