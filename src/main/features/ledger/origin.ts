import { MappingSchema, type FieldMapping, type Mapping } from '../../../shared/contract/import.ts'
import type { EntryOrigin } from '../../../shared/contract/ledger.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { sourceOrigin } from '../../db/source-origin.ts'
import type { ReadableDB } from '../../db/types.ts'
import { keptRecord } from './kept-record.ts'
import { readChunk, readOrigin, readRecordChunk, type StoredEntry } from './queries.ts'
import { cutRecord, type RawRecord } from './raw-record.ts'
import { say } from './messages.ts'

/** Where an entry came from: its file, line, text and cells there, and how each field was made of them. */
export function originOf(db: ReadableDB, entry: StoredEntry): EntryOrigin {
  const origin = readOrigin(db, entry.batchId)
  if (!origin) throw new FailureError('file-damaged', say().noBatch(entry.id, entry.batchId))
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
  const database = sourceOrigin(db, entry.batchId)
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
    ...(database ? { source: database } : {}),
  }
}

/** Says in words how a field came out of its column. */
function lineage(
  field: FieldMapping,
  header: readonly string[],
  mapping: Mapping,
): EntryOrigin['lineage'][number] {
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
