import type { Grain } from '../../shared/calendar/grain.ts'
import type { EntryGroup, EntryGroupsPage } from '../../shared/contract/entry-groups.ts'
import type { EntryDetail, EntryPage } from '../../shared/contract/ledger.ts'
import type { Filters, Query, QueryResult } from '../../shared/query/query.ts'
import { withActual } from '../../shared/query/scenario.ts'
import { FailureError } from '../../shared/result/failure.ts'
import type { OpContext } from '../compute/ops.ts'
import {
  entryGroups,
  pageOfGroups,
  type GroupsPageRequest,
  type GroupsRequest,
} from '../engine/columnar/entry-groups.ts'
import type { EntryColumns } from '../engine/columnar/extract.ts'
import { kept, type PageRequest } from '../engine/columnar/page.ts'
import { answerFromWarehouse } from '../engine/postgres/answer.ts'
import { overWarehouse } from '../engine/postgres/columns-there.ts'
import { batchThere, documentThere, entriesThere, freshnessThere } from '../engine/postgres/entries-there.ts' // prettier-ignore
import { say as sayOfEngine } from '../engine/messages.ts'
import { groupedPage } from '../engine/postgres/grouped-page.ts'
import { evidenceThere } from '../engine/postgres/evidence-there.ts'
import { groupedThere, named } from '../engine/postgres/grouped-there.ts'
import { labelsThere, learnMembers } from '../engine/postgres/members-there.ts'
import { pageThere, type Marks } from '../engine/postgres/page-there.ts'
import type { Warehouse } from '../engine/postgres/registry.ts'
import { tableIn } from '../engine/postgres/schema.ts'
import type { StoredEntry } from '../engine/stored-entry.ts'
import type { Session } from '../engine/postgres/session.ts'
import { overview, type OverviewRequest } from '../features/dashboard/overview.ts'
import { correlation, series } from '../features/explore/over-time.ts'
import { pivot } from '../features/explore/breakdown.ts'
import { detailOf, SIBLINGS } from '../features/ledger/entry-detail.ts'
import { entryRow } from '../features/ledger/entry-row.ts'
import { csvHeader, csvLine, csvOf, exportedDimensions, MOST, PIECE } from '../features/ledger/export.ts'
import { dimensionsOf, findMembers } from '../features/ledger/members.ts'
import { say } from '../features/ledger/messages.ts'
import { changeBy, type ChangeRequest } from '../features/root-cause/change.ts'
import type { ReaderOps } from './reader-ops.ts'

const marks = new WeakMap<Session, Marks>()
/** The heads last asked for: their first page has them grouped there, the pages behind it are of the same. */
const headsOf = new WeakMap<Session, Map<string, Promise<EntryGroup[]>>>()

/** The compiler holds each to its twin in the reader: the same question, the same answer. */
type Twins = {
  [Op in keyof ReaderOps]?: (
    input: Parameters<ReaderOps[Op]>[0],
  ) => Promise<Awaited<ReturnType<ReaderOps[Op]>>>
}

/**
 * What the reader answers of a workspace's own columns, answered by a warehouse: by the names of the reader's operations, with the
 * same functions where they work on groups. Detail leaves the server a page at a time.
 */
export function warehouseReads(session: Session, warehouse: Warehouse, context: OpContext) {
  const over = <T>(work: Parameters<typeof overWarehouse<T>>[3]): Promise<T> =>
    overWarehouse(session, warehouse, context, work)
  const pages = marks.get(session) ?? new Map<string, Map<number, number[]>>()
  marks.set(session, pages)
  const page = (request: PageRequest) =>
    pageThere(session, warehouse, request, id => labelsThere(session, warehouse, id), pages)
  const groups = async (request: GroupsRequest): Promise<EntryGroup[]> => {
    if ('text' in request.groupBy) throw new FailureError('bad-input', sayOfEngine().documentsThere)
    return over(engine => entryGroups(engine, request).heads)
  }
  const groupsPage = async ({ offset, limit, ...request }: GroupsPageRequest): Promise<EntryGroupsPage> => {
    const known = headsOf.get(session) ?? new Map<string, Promise<EntryGroup[]>>()
    headsOf.set(session, known)
    const key = JSON.stringify([warehouse.schema, request])
    if (offset === 0) known.delete(key)
    try {
      return pageOfGroups(await kept(known, key, () => groups(request), 2), { offset, limit })
    } catch (error) {
      known.delete(key)
      throw error
    }
  }
  const entriesOf = async (ids: readonly number[]): Promise<StoredEntry[]> => {
    const entries = await entriesThere(session, warehouse, ids)
    await learnMembers(session, warehouse, entries)
    return entries
  }
  const grouped = async (filters: Filters, dimensions: string[], byDay: boolean): Promise<EntryColumns> => {
    const { columns, codes } = await groupedThere(session, warehouse, { filters, dimensions, byDay })
    return { ...columns, dimensions: await over(engine => named(engine, dimensions, codes)) }
  }

  return {
    query: ({ query }: { query: Query }): Promise<QueryResult> =>
      answerFromWarehouse(session, warehouse, query),

    dashboardOverview: async (request: OverviewRequest) => {
      const freshness = await freshnessThere(session, warehouse)
      return over(engine => overview(engine, request, freshness))
    },

    rootCauseChange: (request: ChangeRequest) => over(engine => changeBy(engine, request)),
    rootCauseRows: ({ filters, dimensions }: { filters: Filters; dimensions: string[] }) =>
      grouped(filters, dimensions, false),
    rootCauseEvidence: ({ filters, limit }: { filters: Filters; limit: number }) =>
      evidenceThere(session, warehouse, filters, limit),

    forecastColumns: async ({ filters, dimensions }: { filters: Filters; dimensions: string[] }) => {
      const scenario = filters.members?.['scenario']
      const whole = withActual(scenario ? { members: { scenario } } : {})
      const span = await over(engine => engine.spanOf(engine.select(whole)))
      return { columns: await grouped(filters, dimensions, true), ledgerTo: span?.to as number | undefined }
    },

    explorePivot: (input: Parameters<typeof pivot>[1]) => over(engine => pivot(engine, input)),
    exploreSeries: (input: Parameters<typeof series>[1]) => over(engine => series(engine, input)),
    exploreCorrelation: (input: { filters: Filters; grain: Grain }) =>
      over(engine => correlation(engine, input)),

    ledgerDimensions: (_input: object) => over(dimensionsOf),
    ledgerMembers: (input: { dimension: string; search: string; limit: number }) =>
      over(engine => findMembers(engine, input.dimension, input.search, input.limit)),

    ledgerPage: async (request: PageRequest): Promise<EntryPage> => {
      const { groupBy } = request
      const { ids, ...sums } = groupBy
        ? await groupedPage({ ...request, groupBy }, await groups({ ...request, groupBy }), page)
        : await page(request)
      const entries = await entriesOf(ids)
      return { ...sums, rows: await over(engine => entries.map(entry => entryRow(engine, entry))) }
    },

    ledgerGroups: groupsPage,

    ledgerRows: async ({ ids }: { ids: readonly number[] }) => {
      const entries = await entriesOf(ids)
      return over(engine => entries.map(entry => entryRow(engine, entry)))
    },

    ledgerEntry: async ({ id }: { id: number }): Promise<EntryDetail> => {
      const [entry] = await entriesOf([id])
      if (!entry) throw new FailureError('not-found', say().noEntry(id))
      const batch = await batchThere(session, warehouse, entry.batchId)
      if (!batch) throw new FailureError('file-damaged', say().noBatch(id, entry.batchId))
      const document =
        entry.document === '' ? undefined : await documentThere(session, warehouse, entry, SIBLINGS + 1)
      if (document) await learnMembers(session, warehouse, document.lines)
      const { file, sha256, loadedAt } = batch
      // The file itself, and what was changed since, stay with the workspace that was pushed.
      const origin = {
        batch: entry.batchId,
        file,
        sha256,
        line: entry.line,
        place: 'line' as const,
        header: [],
        cells: [],
        mapping: '',
        mappingVersion: 0,
        lineage: [],
        loadedAt,
        warehouse: { table: tableIn(warehouse.schema, 'entry').replaceAll('"', ''), row: id },
        ...(batch.source ? { source: batch.source } : {}),
      }
      return over(engine => detailOf(engine, entry, { origin, document, changes: [] }))
    },

    ledgerExport: async ({ filters }: { filters: Filters }): Promise<{ csv: string; rows: number }> => {
      const dimensions = await over(exportedDimensions)
      const lines = [csvHeader(dimensions)]
      for (let offset = 0; offset < MOST; offset += PIECE) {
        if (context.cancelled()) throw new FailureError('cancelled', say().notExported)
        // oxlint-disable-next-line no-await-in-loop -- page by page: each begins where the one before it ended
        const { ids, total } = await page({ filters, order: 'date', descending: false, offset, limit: Math.min(PIECE, MOST - offset) }) // prettier-ignore
        context.progress({ stage: 'export', done: offset, total: Math.min(total, MOST), unit: 'entries' })
        if (ids.length === 0) break
        // oxlint-disable-next-line no-await-in-loop -- as above
        const entries = await entriesOf(ids)
        // oxlint-disable-next-line no-await-in-loop -- as above
        lines.push(...(await over(engine => entries.map(entry => csvLine(engine, dimensions, entry)))))
      }
      return csvOf(lines)
    },
  } satisfies Twins
}
