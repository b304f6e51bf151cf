import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import type { MessagePort } from 'node:worker_threads'
import Papa from 'papaparse'
import { MappingSchema, type Mapping } from '../../../shared/contract/import.ts'
import type { Profile } from '../../../shared/query/dimensions.ts'
import type { OpContext } from '../../compute/ops.ts'
import { readFiscal, readMeta } from '../../db/meta.ts'
import type { ReadableDB } from '../../db/types.ts'
import { LikelyMatcher } from './likely/matcher.ts'
import type { FileLayout } from './likely/queries.ts'
import type { Ack } from './load/chunk.ts'
import type { WeakRows } from './load/likely.ts'
import { rejectedCells } from './records/rejected-cells.ts'
import { countRejects, customLabels, hasEntries, knownFingerprint, selectBatch, selectBatches, selectLoadedBatchOfFile, selectMappingOfBatch, selectMappings, selectRejects } from './queries.ts' // prettier-ignore

type FromParser = { kind: 'open'; layout: FileLayout } | { kind: 'likely'; rows: WeakRows } | { kind: 'end' }

export interface ImportSettings {
  workspaceProfile: Profile
  baseCurrency: string
  fiscal: Fiscal
  keepRaw: boolean
  known: Mapping[]
  customTaken: string[]
  /** There are entries that a file can bring again. */
  hasEntries: boolean
}

/** The importer's side of the readers. */
export function importReads(db: ReadableDB) {
  return {
    /** What the parser must know of the workspace. */
    importSettings: (): ImportSettings => ({
      workspaceProfile: readMeta(db, 'profile') === 'ledger' ? 'ledger' : 'personal',
      baseCurrency: readMeta(db, 'base_currency') ?? 'EUR',
      fiscal: readFiscal(db),
      keepRaw: readMeta(db, 'keep_raw_files') !== 'no',
      known: mappings(db).map(m => m.mapping),
      customTaken: customLabels(db),
      hasEntries: hasEntries(db),
    }),

    /** Answers the parser, chunk by chunk, which fingerprints the ledger has; other calls are answered in between. */
    importKnown: ({ port }: { port: MessagePort }, op: OpContext): Promise<void> =>
      new Promise(resolve => {
        const isKnown = hasEntries(db) ? knownFingerprint(db) : () => false
        port.on('message', (message: { kind: string; sequence: number; fingerprints: Uint8Array }) => {
          if (message.kind === 'end' || op.cancelled()) {
            port.close()
            return
          }
          const duplicates: number[] = []
          const { fingerprints } = message
          for (let at = 0; at < fingerprints.length; at += 16)
            if (isKnown(Buffer.from(fingerprints.buffer, fingerprints.byteOffset + at, 16)))
              duplicates.push(at / 16)
          const ack: Ack = { sequence: message.sequence, duplicates }
          port.postMessage(ack)
        })
        port.on('close', () => resolve())
      }),

    /** Answers the parser, chunk by chunk, which of its rows other files have probably brought. */
    importLikely: ({ port }: { port: MessagePort }, op: OpContext): Promise<void> =>
      new Promise(resolve => {
        let matcher: LikelyMatcher | undefined
        port.on('message', (message: FromParser) => {
          if (message.kind === 'end' || op.cancelled()) port.close()
          else if (message.kind === 'open') matcher = new LikelyMatcher(db, message.layout)
          else port.postMessage({ likely: matcher?.match(message.rows) ?? [] })
        })
        port.on('close', () => resolve())
      }),

    importBatches: () => selectBatches(db),
    importBatch: ({ batch }: { batch: number }) => selectBatch(db, batch),
    importBatchOfFile: ({ sha256 }: { sha256: string }) => selectLoadedBatchOfFile(db, sha256),
    importMappings: () => mappings(db),

    importRejects: ({ batch, offset, limit }: { batch: number; offset: number; limit: number }) => {
      const json = selectMappingOfBatch(db, batch)
      const mapping = json === undefined ? undefined : (JSON.parse(json) as Mapping)
      return {
        total: countRejects(db, batch),
        ...rejectsOf(db, batch, mapping, selectRejects(db, batch, offset, limit)),
      }
    },
  }
}

/** Rejected rows by their source's columns. A statement's records are no lines of a table: their cells are those that were kept. */
function rejectsOf(
  db: ReadableDB,
  batch: number,
  mapping: Mapping | undefined,
  rows: { line: number; reason: string; raw: string }[],
) {
  const format = mapping?.format ?? 'csv'
  const isTable = format === 'csv' || format === 'xlsx'
  const width = mapping?.fields.length ?? 0
  // A table without a header has a name for each column all the same: by them the mended rows are cut.
  const names = mapping?.headers ?? Array.from({ length: width }, (_, i) => `Column ${i + 1}`)
  const delimiter = mapping?.delimiter ?? ','
  const parsed = (raw: string): string[] => Papa.parse<string[]>(raw, { delimiter }).data[0] ?? []
  const kept = rejectedCells(db, batch, names)
  return {
    format,
    header: names,
    rows: rows.map(row => ({ ...row, cells: isTable ? parsed(row.raw) : kept(row.line, row.raw) })),
  }
}

function mappings(db: ReadableDB): { id: number; mapping: Mapping; usedAt: string }[] {
  return selectMappings(db).flatMap(({ id, json, usedAt }) => {
    const mapping = MappingSchema.safeParse(JSON.parse(json))
    return mapping.success ? [{ id, mapping: mapping.data, usedAt }] : []
  })
}
