import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WORKSPACE } from './command.ts'
import { commands } from './commands/index.ts'
import { farthingIn, PASSWORD } from './testing.ts'

const STATEMENT = [
  'Date,Payee,Category,Amount',
  '2025-01-03,Rail & Sons,Travel,-120.50',
  '2025-01-20,"Müller, Söhne",Office,-89.99',
  '2025-02-03,Rail & Sons,Travel,-120.50',
  '2025-02-30,Nobody,Travel,-1.00',
  '',
].join('\n')

// Each command starts a whole Farthing with its workers.
vi.setConfig({ testTimeout: 180_000 })

let folder: string
let workspace: string
let statement: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
  workspace = join(folder, 'books.farthing')
  statement = join(folder, 'january.csv')
  writeFileSync(statement, STATEMENT)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const farthing = (args: string[], env?: NodeJS.ProcessEnv) => farthingIn(folder, args, env)
const json = (text: string): unknown => JSON.parse(text)
const make = () =>
  farthing(['create', '--workspace', workspace, '--profile', 'personal', '--currency', 'GBP', '--json'])

describe('usage', () => {
  test('a wrong command line is exit code 2 and one sentence, and touches nothing', async () => {
    for (const args of [
      ['nonsense'],
      ['create', '--workspace', workspace, '--profile', 'nonsense', '--currency', 'GBP'],
      ['create', '--profile', 'personal', '--currency', 'GBP'],
      ['import', '--workspace', workspace],
      ['query', '--workspace', workspace, '--measure', 'average'],
      ['query', '--workspace', workspace, '--frm', '2025-01-01'],
      ['undo', '--workspace', workspace, '--batch', 'last'],
      ['undo', '--workspace', workspace],
      ['sample', 'city', '--workspace', workspace],
      ['call', 'ledger.nonsense'],
    ]) {
      const run = await farthing(args)
      expect([args, run.code, run.out]).toEqual([args, 2, ''])
      expect(run.err.trimEnd().split('\n')).toHaveLength(1)
    }
    expect(await farthing(['entries', '--workspace', workspace])).toMatchObject({ code: 1, out: '' })
  })

  test('help names every option of a command, those that its usage has no room for too', async () => {
    for (const [name, { options }] of Object.entries(commands)) {
      const { code, out } = await farthing([name, '--help'])
      const own = Object.keys(options).filter(option => !Object.hasOwn(WORKSPACE, option))
      expect([name, code, own.filter(option => !out.includes(`--${option}`))]).toEqual([name, 0, []])
    }
  })

  test('what is wrong with an input is said without repeating it: there may be a password in it', async () => {
    const { code, err } = await farthing(['call', 'workspace.open', '{"password":"canary"'])
    expect([code, err.includes('JSON'), err.includes('canary')]).toEqual([2, true, false])
  })

  test('--help names every command, and each has its own', async () => {
    const { code, out } = await farthing(['--help'])
    expect(code).toBe(0)
    for (const name of ['create', 'import', 'query', 'entries', 'rejects', 'undo', 'sample', 'verify']) {
      expect(out).toContain(`farthing ${name} `)
      expect(await farthing([name, '--help'])).toMatchObject({ code: 0, err: '' })
    }
  })

  test('--version prints a version and nothing else', async () => {
    expect((await farthing(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('passwords', () => {
  test('come from a file as well, and a wrong one opens nothing', async () => {
    await make()
    const file = join(folder, 'password')
    writeFileSync(file, `${PASSWORD}\nsecond line\n`)
    const query = ['query', '--workspace', workspace, '--json']
    expect((await farthing([...query, '--password-file', file], {})).code).toBe(0)
    const wrong = await farthing(query, { FARTHING_PASSWORD: 'not the password' })
    expect(wrong).toMatchObject({ code: 1, out: '' })
    expect(wrong.err).not.toContain('not the password')
    expect(await farthing([...query, '--password-file', `${file}.missing`], {})).toMatchObject({ code: 2 })
  })

  test('without one and without a keychain, the command says so and makes nothing', async () => {
    const made = await farthing(
      ['create', '--workspace', workspace, '--profile', 'personal', '--currency', 'GBP'],
      {},
    )
    expect(made).toMatchObject({ code: 1, out: '' })
    expect(made.err).toMatch(/password/i)
    expect((await farthing(['verify', '--workspace', workspace])).code).toBe(1)
  })
})

describe('a ledger from the command line', () => {
  test('import prints the counts and sums of each file, and a second import adds nothing', async () => {
    expect(json((await make()).out)).toMatchObject({ workspace, keyHolder: 'password' })
    const command = ['import', statement, '--workspace', workspace, '--json']
    const first = await farthing(command)
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(json(first.out)).toEqual({
      batches: [
        {
          file: 'january.csv',
          format: 'csv',
          read: 4,
          loaded: 3,
          duplicate: 0,
          rejected: 1,
          ignored: 0,
          possible: 0,
          sum: { GBP: '-330.99' },
          stated: 0,
          disagreements: [],
        },
      ],
    })
    expect(json((await farthing(command)).out)).toMatchObject({
      batches: [{ read: 4, loaded: 0, duplicate: 3, rejected: 1 }],
    })
  })

  test('query prints columns, rows and totals, amounts as decimal strings, alike from both engines', async () => {
    await make()
    await farthing(['import', statement, '--workspace', workspace])
    const asked = [
      'query',
      '--workspace',
      workspace,
      '--measure',
      'sum,count,p90',
      '--by',
      'category,month',
      '--json',
    ]
    const columnar = await farthing(asked)
    expect(columnar.err).toBe('')
    expect(json(columnar.out)).toEqual({
      columns: ['category', 'month', 'sum', 'count', 'p90'],
      rows: [
        ['Office', '2025-01', '-89.99', 1, '-89.99'],
        ['Travel', '2025-01', '-120.50', 1, '-120.50'],
        ['Travel', '2025-02', '-120.50', 1, '-120.50'],
      ],
      totals: { sum: '-330.99', count: 3, p90: '-96.09' },
      revision: expect.any(Number) as number,
    })
    expect(json((await farthing([...asked, '--engine', 'sqlite'])).out)).toEqual(json(columnar.out))
    const filtered = await farthing([...asked, '--where', 'category=Travel', '--from', '2025-02-01'])
    expect(json(filtered.out)).toMatchObject({ rows: [['Travel', '2025-02', '-120.50', 1, '-120.50']] })
    const unknown = await farthing([
      'query',
      '--workspace',
      workspace,
      '--by',
      "payee'; DROP TABLE entry",
      '--json',
    ])
    expect(unknown).toMatchObject({ code: 1, out: '' })
  })

  test('sums that leave entries out say so beside the answer', async () => {
    await make()
    writeFileSync(
      statement,
      'Date,Payee,Amount,Currency\n2025-01-03,Bar,-5.00,EUR\n2025-01-04,Pub,-7.00,GBP\n',
    )
    await farthing(['import', statement, '--workspace', workspace])
    for (const command of ['query', 'entries']) {
      const { code, out, err } = await farthing([command, '--workspace', workspace, '--json'])
      expect([command, code]).toEqual([command, 0])
      expect(out).toContain('-7.00')
      expect(err).toBe(
        '1 entry has no exchange rate to GBP and no part in any sum: filter by currency to see which.\n',
      )
    }
  })

  test('--csv refuses what it would not heed', async () => {
    for (const option of ['--limit=1', '--offset=1', '--order=amount'])
      expect(await farthing(['entries', '--workspace', workspace, '--csv', option])).toMatchObject({
        code: 2,
        out: '',
      })
  })

  test('a file that is not there does not keep the others from being loaded', async () => {
    await make()
    const missing = join(folder, 'missing.csv')
    const run = await farthing(['import', missing, statement, '--workspace', workspace, '--json'])
    expect(run.code).toBe(1)
    expect(run.err).toBe(`${missing}: there is no such file.\n`)
    expect(json(run.out)).toMatchObject({ batches: [{ file: 'january.csv', loaded: 3 }] })
  })

  test('rejected rows are pointed out to people, and where their reasons are', async () => {
    await make()
    const { code, err } = await farthing(['import', statement, '--workspace', workspace])
    expect(code).toBe(0)
    expect(err).toBe(
      'january.csv: 1 row was rejected and is kept; “farthing rejects --batch 1 --csv” gives the reasons.\n',
    )
  })

  test('rejects, undo, restore, entries and verify', async () => {
    await make()
    await farthing(['import', statement, '--workspace', workspace])
    const on = ['--workspace', workspace]
    const rejects = await farthing(['rejects', '--batch', '1', '--csv', ...on])
    expect(rejects.out.split('\n')[0]).toMatch(/^date,payee,category,amount,farthing:line,farthing:reason$/i)
    expect(rejects.out).toMatch(/^2025-02-30,Nobody,Travel,-1\.00,5,./m)
    const count = async () =>
      (json((await farthing(['entries', '--json', ...on])).out) as { total: number }).total
    expect(await count()).toBe(3)
    expect(json((await farthing(['undo', '--batch', '1', '--json', ...on])).out)).toMatchObject({
      undone: true,
    })
    expect(await count()).toBe(0)
    expect(json((await farthing(['restore', '--batch', '1', '--json', ...on])).out)).toMatchObject({
      undone: false,
    })
    expect(json((await farthing(['entries', '--json', ...on])).out)).toMatchObject({
      total: 3,
      sum: '-330.99',
      currency: 'GBP',
    })
    expect(await farthing(['undo', '--batch', '9', ...on])).toMatchObject({ code: 1, out: '' })
    expect(json((await farthing(['verify', '--json', ...on])).out)).toMatchObject({ ok: true })
  })
})
