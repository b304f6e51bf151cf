import type { AuditVerdict } from '../../../shared/data/workpaper.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { WritableDB } from '../../db/types.ts'
import {
  deleteRun,
  insertEvent,
  insertExceptions,
  insertItems,
  insertRun,
  readExceptions,
  readItems,
  readRun,
  wasSigned,
  writeConclusion,
  writeSignature,
  writeValue,
  writeVerdict,
  type EventKind,
  type RunRow,
} from './queries.ts'
import { say } from './messages.ts'

type Detail = Record<string, string | number | null>

export interface Recording {
  run: Parameters<typeof insertRun>[1]
  exceptions: Parameters<typeof insertExceptions>[2]
  items: Parameters<typeof insertItems>[2]
}

/** Workpapers are no part of the ledger: its revision stays. Each change is an event, and takes a sign-off back. */
export function auditWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  const now = (): string => new Date().toISOString()
  const run = (id: number): RunRow => {
    const found = readRun(db, id)
    if (!found) throw new FailureError('not-found', say().noWorkpaper(id))
    return found
  }
  const event = (id: number, kind: EventKind, by: string, detail: Detail): void =>
    insertEvent(db, id, { at: now(), by, kind, detail: JSON.stringify(detail) })
  /** Before a change is written: what was signed is open again, and says what changed. */
  const reopen = (row: RunRow, by: string, what: Detail): void => {
    if (row.signedAt === null) return
    event(row.id, 'reopened', by, { ...what, signedBy: row.signedBy, signedAt: row.signedAt })
    writeSignature(db, row.id, null, null)
  }
  return {
    auditRecord: (recording: Recording): number =>
      change(() => {
        const id = insertRun(db, recording.run)
        insertExceptions(db, id, recording.exceptions)
        insertItems(db, id, recording.items)
        event(id, 'recorded', recording.run.createdBy, {
          found: recording.run.found,
          revision: recording.run.dataRevision,
        })
        return id
      }),

    auditVerdict: (input: {
      run: number
      exceptions: number[]
      verdict: AuditVerdict
      note?: string
      by: string
    }): RunRow =>
      change(() => {
        const row = run(input.run)
        const all = new Map(readExceptions(db, row.id, undefined, 1_000_000).map(one => [one.sequence, one]))
        for (const sequence of new Set(input.exceptions)) {
          const one = all.get(sequence)
          if (!one) throw new FailureError('not-found', say().noException(row.id, sequence))
          const note = input.note ?? one.note
          if (one.verdict === input.verdict && one.note === note) continue
          const detail = { exception: sequence, before: one.verdict, after: input.verdict, note }
          reopen(run(row.id), input.by, detail)
          writeVerdict(db, row.id, sequence, { verdict: input.verdict, note, at: now(), by: input.by })
          event(row.id, 'verdict', input.by, detail)
        }
        return run(row.id)
      }),

    auditValues: (input: {
      run: number
      items: { item: number; audit: string | null; note?: string }[]
      by: string
    }): RunRow =>
      change(() => {
        const row = run(input.run)
        const all = new Map(readItems(db, row.id).map(one => [one.sequence, one]))
        for (const { item, audit, note } of input.items) {
          const one = all.get(item)
          if (!one) throw new FailureError('not-found', say().noItem(row.id, item))
          if (one.audit === audit && (note === undefined || note === one.note)) continue
          const detail = { item, before: one.audit, after: audit }
          reopen(run(row.id), input.by, detail)
          writeValue(db, row.id, item, { audit, note: note ?? one.note })
          event(row.id, 'audit-value', input.by, detail)
        }
        return run(row.id)
      }),

    auditConclude: (input: { run: number; conclusion: string; title?: string; by: string }): RunRow =>
      change(() => {
        const row = run(input.run)
        const title = input.title ?? row.title
        if (row.conclusion === input.conclusion && row.title === title) return row
        const detail = { before: row.conclusion, after: input.conclusion }
        reopen(row, input.by, detail)
        writeConclusion(db, row.id, input.conclusion, title)
        event(row.id, 'conclusion', input.by, detail)
        return run(row.id)
      }),

    auditSign: ({ run: id, by }: { run: number; by: string }): RunRow =>
      change(() => {
        const row = run(id)
        const refuse = (why: string): never => {
          throw new FailureError('bad-input', why)
        }
        if (row.signedAt !== null) refuse(say().signedAlready(id, row.signedBy ?? ''))
        if (by === '') refuse(say().signName)
        if (row.open > 0) refuse(say().stillOpen(id, row.open, row.items > 0))
        if (row.conclusion.trim() === '') refuse(say().noConclusion(id))
        writeSignature(db, id, now(), by)
        event(id, 'signed', by, { exceptions: row.exceptions })
        return run(id)
      }),

    auditDiscard: ({ run: id }: { run: number }): number =>
      change(() => {
        run(id)
        if (wasSigned(db, id)) throw new FailureError('bad-input', say().kept(id))
        deleteRun(db, id)
        return id
      }),
  }
}
