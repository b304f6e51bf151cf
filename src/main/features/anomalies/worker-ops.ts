import type { Detector, DetectorSettings } from '../../../shared/contract/anomalies.ts'
import type { Anomalies } from '../../../shared/contract/anomalies.ts'
import { toIsoDate } from '../../../shared/calendar/day.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { numberColumn, readPlainTable, textColumn, type PlainTable } from '../../files/plain-table.ts'
import type { EntryColumns } from '../../engine/columnar/extract.ts'
import { findAnomalies, LEAST_ENTRIES } from './analysis/find.ts'
import { detect } from './analysis/index.ts'
import { medianOfSorted } from './analysis/order.ts'
import { anomaliesOf } from './findings.ts'
import { measured, type Judged } from './metrics.ts'
import type { Parameters } from './analysis/table.ts'
import type { Groups } from './analysis/z-score/groups.ts'
import { stepsOf } from './steps.ts'
import { say } from './messages.ts'

export interface TableRequest {
  path: string
  name: string
  columns: string[]
  by?: string
  method: Detector
  settings: DetectorSettings
}

export interface FindRequest {
  columns: EntryColumns
  method: Detector
  settings: DetectorSettings
  limit: number
  /** Verdicts to hold the flags against, where the search is recorded. */
  judged?: Judged[]
}

/** Ordinary entries that are drawn beside the flagged ones. */
const DRAWN = 2000

/** What the analysis worker does for this feature: pure functions with progress and cancel. */
export const anomaliesOps = {
  /** Throws `bad-input` naming column and line, and `cancelled`. */
  anomaliesOfTable(
    request: TableRequest,
    op: OpContext,
  ): { scores: number[]; flags: boolean[]; parameters: Parameters } {
    const table = readPlainTable(request)
    if (table.rows.length === 0) throw new FailureError('bad-input', say().noRows(request.name))
    const filled = request.columns.map(column => withoutGaps(table, column))
    const columns = filled.map(one => one.values)
    const blanks = filled.reduce((sum, one) => sum + one.blanks, 0)
    const encoded = request.columns.filter((_, j) => filled[j]?.encoded)
    const groups = request.by === undefined ? undefined : groupsOf(textColumn(table, request.by))
    const features = { names: request.columns, columns, rows: table.rows.length }
    const { fitted, flags, parameters } = stepsOf(op, request.method, steps =>
      detect(request.method, features, request.settings, groups, steps),
    )
    return {
      scores: Array.from(fitted.scores),
      flags: Array.from(flags, flag => flag === 1),
      parameters: {
        ...parameters,
        columns: request.columns.join(', '),
        rows: features.rows,
        ...(blanks > 0 && { blankCells: blanks, blanksTakenAs: 'median of the column' }),
        ...(encoded.length > 0 && { textColumns: encoded.join(', '), textTakenAs: 'share of its rows' }),
        ...(request.by !== undefined && { by: request.by }),
      },
    }
  },

  /** Unusual entries of a ledger's columns, with reasons. Throws `cancelled`. */
  anomaliesFind(
    { columns, method, settings, limit, judged }: FindRequest,
    op: OpContext,
  ): Anomalies & { metrics?: Record<string, number> } {
    const { count: all, currency } = columns
    const slice = convertedOnly(columns)
    const shared = {
      least: LEAST_ENTRIES,
      method,
      currency,
      unconverted: all - slice.count,
      scored: slice.count,
    }
    if (slice.count < LEAST_ENTRIES)
      return { ...shared, state: 'too-few', flagged: 0, parameters: {}, findings: [], points: [] }
    const found = stepsOf(op, method, steps =>
      findAnomalies(slice, slice.profile, method, settings, limit, steps),
    )
    const explained = new Set(found.entries.map(entry => entry.row))
    const step = Math.max(1, Math.floor(slice.count / DRAWN))
    const rows = Array.from({ length: slice.count }, (_, i) => i).filter(
      i => explained.has(i) || (i % step === 0 && found.flags[i] === 0),
    )
    return {
      ...shared,
      state: 'found',
      ...(judged && { metrics: measured(found.flags, slice.ids, judged) }),
      flagged: found.flagged,
      parameters: found.parameters,
      findings: anomaliesOf(found, slice, method),
      points: rows.map(i => ({
        entry: slice.ids[i] as number,
        date: toIsoDate(slice.days[i] as number),
        amount: slice.amounts[i] as number,
        score: found.scores[i] as number,
        flagged: found.flags[i] === 1,
      })),
    }
  },

  /** How a detector judges the entries that people have judged. */
  anomaliesMeasure(
    { columns, method, settings, judged }: Omit<FindRequest, 'limit'> & { judged: Judged[] },
    op: OpContext,
  ): { parameters: Parameters; metrics: Record<string, number> } {
    const slice = convertedOnly(columns)
    if (slice.count < LEAST_ENTRIES) throw new FailureError('bad-input', say().tooFew(LEAST_ENTRIES))
    const found = stepsOf(op, method, steps =>
      findAnomalies(slice, slice.profile, method, settings, 0, steps),
    )
    return { parameters: found.parameters, metrics: measured(found.flags, slice.ids, judged) }
  },
}

/** What pandas, R and NumPy write where there is nothing. */
const BLANK = /^\s*(?:|na|n\/a|nan|null|none)\s*$/i

interface Filled {
  values: Float64Array
  blanks: number
  /** A column of words: each stands for the share of the rows that have it. */
  encoded?: boolean
}

/**
 * A column's numbers; empty cells take the median of the others, so that every row keeps its place and its score, and an empty cell is
 * nothing unusual. A column without any number is one of words, encoded by how often each stands there. Throws `bad-input` as
 * `numberColumn` does where numbers and words are mixed, and where every cell is empty.
 */
function withoutGaps(table: PlainTable, column: string): Filled {
  const texts = textColumn(table, column)
  const kept = texts.flatMap((text, i) => (BLANK.test(text) ? [] : [i]))
  if (kept.length === 0) throw new FailureError('bad-input', say().emptyColumn(table.name, column))
  if (kept.every(i => Number.isNaN(Number(texts[i]))))
    return { values: sharesOf(texts), blanks: 0, encoded: true }
  if (kept.length === texts.length) return { values: numberColumn(table, column), blanks: 0 }
  const numbers = numberColumn(
    {
      ...table,
      rows: kept.map(i => table.rows[i] as string[]),
      lines: kept.map(i => table.lines[i] as number),
    },
    column,
  )
  const values = new Float64Array(texts.length).fill(medianOfSorted(numbers.slice().sort()))
  for (const [k, i] of kept.entries()) values[i] = numbers[k] as number
  return { values, blanks: texts.length - kept.length }
}

/** How often each text stands in its column, as a share; empty cells are one text. */
function sharesOf(texts: readonly string[]): Float64Array {
  const counts = new Map<string, number>()
  const keys = texts.map(text => (BLANK.test(text) ? '' : text.trim()))
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return Float64Array.from(keys, key => (counts.get(key) as number) / keys.length)
}

function groupsOf(texts: string[]): Groups {
  const known = new Map<string, number>()
  const codes = Int32Array.from(texts, text => {
    const code = known.get(text) ?? known.size
    known.set(text, code)
    return code
  })
  return { codes, count: known.size }
}

/** Without the entries that have no rate to the base currency: no amount, nothing to score. */
function convertedOnly(columns: EntryColumns): EntryColumns {
  const kept: number[] = []
  for (let i = 0; i < columns.count; i += 1) if (!Number.isNaN(columns.amounts[i] as number)) kept.push(i)
  if (kept.length === columns.count) return columns
  return {
    ...columns,
    count: kept.length,
    ids: Float64Array.from(kept, i => columns.ids[i] as number),
    days: Int32Array.from(kept, i => columns.days[i] as number),
    amounts: Float64Array.from(kept, i => columns.amounts[i] as number),
    dimensions: Object.fromEntries(
      Object.entries(columns.dimensions).map(([id, { codes, ...rest }]) => [
        id,
        { ...rest, codes: Int32Array.from(kept, i => codes[i] as number) },
      ]),
    ),
  }
}
