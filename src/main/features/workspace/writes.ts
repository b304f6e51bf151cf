import { existsSync } from 'node:fs'
import type { WorkspaceSettings } from '../../../shared/contract/workspace.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { bumpRevision, readRevision, writeMeta } from '../../db/meta.ts'
import { rekey } from '../../db/open-database.ts'
import { setRates, type Rate } from '../../db/rates.ts'
import { ensureTextIndex } from '../../db/text-index.ts'
import type { WritableDB } from '../../db/types.ts'
import { vacuumInto } from '../../db/vacuum-into.ts'
import { hasEntries, readSettings, writeSettings } from './queries.ts'
import { verifyWorkspace, type Check } from './verify/index.ts'
import { say } from './messages.ts'

export function workspaceWrites(db: WritableDB) {
  return {
    workspaceRevision: (_input: object) => ({ revision: readRevision(db) }),

    /** Fills a workspace just made. */
    setUpWorkspace: (input: { settings: WorkspaceSettings; id: string; createdAt: string }): void => {
      db.transaction(() => {
        writeSettings(db, input.settings)
        writeMeta(db, 'workspace_id', input.id)
        writeMeta(db, 'created_at', input.createdAt)
      }).immediate()
    },

    /** Answers the new revision. Profile and base currency are settled once there are entries: amounts and flows were worked out by them. */
    updateSettings: (changes: Partial<WorkspaceSettings>): number =>
      db
        .transaction(() => {
          const now = readSettings(db)
          const settled =
            (changes.profile ?? now.profile) === now.profile &&
            (changes.baseCurrency ?? now.baseCurrency) === now.baseCurrency
          if (!settled && hasEntries(db)) throw new FailureError('bad-input', say().settled)
          writeSettings(db, changes)
          return bumpRevision(db)
        })
        .immediate(),

    markSample: (input: { state: 'unfinished' | 'whole' }): void =>
      db.transaction(() => writeMeta(db, 'sample', input.state)).immediate(),

    /** Adds exchange rates; answers the new revision. Entries imported from now on are converted by them. */
    setRates: (input: { rates: readonly Rate[] }): number =>
      db
        .transaction(() => {
          setRates(db, input.rates)
          return bumpRevision(db)
        })
        .immediate(),

    /** Brings the word index up to the latest entry; answers how many were added. */
    ensureTextIndex: (_input: object, context: OpContext): number => ensureTextIndex(db, context),

    /** Writes a defragmented, encrypted copy under the same key to a path where there is no file; it is on the disk when this returns. */
    vacuumInto: (input: { path: string }): void => {
      if (existsSync(input.path)) throw new FailureError('bad-input', say().taken(input.path))
      vacuumInto(db, input.path)
    },

    /** Puts a copy that nobody has open under another key. */
    rekeyCopy: (input: { path: string; key: Uint8Array; next: Uint8Array }): void =>
      rekey(input.path, input.key, input.next),

    verifyWorkspace: (_input: object, context: OpContext): Check[] => verifyWorkspace(db, context),

    /** The last call: the WAL goes back into the file. */
    closeDatabase: (_input: object): void => void db.close(),
  }
}
