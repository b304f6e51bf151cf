import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { farthingIn } from './testing.ts'

// Each command starts a Farthing with its analysis worker.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
  file = join(folder, 'payments.csv')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const anomalies = (...args: string[]) => farthingIn(folder, ['anomalies', ...args], {})

/** 200 ordinary payments; on line 52 one of a hundred times the amount. */
const payments = (): string =>
  [
    'day,amount,team',
    ...Array.from({ length: 200 }, (_, i) => `${i % 7},${i === 50 ? 9000 : 80 + ((i * 37) % 23)},t${i % 3}`),
    '',
  ].join('\n')

test('a plain table is scored in input order, with every parameter echoed, the same for the same seed', async () => {
  writeFileSync(file, payments())
  const ask = (...more: string[]) =>
    anomalies('--table', file, '--columns', 'amount,day', '--method', 'isolation-forest', '--json', ...more)
  const { code, out, err } = await ask('--seed', '1', '--contamination', '.01')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const { scores, flags, parameters } = JSON.parse(out) as {
    scores: number[]
    flags: boolean[]
    parameters: Record<string, unknown>
  }
  expect(scores).toHaveLength(200)
  expect(scores.indexOf(Math.max(...scores))).toBe(50)
  expect(flags.filter(Boolean)).toHaveLength(2)
  expect(flags[50]).toBe(true)
  expect(parameters).toEqual({
    method: 'isolation-forest',
    trees: 100,
    subsample: 200,
    depth: 8,
    seed: 1,
    contamination: 0.01,
    columns: 'amount, day',
    rows: 200,
  })
  expect((await ask('--seed', '1', '--contamination', '.01')).out).toBe(out)
  expect((await ask('--seed', '2', '--contamination', '.01')).out).not.toBe(out)
})

test('z-scores can be taken within the groups of a column', async () => {
  writeFileSync(file, payments())
  const { out } = await anomalies(
    '--table',
    file,
    '--columns',
    'amount',
    '--method',
    'z-score',
    '--by',
    'team',
    '--json',
  )
  const { flags, parameters } = JSON.parse(out) as { flags: boolean[]; parameters: Record<string, unknown> }
  expect(flags.flatMap((flag, i) => (flag ? [i] : []))).toEqual([50])
  expect(parameters).toMatchObject({ method: 'z-score', threshold: 2.5, by: 'team', groups: 3 })
})

test('without --json the flagged rows are listed, the most unusual first', async () => {
  writeFileSync(file, payments())
  const { code, out } = await anomalies('--table', file, '--columns', 'amount,day', '--contamination', '0.02')
  expect(code).toBe(0)
  expect(out).toMatch(/^row +score\n *51 /)
  expect(out).toContain('4 of 200 rows are flagged.')
})

test('a wrong column, a cell that is no number, an empty table: exit code 1 and a sentence that names them', async () => {
  writeFileSync(file, payments())
  const wrong = await anomalies('--table', file, '--columns', 'amount,payee', '--json')
  expect(wrong).toMatchObject({ code: 1, out: '' })
  expect(wrong.err).toContain('no column “payee”; it has day, amount, team')

  writeFileSync(file, 'day,amount\n1,5\n2,oops\n')
  const cell = await anomalies('--table', file, '--columns', 'day,amount', '--json')
  expect(cell).toMatchObject({ code: 1, out: '' })
  expect(cell.err).toMatch(/line 3, column “amount”: “oops” is not a number/)

  // An empty cell is nothing unusual: the row is scored like one with the usual value, and the answer says so.
  writeFileSync(file, 'day,amount,payee\n1,5,Gas\n2,,Gas\n3,5,Odd\n4,90,Gas\n5,NaN,Gas\n')
  const gap = await anomalies('--table', file, '--columns', 'amount', '--method', 'z-score', '--json')
  const { scores, parameters } = JSON.parse(gap.out) as { scores: number[]; parameters: object }
  expect(scores[1]).toBe(scores[0])
  expect(parameters).toMatchObject({ rows: 5, blankCells: 2, blanksTakenAs: 'median of the column' })
  // A column of words counts by how often each stands there: the rare payee is the odd one.
  const words = await anomalies('--table', file, '--columns', 'payee', '--method', 'ecod', '--json')
  const rare = JSON.parse(words.out) as { scores: number[]; parameters: object }
  expect(rare.scores.indexOf(Math.max(...rare.scores))).toBe(2)
  expect(rare.parameters).toMatchObject({ textColumns: 'payee', textTakenAs: 'share of its rows' })
  writeFileSync(file, 'day,amount\n1,\n2,\n')
  const none = await anomalies('--table', file, '--columns', 'day,amount', '--json')
  expect(none).toMatchObject({ code: 1, out: '' })
  expect(none.err).toContain('column “amount”: every cell is empty')

  writeFileSync(file, 'day,amount\n')
  expect((await anomalies('--table', file, '--columns', 'day', '--json')).err).toMatch(/no rows/)
  const missing = await anomalies('--table', join(folder, 'none.csv'), '--columns', 'day', '--json')
  expect(missing).toMatchObject({ code: 1, out: '' })
  expect(missing.err).toMatch(/There is no file/)
})

test('a wrong command line is exit code 2 and a sentence', async () => {
  writeFileSync(file, payments())
  const given = ['--table', file, '--columns', 'amount']
  for (const args of [
    [],
    ['--columns', 'amount'],
    ['--table', file],
    ['--table', file, '--columns', ','],
    [...given, '--method', 'magic'],
    [...given, '--contamination', '0'],
    [...given, '--contamination', '0.6'],
    [...given, '--contamination', 'much'],
    [...given, '--trees', '0'],
    [...given, '--subsample', '1'],
    [...given, '--seed', '-1'],
    [...given, '--nonsense', '1'],
  ]) {
    const { code, out, err } = await anomalies(...args)
    expect({ args, code, out }).toEqual({ args, code: 2, out: '' })
    expect(err.trim().split('\n')).toHaveLength(1)
  }
})

test('a workspace answers with findings: amounts as decimals, a reason, what would clear it', async () => {
  const workspace = join(folder, 'home.farthing')
  const run = (...args: string[]) => farthingIn(folder, args)
  const rows = Array.from({ length: 60 }, (_, i) => {
    const day = `2025-0${1 + Math.floor(i / 28)}-${String(1 + (i % 28)).padStart(2, '0')}`
    return `${day},Corner shop,Food,-${i === 33 ? '950.00' : `${10 + ((i * 7) % 9)}.50`}`
  })
  writeFileSync(file, ['Date,Payee,Category,Amount', ...rows, ''].join('\n'))
  await run('create', '--workspace', workspace, '--profile', 'personal', '--currency', 'GBP')
  expect((await run('import', file, '--workspace', workspace)).code).toBe(0)
  const { code, out } = await run('anomalies', '--workspace', workspace, '--method', 'robust-z', '--json')
  expect(code).toBe(0)
  const found = JSON.parse(out) as { scored: number; flagged: number; findings: Record<string, unknown>[] }
  expect(found).toMatchObject({ scored: 60, flagged: 1, currency: 'GBP' })
  expect(found.findings[0]).toMatchObject({ amount: '-950.00', payee: 'Corner shop', date: '2025-02-06' })
  const clears = (found.findings[0]?.['counterfactual'] as { change: string; amount: string }) ?? {}
  expect(clears.change).toBe('amount-at-most')
  expect(Number(clears.amount)).toBeLessThan(-18)
  expect(Number(clears.amount)).toBeGreaterThan(-60)
  const read = await run('anomalies', '--workspace', workspace, '--method', 'robust-z')
  expect(read.out).toMatch(
    /−950\.00 GBP on 6 Feb 2025 to or from Corner shop.*Not flagged if the amount were/,
  )
  const few = await run('anomalies', '--workspace', workspace, '--to', '2025-01-05')
  expect(few.out).toMatch(/5 entries are too few/)
  expect((await run('anomalies', '--workspace', workspace, '--columns', 'a')).code).toBe(2)
})
