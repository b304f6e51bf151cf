import type { Trace, TracedRow } from '../../../../shared/contract/reports-figures.ts'
import type { EntryOrigin, EntryRow } from '../../../../shared/contract/ledger.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import { readFigureId, type Figure, type FigureQuery } from '../../../../shared/report/figure.ts'
import { FailureError, fail, ok, type Result } from '../../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../../app.ts'
import { textIndexReady } from '../../../text-index-ready.ts'
import { say } from '../messages.ts'

interface Asked {
  id: string
  run?: number | undefined
  given?: Figure[] | undefined
  offset: number
  limit: number
}

/** A figure, what it was and is, and a page of the rows behind it with their places in their files. */
export async function trace(asked: Asked, ctx: CallContext): Promise<Result<Trace>> {
  const id = readFigureId(asked.id)
  if (id === undefined) return fail('bad-input', say().noNumber(asked.id))
  const { reader } = requireWorkspace(ctx)
  for (const filters of await reader.call('figureTexts', { id, given: asked.given }))
    await textIndexReady(filters, ctx)
  const { query, ...about } = await reader.call(
    'figureTrace',
    { id, run: asked.run, given: asked.given },
    { signal: ctx.signal },
  )
  if (!query) return ok({ ...about, rows: NONE })
  return ok({ ...about, rows: await rowsOf(query, about.rows, asked, ctx) })
}

const NONE: Trace['rows'] = { total: 0, sum: null, currency: '', unconverted: 0, page: [] }

async function rowsOf(
  query: FigureQuery,
  known: { total: number; sum: string | null; currency: string },
  { offset, limit }: Asked,
  ctx: CallContext,
): Promise<Trace['rows']> {
  const { measure, filters } = query
  const bySize = ['median', 'percentile', 'min', 'max'].includes(measure.op)
  const order = bySize ? (measure.abs ? 'absolute' : 'amount') : 'date'
  const page = valueOf(
    await ctx.call('ledger.page', { filters, order, descending: measure.op === 'max', offset, limit }),
  )
  const ids = page.rows.map(row => row.id)
  const origins = valueOf(await ctx.call('ledger.origins', { ids }))
  const byId = new Map(origins.map(origin => [origin.id, origin]))
  return {
    ...known,
    unconverted: measure.of === 'original' ? 0 : page.unconverted,
    page: page.rows.flatMap(row => {
      const origin = byId.get(row.id)
      return origin ? [rowOf(row, origin, query, page.currency)] : []
    }),
  }
}

function rowOf(
  row: EntryRow,
  origin: EntryOrigin,
  { measure, negate }: FigureQuery,
  base: string,
): TracedRow {
  const own = measure.of === 'original'
  const amount = own ? row.amount : row.baseAmount
  const { file, sha256, line, place, raw, batch, mapping, mappingVersion } = origin
  return {
    id: row.id,
    date: row.date,
    amount:
      amount === null
        ? null
        : toDecimal(
            (negate ? -1 : 1) * (measure.abs ? Math.abs(amount) : amount) + 0,
            exponentOf(own ? row.currency : base),
          ),
    text: row.description,
    payee: row.members['payee'] ?? '',
    source: { file, sha256, line, place, batch, mapping, mappingVersion, ...(raw !== undefined && { raw }) },
  }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure.code, result.failure.message, result.failure.details)
  return result.value
}
