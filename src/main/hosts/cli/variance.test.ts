import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../../create-app.ts'
import { noSecrets } from '../../secrets/secret-store.ts'
import { runCli } from './run.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let folder: string
let workspace: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
  workspace = join(folder, 'company.farthing')
  expect((await farthing('sample', 'company', '--workspace', workspace)).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function farthing(...args: string[]) {
  let out = ''
  let err = ''
  const paths = { config: join(folder, 'config'), workspaces: folder, temp: join(folder, 'temp') }
  for (const path of Object.values(paths)) mkdirSync(path, { recursive: true })
  const code = await runCli(args, {
    makeApp: () => createApp('cli', noSecrets(), paths),
    output: { out: text => void (out += text), err: text => void (err += text), terminal: false },
    env: { FARTHING_PASSWORD: 'a long enough password' },
    signal: new AbortController().signal,
  })
  return { code, out, err }
}

const json = async (...args: string[]) => {
  const run = await farthing(...args, '--workspace', workspace, '--json')
  expect([run.code, run.err]).toEqual([0, ''])
  return JSON.parse(run.out) as Record<string, never>
}

const pence = (decimal: string): bigint => BigInt(decimal.replace('.', ''))

// Oracle: the debits less the credits of the lines that the sample's generator writes, by scenario and account type.
const GENERATED = {
  revenue: { actual: '-277657135.20', budget: '-278068800.00' },
  expense: { actual: '274716922.22', budget: '238101700.00' },
  // Housing property at cost, 0100: the only asset that the budget plans for.
  capital: { budget: '33379200.00' },
}

test('the sample company’s variance is to the penny what its generator wrote', async () => {
  const found = await json('variance', '--scenario', 'Budget', '--by', 'cost_centre,account')
  expect(found).toMatchObject({
    income: GENERATED.revenue,
    expense: GENERATED.expense,
    capital: GENERATED.capital,
    total: { actual: '-2940212.98', budget: '-39967100.00', variance: '37026887.02', judgement: 'adverse' },
    unconverted: 0,
  })
  const { lines, total, bridge } = found as unknown as {
    lines: Record<'actual' | 'budget' | 'variance' | 'account', string>[]
    total: Record<'actual' | 'budget' | 'variance', string>
    bridge: { from: string; steps: { delta: string }[]; others?: { delta: string }; to: string }
  }
  for (const key of ['actual', 'budget', 'variance'] as const)
    expect(lines.reduce((sum, line) => sum + pence(line[key]), 0n)).toBe(pence(total[key]))
  const steps = [...bridge.steps, ...(bridge.others ? [bridge.others] : [])]
  expect(steps.reduce((sum, s) => sum + pence(s.delta), pence(bridge.from))).toBe(pence(bridge.to))
  // By account, what a query says of the same rows.
  const asked = (await json(
    'query',
    '--measure',
    'sum',
    '--by',
    'account',
    '--where',
    'scenario=Budget',
  )) as unknown as {
    rows: [string, string, number][]
  }
  const planned = new Map(asked.rows.map(([account, sum]) => [account, pence(sum)]))
  const byAccount = (await json('variance', '--by', 'account')) as unknown as { lines: typeof lines }
  for (const line of byAccount.lines) expect(pence(line.budget)).toBe(planned.get(line.account) ?? 0n)
})

test('for people: a table with totals and capital expenditure apart; what is asked wrongly is said', async () => {
  const shown = await farthing(
    'variance',
    '--workspace',
    workspace,
    '--from',
    '2025-04-01',
    '--to',
    '2026-03-31',
  )
  expect(shown.out).toContain('Actual against Budget, GBP, 2025-04-01 to 2026-03-31')
  expect(shown.out).toMatch(/Agency staff .* adverse/)
  expect(shown.out).toMatch(/Capital expenditure .* adverse/)
  const none = await farthing('variance', '--workspace', workspace, '--scenario', 'Budget Q9')
  expect(none.code).toBe(1)
  expect(none.err).toContain('there are Actual, Budget')
  expect((await farthing('variance', '--workspace', workspace, '--basis', 'year')).code).toBe(2)
})

test('budget import, rates and accounts from the command line', async () => {
  const file = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const wide = file(
    'wide.csv',
    'Account,Cost centre,Apr,May,Total\n7040,5240,1000,1000.50,2000.50\nTotal,,1000,1000.50,2000.50\n',
  )
  const loaded = await json('budget', 'import', wide, '--scenario', 'Budget Q1', '--year', '2025')
  expect(loaded).toMatchObject({
    loaded: 2,
    total: '2000.50',
    matched: 1,
    controls: [{ agrees: true }, { agrees: true }],
  })
  const against = await json(
    'variance',
    '--scenario',
    'Budget Q1',
    '--where',
    'account=7040',
    '--from',
    '2025-04-01',
    '--to',
    '2025-05-31',
  )
  expect(against).toMatchObject({ total: { budget: '2000.50' } })
  const rates = await json('rates', 'import', file('r.csv', 'Date,USD,GBP\n2026-01-02,1.2,0.9\n'))
  expect(rates).toMatchObject({ rates: 2, converted: 0, unconverted: 0, limitDays: 10 })
  const chart = await json('accounts', 'import', file('coa.csv', 'account,level 4\n7040,Agency and bank\n'))
  expect(chart).toMatchObject({ matched: 1, changedMembers: 1 })
})
