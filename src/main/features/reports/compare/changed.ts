import type { OpContext } from '../../../compute/ops.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { Columns } from './columns.ts'
import { say } from '../messages.ts'

/** An entry that is not what it was: its places in the columns of then and of now, −1 where it is not in them. */
export interface Changed {
  id: number
  was: number
  now: number
  /** What is another than it was: dimension ids, 'amount', 'base', 'date', 'batch', 'text'. Empty where it came or went. */
  fields: string[]
}

/** The entries that differ between two readings of the same columns, by id. Everything else brings what it brought. */
export function changedEntries(was: Columns, now: Columns, context: OpContext): Changed[] {
  const place = placesOf(now.ids)
  const differs = comparers(was, now)
  const seen = new Uint8Array(now.count)
  const changed: Changed[] = []
  for (let i = 0; i < was.count; i += 1) {
    if (i % 65_536 === 0) stopIfCancelled(context)
    const id = was.ids[i] as number
    const at = place(id)
    if (at < 0) {
      changed.push({ id, was: i, now: -1, fields: [] })
      continue
    }
    seen[at] = 1
    const fields = differs.flatMap(([field, differ]) => (differ(i, at) ? [field] : []))
    if (fields.length > 0) changed.push({ id, was: i, now: at, fields })
  }
  for (let at = 0; at < now.count; at += 1)
    if (seen[at] === 0) changed.push({ id: now.ids[at] as number, was: -1, now: at, fields: [] })
  return changed.sort((a, b) => a.id - b.id)
}

export function stopIfCancelled(context: OpContext): void {
  if (context.cancelled()) throw new FailureError('cancelled', say().nothingChanged)
}

/** Ids are dense: a table by id. Where they are not, a map. */
function placesOf(ids: Float64Array): (id: number) => number {
  let [least, most] = [Infinity, -Infinity]
  for (const id of ids) {
    if (id < least) least = id
    if (id > most) most = id
  }
  if (ids.length === 0 || most - least > ids.length * 8 + 1_000_000) {
    const map = new Map(Array.from(ids, (id, i) => [id, i]))
    return id => map.get(id) ?? -1
  }
  const table = new Int32Array(most - least + 1).fill(-1)
  for (let i = 0; i < ids.length; i += 1) table[(ids[i] as number) - least] = i
  return id => table[id - least] ?? -1
}

type Differ = (was: number, now: number) => boolean

function comparers(was: Columns, now: Columns): [string, Differ][] {
  const numbers = (field: string, a: ArrayLike<number>, b: ArrayLike<number>): [string, Differ] => [
    field,
    // An amount that is not known is as it was where it is still not known.
    (i, at) => !Object.is(Number(a[i]) + 0, Number(b[at]) + 0),
  ]
  const dimensions = [...was.dimensions].map(([id, before]): [string, Differ] => {
    const after = now.dimensions.get(id)
    if (!after) throw new RangeError(`the column ${id} was not read`)
    const codes = new Map(before.keys.map((key, code) => [code === 0 ? '' : key, code]))
    const same = Int32Array.from(after.keys, (key, code) => codes.get(code === 0 ? '' : key) ?? -1)
    return [id, (i, at) => before.codes[i] !== same[after.codes[at] as number]]
  })
  const texts = [...was.texts].map(([text, before]): [string, Differ] =>
    numbers('text', before, now.texts.get(text) as Uint8Array),
  )
  return [
    numbers('batch', was.batches, now.batches),
    numbers('date', was.days, now.days),
    numbers('base', was.base, now.base),
    ...(was.original && now.original ? [numbers('amount', was.original, now.original)] : []),
    ...dimensions,
    ...texts,
  ]
}
