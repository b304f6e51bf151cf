import { existsSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Input, MethodName } from '../../shared/contract/index.ts'
import { ENTRY_ORDERS } from '../../shared/contract/ledger.ts'
import { toDecimal } from '../../shared/money/minor.ts'
import { QuerySchema, type Query } from '../../shared/query/query.ts'
import { FailureError } from '../../shared/result/failure.ts'
import { openReadable } from '../db/open-database.ts'
import { startPostgres, whyNoPostgres, type PostgresServer } from '../db/remote/testing/postgres.ts'
import { createRandom } from '../features/workspace/samples/random.ts'
import { createTestApp, memorySecrets, type TestApp } from '../testing.ts'
import { createEngine } from './index.ts'
import { answerFromWarehouse } from './postgres/answer.ts'
import type { Dialect } from './postgres/portable.ts'
import { openWarehouse, type Warehouse } from './postgres/registry.ts'
import { Session } from './postgres/session.ts'
import { askableOf } from './testing/askable.ts'
import { anyQuery } from './testing/queries.ts'

const LEEDS = '../shared/data/spending/leeds_raw_2013-05.csv'

/** A month of payments as a council might publish it: quoted names, pounds with separators, a credit, blank rows and a total. */
function payments(rows: number): string {
  const random = createRandom(11)
  let total = 0
  const lines = Array.from({ length: rows }, (_, i) => {
    const pence = random.int(1, 4_000_000) * (random.chance(0.1) ? -1 : 1)
    total += pence
    const day = String(random.int(1, 28)).padStart(2, '0')
    const month = String(random.int(1, 12)).padStart(2, '0')
    const amount = toDecimal(pence).replace(/\B(?=(\d{3})+\.)/g, ',')
    return `${day}/${month}/2024,"Supplier ${random.int(1, 90)}, Ltd",Service ${random.int(1, 8)},Rent and contract ${random.int(1, 30)},INV${i},"£${amount}"${i % 500 === 499 ? '\n,,,,,' : ''}`
  })
  return `Payment date,Supplier name,Directorate,Expenditure type,Invoice number,Net amount\n${lines.join('\n')}\n,,,,Total,${toDecimal(total)}\n`
}

/** A shop's: its year ends on the Saturday nearest to the end of January. */
const WEEKS = { fiscalStartMonth: 2, fiscalWeeks: { pattern: '4-5-4', endsOn: 5, ends: 'nearest' } } as const

async function load(
  farthing: TestApp,
  path: string,
  fiscal: typeof WEEKS | { fiscalStartMonth: number },
): Promise<void> {
  const settings = { name: 'Council', profile: 'ledger', baseCurrency: 'GBP', ...fiscal } as const
  expect((await farthing.call('workspace.create', settings)).ok).toBe(true)
  const { token } = farthing.app.files.add(path, basename(path), statSync(path).size, false)
  const loaded = await farthing.call('import.commit', { token })
  expect(loaded.ok && loaded.value.counts.loaded).toBeGreaterThan(1000)
}

const WORKSPACES = [
  { name: 'household', runs: 500, make: sample('household') },
  { name: 'company', runs: 100, make: sample('company') },
  {
    name: 'payments',
    runs: 250,
    make: async (farthing: TestApp) => {
      const path = join(farthing.app.paths.temp, 'payments.csv')
      writeFileSync(path, payments(4000))
      await load(farthing, path, WEEKS)
    },
  },
  {
    name: 'council',
    runs: 190,
    needs: LEEDS,
    make: (farthing: TestApp) => load(farthing, LEEDS, { fiscalStartMonth: 4 }),
  },
]

function sample(kind: 'household' | 'company') {
  return async (farthing: TestApp): Promise<void> => {
    expect((await farthing.call('workspace.sample', { kind })).ok).toBe(true)
  }
}

type Asked = { [N in MethodName]: readonly [N, Input<N>] }[MethodName]

/** What pages and commands ask, of each method that a warehouse answers. */
function questions(name: string): Asked[] {
  const [from, to] = name === 'household' ? ['2024-03-01', '2025-02-28'] : ['2025-01-01', '2025-06-30']
  const filters = { from, to }
  const [by, within] = name === 'household' ? ['category', 'payee'] : ['account', 'cost_centre']
  const tile = (id: string, chart: string, query: object = {}) => ({ id, chart, query })
  const tiles = [
    tile('1', 'figure', { measure: 'median' }),
    tile('2', 'line', { by }),
    tile('3', 'area', { side: 'net', grain: 'week' }),
    tile('4', 'calendar', { side: 'all' }),
    tile('5', 'pie', { by: 'payee' }),
    tile('6', 'waterfall', { by }),
    tile('7', 'treemap', { by: 'category_group', within: 'category' }),
    tile('8', 'sankey', { by, within }),
    tile('9', 'heatmap', { by, within, measure: 'count' }),
    tile('10', 'ranking', { by: 'account_type', measure: 'count' }),
    tile('11', 'pie', { by, measure: 'mean' }),
    tile('12', 'figure', { filters: { text: 'rent' } }),
    tile('13', 'pie', { by: 'no such dimension' }),
  ]
  const comparison = { kind: 'previous-year' as const }
  const change = { measure: 'spending' as const, compared: 'previous-year' as const, filters }
  const forecast = { measure: 'spending' as const, method: 'naive' as const, by: 'category', horizon: 3 }
  return [
    ['dashboard.overview', {}],
    ['dashboard.overview', { filters, comparison, tiles } as Input<'dashboard.overview'>],
    ['dashboard.overview', { filters: { from: '1901-01-01', to: '1901-12-31' } }],
    ['root-cause.explain', change],
    ['root-cause.breakdown', { ...change, by: 'payee' }],
    ['forecast.run', forecast],
    ['explore.query', { query: { measures: [{ op: 'sum' }], groupBy: [{ dimension: by as string }] } }],
    ['explore.pivot', { filters, rows: by as string, columns: within as string }],
    ['explore.series', { filters }],
    ['explore.correlation', { filters, grain: 'month' }],
    ['ledger.dimensions', {}],
    ['ledger.members', { dimension: 'payee', search: 'a' }],
    ['ledger.members', { dimension: 'tag' }],
    ['ledger.exportCsv', { filters }],
    ...[{ dimension: by as string }, { grain: 'month' as const }].flatMap((groupBy): Asked[] => [
      ['ledger.groups', { groupBy, filters }],
      ['ledger.groups', { groupBy, filters, offset: 2, limit: 3 }],
      ['ledger.page', { groupBy, filters, order: 'amount', offset: 40, limit: 30 }],
    ]),
    ['ledger.groups', { groupBy: { grain: 'day' }, descending: false }],
    ['ledger.page', { groupBy: { dimension: 'payee' }, offset: 25, limit: 10 }],
    ...[0, 30, 60].map((offset): Asked => ['ledger.page', { offset, limit: 30 }]),
    ...ENTRY_ORDERS.flatMap((order): Asked[] => [
      ['ledger.page', { order, descending: true, offset: 3000, limit: 30 }],
      [
        'ledger.page',
        { order, descending: false, offset: order === 'absolute' ? 2500 : 10, limit: 30, filters },
      ],
    ]),
  ]
}

const noServer = whyNoPostgres()

describe(`the engines agree on both samples and on imports: 1,040 random queries, to the minor unit, on columns, SQLite and ${noServer ?? 'PostgreSQL'}`, () => {
  let server: PostgresServer | undefined
  let farthing: TestApp
  beforeAll(async () => {
    if (!noServer) server = await startPostgres()
  })
  afterAll(() => server?.close())
  beforeEach(() => {
    farthing = createTestApp(memorySecrets())
  })
  afterEach(() => farthing.close())

  for (const { name, runs, make, needs } of WORKSPACES)
    it.skipIf(needs !== undefined && !existsSync(needs))(
      `${name}, ${runs} queries`,
      async () => {
        await make(farthing)
        const { workspace } = farthing.app
        if (!workspace) throw new Error('the sample is not open')
        await workspace.writer.call('ensureTextIndex', {})
        const connection = server && (await pushed(farthing, server, name))
        const session = server && (await Session.open(server.reach))
        const warehouse = session && (await openWarehouse(session, name))
        const there = async (query: Query): Promise<unknown> => session && warehouse && answerFromWarehouse(session, warehouse, query) // prettier-ignore
        const db = openReadable(workspace.path, workspace.key)
        const engine = createEngine(db)
        let rows = 0
        await fc.assert(
          fc.asyncProperty(anyQuery(askableOf(db)), async query => {
            const usesOriginal = query.measures.some(m => m.of === 'original')
            fc.pre(name !== 'household' || !usesOriginal)
            const answer = engine.query({ query, engine: 'columnar' })
            expect(engine.query({ query, engine: 'sqlite' })).toEqual(answer)
            if (server) expect(await there(query).catch(failureOf)).toEqual(answer)
            rows += answer.rows.length
          }),
          { numRuns: runs, seed: 20_261_121 },
        )
        expect(rows).toBeGreaterThan(runs)
        if (session && warehouse && !needs && name !== 'payments')
          await nearThere(farthing, session, warehouse)
        db.close()
        await session?.close()
        if (connection === undefined || (name !== 'household' && name !== 'company')) return
        await sameThere(farthing, questions(name))
      },
      600_000,
    )
})

/** Distinct members by estimate: as far from the exact count as is stated at most, marked, and only where somebody shows it as such. */
async function nearThere(farthing: TestApp, session: Session, warehouse: Warehouse): Promise<void> {
  const ask = async (of: string, more: object, above: number | null = null, kind: Dialect = 'citus') =>
    answerFromWarehouse(session, { ...warehouse, counting: { kind, above } }, QuerySchema.parse({ measures: [{ op: 'count' }, { op: 'distinct', of }], ...more })) // prettier-ignore
  for (const of of ['payee', 'category_group', 'amount'])
    for (const more of [{}, { groupBy: [{ grain: 'quarter' }, { dimension: 'account' }] }]) {
      // oxlint-disable-next-line no-await-in-loop -- one connection, one statement after another
      const exact = await ask(of, more, 0)
      expect(exact.approximateError).toBeUndefined()
      expect(exact.columns.at(-1)).not.toHaveProperty('approximate')
      // oxlint-disable-next-line no-await-in-loop -- as above
      const near = await ask(of, { ...more, distinct: 'approximate' })
      expect(near).toMatchObject({ approximateError: 0.05, groups: exact.groups, matched: exact.matched })
      expect(near.columns.at(-1)?.approximate).toBe(true)
      for (const [i, row] of [...near.rows, [near.totals[`distinct(${of})`]]].entries()) {
        const value = Number((exact.rows[i] ?? [exact.totals[`distinct(${of})`]]).at(-1))
        expect(Math.abs(Number(row.at(-1)) - value)).toBeLessThanOrEqual(Math.max(0.05 * value, 3))
      }
    }
  const whole = await ask('payee', { distinct: 'either' }, 0)
  expect(whole.approximateError).toBe(0.05)
  for (const above of [null, whole.matched]) expect(await ask('payee', { distinct: 'either' }, above)).not.toHaveProperty('approximateError') // prettier-ignore

  // One server counts exactly faster.
  expect(await ask('payee', { distinct: 'either' }, 0, 'postgres')).not.toHaveProperty('approximateError')

  // Through the switch, to whoever asks.
  const query = { measures: [{ op: 'distinct' as const, of: 'payee' }], distinct: 'either' as const }
  const asked = async (approximateAbove: number | null) => {
    expect(await farthing.call('warehouse.reads', { on: true, approximateAbove })).toMatchObject({ ok: true, value: { approximateAbove } }) // prettier-ignore
    return farthing.call('explore.query', { query })
  }
  expect(await farthing.call('warehouse.reads', { on: true, approximateAbove: 1 })).toMatchObject({ ok: false, failure: { message: expect.stringContaining('in less time than it takes to estimate') } }) // prettier-ignore
  const status = await farthing.call('warehouse.status', {})
  const connection = status.ok ? (status.value?.connection ?? 0) : 0
  expect(await farthing.call('warehouse.push', { connection, schema: warehouse.schema, kind: 'citus' })).toMatchObject({ ok: true, value: { units: { sent: 0 } } }) // prettier-ignore
  expect(await asked(1)).toMatchObject({ ok: true, value: { approximateError: 0.05, columns: [{ approximate: true }] } }) // prettier-ignore
  expect(await asked(null)).toMatchObject({ ok: true, value: { columns: [{ key: 'distinct(payee)', kind: 'count' }] } }) // prettier-ignore
  expect(await farthing.call('warehouse.reads', { on: false })).toMatchObject({ ok: true })
}

const failureOf = (error: unknown): unknown => {
  if (error instanceof FailureError) return error.failure
  throw error
}

async function pushed(farthing: TestApp, server: PostgresServer, schema: string): Promise<number> {
  const { password, ...connection } = server.reach
  const saved = await farthing.call('connections.save', { connection, password })
  const id = saved.ok ? (saved.value[0]?.id ?? 0) : 0
  const push = await farthing.call('warehouse.push', { connection: id, schema })
  expect(push).toMatchObject({ ok: true, value: { differences: [] } })
  return id
}

/** Each question gets the same answer with the switch thrown, and it is the warehouse that gives it. */
async function sameThere(farthing: TestApp, asked: Asked[]): Promise<void> {
  const ask = async (): Promise<unknown[]> => {
    const answers = []
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a person asks
    for (const [method, input] of asked) answers.push(await farthing.call(method, input as never))
    return answers
  }
  const here = await ask()
  expect(await farthing.call('warehouse.reads', { on: true })).toMatchObject({ ok: true })
  const remote = vi.spyOn(farthing.app.remote, 'call')
  const there = await ask()
  for (const [i, [method, input]] of asked.entries())
    expect({ method, input, reply: there[i] }).toEqual({ method, input, reply: revised(here[i], there[i]) })
  const ops = new Set(remote.mock.calls.flatMap(([op, request]) => (op === 'warehouseAnswer' ? [(request as { op: string }).op] : []))) // prettier-ignore
  expect([...ops].toSorted()).toEqual(['dashboardOverview', 'exploreCorrelation', 'explorePivot', 'exploreSeries', 'forecastColumns', 'ledgerDimensions', 'ledgerExport', 'ledgerGroups', 'ledgerMembers', 'ledgerPage', 'query', 'rootCauseChange', 'rootCauseEvidence', 'rootCauseRows']) // prettier-ignore
  remote.mockRestore()
}

/** The switch itself is a new revision. */
const revised = (here: unknown, there: unknown): unknown => ({
  ...(here as object),
  revision: (there as { revision: number }).revision,
})
