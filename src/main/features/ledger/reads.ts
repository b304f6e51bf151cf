import type {
  Attachment,
  EntryDetail,
  EntryOrigin,
  EntryPage,
  EntryRow,
} from '../../../shared/contract/ledger.ts'
import type { EntryGroupsPage } from '../../../shared/contract/entry-groups.ts'
import type { Dimension } from '../../../shared/query/dimensions.ts'
import type { Filters } from '../../../shared/query/query.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { ReadableDB } from '../../db/types.ts'
import { pageOfGroups, type GroupsPageRequest } from '../../engine/columnar/entry-groups.ts'
import type { PageRequest } from '../../engine/columnar/page.ts'
import { extractColumns } from '../../engine/columnar/extract.ts'
import type { Engine } from '../../engine/index.ts'
import { entryDetail } from './entry-detail.ts'
import { entryRow } from './entry-row.ts'
import { exportCsv } from './export.ts'
import { originOf } from './origin.ts'
import { dimensionsOf, findMembers } from './members.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { readAttachmentPiece, readAttachments } from './attachment-queries.ts'
import { say } from './messages.ts'
import { readHistory } from './history.ts'
import { readEntries, readTrash, type StoredEntry } from './queries.ts'

/** Of a piece of an attached file: small enough for one message between processes. */
const PIECE_BYTES = 512 * 1024

export function ledgerReads(db: ReadableDB, engine: Engine) {
  const { columnar } = engine
  return {
    ledgerDimensions: (_input: object): Dimension[] => columnar.read(() => dimensionsOf(columnar)),

    ledgerMembers: (input: { dimension: string; search: string; limit: number }) =>
      columnar.read(() => findMembers(columnar, input.dimension, input.search, input.limit)),

    ledgerPage: (request: PageRequest): EntryPage =>
      columnar.read(() => {
        const { ids, ...sums } = engine.page(request)
        return { ...sums, rows: readEntries(db, ids).map(entry => entryRow(columnar, entry)) }
      }),

    ledgerGroups: (request: GroupsPageRequest): EntryGroupsPage =>
      pageOfGroups(engine.groups(request), request),

    ledgerEntry: (input: { id: number }): EntryDetail =>
      columnar.read(() => entryDetail(db, columnar, input.id)),

    ledgerOrigins: ({ ids }: { ids: readonly number[] }): (EntryOrigin & { id: number })[] =>
      columnar.read(() => readEntries(db, ids).map(entry => ({ id: entry.id, ...originOf(db, entry) }))),

    ledgerIds: ({ filters }: { filters: Filters }): Float64Array =>
      columnar.read(() => extractColumns(columnar, { filters, dimensions: [] }).ids),

    ledgerRows: ({ ids }: { ids: readonly number[] }): EntryRow[] =>
      columnar.read(() => readEntries(db, ids).map(entry => entryRow(columnar, entry))),

    ledgerAttachments: ({ entry }: { entry: number }): Attachment[] => readAttachments(db, entry),

    /** Throws `not-found`. */
    ledgerAttachmentPiece: ({
      entry,
      attachment,
      offset,
    }: {
      entry: number
      attachment: number
      offset: number
    }) => {
      const piece = readAttachmentPiece(db, entry, attachment, offset, PIECE_BYTES)
      if (!piece) throw new FailureError('not-found', say().noAttachment)
      const next = offset + piece.data.length
      return { base64: piece.data.toString('base64'), next: next < piece.bytes ? next : null }
    },

    ledgerTrash: (input: { offset: number; limit: number; before: string }) =>
      columnar.read(() => {
        const { total, rows } = readTrash(db, input.offset, input.limit, input.before)
        return {
          total,
          rows: rows.map(({ deletedAt, batchUndone, ...entry }) => ({
            ...entryRow(columnar, entry as StoredEntry),
            deletedAt,
            batchUndone: batchUndone === 1,
          })),
        }
      }),

    ledgerHistory: ({ limit }: { limit: number }) => columnar.read(() => readHistory(db, limit)),

    ledgerExport: (input: { filters: Filters }, context: OpContext): { csv: string; rows: number } =>
      columnar.read(() => exportCsv(db, engine, input.filters, context)),
  }
}
