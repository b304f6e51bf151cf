import { closeSync, openSync, readSync } from 'node:fs'
import { FailureError } from '../../../../shared/result/failure.ts'
import { exponentOf } from '../../../../shared/money/minor.ts'
import { ACCOUNT_DERIVED, CATEGORY_GROUP } from '../../../../shared/query/dimensions.ts'
import type { EvidencePart } from '../../../../shared/contract/reports-figures.ts'
import { createMasker, type Person } from '../../../masker.ts'
import type { OpContext } from '../../../compute/ops.ts'
import { readRevision } from '../../../db/meta.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Columnar } from '../../../engine/columnar/columnar.ts'
import { idsOf, needsOf, queriesOf } from '../compare/columns.ts'
import { selectFigures, selectSnapshot, type StoredFigure } from '../figures/queries.ts'
import { entriesCsv, Places, readMapping, recordChunks, sourceChunks, type Mask } from './entries.ts'
import { changesCsv, jsonText, unloadedCsv } from './lists.ts'
import {
  selectBatches,
  selectLines,
  selectMappings,
  selectModelRuns,
  selectRun,
  selectVerdicts,
  selectWorkpapers,
  type PackedBatch,
  type PackedRun,
} from './queries.ts'
import { runsOf } from './runs.ts'
import { say } from './messages.ts'
import { seal } from './seal.ts'
import { VERIFIER } from './verifier.generated.ts'
import { ZipWriter } from './zip-writer.ts'

export interface PackRequest {
  /** Where the archive is written; there must be nothing. */
  path: string
  run: number
  workspace: string
  /** The report's files, by the name that they are packed under. */
  files: { name: string; path: string }[]
  /** What is in it beside the report, its figures and their entries. */
  parts: readonly EvidencePart[]
  /** People whose names are hidden in it; undefined where nothing is. */
  people?: readonly Person[] | undefined
  /** The audit log's newest entry, where one is kept. */
  auditHead?: { sequence: number; head: string; at: string } | undefined
}

export interface Packed {
  bytes: number
  sha256: string
  /** The manifest's hash, as it is printed on the index page. */
  manifest: string
  members: number
  figures: number
  entries: number
}

const asItIs: Mask = text => text

/**
 * Writes the evidence pack of a report: everything that its figures rest on, and a verifier. Call inside `columnar.read`, so that all of
 * it is of one state. Throws `not-found`, and `bad-input` where the ledger is no longer the one that the report was made of.
 */
export function writePack(
  db: ReadableDB,
  columnar: Columnar,
  request: PackRequest,
  context: OpContext,
): Packed {
  const run = selectRun(db, request.run)
  const snapshot = selectSnapshot(db, request.run)
  if (!run || !snapshot) throw new FailureError('not-found', say().noRun(request.run))
  if (snapshot.revision !== readRevision(db)) throw new FailureError('bad-input', say().changed(request.run))
  const mask = request.people ? createMasker(request.people).text : asItIs
  const zip = new ZipWriter(request.path, new Date(snapshot.asOf))
  try {
    return fill(zip, db, columnar, run, snapshot.asOf, request, context, mask)
  } catch (error) {
    zip.discard()
    throw error
  }
}

function fill(
  zip: ZipWriter,
  db: ReadableDB,
  columnar: Columnar,
  run: PackedRun,
  asOf: string,
  { workspace, files, auditHead, parts }: PackRequest,
  context: OpContext,
  mask: Mask,
): Packed {
  const figures = selectFigures(db, run.id)
  const queries = queriesOf(figures.map(figure => figure.definition))
  const needs = needsOf(queries)
  const selection = queries.length > 0 ? columnar.select(needs.scope) : { parts: [], count: 0 }
  const ids = idsOf(selection).sort()
  const batches = selectBatches(db, [...new Set(selection.parts.map(part => part.segment.batchId))]).map(
    // A file's name may be a person's.
    batch => ({ ...batch, file: mask(batch.file, '') }),
  )

  const about = say().members
  const has = (part: EvidencePart): boolean => parts.includes(part)
  const hidden = (value: unknown): unknown => (mask === asItIs ? value : masked(value, mask))
  for (const file of files) zip.add(`report/${file.name}`, about.report, fileChunks(file.path))
  zip.add('report/definition.json', about.definition, [
    mask === asItIs ? run.definition : JSON.stringify(hidden(JSON.parse(run.definition))),
  ])
  const places = addSources(zip, db, batches, ids, has('sources') && mask === asItIs, mask, context)
  const derived = [...ACCOUNT_DERIVED, CATEGORY_GROUP].filter(id => needs.dimensions.includes(id))
  zip.add('entries.csv', about.entries, entriesCsv(db, columnar, ids, derived, places, mask, context))
  const base = columnar.store.baseCurrency
  const listed = figures.map(figure => ({
    ...(hidden(figure) as StoredFigure),
    rows:
      'query' in figure.definition
        ? runsOf(idsOf(columnar.select(figure.definition.query.filters)).sort())
        : '',
  }))
  zip.add('figures.json', about.figures, [
    jsonText({ workspace, currency: base, exponent: exponentOf(base), figures: listed }),
  ])
  if (has('changes')) zip.add('changes.csv', about.changes, changesCsv(db, columnar, ids, mask))
  if (has('unloaded'))
    zip.add('unloaded.csv', about.unloaded, unloadedCsv(db, batches.map(batch => batch.id), mask)) // prettier-ignore
  if (has('models')) zip.add('models.json', about.models, [jsonText(hidden(selectModelRuns(db)))])
  if (has('verdicts')) zip.add('verdicts.json', about.verdicts, [jsonText(hidden(selectVerdicts(db)))])
  if (has('workpapers'))
    zip.add('workpapers.json', about.workpapers, [jsonText(hidden(selectWorkpapers(db)))])
  if (auditHead) zip.add('audit-log-head.json', about.auditHead, [jsonText(auditHead)])
  zip.add('verify.mjs', about.verifier, [VERIFIER])
  const manifest = seal(zip, db, {
    run: { ...run, name: mask(run.name, '') },
    workspace,
    asOf,
    auditHead,
    figures: listed,
    batches,
    masked: mask !== asItIs,
  })
  return { ...zip.end(), manifest, members: zip.members.length, figures: figures.length, entries: ids.length }
}

/** Every text in a value hidden; keys of objects are our own. */
function masked(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value, '')
  if (Array.isArray(value)) return value.map(one => masked(one, mask))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one, mask)]))
}

/** The kept files, and the records of those whose lines lead nowhere; answers where each entry's record stands. */
function addSources(
  zip: ZipWriter,
  db: ReadableDB,
  batches: readonly PackedBatch[],
  ids: Float64Array,
  kept: boolean,
  mask: Mask,
  context: OpContext,
): Places {
  const places = new Places(ids.length)
  const about = say().members
  const lines = linesByBatch(db, ids)
  const mappings = new Map(selectMappings(db, batches.map(batch => batch.mappingId)).map(one => [one.id, one])) // prettier-ignore
  const read = new Map([...mappings].map(([id, { json }]) => [id, readMapping(json)]))
  for (const [fileId, own] of Map.groupBy(batches, batch => batch.fileId)) {
    const [first] = own
    if (!first || first.kept === 0 || !kept) continue
    const name = `sources/${first.sha256}${extensionOf(first.file)}`
    const readings = own.flatMap(batch => {
      const mapping = read.get(batch.mappingId)
      return mapping && mapping.format === undefined ? [{ mapping, lines: lines.get(batch.id) ?? new Map<number, number[]>() }] : []
    }) // prettier-ignore
    const member = zip.add(name, about.source(first.file), sourceChunks(db, { ...first, fileId }, name, readings, places, context)) // prettier-ignore
    if (member.sha256 !== first.sha256) throw new FailureError('file-damaged', say().copyDamaged(first.file))
    for (const batch of own) {
      if (read.get(batch.mappingId)?.format === undefined) continue
      const records = `records/${batch.id}.jsonl`
      zip.add(records, about.records(batch.file), recordChunks(db, batch.id, records, lines.get(batch.id) ?? new Map<number, number[]>(), places)) // prettier-ignore
    }
  }
  zip.add('batches.json', about.batches, [jsonText(batches)])
  zip.add('mappings.json', about.mappings, [
    jsonText(
      [...mappings.values()].map(({ json, ...one }) => ({ ...one, mapping: masked(JSON.parse(json), mask) })),
    ),
  ])
  return places
}

/** The packed entries by batch and line, as places among `ids`. */
function linesByBatch(db: ReadableDB, ids: Float64Array): Map<number, Map<number, number[]>> {
  const batches = new Map<number, Map<number, number[]>>()
  let index = 0
  for (const [id, batch, line] of selectLines(db, ids[0] ?? 0, ids.at(-1) ?? -1)) {
    if (id !== ids[index]) continue
    const lines = batches.get(batch) ?? new Map<number, number[]>()
    batches.set(batch, lines)
    const own = lines.get(line)
    if (own) own.push(index)
    else lines.set(line, [index])
    index += 1
  }
  return batches
}

function* fileChunks(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    for (;;) {
      const bytes = new Uint8Array(1 << 18)
      const read = readSync(file, bytes)
      if (read === 0) return
      yield bytes.subarray(0, read)
    }
  } finally {
    closeSync(file)
  }
}

/** A file's ending where it is a plain one: a name from outside never becomes a path. */
const extensionOf = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''
