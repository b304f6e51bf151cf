import { FailureError } from '../../../shared/result/failure.ts'
import type { OpContext } from '../../compute/ops.ts'
import { cancelPostgres } from '../../db/remote/postgres.ts'
import type { Reach } from '../../db/remote/reach.ts'
import { finishPush, grantsOn, prepareWarehouse, removeUnits, replaceTables, replaceUnit, sumsOf, type Facts, type Sums, type Target, type Unit } from '../../engine/postgres/fill.ts' // prettier-ignore
import type { Counting } from '../../engine/postgres/approximate.ts'
import { openWarehouse, readMetaOf, type Warehouse } from '../../engine/postgres/registry.ts'
import { freshnessThere } from '../../engine/postgres/entries-there.ts'
import { extentOf } from '../../engine/postgres/extent.ts'
import { Values } from '../../engine/postgres/where.ts'
import type { Session } from '../../engine/postgres/session.ts'
import { readTable, readUnit, readUnits, type PulledUnit } from '../../engine/postgres/take.ts'
import { say } from './messages.ts'
import { inSession } from './sessions.ts'

interface At {
  reach: Reach
  schema: string
}

// What was last read of a warehouse's own description, as long as its revision is the same.
const described = new WeakMap<Session, Warehouse>()

async function warehouseOf(session: Session, schema: string): Promise<Warehouse> {
  const known = described.get(session)
  const meta = known && (await readMetaOf(session, schema))
  if (known && meta?.get('pushed_at') === known.pushedAt && known.schema === schema)
    return { ...known, complete: meta.get('state') === 'complete' }
  const warehouse = await openWarehouse(session, schema)
  described.set(session, warehouse)
  return warehouse
}

const aboutOf = ({ dimensions: _dimensions, columns: _columns, ...about }: Warehouse) => about

/** Answers one of the reader's operations; what they are is put together where the workers are. */
export type Answers = (
  session: Session,
  warehouse: Warehouse,
  context: OpContext,
  op: string,
  input: unknown,
) => Promise<unknown>

/** How often a statement that runs is asked whether anybody still waits for it. */
const LOOK_MS = 100

/** Work whose statement the server stops when nobody waits for it any more. */
async function stoppable<T>(session: Session, context: OpContext, work: () => Promise<T>): Promise<T> {
  const look = setInterval(() => {
    if (!context.cancelled()) return
    clearInterval(look)
    void cancelPostgres(session.client, session.reach)
  }, LOOK_MS)
  try {
    return await work()
  } catch (error) {
    if (context.cancelled()) throw new FailureError('cancelled', say().cancelled)
    throw error
  } finally {
    clearInterval(look)
  }
}

/** What the remote worker does for warehouses: the only place that speaks to them. */
export const warehouseOps = (answers: Answers) => ({
  warehousePrepare: ({ reach, target, facts }: { reach: Reach; target: Target; facts: Facts }) =>
    inSession(reach, session => prepareWarehouse(session, target, facts)),

  warehouseUnit: (input: { reach: Reach; target: Target; columns: string[]; unit: Unit }) =>
    inSession(input.reach, session => replaceUnit(session, input.target, input.columns, input.unit)),

  warehouseRemove: ({ reach, schema, units }: At & { units: number[] }) =>
    inSession(reach, session => removeUnits(session, schema, units)),

  warehouseTables: (input: { reach: Reach; target: Target; tables: Record<string, string> }) =>
    inSession(input.reach, session => replaceTables(session, input.target, input.tables)),

  warehouseFinish: (input: { reach: Reach; target: Target; facts: Facts }) =>
    inSession(input.reach, session => finishPush(session, input.target, input.facts)),

  warehouseSums: ({ reach, schema }: At): Promise<Sums> =>
    inSession(reach, session => session.reading(() => sumsOf(session, schema))),

  warehouseAbout: ({ reach, schema }: At) =>
    inSession(reach, async session => {
      return aboutOf(await openWarehouse(session, schema))
    }),

  warehouseAccess: ({ reach, schema }: At) =>
    inSession(reach, async session => {
      const grants = await grantsOn(session, schema)
      const user = await session.user()
      const mine = grants.filter(grant => grant.role === user || grant.role === 'PUBLIC')
      return { user, mayWrite: mine.some(grant => grant.rights.includes('INSERT')), grants }
    }),

  /** All statements of one answer see one moment. `op` is the reader's that is answered here instead. */
  warehouseAnswer: (
    { reach, schema, op, input, counting }: At & { op: string; input: unknown; counting: Counting },
    context: OpContext,
  ) =>
    inSession(reach, session =>
      stoppable(session, context, () =>
        session.reading(async () => {
          const warehouse = await warehouseOf(session, schema)
          // Pieces of a first push are no ledger yet.
          if (warehouse.pushedAt === '') throw new FailureError('unavailable', say().neverWhole(schema))
          return answers(session, { ...warehouse, counting }, context, op, input)
        }),
      ),
    ),

  /** How many entries there are, which days they cover, and when the last came. */
  warehouseExtent: ({ reach, schema }: At) =>
    inSession(reach, session =>
      session.reading(async () => {
        const warehouse = await warehouseOf(session, schema)
        const whole = { session, warehouse, condition: { sql: '', joins: [] }, values: new Values() }
        const { matched, converted, found } = await extentOf(whole)
        const { lastImportAt } = await freshnessThere(session, warehouse)
        return {
          entries: matched,
          unconverted: matched - converted,
          firstDay: found?.from ?? null,
          lastDay: found?.to ?? null,
          lastImportAt,
        }
      }),
    ),

  warehouseUnits: ({ reach, schema }: At) =>
    inSession(reach, session =>
      session.reading(async () => ({
        about: aboutOf(await warehouseOf(session, schema)),
        units: await readUnits(session, schema),
        tables: {
          dimension: await readTable(session, schema, 'dimension'),
          member: await readTable(session, schema, 'member'),
          account_detail: await readTable(session, schema, 'account_detail'),
          batch: await readTable(session, schema, 'batch'),
        },
      })),
    ),

  warehouseReadUnit: ({ reach, schema, unit }: At & { unit: number }): Promise<PulledUnit> =>
    inSession(reach, session => session.reading(() => readUnit(session, schema, unit))),
})
