import { afterEach, beforeEach, expect } from 'vitest'
import type { ConnectionBody, SourceQueryBody } from '../../../shared/contract/connections.ts'
import type { Reach } from '../../db/remote/reach.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

export const LEDGER = { name: 'Books', profile: 'ledger', baseCurrency: 'GBP', fiscalStartMonth: 4 } as const

/** A table of payments as an accounting program keeps it. */
export const TABLE = `CREATE TABLE payments (id integer PRIMARY KEY, posted date NOT NULL, supplier varchar(80), account varchar(40),
  amount decimal(12,2) NOT NULL, updated timestamp(6) NOT NULL)`
export const row = (id: number, day: number, supplier: string, amount: string, updated: string): string =>
  `(${id}, '2025-03-${String(day).padStart(2, '0')}', '${supplier}', 'Repairs', ${amount}, '2025-04-01 ${updated}')`
export const insert = (...rows: string[]): string =>
  `INSERT INTO payments (id, posted, supplier, account, amount, updated) VALUES ${rows.join(', ')}`
export const many = (from: number, count: number): string =>
  insert(
    ...Array.from({ length: count }, (_, i) =>
      row(
        from + i,
        (i % 28) + 1,
        `Supplier ${i % 40}`,
        `${i % 500}.${String(i % 100).padStart(2, '0')}`,
        '10:00:00',
      ),
    ),
  )

export let farthing: TestApp
export const secrets = memorySecrets()

/** A Farthing with an empty ledger for each test of a file. */
export function eachFarthing(): void {
  beforeEach(async () => {
    farthing = createTestApp(secrets)
    expect((await farthing.call('workspace.create', LEDGER)).ok).toBe(true)
  })
  afterEach(() => farthing.close())
}

/** The value, or a failing test with the sentence. */
export async function must<T>(
  reply: Promise<{ ok: true; value: T } | { ok: false; failure: { message: string } }>,
): Promise<T> {
  const answer = await reply
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

export async function connect(
  { password, ...connection }: Reach,
  change: Partial<ConnectionBody> = {},
): Promise<number> {
  const all = await must(
    farthing.call('connections.save', { connection: { ...connection, ...change }, password }),
  )
  return all.find(one => one.name === (change.name ?? connection.name))?.id as number
}

export async function follow(connection: number, query: Partial<SourceQueryBody> = {}): Promise<number> {
  const schema = query.source ? '' : 'public'
  const body = { connection, name: 'payments', source: { table: { schema, name: 'payments' } }, ...query }
  return (await must(farthing.call('connections.saveQuery', { query: body }))).id
}

export const load = (id: number) => must(farthing.call('connections.import', { id, propose: true }))

export async function total(): Promise<unknown> {
  const query = { measures: [{ op: 'sum' as const }, { op: 'count' as const }] }
  return (await must(farthing.call('explore.query', { query }))).rows[0]
}

/** The amounts in the ledger, in the order of their days. */
export async function amounts(): Promise<number[]> {
  const { rows } = await must(farthing.call('ledger.page', { limit: 100, order: 'date', descending: false }))
  return rows.map(entry => entry.amount)
}

/** Why rows became no entries, in the order of the rows. */
export async function reasons(batch: number): Promise<string[]> {
  return (await must(farthing.call('import.rejects', { batch, limit: 100 }))).rows.map(one => one.reason)
}

/** The sentence a call fails with, and that nothing of it is in the ledger. */
export async function refusal(
  call: Promise<{ ok: boolean; failure?: { message: string } }>,
): Promise<string> {
  const reply = await call
  expect(reply.ok).toBe(false)
  expect(await must(farthing.call('import.batches', {}))).toEqual([])
  return reply.failure?.message ?? ''
}
