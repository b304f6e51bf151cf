import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mulberry32 } from '../../shared/stats/random.ts'
import { auditKey, GENESIS, macOf, type LogRow } from './chain.ts'
import { verifyChain, type Anchor, type Problem } from './verify.ts'

const key = auditKey(new Uint8Array(randomBytes(32)))
const keys = [{ until: Infinity, key }]

/** A log of `count` rows; every other one is of a change. */
function logOf(count: number): LogRow[] {
  let before: Buffer = GENESIS
  return Array.from({ length: count }, (_, i) => {
    const row = {
      sequence: i + 1,
      at: `2026-01-01T00:00:${String(i % 60).padStart(2, '0')}.000Z`,
      user: ['owner', 'u-2', 'u-3'][i % 3] as string,
      action: i % 2 === 0 ? 'ledger.edit' : 'ledger.exportCsv',
      detail: JSON.stringify({ rows: i }),
      revision: Math.ceil((i + 1) / 2),
    }
    before = macOf(key, row, before)
    return { ...row, mac: before }
  })
}

const SIZE = 60
const REVISION = SIZE / 2
const check = (rows: LogRow[], anchors: Anchor[] = [], revision = REVISION): Problem[] =>
  verifyChain({ rows, keys, revision, anchors })
const renumbered = (rows: LogRow[]): LogRow[] => rows.map((row, i) => ({ ...row, sequence: i + 1 }))
const anchorOf = (rows: LogRow[]): Anchor => {
  const last = rows.at(-1) as LogRow
  return { source: 'keychain', sequence: last.sequence, head: last.mac.toString('hex') }
}

const TRIALS = 50
const trials = (seed: number): ((below: number) => number)[] =>
  Array.from({ length: TRIALS }, (_, i) => {
    const next = mulberry32(seed * 1000 + i)
    return (below: number) => Math.floor(next() * below)
  })
const covers = (problems: Problem[], at: number): boolean =>
  problems.some(({ from, to }) => from <= at && at <= to)

test('a log as it was written has no problem, with its head known outside or not', () => {
  const rows = logOf(SIZE)
  expect(check(rows)).toEqual([])
  expect(check(rows, [anchorOf(rows), anchorOf(rows.slice(0, 10))])).toEqual([])
  expect(check([], [], 0)).toEqual([])
})

describe(`${TRIALS} tamperings of each kind are found, and where`, () => {
  test('a row edited', () => {
    const edits: ((row: LogRow) => LogRow)[] = [
      row => ({ ...row, user: 'u-9' }),
      row => ({ ...row, action: 'workspace.open' }),
      row => ({ ...row, detail: '{}' }),
      row => ({ ...row, at: '2025-01-01T00:00:00.000Z' }),
      row => ({ ...row, revision: row.revision - 1 }),
      row => ({ ...row, mac: randomBytes(32) }),
    ]
    for (const [i, pick] of trials(1).entries()) {
      const at = pick(SIZE)
      const edit = edits[i % edits.length] as (row: LogRow) => LogRow
      const rows = logOf(SIZE).map((row, j) => (j === at ? edit(row) : row))
      const found = check(rows)
      expect({ at: at + 1, kind: found[0]?.kind, from: found[0]?.from }).toEqual({
        at: at + 1,
        kind: 'changed',
        from: at + 1,
      })
    }
  })

  test('rows deleted, their numbers missing or the rest numbered anew', () => {
    for (const [i, pick] of trials(2).entries()) {
      const count = 1 + pick(3)
      const at = pick(SIZE - count - 3)
      const left = logOf(SIZE).filter((_, j) => j < at || j >= at + count)
      const found = check(i % 2 === 0 ? left : renumbered(left))
      expect(found).toEqual([{ kind: 'missing', from: at + 1, to: at + count }])
    }
  })

  test('a row inserted', () => {
    for (const pick of trials(3)) {
      const at = pick(SIZE)
      const rows = logOf(SIZE)
      const forged = { ...(rows[pick(SIZE)] as LogRow), mac: randomBytes(32), detail: '{"rows":7}' }
      rows.splice(at, 0, forged)
      const found = check(renumbered(rows))
      expect(found).toEqual([{ kind: 'inserted', from: at + 1, to: at + 1 }])
    }
  })

  test('rows that changed places, with their MACs or without', () => {
    for (const [i, pick] of trials(4).entries()) {
      const a = pick(SIZE - 1)
      const b = a + 1 + pick(SIZE - a - 1)
      const rows = logOf(SIZE)
      const [first, second] = [rows[a] as LogRow, rows[b] as LogRow]
      rows[a] = i % 2 === 0 ? second : { ...second, mac: first.mac }
      rows[b] = i % 2 === 0 ? first : { ...first, mac: second.mac }
      const found = check(renumbered(rows))
      expect({ a, b, kinds: new Set(found.map(one => one.kind)), from: found[0]?.from }).toEqual({
        a,
        b,
        kinds: new Set(['reordered']),
        from: a + 1,
      })
      expect(covers(found, b + 1)).toBe(true)
    }
  })

  test('the end cut off', () => {
    for (const pick of trials(5)) {
      const whole = logOf(SIZE)
      // At least the last change and its export: what was only read leaves no other trace than its row.
      const kept = 1 + pick(SIZE - 2)
      const alone = check(whole.slice(0, kept))
      expect([alone[0]?.kind, alone[0]?.from]).toEqual(['truncated', kept + 1])
      const anchored = check(whole.slice(0, kept), [anchorOf(whole)])
      expect(anchored).toEqual([{ kind: 'truncated', from: kept + 1, to: SIZE }])
    }
  })

  test('the whole file put back as it was, left so or written to since', () => {
    for (const [i, pick] of trials(6).entries()) {
      const whole = logOf(SIZE)
      const kept = 2 * (1 + pick(SIZE / 2 - 2))
      const old = whole.slice(0, kept)
      if (i % 2 === 0)
        expect(check(old, [anchorOf(whole)], kept / 2)).toEqual([
          { kind: 'rolled-back', from: kept + 1, to: SIZE },
        ])
      else {
        let before = (old.at(-1) as LogRow).mac
        for (let sequence = kept + 1; sequence <= SIZE + 5; sequence++) {
          const row = {
            sequence,
            at: '2026-02-02',
            user: 'u-2',
            action: 'x',
            detail: '{}',
            revision: kept / 2,
          }
          before = macOf(key, row, before)
          old.push({ ...row, mac: before })
        }
        const found = check(old, [anchorOf(whole)], kept / 2)
        expect(found).toEqual([{ kind: 'replaced', from: SIZE, to: SIZE + 5 }])
      }
    }
  })
})

test('what was written under an earlier data key is verified by that key, and by no other', () => {
  const rows = logOf(10)
  const later = auditKey(new Uint8Array(randomBytes(32)))
  const row = { sequence: 11, at: '2026-02-02', user: 'owner', action: 'x', detail: '{}', revision: 5 }
  const all = [...rows, { ...row, mac: macOf(later, row, (rows.at(-1) as LogRow).mac) }]
  const both = [
    { until: 10, key },
    { until: Infinity, key: later },
  ]
  expect(verifyChain({ rows: all, keys: both, revision: 5, anchors: [] })).toEqual([])
  expect(verifyChain({ rows: all, keys: both.slice(1), revision: 5, anchors: [] })).not.toEqual([])
})

test('a head that a report prints only the beginning of is enough to hold the log against', () => {
  const rows = logOf(10)
  const { sequence, head } = anchorOf(rows)
  expect(check(rows, [{ source: 'given', sequence, head: head.slice(0, 16) }], 5)).toEqual([])
  expect(check(rows, [{ source: 'given', sequence, head: '0000000000000000' }], 5)).toEqual([
    { kind: 'replaced', from: 10, to: 10 },
  ])
})
