import { TEXT_FIELDS, type Expectation, type TextField } from '../../../shared/contract/quality.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { readRevision } from '../../db/meta.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import { checkOf } from './checks/index.ts'
import type { Check, Outcome } from './checks/types.ts'
import { selectTexts, selectTextsOf } from './queries.ts'
import { selectForChecks, type Selected } from './select.ts'
import { say } from './messages.ts'

/** Entries in one piece: what else is asked of the reader is answered between pieces. */
const PIECE = 20_000
const TRIES = 3

export interface Checked {
  selected: Selected
  outcomes: Outcome[]
}

/** Runs checks over the selected entries. Throws `cancelled`, and `bad-input` for a rule that cannot be run. */
export async function runChecks(
  columnar: Columnar,
  expectations: readonly Expectation[],
  filters: Filters,
  today: number,
  op: OpContext,
): Promise<Checked> {
  for (let attempt = 1; ; attempt += 1) {
    const checks = expectations.map(checkOf)
    const dimensions = [...new Set(checks.flatMap(check => check.dimensions))]
    const selected = selectForChecks(columnar, filters, dimensions, today)
    // oxlint-disable-next-line no-await-in-loop -- tried again only where the ledger changed meanwhile
    const outcomes = await runAll(columnar, checks, selected, op)
    // Texts are read piece by piece; were the ledger changed in between, columns and texts would not be of one ledger.
    if (readRevision(columnar.db) === selected.revision) return { selected, outcomes }
    if (attempt === TRIES) throw new FailureError('file-busy', say().changing())
  }
}

async function runAll(
  { db }: Columnar,
  checks: readonly Check[],
  { ids, columns }: Selected,
  op: OpContext,
): Promise<Outcome[]> {
  for (const check of checks) check.start(columns)
  const passes = Math.max(1, ...checks.map(check => check.passes))
  for (let pass = 1; pass <= passes; pass += 1) {
    const due = checks.filter(check => check.passes >= pass)
    if (pass > 1) for (const check of due) check.again?.()
    const fields = TEXT_FIELDS.filter(field => due.some(check => check.texts.includes(field)))
    for (let from = 0; from < columns.count; from += PIECE) {
      if (op.cancelled()) throw new FailureError('cancelled', say().cancelled())
      const to = Math.min(columns.count, from + PIECE)
      const texts = textsOf(db, fields, ids.subarray(from, to))
      for (const check of due)
        check.block(
          from,
          to,
          check.texts.map(field => texts[field] ?? []),
        )
      op.progress({
        stage: 'quality',
        done: (pass - 1) * columns.count + to,
        total: passes * columns.count,
        unit: 'entries',
      })
      // oxlint-disable-next-line no-await-in-loop -- so that a page of the ledger need not wait for all of them
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  return checks.map(check => check.end())
}

/** Texts of some entries by field, '' where there is none. */
export function textsOf(
  db: Columnar['db'],
  fields: readonly TextField[],
  ids: Float64Array,
): Partial<Record<TextField, string[]>> {
  if (fields.length === 0 || ids.length === 0) return {}
  const [first, last] = [ids[0] as number, ids.at(-1) as number]
  const rows =
    last - first > ids.length * 8 ? selectTextsOf(db, fields, [...ids]) : selectTexts(db, fields, first, last)
  const lists = fields.map(() => Array.from<string>({ length: ids.length }).fill(''))
  let at = 0
  for (const row of rows) {
    const id = row[0] as number
    while (at < ids.length && (ids[at] as number) < id) at += 1
    if (ids[at] !== id) continue
    for (let f = 0; f < fields.length; f += 1) (lists[f] as string[])[at] = row[f + 1] as string
  }
  return Object.fromEntries(fields.map((field, f) => [field, lists[f]]))
}
