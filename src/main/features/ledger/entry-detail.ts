import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { EntryDetail } from '../../../shared/contract/ledger.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { isAttachment } from '../../engine/changes/record.ts'
import { attachmentName } from './attachment-queries.ts'
import { createConverter, decimalRate, rateOn } from '../../db/rates.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { entryRow, membersOf } from './entry-row.ts'
import {
  documentBalance,
  readChangesOf,
  readDocument,
  readEntries,
  readPair,
  readParent,
  readParts,
  type StoredEntry,
} from './queries.ts'
import { originOf } from './origin.ts'
import { say } from './messages.ts'

export const SIBLINGS = 200

/** Everything that is known of one entry: its fields, where it came from, its document. Throws `not-found`. */
export function entryDetail(db: ReadableDB, engine: Columnar, id: number): EntryDetail {
  const [entry] = readEntries(db, [id])
  if (!entry) throw new FailureError('not-found', say().noEntry(id))
  const rate = rateUsed(db, engine, entryRow(engine, entry), entry.day)
  return detailOf(engine, entry, {
    ...(rate
      ? { rate: { rate: decimalRate(rate.rate), day: toIsoDate(rate.day), source: rate.source } }
      : {}),
    origin: originOf(db, entry),
    document:
      entry.document === ''
        ? undefined
        : { balance: documentBalance(db, entry), lines: readDocument(db, entry, SIBLINGS + 1) },
    ...splitOf(db, engine, id),
    ...pairOf(db, id),
    changes: changesOf(db, engine, id),
  })
}

/** What is known of an entry beside its own fields, wherever it lies. */
export type Known = Pick<EntryDetail, 'rate' | 'origin' | 'split' | 'pair' | 'changes'> & {
  /** The lines of its document, itself among them, and what they come to. */
  document:
    | { balance: { lines: number; converted: number; balance: number | null }; lines: StoredEntry[] }
    | undefined
}

export function detailOf(engine: Columnar, entry: StoredEntry, { document, ...known }: Known): EntryDetail {
  const row = entryRow(engine, entry)
  const members = membersOf(engine, entry)
  const balance = document?.balance
  return {
    ...row,
    postingPeriod: periodText(entry.postingPeriod),
    fields: [
      ...members.map(m => ({ field: m.id, label: m.label, value: m.text })),
      ...extraFields(entry.extra),
      ...(entry.note === '' ? [] : [{ field: 'note', label: 'Note', value: entry.note }]),
    ],
    keys: Object.fromEntries(members.map(m => [m.id, m.keyText])),
    ...known,
    siblings: (document?.lines ?? [])
      .filter(line => line.id !== entry.id)
      .slice(0, SIBLINGS)
      .map(line => entryRow(engine, line)),
    documentBalance: balance && balance.lines === balance.converted ? balance.balance : null,
  }
}

/** The rate that the entry was converted at; undefined where today's rates do not come to its amount: others were given since. */
function rateUsed(db: ReadableDB, engine: Columnar, row: ReturnType<typeof entryRow>, day: number) {
  const { baseCurrency } = engine.store
  if (row.currency === baseCurrency || row.baseAmount === null) return undefined
  const same = createConverter(db, baseCurrency)(row.amount, row.currency, day) === row.baseAmount
  return same ? rateOn(db, row.currency, day) : undefined
}

function splitOf(db: ReadableDB, engine: Columnar, id: number): Pick<EntryDetail, 'split'> {
  const parent = readParent(db, id)
  if (!parent) return {}
  const parts = readEntries(db, readParts(db, parent.id)).map(part => entryRow(engine, part))
  return { split: { ...parent, parts } }
}

function pairOf(db: ReadableDB, id: number): Pick<EntryDetail, 'pair'> {
  const pair = readPair(db, id)
  return pair === undefined ? {} : { pair }
}

/** What was changed on an entry, in words: members by their names. */
function changesOf(db: ReadableDB, engine: Columnar, id: number): EntryDetail['changes'] {
  const word = (field: string, value: string | number | null): string =>
    isAttachment(field)
      ? value === 1
        ? attachmentName(db, id, field)
        : ''
      : typeof value === 'number' && engine.dictionaries.registry.has(field)
        ? engine.dictionary(field).labelOf(value)
        : String(value ?? '')
  return readChangesOf(db, id).map(({ at, field, before, after, state }) => ({
    at,
    field: isAttachment(field) ? 'attachment' : field,
    before: word(field, before),
    after: word(field, after),
    undone: state !== 'done',
  }))
}

/** 'FY2025-P07' of 202507; '' where the source states no period. */
function periodText(period: number): string {
  if (period === 0) return ''
  return `FY${Math.floor(period / 100)}-P${String(period % 100).padStart(2, '0')}`
}

function extraFields(extra: string): { field: string; label: string; value: string }[] {
  if (extra === '') return []
  return Object.entries(JSON.parse(extra) as Record<string, unknown>).map(([label, value]) => ({
    field: 'text',
    label,
    value: String(value),
  }))
}
