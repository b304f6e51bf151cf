import type { Source, SourceColumn, SourceTable } from '../../../shared/contract/connections.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { Reach } from '../../db/remote/reach.ts'
import { extract, whileWatched } from './extract.ts'
import { openSource } from './sources/index.ts'
import type { OpenSource, Row } from './sources/source.ts'

const LOOK_MS = 30_000

async function opened<T>(reach: Reach, op: OpContext, work: (source: OpenSource) => Promise<T>): Promise<T> {
  const source = await openSource(reach)
  try {
    return await whileWatched(source, op, () => work(source))
  } finally {
    await source.close()
  }
}

/** What the remote worker does for connections. It holds the only sockets there are; nothing of the workspace is in it. */
export const connectionsOps = {
  sourceAbout: ({ reach }: { reach: Reach }, op: OpContext) => opened(reach, op, source => source.about()),

  sourceTables: (
    { reach }: { reach: Reach },
    op: OpContext,
  ): Promise<(SourceTable & { kind: 'table' | 'view' })[]> => opened(reach, op, source => source.tables()),

  sourcePreview: (
    { reach, source: what, limit }: { reach: Reach; source: Source; limit: number },
    op: OpContext,
  ): Promise<{ columns: SourceColumn[]; rows: Row[]; more: boolean }> =>
    opened(reach, op, async source => {
      let columns: SourceColumn[] = []
      const rows: Row[] = []
      const request = { source: what, watermark: '', since: null, limit: limit + 1, timeoutMs: LOOK_MS }
      for await (const piece of source.read(request, found => (columns = found))) rows.push(...piece)
      return { columns, rows: rows.slice(0, limit), more: rows.length > limit }
    }),

  sourceExtract: extract,
}
