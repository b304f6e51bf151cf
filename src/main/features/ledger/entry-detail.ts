import { toIsoDate } from '../../../shared/calendar/day.ts'
import { MappingSchema, type FieldMapping, type Mapping } from '../../../shared/contract/import.ts'
import type { EntryDetail } from '../../../shared/contract/ledger.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { createConverter, decimalRate, rateOn } from '../../db/rates.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { entryRow, membersOf } from './entry-row.ts'
import {
  documentBalance,
  readChangesOf,
  readChunk,
  readRecordChunk,
  readDocument,
  readEntries,
  readOrigin,
  readPair,
  readParent,
  readParts,
  type StoredEntry,
} from './queries.ts'
import { keptRecord } from './kept-record.ts'
import { cutRecord, type RawRecord } from './raw-record.ts'

const SIBLINGS = 200

/** Everything that is known of one entry: its fields, where it came from, its document. Throws `not-found`. */
export function entryDetail(db: ReadableDB, engine: Columnar, id: number): EntryDetail {
  const [entry] = readEntries(db, [id])
  if (!entry) throw new FailureError('not-found', `There is no entry ${id}. Its import may have been undone.`)
  const row = entryRow(engine, entry)
  const members = membersOf(engine, entry)
  const document = entry.document === '' ? undefined : documentBalance(db, entry)
  const rate = rateUsed(db, engine, row, entry.day)
  return {
    ...row,
    postingPeriod: periodText(entry.postingPeriod),
    fields: [
      ...members.map(m => ({ field: m.id, label: m.label, value: m.text })),
      ...extraFields(entry.extra),
      ...(entry.note === '' ? [] : [{ field: 'note', label: 'Note', value: entry.note }]),
    ],
    keys: Object.fromEntries(members.map(m => [m.id, m.keyText])),
    ...(rate
      ? { rate: { rate: decimalRate(rate.rate), day: toIsoDate(rate.day), source: rate.source } }
      : {}),
    origin: originOf(db, entry),
    siblings: document
      ? readDocument(db, entry, SIBLINGS + 1)
          .filter(line => line.id !== id)
          .slice(0, SIBLINGS)
          .map(line => entryRow(engine, line))
      : [],
    ...splitOf(db, engine, id),
    ...pairOf(db, id),
    changes: changesOf(db, engine, id),
    documentBalance: document && document.lines === document.converted ? document.balance : null,
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
    typeof value === 'number' && engine.dictionaries.registry.has(field)
      ? engine.dictionary(field).labelOf(value)
      : String(value ?? '')
  return readChangesOf(db, id).map(({ at, field, before, after, state }) => ({
    at,
    field,
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

function originOf(db: ReadableDB, entry: StoredEntry): EntryDetail['origin'] {
  const origin = readOrigin(db, entry.batchId)
  if (!origin)
    throw new FailureError(
      'file-damaged',
      `Entry ${entry.id} belongs to batch ${entry.batchId}, which is not there. Check the workspace (Settings, Verify).`,
    )
  const parsed =
    origin.mappingJson === null ? undefined : MappingSchema.safeParse(JSON.parse(origin.mappingJson))
  const mapping = parsed?.success ? parsed.data : undefined
  const record = (line: number): RawRecord | undefined => {
    if (!mapping || origin.kept !== 1) return undefined
    if (mapping.format !== undefined) return keptRecord(readRecordChunk(db, entry.batchId, line), line)
    const chunk = readChunk(db, origin.fileId, line)
    return chunk && cutRecord(chunk, line, mapping)
  }
  const source = record(entry.line)
  const header =
    mapping?.format === undefined
      ? mapping?.hasHeader
        ? (record(mapping.skipLines + 1)?.cells ?? mapping.shape)
        : []
      : (mapping.headers ?? [])
  return {
    batch: entry.batchId,
    file: origin.file,
    sha256: origin.sha256,
    line: entry.line,
    place: mapping?.place ?? 'line',
    ...(source ? { raw: source.raw } : {}),
    header,
    cells: source?.cells ?? [],
    mapping: mapping?.name ?? '',
    mappingVersion: origin.mappingVersion ?? 0,
    lineage: mapping ? mapping.fields.map(field => lineage(field, header, mapping)) : [],
    loadedAt: origin.loadedAt,
  }
}

/** Says in words how a field came out of its column. */
function lineage(
  field: FieldMapping,
  header: readonly string[],
  mapping: Mapping,
): EntryDetail['origin']['lineage'][number] {
  const steps: string[] = []
  if (field.datePattern) steps.push(`read as ${field.datePattern}`)
  if (field.numberStyle) {
    const { decimal, grouping } = field.numberStyle
    steps.push(`decimal sign “${decimal}”${grouping === '' ? '' : `, grouping “${grouping}”`}`)
  }
  if (field.negate) steps.push('sign turned round')
  if (field.field === 'ignore') steps.push('not loaded')
  if (steps.length === 0) steps.push('as it stands')
  return {
    field: field.field,
    column: header[field.column] ?? mapping.shape[field.column] ?? `Column ${field.column + 1}`,
    transformation: steps.join('; '),
  }
}
