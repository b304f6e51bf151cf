import type { Pushed } from '../../../shared/contract/warehouse.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import type { Reach } from '../../db/remote/reach.ts'
import type { Facts, Sums, Target, Unit } from '../../engine/postgres/fill.ts'
import { say } from './messages.ts'

/** Edits that come while a push runs are sent in another round, up to so often. */
const ROUNDS = 5

/** Sends what is not there yet, piece by piece; the next piece is made while one is sent. */
export async function pushNow(ctx: CallContext, reach: Reach, target: Target): Promise<Pushed> {
  const begun = performance.now()
  const workspace = requireWorkspace(ctx)
  const units = { sent: 0, same: 0, removed: 0 }
  for (let round = 1; ; round += 1) {
    const { facts, units: mine } = await workspace.reader.call('warehouseFacts', { workspace: workspace.id })
    const prepared = await ctx.app.remote.call('warehousePrepare', { reach, target, facts })
    units.same = 0
    await sendUnits(ctx, reach, target, { ...facts, columns: prepared.columns }, mine, prepared.units, units)
    const gone = [...prepared.units.keys()].filter(unit => !mine.includes(unit))
    if (gone.length > 0)
      await ctx.app.remote.call('warehouseRemove', { reach, schema: target.schema, units: gone })
    units.removed += gone.length
    const tables = await workspace.reader.call('warehouseSmall', {})
    await ctx.app.remote.call('warehouseTables', { reach, target, tables })
    const { schema } = target
    const counting = ctx.app.remote.call('warehouseSums', { reach, schema })
    // Awaited below; a failure before that must not count as unhandled.
    counting.catch(() => undefined)
    const expected = await workspace.reader.call('warehouseExpected', {})
    const after = await workspace.reader.call('warehouseFacts', { workspace: workspace.id })
    if (after.facts.revision !== facts.revision && round < ROUNDS) continue
    const there = await counting
    const differences = differencesOf(expected, there)
    // Readers take a push for whole only where it was found to agree.
    if (differences.length === 0) await ctx.app.remote.call('warehouseFinish', { reach, target, facts })
    return {
      revision: facts.revision,
      entries: expected.tables['entry'] ?? 0,
      units,
      periods: Object.keys(expected.periods).length,
      differences,
      ms: Math.round(performance.now() - begun),
    }
  }
}

async function sendUnits(
  ctx: CallContext,
  reach: Reach,
  target: Target,
  { columns }: Facts,
  mine: readonly number[],
  there: ReadonlyMap<number, string>,
  counts: { sent: number; same: number },
): Promise<void> {
  const { reader } = requireWorkspace(ctx)
  let sending: Promise<unknown> = Promise.resolve()
  const send = (unit: Unit): Promise<unknown> =>
    ctx.app.remote.call('warehouseUnit', { reach, target, columns, unit })
  for (const [i, number] of mine.entries()) {
    if (ctx.signal.aborted) throw new FailureError('cancelled', say().pushCancelled)
    ctx.progress({ stage: 'pushing', done: i, total: mine.length, unit: 'steps' })
    // oxlint-disable-next-line no-await-in-loop -- one is made while the one before is sent
    const unit = await reader.call('warehousePiece', { unit: number, columns })
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sending
    if (there.get(number) === unit.hash) {
      counts.same += 1
      continue
    }
    counts.sent += 1
    sending = send(unit)
    // Awaited in the next round; a failure in between must not count as unhandled.
    sending.catch(() => undefined)
  }
  await sending
}

/** Each table's count, and each fiscal period's count and sums. */
export function differencesOf(here: Sums, there: Sums): Pushed['differences'] {
  const differences: Pushed['differences'] = []
  const compare = (what: string, a: string | number | undefined, b: string | number | undefined): void => {
    if (String(a ?? 0) !== String(b ?? 0))
      differences.push({ what, here: String(a ?? 0), there: String(b ?? 0) })
  }
  for (const table of Object.keys(there.tables))
    compare(say().rowsOf(table), here.tables[table], there.tables[table])
  for (const period of new Set([...Object.keys(here.periods), ...Object.keys(there.periods)])) {
    const [a, b] = [here.periods[period], there.periods[period]]
    const name = say().period(Math.floor(Number(period) / 12), (Number(period) % 12) + 1)
    compare(say().entriesOf(name), a?.entries, b?.entries)
    compare(say().amountsOf(name), a?.amount, b?.amount)
    compare(say().baseAmountsOf(name), a?.base, b?.base)
  }
  return differences
}
