import type { OpContext } from '../compute/ops.ts'
import { readRevision } from '../db/meta.ts'
import type { WritableDB } from '../db/types.ts'
import { auditKey, RESTORED, type AuditHead } from './chain.ts'
import { appendToLog, type LogEntry } from './log.ts'
import { allRows, earlierKeys, headOf, keepKey, macAt } from './queries.ts'
import { holds, verifyChain, type Anchor, type Problem } from './verify.ts'

/** Rows by which the log tells of itself. An alarm stands until somebody has looked at it. */
export const ALARM = 'audit-log.alarm'
export const ACCEPTED = 'audit-log.accepted'

/** The log did not hold what was written down elsewhere when the workspace was opened; `sequence` and `at` are what was written down. */
export interface Alarm {
  row: number
  at: string
  sequence: number
  anchoredAt: string
}

export interface LogReport {
  head: AuditHead
  rows: number
  problems: Problem[]
  alarms: Alarm[]
  anchors: (Anchor & { holds: boolean })[]
}

export function auditLogWrites(db: WritableDB, dataKey: Uint8Array) {
  const append = (entry: LogEntry): AuditHead =>
    db.transaction(() => appendToLog(db, dataKey, entry)).immediate()
  return {
    /** A row of its own, for what changes nothing in the workspace. */
    logEvent: (
      input: { action: string; detail: LogEntry['detail']; user?: string | undefined },
      context: OpContext,
    ): AuditHead =>
      append({
        user: input.user ?? context.by?.user ?? 'program',
        action: input.action,
        detail: input.detail,
      }),

    /** Holds the log against a head that was written down; where it does not hold, an alarm is written into the log. */
    logAgainst: (anchor: Anchor): boolean => {
      if (anchor.sequence === 0 || macAt(db, anchor.sequence)?.startsWith(anchor.head)) return true
      const { sequence, at = '' } = anchor
      append({ user: 'program', action: ALARM, detail: { sequence, at, source: anchor.source } })
      return false
    },

    /** The file was put there from a backup made at `madeAt`; `sequence` and `at` are what was known of the log it took the place of. */
    logRestored: (detail: { madeAt: string; sequence: number; at: string }): AuditHead =>
      append({ user: 'program', action: RESTORED, detail }),

    /** Before anything is written under a new data key: the rows so far stay verifiable. */
    logUnderNewKey: (input: { oldKey: Uint8Array }): void => {
      db.transaction(() => keepKey(db, headOf(db).sequence, auditKey(input.oldKey))).immediate()
    },

    logVerify: ({ anchors }: { anchors: readonly Anchor[] }): LogReport => {
      const rows = allRows(db)
      const accepted = rows.findLast(settles)?.at ?? ''
      const standing = anchors.filter(one => one.source !== 'backup' || (one.at ?? '') > accepted)
      const keys = [...earlierKeys(db), { until: Infinity, key: auditKey(dataKey) }]
      return {
        head: headOf(db),
        rows: rows.length,
        problems: verifyChain({ rows, keys, revision: readRevision(db), anchors: standing }),
        alarms: alarmsOf(rows),
        anchors: standing.map(anchor => ({ ...anchor, holds: holds(rows, anchor) })),
      }
    },
  }
}

const settles = ({ action }: { action: string }): boolean => action === ACCEPTED || action === RESTORED

/** Alarms that nobody has accepted yet. */
export function alarmsOf(
  rows: readonly { sequence: number; at: string; action: string; detail: string }[],
): Alarm[] {
  const accepted = rows.findLast(settles)?.sequence ?? 0
  return rows
    .filter(row => row.action === ALARM && row.sequence > accepted)
    .map(row => {
      const { sequence, at } = JSON.parse(row.detail) as { sequence: number; at: string }
      return { row: row.sequence, at: row.at, sequence, anchoredAt: at }
    })
}
