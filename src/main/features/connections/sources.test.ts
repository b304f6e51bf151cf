import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ConnectionBody, SourceQueryBody } from '../../../shared/contract/connections.ts'
import type { Reach } from '../../db/remote/reach.ts'
import { whyNoCertificates } from '../../db/remote/testing/certificates.ts'
import { startMariadb, whyNoMariadb } from '../../db/remote/testing/mariadb.ts'
import {
  startPostgres,
  whyNoPostgres,
  type PostgresServer,
  type TestServer,
} from '../../db/remote/testing/postgres.ts'
import { breakingLink } from '../../db/remote/testing/proxy.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

const LEDGER = { name: 'Books', profile: 'ledger', baseCurrency: 'GBP', fiscalStartMonth: 4 } as const

/** A table of payments as an accounting program keeps it. */
const TABLE = `CREATE TABLE payments (id integer PRIMARY KEY, posted date NOT NULL, supplier varchar(80), account varchar(40),
  amount decimal(12,2) NOT NULL, updated timestamp(6) NOT NULL)`
const row = (id: number, day: number, supplier: string, amount: string, updated: string): string =>
  `(${id}, '2025-03-${String(day).padStart(2, '0')}', '${supplier}', 'Repairs', ${amount}, '2025-04-01 ${updated}')`
const insert = (...rows: string[]): string =>
  `INSERT INTO payments (id, posted, supplier, account, amount, updated) VALUES ${rows.join(', ')}`
const many = (from: number, count: number): string =>
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

let farthing: TestApp
const secrets = memorySecrets()
beforeEach(async () => {
  farthing = createTestApp(secrets)
  expect((await farthing.call('workspace.create', LEDGER)).ok).toBe(true)
})
afterEach(() => farthing.close())

/** The value, or a failing test with the sentence. */
async function must<T>(
  reply: Promise<{ ok: true; value: T } | { ok: false; failure: { message: string } }>,
): Promise<T> {
  const answer = await reply
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

async function connect(
  { password, ...connection }: Reach,
  change: Partial<ConnectionBody> = {},
): Promise<number> {
  const all = await must(
    farthing.call('connections.save', { connection: { ...connection, ...change }, password }),
  )
  return all.find(one => one.name === (change.name ?? connection.name))?.id as number
}

async function follow(connection: number, query: Partial<SourceQueryBody> = {}): Promise<number> {
  const schema = query.source ? '' : 'public'
  const body = { connection, name: 'payments', source: { table: { schema, name: 'payments' } }, ...query }
  return (await must(farthing.call('connections.saveQuery', { query: body }))).id
}

const load = (id: number) => must(farthing.call('connections.import', { id, propose: true }))

async function total(): Promise<unknown> {
  const query = { measures: [{ op: 'sum' as const }, { op: 'count' as const }] }
  return (await must(farthing.call('explore.query', { query }))).rows[0]
}

/** The sentence a call fails with, and that nothing of it is in the ledger. */
async function refusal(call: Promise<{ ok: boolean; failure?: { message: string } }>): Promise<string> {
  const reply = await call
  expect(reply.ok).toBe(false)
  expect(await must(farthing.call('import.batches', {}))).toEqual([])
  return reply.failure?.message ?? ''
}

describe.skipIf(whyNoPostgres() !== undefined)(
  `PostgreSQL (${whyNoPostgres() ?? 'a server of its own'})`,
  () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres({ tls: whyNoCertificates() === undefined })
    })
    afterAll(() => server.close())
    beforeEach(() => server.sql('DROP TABLE IF EXISTS payments CASCADE', TABLE))

    it('reads a table, and then only what is new, with ties and equal purchases kept apart', async () => {
      await server.sql(
        insert(row(1, 1, 'Ashford Ltd', '100.10', '09:00:00'), row(2, 2, 'Ashford Ltd', '20.00', '09:00:01')),
      )
      const connection = await connect(server.reach)
      const preview = await must(
        farthing.call('connections.preview', {
          id: connection,
          source: { table: { schema: 'public', name: 'payments' } },
        }),
      )
      expect(preview.columns.filter(column => column.key).map(column => column.name)).toEqual(['id'])
      expect(preview.rows[0]?.slice(0, 5)).toEqual(['1', '2025-03-01', 'Ashford Ltd', 'Repairs', '100.10'])

      const id = await follow(connection, { watermark: 'updated', key: ['id'] })
      const first = await load(id)
      expect(first.batch?.counts).toMatchObject({ read: 2, loaded: 2 })
      expect(await total()).toEqual([12_010, 2])

      // At the same moment as the last row, and equal to it in all but its key: another purchase.
      await server.sql(
        insert(row(3, 2, 'Ashford Ltd', '20.00', '09:00:01'), row(4, 3, 'Baker', '5.00', '09:30:00')),
      )
      const second = await load(id)
      expect(second).toMatchObject({
        rows: 2,
        known: 1,
        since: '2025-04-01 09:00:01',
        until: '2025-04-01 09:30:00',
      })
      expect(await total()).toEqual([14_510, 4])

      expect(await load(id)).toMatchObject({ rows: 0, known: 1, batch: null })

      // An undone batch takes its watermark back with it.
      await must(farthing.call('import.undo', { batch: second.batch?.id as number }))
      expect((await load(id)).batch?.counts.loaded).toBe(2)
      expect(await total()).toEqual([14_510, 4])

      const origin = await must(farthing.call('connections.origin', { batch: first.batch?.id as number }))
      expect(origin).toMatchObject({ connection: 'Test', statement: 'public.payments', watermark: 'updated', since: null, until: '2025-04-01 09:00:01', key: ['id'] }) // prettier-ignore
    })

    it('keeps ties apart without a key, by the fingerprint', async () => {
      await server.sql(
        insert(row(1, 2, 'Ashford', '20.00', '09:00:01'), row(2, 2, 'Ashford', '20.00', '09:00:01')),
      )
      const sql = 'SELECT posted, supplier, account, amount, updated FROM payments -- all of them'
      const id = await follow(await connect(server.reach), { source: { sql }, watermark: 'updated' })
      expect((await load(id)).batch?.counts.loaded).toBe(2)
      // Two equal rows more: one at the very moment of the others, one later.
      await server.sql(
        insert(row(3, 2, 'Ashford', '20.00', '09:00:01'), row(4, 2, 'Ashford', '20.00', '10:00:00')),
      )
      expect((await load(id)).batch?.counts).toMatchObject({ read: 4, loaded: 2, duplicate: 2 })
      expect(await total()).toEqual([8000, 4])
    })

    it('leaves out a row that was changed after it was loaded, and names it', async () => {
      await server.sql(insert(row(7, 1, 'Ashford', '10.00', '09:00:00')))
      const id = await follow(await connect(server.reach), { watermark: 'updated', key: ['id'] })
      await load(id)
      await server.sql("UPDATE payments SET amount = 12, updated = '2025-04-02 08:00:00' WHERE id = 7")
      expect(await load(id)).toMatchObject({ rows: 0, changed: { rows: 1, keys: ['7'] }, batch: null })
      expect(await total()).toEqual([1000, 1])
    })

    it('goes on where the row cap stopped it, and loads nothing of a query that it cannot follow', async () => {
      await server.sql(
        insert(...Array.from({ length: 5 }, (_, i) => row(i, 1 + i, 'Ashford', '1.00', `09:00:0${i}`))),
      )
      const connection = await connect(server.reach)
      const id = await follow(connection, { watermark: 'updated', key: ['id'], cap: 2 })
      const counts: number[] = []
      for (let more = true; more;) {
        const read = await load(id)
        counts.push(read.rows)
        ;({ more } = read)
      }
      expect(counts.reduce((a, b) => a + b)).toBe(5)
      expect(await total()).toEqual([500, 5])
      const whole = await follow(connection, { name: 'whole', cap: 4 })
      const refused = await farthing.call('connections.import', { id: whole, propose: true })
      expect(refused).toMatchObject({
        ok: false,
        failure: { message: expect.stringContaining('raise the row cap') },
      })
    })

    it('never writes: a statement that would is refused by its form or by the server', async () => {
      await server.sql(insert(row(1, 1, 'Ashford', '1.00', '09:00:00')), 'CREATE OR REPLACE FUNCTION spoil() RETURNS bigint LANGUAGE sql AS $$ DELETE FROM payments RETURNING 1::bigint $$') // prettier-ignore
      const connection = await connect(server.reach)
      for (const sql of ['DELETE FROM payments RETURNING *', 'SELECT 1) AS x; COMMIT; DELETE FROM payments; SELECT (1', 'SELECT spoil() AS n']) // prettier-ignore
      expect(await refusal(farthing.call('connections.preview', { id: connection, source: { sql } }))).toMatch(/read|syntax|multiple commands|WITH/u) // prettier-ignore
      const rest = await must(farthing.call('connections.preview', { id: connection, source: { sql: 'SELECT count(*) FROM payments' } })) // prettier-ignore
      expect(rest.rows).toEqual([['1']])
    })

    it('says what is wrong and what to do: refused, wrong password, no database, no table, no column', async () => {
      const reach = { ...server.reach }
      const test = ({ password, ...connection }: Reach) =>
        farthing.call('connections.test', { connection, password })
      expect((await must(test(reach))).server).toMatch(/^PostgreSQL \d+/u)
      expect(await refusal(test({ ...reach, port: 1 }))).toMatch(/Nothing answers at 127\.0\.0\.1:1\. Check/u)
      expect(await refusal(test({ ...reach, password: 'wrong' }))).toMatch(
        /refused the password of user owner/u,
      )
      expect(await refusal(test({ ...reach, password: undefined }))).toMatch(
        /wants the password of user owner/u,
      )
      expect(await refusal(test({ ...reach, database: 'nowhere' }))).toMatch(/no database nowhere/u)
      await server.sql(insert(row(1, 1, 'Ashford', '1.00', '09:00:00')))
      const connection = await connect(reach)
      const id = await follow(connection, { watermark: 'updated', key: ['id'] })
      await server.sql('ALTER TABLE payments RENAME COLUMN updated TO touched')
      expect(await refusal(farthing.call('connections.import', { id, propose: true }))).toMatch(/column .*updated.* Look at the table's preview/su) // prettier-ignore
      await server.sql('ALTER TABLE payments RENAME COLUMN touched TO updated', 'ALTER TABLE payments RENAME COLUMN id TO number') // prettier-ignore
      expect(await refusal(farthing.call('connections.import', { id, propose: true }))).toMatch(/no column id any more; it has number/u) // prettier-ignore
      await server.sql('DROP TABLE payments')
      expect(await refusal(farthing.call('connections.import', { id, propose: true }))).toMatch(/table is not in postgres any more/u) // prettier-ignore
    })

    it('loads nothing where the link breaks half-way, and all of it the next time', async () => {
      await server.sql(many(1, 20_000))
      const link = await breakingLink(server.reach, 300_000)
      const broken = await follow(await connect(link.reach, { name: 'Broken' }))
      expect(await refusal(farthing.call('connections.import', { id: broken, propose: true }))).toMatch(/was lost half-way\. Nothing was loaded/u) // prettier-ignore
      link.close()
      const id = await follow(await connect(server.reach))
      expect((await load(id)).batch?.counts.loaded).toBe(20_000)
    })

    it('stops a statement at the server when it is cancelled', async () => {
      const connection = await connect(server.reach)
      const stop = new AbortController()
      const slow = farthing.call('connections.preview', { id: connection, source: { sql: 'SELECT pg_sleep(60)' } }, { signal: stop.signal }) // prettier-ignore
      const other = await connect(server.reach, { name: 'Other' })
      const running = { sql: "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'" } // prettier-ignore
      const active = async () => (await must(farthing.call('connections.preview', { id: other, source: running }))).rows[0]?.[0] // prettier-ignore
      await expect.poll(active, { timeout: 20_000 }).toBe('1')
      stop.abort()
      expect(await slow).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
      await expect.poll(active, { timeout: 20_000 }).toBe('0')
    })

    it.skipIf(whyNoCertificates() !== undefined)(
      'verifies the certificate unless that is chosen otherwise',
      async () => {
        const { certificates } = server
        const test = (change: Partial<Reach>) => {
          const { password, ...connection } = {
            ...server.reach,
            host: 'localhost',
            tls: 'verify' as const,
            ...change,
          }
          return farthing.call('connections.test', { connection, password })
        }
        const caFile = certificates?.ca ?? ''
        expect(await must(test({ caFile }))).toMatchObject({
          verified: true,
          tls: expect.stringContaining('TLSv1.3'),
        })
        expect(await must(test({ caFile, host: '127.0.0.1' }))).toMatchObject({ verified: true })
        expect(await refusal(test({}))).toMatch(/not signed by anybody this machine trusts/u)
        expect(await must(test({ tls: 'unverified' }))).toMatchObject({ verified: false, tls: expect.stringContaining('TLS') }) // prettier-ignore
        await server.present('expired')
        expect(await refusal(test({ caFile }))).toMatch(/has expired\. Have it renewed/u)
        await server.present('elsewhere')
        expect(await refusal(test({ caFile }))).toMatch(/for another name than localhost/u)
        await server.present('good')
      },
    )

    it('keeps a password in the keychain alone, and asks where there is none', async () => {
      const canary = server.reach.password as string
      await connect(server.reach)
      const [one] = await must(farthing.call('connections.list', {}))
      expect(one?.password).toBe('kept')
      expect([...secrets.kept.values()]).toContain(canary)
      expect(JSON.stringify(await must(farthing.call('connections.list', {})))).not.toContain(canary)
      const other = createTestApp()
      const created = await other.call('workspace.create', { ...LEDGER, password: 'a long enough password' })
      expect(created.ok).toBe(true)
      const { password, ...connection } = server.reach
      const saved = await other.call('connections.save', { connection, password })
      expect(saved).toMatchObject({ ok: true, value: [{ password: 'asked' }] })
      const id = saved.ok ? (saved.value[0]?.id ?? 0) : 0
      expect(await other.call('connections.tables', { id })).toMatchObject({ ok: false, failure: { code: 'wrong-password', details: { needs: 'password' } } }) // prettier-ignore
      expect((await other.call('connections.tables', { id, password })).ok).toBe(true)
      await other.close()
    })
  },
)

describe.skipIf(whyNoMariadb() !== undefined)(`MariaDB (${whyNoMariadb() ?? 'a server of its own'})`, () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startMariadb()
  })
  afterAll(() => server.close())
  beforeEach(() => server.sql('DROP TABLE IF EXISTS payments', TABLE))

  it('reads what is new, exactly, and says what is wrong', async () => {
    await server.sql(
      insert(row(1, 1, "O''Neil", '0.10', '09:00:00'), row(2, 2, 'Baker', '9999999999.99', '09:00:01')),
    )
    const connection = await connect(server.reach)
    expect(await must(farthing.call('connections.tables', { id: connection }))).toEqual([{ schema: 'books', name: 'payments', kind: 'table' }]) // prettier-ignore
    const source = { table: { schema: 'books', name: 'payments' } }
    const id = await follow(connection, { source, watermark: 'updated', key: ['id'] })
    await load(id)
    expect(await total()).toEqual([1_000_000_000_009, 2])
    await server.sql(insert(row(3, 2, 'Baker', '9999999999.99', '09:00:01')))
    expect(await load(id)).toMatchObject({ rows: 1, known: 1 })
    expect(await total()).toEqual([2_000_000_000_008, 3])
    const before = await must(farthing.call('import.batches', {}))
    for (const batch of before) await must(farthing.call('import.undo', { batch: batch.id }))

    const asked = (sql: string) => farthing.call('connections.preview', { id: connection, source: { sql } })
    for (const sql of [
      'DELETE FROM payments',
      'SELECT nothing FROM payments',
      'SELECT * FROM nowhere',
      "SELECT 'a' INTO OUTFILE '/x'",
    ])
      // prettier-ignore
      expect((await asked(sql)).ok).toBe(false)
    const wrong = { ...server.reach, password: 'wrong' }
    const { password, ...body } = wrong
    expect(await farthing.call('connections.test', { connection: body, password })).toMatchObject({ failure: { message: expect.stringContaining('refused the password') } }) // prettier-ignore
    expect(await farthing.call('connections.test', { connection: { ...body, tls: 'verify' }, password })).toMatchObject({ failure: { message: expect.stringMatching(/does not offer TLS|trusts/u) } }) // prettier-ignore
  })

  it('loads nothing where the link breaks half-way', async () => {
    await server.sql(many(1, 9000), many(9001, 9000))
    const link = await breakingLink(server.reach, 300_000)
    const id = await follow(await connect(link.reach), {
      source: { table: { schema: 'books', name: 'payments' } },
    })
    expect(await refusal(farthing.call('connections.import', { id, propose: true }))).toMatch(
      /was lost half-way/u,
    )
    link.close()
  })
})

describe('an SQLite file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'e2e-sqlite-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is read and never written', async () => {
    const file = join(folder, 'books.db')
    const db = new Database(file)
    db.exec(TABLE)
    db.exec(insert(row(1, 1, 'Ashford', '12.34', '09:00:00'), row(2, 2, 'Baker', '5', '09:00:01')))
    db.close()
    const reach: Reach = { kind: 'sqlite', name: 'Books', host: '', database: '', user: '', tls: 'verify', caFile: '', file } // prettier-ignore
    const id = await follow(await connect(reach), { watermark: 'id', key: ['id'] })
    expect((await load(id)).batch?.counts.loaded).toBe(2)
    expect(await total()).toEqual([1734, 2])
    expect(await load(id)).toMatchObject({ rows: 0, batch: null })

    const more = new Database(file)
    more.exec(insert(row(3, 3, 'Clerk', '1.00', '10:00:00')))
    more.close()
    const job = {
      name: 'Nightly',
      task: { kind: 'source' as const, query: id },
      cron: '0 3 * * *',
      active: true,
    }
    const [saved] = await must(farthing.call('schedule.save', { job }))
    const run = () => must(farthing.call('schedule.run', { id: saved?.id as number }))
    expect(await run()).toMatchObject({ outcome: 'done', counts: { rows: 1, loaded: 1 } })
    expect(await run()).toMatchObject({ outcome: 'nothing', counts: { rows: 0 } })
    expect(await total()).toEqual([1834, 3])
    const [connection] = await must(farthing.call('connections.list', {}))
    const bytes = readFileSync(file)
    const asked = { id: connection?.id as number, source: { sql: 'DELETE FROM payments RETURNING *' } }
    expect((await farthing.call('connections.preview', asked)).ok).toBe(false)
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  it('says where there is none, and where it is something else', async () => {
    const test = (file: string) =>
      farthing.call('connections.test', { connection: { name: 'x', kind: 'sqlite' as const, file } })
    expect(await refusal(test(join(folder, 'none.db')))).toMatch(/There is no file/u)
    expect(await refusal(test(import.meta.filename))).toMatch(/is not an SQLite database/u)
  })
})
