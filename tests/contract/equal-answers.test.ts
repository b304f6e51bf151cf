import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  farthing,
  makeFolder,
  overMessageChannel,
  overWebSocket,
  PASSWORD,
  throughCli,
  type Transport,
} from './transports.ts'

/**
 * One ledger, asked the same through every way in: MessagePort (Electron's), WebSocket (the browser's) and the CLI. Each
 * transport has an app of its own and opens the same file in turn.
 */
const CSV = [
  'Date,Payee,Category,Amount',
  '2025-01-03,Rail & Sons,Travel,-120.50',
  '2025-01-20,"Müller, Söhne",Office,-89.99',
  '2025-02-03,Rail & Sons,Travel,-120.50',
  '2025-02-14,Northwind,Sales,90000000000000.00',
  '2025-03-14,Northwind,Sales,90000000000000.00',
  '2025-03-99,Nobody,Sales,1.00',
  '',
].join('\n')

const folder = makeFolder()
const path = join(folder.folder, 'ledger.farthing')
const cliPaths = folder.paths()
const transports: Transport[] = []

const query = (measures: unknown[], groupBy: unknown[], engine = 'columnar') => ({
  query: { measures, groupBy },
  engine,
})
const CALLS: [string, unknown][] = [
  ['workspace.status', {}],
  ['import.batches', {}],
  ['import.rejects', { batch: 1 }],
  ['import.mappings', {}],
  ['ledger.dimensions', {}],
  ['ledger.members', { dimension: 'payee' }],
  ['ledger.page', {}],
  ['ledger.page', { filters: { members: { category: ['Travel'] } }, order: 'amount', limit: 1 }],
  ['ledger.entry', { id: 2 }],
  ['ledger.exportCsv', {}],
  ['dashboard.overview', {}],
  ['explore.query', query([{ op: 'sum' }, { op: 'count' }], [{ dimension: 'category' }, { grain: 'month' }])],
  ['explore.query', query([{ op: 'sum' }, { op: 'median' }], [{ grain: 'quarter' }], 'sqlite')],
  ['workspace.verify', {}],
  ['settings.get', {}],
  // Failures travel in the same envelope.
  ['ledger.entry', { id: 987_654 }],
  ['ledger.entry', { id: 'two' }],
  ['ledger.members', { dimension: 'no such dimension' }],
  ['explore.query', query([{ op: 'sum' }], [{ dimension: "payee'; DROP TABLE entry; --" }])],
  ['import.rejects', { batch: 99 }],
]

beforeAll(async () => {
  const file = join(folder.folder, 'january.csv')
  writeFileSync(file, CSV)
  const made = ['create', '--workspace', path, '--profile', 'personal', '--currency', 'GBP']
  expect(await farthing(cliPaths, made)).toMatchObject({ code: 0, err: '' })
  expect(await farthing(cliPaths, ['import', file, '--workspace', path, '--json'])).toMatchObject({
    code: 0,
    err: '',
  })
  transports.push(await overMessageChannel(folder.paths()), await overWebSocket(folder.paths()))
})

afterAll(async () => {
  for (const transport of transports) await transport.close()
  folder.remove()
})

/** Asks everything through one transport, with the workspace open for as long. */
async function askAll(transport: Transport): Promise<unknown[]> {
  const opened = await transport.call('workspace.open', { path, password: PASSWORD })
  expect(opened).toMatchObject({ ok: true })
  try {
    const replies: unknown[] = []
    for (const [name, input] of CALLS) replies.push(await transport.call(name, input))
    return replies
  } finally {
    await transport.call('workspace.close', {})
  }
}

describe('the same call, through MessagePort, WebSocket and CLI', () => {
  test('gets deep-equal answers, failures and revisions', async () => {
    const [port, socket] = [
      await askAll(transports[0] as Transport),
      await askAll(transports[1] as Transport),
    ]
    const cli: unknown[] = []
    for (const [name, input] of CALLS) cli.push(await throughCli(cliPaths, path, name, input))
    for (const [i, [name]] of CALLS.entries()) {
      expect({ name, reply: socket[i] }).toEqual({ name, reply: port[i] })
      expect({ name, reply: cli[i] }).toEqual({ name, reply: port[i] })
    }
    const failed = port.filter(reply => !(reply as { ok: boolean }).ok).length
    expect(failed).toBe(5)
    // Each CLI call starts a whole Farthing.
  }, 240_000)

  test('carries a total beyond 2^53 to the penny', async () => {
    const exact = 18_000_000_000_000_000n - 12_050n - 8999n - 12_050n
    const asked = query([{ op: 'sum' }], [])
    const totals: unknown[] = []
    for (const transport of transports) {
      await transport.call('workspace.open', { path, password: PASSWORD })
      totals.push(await transport.call('explore.query', asked))
      await transport.call('workspace.close', {})
    }
    totals.push(await throughCli(cliPaths, path, 'explore.query', asked))
    for (const reply of totals)
      expect(reply).toMatchObject({ ok: true, value: { totals: { 'sum(amount)': exact } } })
    const printed = await farthing(cliPaths, ['query', '--workspace', path, '--measure', 'sum', '--json'])
    expect(JSON.parse(printed.out)).toMatchObject({ totals: { sum: '179999999999669.01' } })
  })

  test('says the same of a wrong password, a missing file and a closed workspace', async () => {
    for (const [name, input, code] of [
      ['workspace.open', { path, password: 'not the password' }, 'wrong-password'],
      ['workspace.open', { path: `${path}.missing` }, 'not-found'],
      ['ledger.page', {}, 'logged-out'],
      ['no.method', {}, undefined],
    ] as const) {
      if (code === undefined) continue
      for (const transport of transports)
        expect(await transport.call(name, input)).toMatchObject({ ok: false, failure: { code } })
    }
  })
})
