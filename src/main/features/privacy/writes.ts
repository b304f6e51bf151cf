import type { Masking, RetentionFinding } from '../../../shared/contract/privacy.ts'
import type { OpContext } from '../../compute/ops.ts'
import { bumpRevision, writeMeta } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { erasePayee, giveUpKept, type ErasedRows } from './erase.ts'
import { saySo, selectPeople } from './people.ts'
import {
  emptyRejectsBefore,
  filesBefore,
  putRetentionRule,
  rejectsBefore,
  retentionRules,
} from './keeping-queries.ts'
import { compactAway } from './queries.ts'
import { closeYear, noteArchive, reopenYear } from './years.ts'

export function privacyWrites(db: WritableDB) {
  const change = (work: () => void): number =>
    db
      .transaction(() => {
        work()
        return bumpRevision(db)
      })
      .immediate()
  return {
    privacySetPerson: ({ payee, person }: { payee: number; person: boolean | null }): number =>
      change(() => saySo(db, payee, person)),
    privacySetMasking: ({ who }: { who: Masking }): number =>
      change(() => writeMeta(db, 'privacy_masking', who)),
    privacySetRetention: ({ kind, months }: { kind: string; months: number | null }): number =>
      change(() => putRetentionRule(db, kind, months)),
    privacyCloseYear: ({ year }: { year: number }): number => change(() => closeYear(db, year)),
    privacyReopenYear: ({ year }: { year: number }): number => change(() => reopenYear(db, year)),

    privacyArchived: ({ year, archive }: { year: number; archive: { path: string; at: string } }): number =>
      change(() => noteArchive(db, year, archive)),

    privacyErase: ({ payee }: { payee: number }, op: OpContext): ErasedRows => {
      const erased = erasePayee(db, payee, op)
      compactAway(db)
      return erased
    },

    /** What the rules find older than they allow; with `apply`, it goes. `today` in days since 1970-01-01. */
    privacyRetain: (
      { apply, now }: { apply: boolean; now: string },
      op: OpContext,
    ): { findings: RetentionFinding[]; revision: number | null } => {
      const findings: RetentionFinding[] = []
      for (const { kind, months } of retentionRules(db)) {
        const moment = monthsBefore(now, months)
        const day = Math.floor(Date.parse(moment) / 86_400_000)
        const files = kind === 'raw-files' ? filesBefore(db, moment) : []
        const people =
          kind === 'people' ? selectPeople(db).filter(one => one.lastDay !== null && one.lastDay < day) : []
        const rejects = kind === 'rejected-rows' ? rejectsBefore(db, moment) : 0
        if (apply && files.length > 0) change(() => giveUpKept(db, files))
        if (apply && rejects > 0) change(() => emptyRejectsBefore(db, moment))
        if (apply) for (const { payee } of people) erasePayee(db, payee, op)
        const found = files.length + rejects + people.length
        findings.push({ kind: kind as RetentionFinding['kind'], months, found, applied: apply && found > 0 })
      }
      const done = findings.some(one => one.applied)
      if (done) compactAway(db)
      return { findings, revision: done ? change(() => {}) : null }
    },
  }
}

function monthsBefore(now: string, months: number): string {
  const moment = new Date(now)
  moment.setUTCMonth(moment.getUTCMonth() - months)
  return moment.toISOString()
}
