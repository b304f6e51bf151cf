import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import type { EntryColumns } from '../../engine/columnar/extract.ts'
import { explain, type Explanation } from './analysis/explain.ts'
import { RISKLOC_DEFAULTS } from './analysis/riskloc/riskloc.ts'
import type { TwoPeriods } from './analysis/two-periods/two-periods.ts'
import { say } from './messages.ts'

export interface ColumnsRequest {
  before: EntryColumns
  after: EntryColumns
  /** By what amounts are turned. */
  sign: 1 | -1
}

export interface ExplainedColumns extends Pick<
  Explanation,
  'method' | 'reclassified' | 'parameters' | 'residual' | 'delta'
> {
  causes: (Explanation['causes'][number] & { evidence: number[] })[]
}

export const EVIDENCE = 5

/** Op: explains the change between two sets of entries by the dimensions that were taken out with them. */
export function explainColumns(request: ColumnsRequest, context: OpContext): ExplainedColumns {
  const table = tableOf(request)
  const explained = explain(table, RISKLOC_DEFAULTS, {
    cancelled: () => context.cancelled(),
    progress: (done, steps) => context.progress({ stage: 'explain', done, total: steps, unit: 'steps' }),
  })
  if (!explained) throw new FailureError('cancelled', say().cancelled)
  const { causes, method, reclassified, parameters, residual, delta } = explained
  return {
    method,
    reclassified,
    parameters,
    residual,
    delta,
    causes: causes.map(cause => {
      if (context.cancelled()) throw new FailureError('cancelled', say().cancelled)
      return { ...cause, evidence: evidenceOf(request, table, cause.members) }
    }),
  }
}

/** Both sides one after the other, as one table. */
export function tableOf({ before, after, sign }: ColumnsRequest): TwoPeriods {
  const count = before.count + after.count
  const amounts = new Float64Array(count)
  for (let i = 0; i < before.count; i += 1) amounts[i] = sign * (before.amounts[i] as number)
  for (let i = 0; i < after.count; i += 1) amounts[before.count + i] = sign * (after.amounts[i] as number)
  return {
    count,
    rows: joined(before.rows, after.rows),
    squares: joined(before.squares, after.squares),
    logarithms: bothLogarithms(before.logarithms, after.logarithms, sign),
    side: new Uint8Array(count).fill(1, before.count),
    amounts,
    factors: Object.entries(after.dimensions).map(([id, { codes, keys }]) => {
      const both = new Int32Array(count)
      both.set(before.dimensions[id]?.codes ?? [])
      both.set(codes, before.count)
      return { id, codes: both, keys }
    }),
  }
}

type Halves = NonNullable<EntryColumns['logarithms']>

/** Amounts that are turned change sides. */
function bothLogarithms(a: Halves | undefined, b: Halves | undefined, sign: 1 | -1): Halves | undefined {
  if (!a || !b) return undefined
  const both = (of: keyof Halves): Halves['positive'] => ({
    counts: Float64Array.from([...a[of].counts, ...b[of].counts]),
    sums: Float64Array.from([...a[of].sums, ...b[of].sums]),
    squares: Float64Array.from([...a[of].squares, ...b[of].squares]),
  })
  const [positive, negative] = [both('positive'), both('negative')]
  return sign === 1 ? { positive, negative } : { positive: negative, negative: positive }
}

const joined = (a: Float64Array | undefined, b: Float64Array | undefined): Float64Array | undefined =>
  a && b && Float64Array.from([...a, ...b])

/** Ids of the entries of largest amount under a cause: of the later side, of the earlier where nothing is left. */
function evidenceOf(
  { before, after }: ColumnsRequest,
  table: TwoPeriods,
  members: Record<string, string>,
): number[] {
  // Of groups there are no ids: they are asked for where the entries lie.
  if (before.rows) return []
  const wanted = table.factors
    .filter(f => members[f.id] !== undefined)
    .map(f => ({ codes: f.codes, code: f.keys.indexOf(members[f.id] as string) }))
  const rows: number[] = []
  for (let i = 0; i < table.count; i += 1)
    if (wanted.every(({ codes, code }) => codes[i] === code)) rows.push(i)
  const later = rows.filter(i => table.side[i] === 1)
  return (later.length > 0 ? later : rows)
    .sort((a, b) => Math.abs(table.amounts[b] as number) - Math.abs(table.amounts[a] as number) || a - b)
    .slice(0, EVIDENCE)
    .map(i => (i < before.count ? before.ids[i] : after.ids[i - before.count]) as number)
}
