import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bumpRevision } from '../../db/meta.ts'
import { openReadable } from '../../db/open-database.ts'
import { createTestWorkspace, type TestWorkspace } from '../../db/testing.ts'
import { QuerySchema } from '../../../shared/query/query.ts'
import { createEngine } from '../index.ts'
import { random } from '../testing/random.ts'
import { insertBatch, type TestEntry } from '../testing/ledger.ts'
import { decode, encode, encodeIds, type Column } from './encoding.ts'
import {
  createSegmentWriter,
  dropSegments,
  SEGMENT_ROWS,
  unsoundSegments,
  writeSegments,
} from './segments.ts'
import { ColumnStore } from './store.ts'

const at = (column: Column, i: number): number =>
  column.kind === 'constant'
    ? column.value
    : column.kind === 'sequence'
      ? column.first + i
      : (column.values[i] as number) + column.base

const count = QuerySchema.parse({ measures: [{ op: 'count' }, { op: 'sum' }] })

describe('column encodings', () => {
  it('give back what went in, missing values too', () => {
    const amount = fc.oneof(
      fc.maxSafeInteger(),
      fc.integer({ min: 0, max: 300 }),
      fc.integer(),
      fc.constant(NaN),
    )
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 50 }), values => {
        const { encoding, data } = encode(Float64Array.from(values))
        const column = decode(encoding, data, values.length)
        expect(values.map((_, i) => at(column, i))).toEqual(values.map(v => v))
      }),
    )
  })

  it('give back many rows of few bits, many bits and runs', () => {
    const column = fc.record({
      least: fc.integer({ min: -(2 ** 31), max: 2 ** 20 }),
      range: fc.integer({ min: 1, max: 2 ** 26 }),
      run: fc.constantFrom(1, 2, 90),
      rows: fc.integer({ min: 20, max: 400 }),
      seed: fc.integer(),
    })
    fc.assert(
      fc.property(column, ({ least, range, run, rows, seed }) => {
        const next = random(seed)
        const few = Array.from({ length: rows }, () => least + Math.floor(next() * range))
        const values = few.map((_, i) => few[i - (i % run)] as number)
        const { encoding, data } = encode(Float64Array.from(values))
        const back = decode(encoding, data, rows)
        expect(values.map((_, i) => at(back, i))).toEqual(values)
        if (data.length > 0) expect(() => decode(encoding, data, rows + 64)).toThrow(/segment column/)
      }),
      { numRuns: 500 },
    )
  })

  it('give back ids, run or not', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 40 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(ids, values => {
        const { encoding, data } = encodeIds(Float64Array.from(values))
        const column = decode(encoding, data, values.length)
        expect(values.map((_, i) => at(column, i))).toEqual(values)
      }),
    )
    expect(encodeIds(Float64Array.of(7, 8, 9)).encoding).toBe('sequence:7')
  })

  it('take the narrowest form', () => {
    expect(encode(Uint32Array.of(1, 255)).encoding).toBe('u8')
    expect(encode(Uint32Array.of(1, 70_000)).encoding).toBe('u32')
    expect(encode(Int32Array.of(-1, 2 ** 30)).encoding).toBe('i32')
    expect(encodeIds(Float64Array.of(9, 7, 2000)).encoding).toBe('u16/11:7')
    const many = Array.from({ length: 200 }, (_, i) => i)
    expect(encode(Uint32Array.from(many, i => i % 3)).encoding).toBe('u8/2')
    expect(encode(Uint32Array.from(many, i => i * 500)).encoding).toBe('u32/17')
    expect(encode(Int32Array.from(many, i => i * 5000 - 9)).encoding).toBe('i32/20:-9')
    expect(encode(Int32Array.from(many, i => 20_000 + (i >> 5))).encoding).toBe('u16/runs')
    expect(encode(Float64Array.of(1, 2 ** 40)).encoding).toBe('f64')
    expect(encode(Float64Array.of(NaN, NaN)).encoding).toBe('constant:null')
  })

  it('refuse a damaged length', () => {
    expect(() => decode('u16', Buffer.alloc(5), 2)).toThrow(/cannot be 5 bytes/)
  })
})

describe('segments', () => {
  let workspace: TestWorkspace
  beforeEach(() => {
    workspace = createTestWorkspace()
  })
  afterEach(() => workspace.close())

  const entries: TestEntry[] = [
    { day: 20_010, amount: -500, members: { payee: 'b', currency: 'GBP' } },
    { day: 20_000, amount: -300, members: { payee: 'a' }, baseAmount: null },
    { day: 20_010, amount: 900, members: { payee: 'a' } },
  ]

  it('hold the rows by day and then by id', () => {
    const ids = insertBatch(workspace.db, 1, entries)
    const store = new ColumnStore(workspace.db)
    store.refresh()
    const [segment] = store.segments
    expect([0, 1, 2].map(row => segment?.value('id', row))).toEqual([ids[1], ids[0], ids[2]])
    expect([0, 1, 2].map(row => segment?.value('base_amount', row))).toEqual([NaN, -500, 900])
    expect(segment?.rowFrom(20_001)).toBe(1)
    expect(unsoundSegments(workspace.db)).toEqual([])
  })

  it('are cut where they grow too long, and no row is lost between them', () => {
    const rows = SEGMENT_ROWS + 3
    const writer = createSegmentWriter(workspace.db, 1, ['payee'])
    for (let i = 0; i < rows; i += 1) writer.push(i + 1, 20_000 - (i % 7), 1, 1, [i % 2])
    expect(writer.end()).toBe(rows)
    bumpRevision(workspace.db)
    const engine = createEngine(workspace.db)
    expect(engine.query({ query: count, engine: 'columnar' }).rows).toEqual([[rows, rows]])
    expect(engine.columnar.store.segments.map(s => s.rows)).toEqual([SEGMENT_ROWS, 3])
    expect(engine.columnar.store.bytes / rows).toBeLessThan(40)
  })

  it('are taken up by a reader that is already open: a new batch, an undo, a rewriting', () => {
    insertBatch(workspace.db, 1, entries)
    const reader = openReadable(workspace.path, workspace.key)
    const engine = createEngine(reader)
    const rows = (): unknown => engine.query({ query: count, engine: 'columnar' }).rows[0]
    expect(rows()).toEqual([3, 400])

    insertBatch(workspace.db, 2, [{ day: 20_020, amount: 50 }])
    expect(rows()).toEqual([4, 450])

    workspace.db.transaction(() => {
      dropSegments(workspace.db, 1)
      bumpRevision(workspace.db)
    })()
    expect(rows()).toEqual([1, 50])

    workspace.db.transaction(() => {
      workspace.db.prepare('UPDATE entry SET base_amount = 1, amount = 1 WHERE batch_id = 1').run()
      writeSegments(workspace.db, 1)
      bumpRevision(workspace.db)
    })()
    expect(rows()).toEqual([4, 53])
    reader.close()
  })

  it('that do not hold all entries of their batch are found', () => {
    insertBatch(workspace.db, 1, entries)
    workspace.db.prepare('DELETE FROM entry WHERE day = 20000').run()
    expect(unsoundSegments(workspace.db)).toEqual([{ batchId: 1, entries: 2, rows: 3 }])
  })

  it('leave sums exact beyond 2^53', () => {
    const big = 9_007_199_254_740_991
    insertBatch(workspace.db, 1, [
      { day: 20_000, amount: big },
      { day: 20_000, amount: big },
      { day: 20_001, amount: -1 },
    ])
    const engine = createEngine(workspace.db)
    expect(engine.query({ query: count, engine: 'columnar' }).totals['sum(amount)']).toBe(
      18_014_398_509_481_981n,
    )
  })
})
