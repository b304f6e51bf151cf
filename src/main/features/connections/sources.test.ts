import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Reach } from '../../db/remote/reach.ts'
import { whyNoCertificates } from '../../db/remote/testing/certificates.ts'
import { startPostgres, whyNoPostgres, type PostgresServer } from '../../db/remote/testing/postgres.ts'
import { breakingLink } from '../../db/remote/testing/proxy.ts'
import { createTestApp } from '../../testing.ts'
import {
  connect,
  eachFarthing,
  farthing,
  follow,
  insert,
  LEDGER,
  load,
  many,
  must,
  refusal,
  row,
  secrets,
  TABLE,
  total,
} from './testing.ts'

eachFarthing()

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
      // The entry's own page names it, too: connection, what was asked, watermark, what tells the rows apart, and the row.
      const [entry] = (await must(farthing.call('ledger.page', { limit: 1, descending: false }))).rows
      const { origin: shown } = await must(farthing.call('ledger.entry', { id: entry?.id as number }))
      expect(shown).toMatchObject({ source: origin, line: 2, header: expect.arrayContaining(['id', 'updated']), cells: expect.arrayContaining(['1', 'Ashford Ltd']) }) // prettier-ignore
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
      farthing.app.language = 'de'
      expect(await refusal(farthing.call('connections.import', { id, propose: true }))).toMatch(/hat keine Spalte id mehr; vorhanden sind number/u) // prettier-ignore
      expect(await refusal(test({ ...reach, port: 1 }))).toMatch(
        /antwortet niemand\. Prüfen Sie Host und Port/u,
      )
      farthing.app.language = 'en'
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
