import type { Cause } from '../../../../shared/contract/reports-figures.ts'
import { ACCOUNT_DERIVED, CATEGORY_GROUP, TAG } from '../../../../shared/query/dimensions.ts'
import type { ReadableDB } from '../../../db/types.ts'
import type { Changed } from './changed.ts'
import {
  selectBatchFiles,
  selectDone,
  selectImports,
  selectMemberSteps,
  selectParents,
  selectSteps,
  selectTouched,
  type Step,
} from './queries.ts'

/** Why an entry is another than it was: the cause, and the step of the history that did it where there is one. */
export interface Reason {
  cause: Cause
  step?: number
  /** The step was done then, and has been taken back since. */
  undone?: boolean
  /** The batch that came since. */
  batch?: number
}

/** What the history says of the time between then and now. */
export interface Between {
  steps: Map<number, Step & { undone: boolean }>
  /** Why an entry came into the ledger or left it. */
  ofPlace(entry: Changed, batch: number): Reason
  /** Why one of these fields of an entry is another one. */
  ofFields(entry: number, fields: readonly string[]): Reason
}

/** Fields by which entries are classified: a change of theirs is a recategorisation, of any other an edit. */
const CLASSES: ReadonlySet<string> = new Set(['category', 'account', 'flow', 'cost_centre', 'tags'])

/**
 * Steps are a stack: those done then and now have their beginning in common, so what is in one of them only was taken back or done
 * since. Of several steps that changed the same thing the last one counts.
 */
export function historyBetween(
  db: ReadableDB,
  { done: was, asOf }: { done: ReadonlySet<number>; asOf: string },
  changed: readonly Changed[],
  batches: readonly number[],
): Between {
  const now = new Set(selectDone(db))
  const undone = [...was].filter(id => !now.has(id))
  const since = [...undone, ...[...now].filter(id => !was.has(id))]
  const steps = new Map(selectSteps(db, since).map(step => [step.id, { ...step, undone: !now.has(step.id) }]))
  const touched = touchedBy(db, since, changed)
  const members = selectMemberSteps(db, since)
  const parents = new Map(
    selectParents(
      db,
      changed.map(one => one.id),
    ).map(({ entry, parent }) => [entry, parent]),
  )
  const moves = batchMoves(db, [...new Set(batches)], was, now, asOf)
  const stepReason = (id: number, cause: Cause): Reason => {
    const step = steps.get(id)
    return { cause, step: id, ...(step?.undone && { undone: true }) }
  }
  return {
    steps,
    ofPlace(entry, batch) {
      const imported = moves(batch)
      if (imported) return imported
      const moved = touched.get(entry.id)?.findLast(one => one.field === 'place' || one.field === 'purged')
      const kind = moved && steps.get(moved.step)?.kind
      if (moved && kind)
        return stepReason(moved.step, PLACES[kind] ?? (parents.has(entry.id) ? 'splits' : 'other'))
      return { cause: 'other', batch }
    },
    ofFields(entry, fields) {
      const own = touched
        .get(entry)
        ?.findLast(one => fields.some(field => columnsOf(field).includes(one.field)))
      const kind = own && steps.get(own.step)?.kind
      if (own && kind) return stepReason(own.step, causeOf(kind, own.field))
      const about = members.findLast(one => fields.some(field => throughOf(field) === one.dimension))
      if (about) return stepReason(about.step, 'hierarchy')
      // An account's type and levels come with a chart of accounts, which is no step of the history; nothing else changes them.
      if (fields.some(field => (ACCOUNT_DERIVED as readonly string[]).includes(field)))
        return { cause: 'hierarchy' }
      return { cause: 'other' }
    },
  }
}

const PLACES: Readonly<Record<string, Cause>> = {
  delete: 'deletions',
  restore: 'deletions',
  split: 'splits',
  join: 'splits',
  rules: 'rules',
}

function causeOf(kind: string, field: string): Cause {
  if (kind === 'rules') return 'rules'
  if (kind === 'rates' || field === 'base_amount') return 'rates'
  if (kind === 'transfer' || kind === 'unpair') return 'transfers'
  if (kind === 'category' || kind === 'places') return 'hierarchy'
  if (kind === 'split' || kind === 'join') return 'splits'
  return CLASSES.has(field) ? 'recategorisation' : 'edits'
}

/** The fields of the history that a column hangs on. */
function columnsOf(field: string): readonly string[] {
  if (field === 'base') return ['base_amount']
  if (field === 'text') return ['description', 'reference', 'note', 'payee', 'category', 'account']
  return [throughOf(field)]
}

/** The dimension that a derived one is looked up through. */
function throughOf(field: string): string {
  if ((ACCOUNT_DERIVED as readonly string[]).includes(field)) return 'account'
  if (field === CATEGORY_GROUP) return 'category'
  return field === TAG ? 'tags' : field
}

type Touch = { step: number; field: string }

function touchedBy(
  db: ReadableDB,
  since: readonly number[],
  changed: readonly Changed[],
): Map<number, Touch[]> {
  const wanted = new Set(changed.map(one => one.id))
  const touched = new Map<number, Touch[]>()
  for (const { step, entry, field } of selectTouched(db, since)) {
    if (!wanted.has(entry)) continue
    const list = touched.get(entry)
    if (list) list.push({ step, field })
    else touched.set(entry, [{ step, field }])
  }
  return touched
}

/**
 * How a batch as a whole came in or went since: undefined where it was there then and is now, or was not and is not. `late` where it was
 * never there before.
 */
function batchMoves(
  db: ReadableDB,
  changed: readonly number[],
  was: ReadonlySet<number>,
  now: ReadonlySet<number>,
  asOf: string,
) {
  const steps = selectImports(db, changed)
  const files = new Map(selectBatchFiles(db, changed).map(one => [one.id, one]))
  const known = new Map<number, Reason | undefined>()
  const moveOf = (batch: number): Reason | undefined => {
    const own = steps.filter(step => step.batch === batch)
    const brought = own.find(step => step.kind === 'import')
    const isThere = (done: ReadonlySet<number>): boolean => {
      const last = own.findLast(step => done.has(step.id))
      if (last) return last.kind !== 'import-undo'
      // Batches of before there was a history have no step: they were there if they were loaded by then.
      return !brought && (done === now || (files.get(batch)?.loadedAt ?? '') <= asOf)
    }
    const [before, after] = [isThere(was), isThere(now)]
    if (before === after) return undefined
    const last = own.findLast(step => was.has(step.id) !== now.has(step.id))
    const late = after && (!brought || !was.has(brought.id))
    return {
      cause: late ? 'late-postings' : 'imports',
      batch,
      ...(last && { step: last.id }),
      ...(last && was.has(last.id) && { undone: true }),
    }
  }
  return (batch: number): Reason | undefined => {
    if (!known.has(batch)) known.set(batch, moveOf(batch))
    return known.get(batch)
  }
}
