import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { REST_KEY, TileQuerySchema, type TileQuery } from '../../../shared/boards/tile.ts'
import {
  TileAnswerSchema,
  type TileAnswer,
  type TileData,
  type TileRequest,
} from '../../../shared/contract/boards.ts'
import type { TreeNode } from '../../../shared/data/data.ts'
import { QuerySchema, type Cell, type Comparison, type Filters } from '../../../shared/query/query.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { createEngine, type Engine } from '../../engine/index.ts'
import { companyEntries, insertBatch } from '../../engine/testing/ledger.ts'
import { dashboardReads } from './reads.ts'

let workspace: TestWorkspace
let engine: Engine
beforeEach(() => {
  workspace = createTestWorkspace({ profile: 'ledger', fiscalStartMonth: 4 })
  insertBatch(
    workspace.db,
    1,
    companyEntries(21, 1500).map(e => ({ ...e, amount: e.amount % 1e9 })),
  )
  engine = createEngine(workspace.db)
})
afterEach(() => workspace.close())

function ask(
  chart: TileRequest['chart'],
  query: Partial<TileQuery> = {},
  filters: Filters = {},
  comparison?: Comparison,
): TileAnswer {
  const { tiles } = dashboardReads(workspace.db, engine).dashboardOverview({
    filters,
    top: 8,
    ...(comparison ? { comparison } : {}),
    tiles: [{ id: 'one', chart, query: TileQuerySchema.parse(query) }],
  })
  return TileAnswerSchema.parse(tiles[0])
}

/** What SQLite says of the rows behind a tile. */
function oracle(door: Filters, op: 'sum' | 'count' | 'mean' | 'max' = 'sum', by: string[] = []): Cell[][] {
  const groupBy = by.map(dimension => ({ dimension }))
  const query = QuerySchema.parse({ measures: [{ op }], filters: door, groupBy })
  return engine.query({ query, engine: 'sqlite' }).rows
}
const exactly = (values: readonly (number | bigint | null)[]): bigint =>
  values.reduce<bigint>((sum, value) => sum + BigInt(value ?? 0), 0n)
/** The answer's data, of the kind that is expected. */
function dataOf<K extends TileData['kind']>(answer: TileAnswer, kind: K): Extract<TileData, { kind: K }> {
  expect(answer.failure).toBeUndefined()
  if (answer.data?.kind !== kind) throw new Error(`${answer.data?.kind} is no ${kind}`)
  return answer.data as Extract<TileData, { kind: K }>
}

const YEAR: Filters = { from: '2023-04-01', to: '2024-03-31' }

describe('a figure', () => {
  it('is what its door sums to, by each measure and side', () => {
    for (const side of ['expense', 'income', 'all'] as const)
      for (const measure of ['sum', 'count', 'mean', 'max'] as const) {
        const answer = ask('figure', { side, measure }, YEAR)
        // Income is turned: the greatest of it is the least that was posted.
        const turned = side === 'income' && measure !== 'count'
        const query = QuerySchema.parse({
          measures: [{ op: turned && measure === 'max' ? 'min' : measure }],
          filters: answer.door,
        })
        const found = engine.query({ query, engine: 'sqlite' }).rows[0]?.[0] as number | bigint
        expect(dataOf(answer, 'figure').value).toEqual(turned && found !== 0 ? -found : found)
        expect(answer.entries).toBe(oracle(answer.door, 'count')[0]?.[0])
      }
  })

  it('has a mean of nothing unknown, a sum of nothing nil', () => {
    const none: Filters = { members: { payee: [] } }
    expect(ask('figure', { measure: 'mean' }, none).data).toMatchObject({ value: null })
    expect(ask('figure', {}, none).data).toMatchObject({ value: 0 })
  })

  it('of its own filters is of the entries that pass both', () => {
    const [directorate] = oracle({}, 'count', ['directorate']).flatMap(([key]) =>
      typeof key === 'string' && key ? [key] : [],
    )
    const own = { filters: { members: { directorate: [directorate as string] } } }
    const answer = ask('figure', own, YEAR)
    expect(answer.door).toMatchObject({ ...YEAR, members: { directorate: [directorate], flow: ['expense'] } })
    expect(dataOf(answer, 'figure').value).toEqual(oracle(answer.door)[0]?.[0])
    expect(ask('figure', own, { members: { directorate: ['nobody'] } }).entries).toBe(0)
  })
})

describe('parts', () => {
  it('sum to the whole at every level of a tree', () => {
    const answer = ask('treemap', { by: 'directorate', within: 'account', top: 3 }, YEAR)
    const { root } = dataOf(answer, 'tree')
    const check = (node: TreeNode): void => {
      if (!node.children) return
      expect(exactly(node.children.map(child => child.value))).toBe(BigInt(node.value))
      node.children.forEach(check)
    }
    check(root)
    expect(root.value).toEqual(oracle(answer.door)[0]?.[0])
    const known = new Map(oracle(answer.door, 'sum', ['directorate']).map(([key, sum]) => [key, sum]))
    for (const child of root.children ?? [])
      if (child.key !== REST_KEY) expect(child.value).toEqual(known.get(child.key))
    expect(ask('sunburst', { by: 'payee', top: 2 }).entries).toBeGreaterThan(0)
  })

  it('flow from one dimension to another, nothing gained or lost on the way', () => {
    const answer = ask('sankey', { by: 'directorate', within: 'account', top: 3 }, YEAR)
    const { links, nodes } = dataOf(answer, 'flow')
    expect(exactly(links.map(link => link.value))).toBe(BigInt(oracle(answer.door)[0]?.[0] as number))
    expect(new Set(links.flatMap(link => [link.from, link.to])).size).toBe(nodes.length)
    const accounts = new Map(
      oracle(answer.door, 'sum', ['account']).map(([key, sum]) => [`b:${String(key)}`, sum]),
    )
    for (const node of nodes.filter(one => accounts.has(one.key)))
      expect(exactly(links.filter(link => link.to === node.key).map(link => link.value))).toBe(
        BigInt(accounts.get(node.key) as number),
      )
  })

  it('count entries where they are asked to', () => {
    const { data } = ask('pie', { by: 'directorate', measure: 'count', top: 2 }, YEAR)
    expect(data).toMatchObject({ kind: 'ranking', unit: 'count' })
    if (data?.kind === 'ranking')
      expect(data.rows.every(row => row.value === row.entries) && data.total).toBe(
        ask('figure', {}, YEAR).entries,
      )
  })

  it('of a waterfall are those that changed most, and sum to the change', () => {
    const { data } = ask('waterfall', { by: 'account', top: 3 }, YEAR, { kind: 'previous-year' })
    if (data?.kind !== 'ranking' || data.totalBefore === null) throw new Error('nothing compared')
    const size = (row: { value: number | bigint; before: number | bigint | null }): number =>
      Math.abs(Number(row.value) - Number(row.before))
    expect(data.rows.map(size)).toEqual(data.rows.map(size).toSorted((a, b) => b - a))
    expect(exactly([...data.rows.map(row => row.before), data.rest.before])).toBe(BigInt(data.totalBefore))
  })

  it('of a mean are refused in words, and the other tiles stand', () => {
    expect(ask('pie', { measure: 'mean' }).failure).toContain('do not sum to the whole')
    expect(ask('sankey', { by: 'account' }).failure).toContain('Choose the second one')
    expect(ask('ranking', { by: 'no_such' }).failure).toBeDefined()
  })
})

describe('over time', () => {
  it('lines of members and one of the others sum to the whole, step by step', () => {
    const whole = dataOf(ask('line', {}, YEAR), 'series')
    const parts = dataOf(ask('stacked', { by: 'directorate', top: 2 }, YEAR), 'series')
    expect(parts.x).toEqual(whole.x)
    expect(parts.lines.at(-1)?.id).toBe(REST_KEY)
    expect(whole.x.map((_, i) => exactly(parts.lines.map(line => line.values[i] ?? 0)))).toEqual(
      whole.lines[0]?.values.map(value => BigInt(value ?? 0)),
    )
  })

  it('has every step, a comparison beside it, and unknown means where nothing was posted', () => {
    const answer = ask('bar', { grain: 'quarter', measure: 'mean' }, YEAR, { kind: 'previous-year' })
    const { x, lines } = dataOf(answer, 'series')
    expect(x).toEqual(['FY2023-Q1', 'FY2023-Q2', 'FY2023-Q3', 'FY2023-Q4'])
    expect(lines.map(line => line.role)).toEqual(['actual', 'comparison'])
    expect(answer.comparedWith).toEqual({ from: '2022-04-01', to: '2023-03-31' })
  })

  it('shows the latest year of days in a calendar', () => {
    const { x } = dataOf(ask('calendar'), 'series')
    expect(x).toHaveLength(366)
  })
})

describe('a heatmap', () => {
  it('is of members by month, or of two dimensions', () => {
    const answer = ask('heatmap', { by: 'directorate', within: 'account', top: 50 }, YEAR)
    const grid = dataOf(answer, 'matrix')
    expect(exactly(grid.values.flat())).toBe(BigInt(oracle(answer.door)[0]?.[0] as number))
    const months = dataOf(ask('heatmap', { by: 'directorate', side: 'income', top: 50 }, YEAR), 'matrix')
    expect(months.columns).toHaveLength(12)
    expect(exactly(months.values.flat())).toBe(
      BigInt(dataOf(ask('figure', { side: 'income' }, YEAR), 'figure').value ?? -1),
    )
  })
})
