import { createHmac, hkdfSync } from 'node:crypto'

/** A row of the audit log; see db/schema/security.ts. */
export interface LogRow {
  sequence: number
  at: string
  user: string
  action: string
  detail: string
  revision: number
  mac: Buffer
}

/** Where the log ends. `head` is the last row's MAC in hex; '' and 0 in a log without rows. */
export interface AuditHead {
  sequence: number
  head: string
  at: string
}

/** The program put a backup in place: what was known of the log before counts no more. */
export const RESTORED = 'backup.restored'

/** What stands before the first row. */
export const GENESIS = Buffer.alloc(32)

/** The log's key: derived from the data key (HKDF-SHA256, RFC 5869), so that who cannot open the workspace cannot write its log. */
export function auditKey(dataKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), 'farthing audit log', 32))
}

/** HMAC-SHA256 over the row and the MAC before it: a row cannot be changed, moved, taken out or put in without the key. */
export function macOf(key: Uint8Array, row: Omit<LogRow, 'mac'>, before: Uint8Array): Buffer {
  const { sequence, at, user, action, detail, revision } = row
  return createHmac('sha256', key)
    .update(
      JSON.stringify([sequence, at, user, action, detail, revision, Buffer.from(before).toString('base64')]),
    )
    .digest()
}
