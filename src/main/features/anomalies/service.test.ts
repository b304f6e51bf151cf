import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

// The company's 48,000 rows are loaded once for all.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

let farthing: TestApp
beforeAll(async () => {
  farthing = createTestApp(memorySecrets())
  const made = await farthing.call('workspace.sample', { kind: 'company' })
  if (!made.ok) throw new Error(made.failure.message)
})
afterAll(() => farthing.close())

const callOf =
  (app: TestApp) =>
  async <N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const reply = await app.call(name, input)
    if (!reply.ok) throw new Error(reply.failure.message)
    return reply.value
  }
const call: ReturnType<typeof callOf> = (name, input) => callOf(farthing)(name, input)

interface Planted {
  anomalies: { document: string; size: 'small' | 'medium' | 'large'; account: string }[]
}
const planted = JSON.parse(
  readFileSync(new URL('../../../../resources/samples/company-planted.json', import.meta.url), 'utf8'),
) as Planted

/** The result line of each planted invoice: the entry that a detector should flag. */
async function plantedEntries(): Promise<{ entry: number; size: string }[]> {
  const found = []
  for (const { document, size, account } of planted.anomalies) {
    const { rows } = await call('ledger.page', { filters: { text: document }, limit: 100 })
    const line = rows.find(row => row.document === document && row.codes?.['account'] === account)
    if (line) found.push({ entry: line.id, size })
  }
  return found
}

test('the planted invoices of the sample company: those of 25 times the usual amount are all among the 200 most unusual', async () => {
  const plants = await plantedEntries()
  expect(plants).toHaveLength(planted.anomalies.length)
  const table = []
  // Those of a shorter list are the first of a longer one: one search serves both.
  const { findings: all, scored } = await call('anomalies.find', { method: 'combined', limit: 1000 })
  expect(scored).toBeGreaterThan(30_000)
  for (const limit of [200, 1000]) {
    const findings = all.slice(0, limit)
    const listed = new Set(findings.map(finding => finding.entry))
    for (const size of ['small', 'medium', 'large']) {
      const own = plants.filter(plant => plant.size === size)
      const found = own.filter(plant => listed.has(plant.entry)).length
      table.push(`${size} plants among the first ${limit}: ${found} of ${own.length}`)
    }
    const hits = plants.filter(plant => listed.has(plant.entry)).length
    table.push(`planted share of the first ${limit}: ${((100 * hits) / limit).toFixed(1)} %`)
  }
  // The sample also holds unusual invoices that nobody planted (its amounts are log-normal): this is a floor of precision, not precision.
  expect(table).toMatchInlineSnapshot(`
    [
      "small plants among the first 200: 0 of 12",
      "medium plants among the first 200: 3 of 12",
      "large plants among the first 200: 12 of 12",
      "planted share of the first 200: 7.5 %",
      "small plants among the first 1000: 1 of 12",
      "medium plants among the first 1000: 10 of 12",
      "large plants among the first 1000: 12 of 12",
      "planted share of the first 1000: 2.3 %",
    ]
  `)
})

test('each finding says why, in parts that sum to one, and what would clear it', async () => {
  const { findings, flagged, scored, parameters } = await call('anomalies.find', {
    method: 'isolation-forest',
    settings: { contamination: 0.01, seed: 3 },
    limit: 50,
    record: true,
  })
  const searched = await call('anomalies.runs', {})
  expect(searched).toMatchObject([
    {
      origin: 'search',
      role: 'archived',
      method: 'isolation-forest',
      seed: 3,
      dataRevision: farthing.app.workspace?.revision,
      metrics: { scored, flagged, heldOut: 0 },
    },
  ])
  expect(searched[0]?.parameters).toEqual(parameters)
  expect(flagged).toBe(Math.ceil(scored * 0.01))
  expect(parameters).toMatchObject({
    method: 'isolation-forest',
    seed: 3,
    contamination: 0.01,
    groupedBy: 'account',
  })
  expect(findings).toHaveLength(50)
  for (const finding of findings) {
    expect(finding.drivers.reduce((sum, driver) => sum + driver.share, 0)).toBeCloseTo(1, 9)
    expect(finding.statement).toMatch(/ GBP on \d{1,2} [A-Z][a-z]{2} \d{4}.*: .+\. /)
    expect(finding.entries).toEqual([finding.entry])
  }
  expect(findings.map(f => f.score)).toEqual(findings.map(f => f.score).toSorted((a, b) => b - a))
})

test('an amount that is said to clear a flag does so, and a penny more does not', async () => {
  const asked = { method: 'z-score', settings: { threshold: 4 }, limit: 1000 } as const
  const { findings } = await call('anomalies.find', asked)
  const finding = findings.find(one => one.counterfactual?.change === 'amount-at-most')!
  const bound = finding.counterfactual?.amount as number
  const group = finding.group
  // Its account's mean and deviation, from the engine's own figures: z-scores compare within the account.
  const columns = await farthing.app.workspace!.reader.call('extractColumns', {
    filters: { members: { scenario: ['Actual', ''] }, notMembers: { flow: ['transfer', 'balance'] } },
    dimensions: ['account'],
  })
  const code = columns.dimensions['account']!.labels.indexOf(group)
  const own = columns.amounts.filter((_, i) => columns.dimensions['account']!.codes[i] === code)
  const mean = own.reduce((sum, amount) => sum + amount, 0) / own.length
  const deviation = Math.sqrt(own.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / (own.length - 1))
  expect(Math.abs(bound - mean) / deviation).toBeLessThanOrEqual(4)
  expect(Math.abs(bound + 1 - mean) / deviation).toBeGreaterThan(4)
})

test('the same question gives the same answer, and a selection is judged by itself', async () => {
  const one = await call('anomalies.find', { filters: { members: { account: ['7200'] } }, limit: 20 })
  const two = await call('anomalies.find', { filters: { members: { account: ['7200'] } }, limit: 20 })
  expect(two).toEqual(one)
  const { total } = await call('ledger.page', { filters: { members: { account: ['7200'] } }, limit: 0 })
  expect(one.scored).toBe(total)
  for (const finding of one.findings) expect(finding.group).toBe('Repairs contractors')
})

test('with too few entries nothing is scored and the answer says how many it takes', async () => {
  const few = await call('anomalies.find', { filters: { from: '2023-04-03', to: '2023-04-03', text: 'zzz' } })
  expect(few).toMatchObject({ state: 'too-few', least: 30, findings: [], points: [] })
})

test('month over month: exact sums, and rows that lead to them', async () => {
  const { findings, found, months, by } = await call('anomalies.monthly', { percent: 50, limit: 20 })
  expect(by).toBe('account')
  expect(months.length).toBeGreaterThan(30)
  expect(found).toBeGreaterThan(4)
  for (const finding of findings.slice(0, 5)) {
    const { sum } = await call('ledger.page', { filters: finding.filters ?? {}, limit: 0 })
    expect(sum).toBe(finding.after)
    expect(BigInt(finding.after) - BigInt(finding.before)).toBe(BigInt(finding.change))
  }
})

test('a search that nobody waits for stops, and leaves the worker usable', async () => {
  const stop = new AbortController()
  const reply = await farthing.call(
    'anomalies.find',
    { method: 'autoencoder' },
    { signal: stop.signal, onProgress: () => stop.abort() },
  )
  expect(reply).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect((await call('anomalies.find', { method: 'z-score', limit: 1 })).findings).toHaveLength(1)
})

test('verdicts are kept, taken back, and hold on to their entries through an undone import', async () => {
  const { findings } = await call('anomalies.find', { method: 'z-score', limit: 2 })
  const [first, second] = findings.map(finding => finding.entry) as [number, number]
  const revision = farthing.app.workspace?.revision
  await call('anomalies.decide', {
    entry: first,
    verdict: 'confirmed',
    note: 'Paid twice',
    method: 'z-score',
    score: 9,
  })
  const both = await call('anomalies.decide', { entry: second, verdict: 'dismissed' })
  expect(both.map(v => [v.entry, v.verdict, v.note])).toEqual(
    expect.arrayContaining([
      [first, 'confirmed', 'Paid twice'],
      [second, 'dismissed', ''],
    ]),
  )
  expect(farthing.app.workspace?.revision).toBe(revision)
  const detail = await call('ledger.entry', { id: first })
  await call('import.undo', { batch: detail.origin.batch })
  expect((await call('anomalies.verdicts', {})).some(v => v.entry === first)).toBe(false)
  await call('import.restore', { batch: detail.origin.batch })
  expect((await call('anomalies.verdicts', {})).some(v => v.entry === first)).toBe(true)
  await call('anomalies.decide', { entry: first, verdict: null })
  const left = await call('anomalies.decide', { entry: second, verdict: null })
  expect(left).toEqual([])
  expect(await farthing.call('anomalies.decide', { entry: 99_999_999, verdict: 'confirmed' })).toMatchObject({
    ok: false,
    failure: { code: 'not-found' },
  })
})

test('a challenger becomes live only by a gain on held-out verdicts', async () => {
  // A household's few thousand entries show it as well as the company's 48,000, which each run would score again.
  const small = createTestApp(memorySecrets())
  onTestFinished(() => small.close())
  const call = callOf(small)
  await call('workspace.sample', { kind: 'household' })
  const runs = await call('anomalies.challenge', {
    method: 'z-score',
    settings: { threshold: 3 },
    note: 'Only the worst',
  })
  expect(runs.map(run => [run.origin, run.role, run.method])).toEqual([
    ['challenge', 'challenger', 'z-score'],
    ['challenge', 'champion', 'combined'],
  ])
  const challenger = runs[0]!.id
  expect(await small.call('anomalies.promote', { run: challenger })).toMatchObject({
    ok: false,
    failure: { code: 'bad-input', message: expect.stringMatching(/0 verdicts are held out/) as string },
  })

  // What the challenger flags is confirmed, what only the live one flags is dismissed.
  const theirs = await call('anomalies.find', { method: 'z-score', settings: { threshold: 3 }, limit: 40 })
  expect(theirs.findings.length).toBeGreaterThan(25)
  const flagged = new Set(theirs.findings.map(f => f.entry))
  const lives = await call('anomalies.find', { limit: 120 })
  expect(lives.method).toBe('combined')
  const others = lives.findings.filter(f => !flagged.has(f.entry)).slice(-40)
  for (const { entry } of theirs.findings) await call('anomalies.decide', { entry, verdict: 'confirmed' })
  for (const { entry } of others) await call('anomalies.decide', { entry, verdict: 'dismissed' })
  const promoted = await call('anomalies.promote', { run: challenger })
  expect(promoted.slice(0, 2).map(run => [run.id === challenger, run.role])).toEqual([
    [true, 'champion'],
    [false, 'archived'],
  ])
  expect(await call('anomalies.find', { limit: 1 })).toMatchObject({
    method: 'z-score',
    parameters: { threshold: 3 },
  })
  // The one before does no better now.
  expect(await small.call('anomalies.promote', { run: promoted[1]!.id })).toMatchObject({
    failure: { message: expect.stringMatching(/no gain/) as string },
  })
})
