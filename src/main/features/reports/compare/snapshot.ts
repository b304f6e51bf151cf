import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { FiltersSchema } from '../../../../shared/query/query.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { Columns, Needs } from './columns.ts'
import { IntegerReader, IntegerWriter } from './varint.ts'
import { say } from '../messages.ts'

/**
 * What the ledger held behind a report's figures, about four bytes an entry: the columns that the figures' filters and measures read.
 * No names and no texts of entries: only codes, amounts, and the keys that the codes stand for.
 */
const HeadSchema = z.object({
  version: z.literal(1),
  count: z.number().int(),
  scope: FiltersSchema,
  original: z.boolean(),
  texts: z.array(z.string()),
  dimensions: z.array(z.object({ id: z.string(), keys: z.array(z.string()) })),
  /** Steps of the history that were done, as runs [first, last]. */
  done: z.array(z.tuple([z.number().int(), z.number().int()])),
})

export interface Snapshot {
  needs: Needs
  columns: Columns
  done: Set<number>
}

export function encodeSnapshot({
  needs,
  columns,
  done,
}: Omit<Snapshot, 'done'> & { done: readonly number[] }): {
  head: string
  data: Uint8Array
} {
  const writer = new IntegerWriter()
  writer.write(columns.ids, true)
  writer.write(columns.batches, true)
  writer.write(columns.days, true)
  writer.write(columns.base, false)
  if (columns.original) writer.write(columns.original, false)
  const dimensions = needs.dimensions.map(id => {
    const { codes, keys } = columns.dimensions.get(id) as { codes: Int32Array; keys: string[] }
    const used = usedKeys(codes, keys)
    writer.write(used.codes, false)
    return { id, keys: used.keys }
  })
  for (const text of needs.texts) writer.write(columns.texts.get(text) as Uint8Array, false)
  const head: z.infer<typeof HeadSchema> = {
    version: 1,
    count: columns.count,
    scope: needs.scope,
    original: needs.original,
    texts: needs.texts,
    dimensions,
    done: runsOf(done),
  }
  return { head: JSON.stringify(head), data: deflateRawSync(writer.bytes()) }
}

/** Throws `file-damaged` where it is none. */
export function decodeSnapshot(stored: { head: string; data: Uint8Array }): Snapshot {
  try {
    const head = HeadSchema.parse(JSON.parse(stored.head))
    const { count, scope, original, texts } = head
    const reader = new IntegerReader(inflateRawSync(stored.data))
    const columns: Columns = {
      count,
      ids: reader.read(new Float64Array(count), true),
      batches: reader.read(new Int32Array(count), true),
      days: reader.read(new Int32Array(count), true),
      base: reader.read(new Float64Array(count), false),
      original: original ? reader.read(new Float64Array(count), false) : undefined,
      dimensions: new Map(
        head.dimensions.map(({ id, keys }) => [
          id,
          { codes: reader.read(new Int32Array(count), false), keys },
        ]),
      ),
      texts: new Map(texts.map(text => [text, reader.read(new Uint8Array(count), false)])),
    }
    const dimensions = head.dimensions.map(one => one.id)
    const done = new Set(
      head.done.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
    )
    return { needs: { scope, original, texts, dimensions }, columns, done }
  } catch (error) {
    throw new FailureError(
      'file-damaged',
      say().snapshotDamaged(error instanceof Error ? error.message : String(error)),
    )
  }
}

/** Only the members that are there: a ledger can have a hundred thousand payees, a month a few hundred of them. */
function usedKeys(codes: Int32Array, keys: readonly string[]): { codes: Int32Array; keys: string[] } {
  const used = ['']
  const places = new Map([[0, 0]])
  const own = codes.map(code => {
    const known = places.get(code)
    if (known !== undefined) return known
    places.set(code, used.length)
    return used.push(keys[code] ?? '') - 1
  })
  return { codes: own, keys: used }
}

function runsOf(sorted: readonly number[]): [number, number][] {
  const runs: [number, number][] = []
  for (const value of sorted) {
    const last = runs.at(-1)
    if (last && value === last[1] + 1) last[1] = value
    else runs.push([value, value])
  }
  return runs
}
