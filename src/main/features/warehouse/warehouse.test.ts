import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connectPostgres } from '../../db/remote/postgres.ts'
import type { Reach } from '../../db/remote/reach.ts'
import { startPostgres, whyNoPostgres, type PostgresServer } from '../../db/remote/testing/postgres.ts'
import { breakingLink } from '../../db/remote/testing/proxy.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

type Reply<T> = { ok: true; value: T } | { ok: false; failure: { message: string } }

/** The value, or a failing test with the sentence. */
async function must<T>(reply: Promise<Reply<T>>): Promise<T> {
  const answer = await reply
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

const connect = async (app: TestApp, { password, ...connection }: Reach): Promise<number> => {
  const all = await must(app.call('connections.save', { connection, password }))
  return all.find(one => one.name === connection.name)?.id as number
}

const SPENT = {
  measures: [{ op: 'sum' as const }, { op: 'count' as const }],
  groupBy: [{ dimension: 'category' }],
}

describe.skipIf(whyNoPostgres() !== undefined)(
  `a warehouse (${whyNoPostgres() ?? 'PostgreSQL of its own'})`,
  () => {
    let server: PostgresServer
    let farthing: TestApp
    const others: TestApp[] = []
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server.close())
    beforeEach(async () => {
      await server.sql('DROP SCHEMA IF EXISTS team CASCADE')
      farthing = createTestApp(memorySecrets())
      await must(farthing.call('workspace.sample', { kind: 'household' }))
    })
    afterEach(async () => {
      for (const app of [farthing, ...others.splice(0)]) await app.close()
    })
    const push = (app: TestApp, connection: number) =>
      app.call('warehouse.push', { connection, schema: 'team' })
    const reachable = async <T>(
      work: (ask: (sql: string) => Promise<unknown[]>) => Promise<T>,
    ): Promise<T> => {
      const client = await connectPostgres(server.reach)
      try {
        return await work(async sql => (await client.query(sql)).rows)
      } finally {
        await client.end()
      }
    }
    const entryOf = async (app: TestApp): Promise<number> => {
      const page = await must(app.call('ledger.page', { limit: 1 }))
      return page.rows[0]?.id as number
    }

    it('takes a push, then only what is new: edits, deletions, undone steps, new files', async () => {
      const connection = await connect(farthing, server.reach)
      const first = await must(push(farthing, connection))
      expect(first).toMatchObject({ differences: [], units: { same: 0, removed: 0 } })
      expect(first.units.sent).toBeGreaterThan(0)
      expect(first.entries).toBe((await must(farthing.call('workspace.status', {}))).entries)
      expect((await must(push(farthing, connection))).units).toEqual({
        sent: 0,
        same: first.units.sent,
        removed: 0,
      })

      const id = await entryOf(farthing)
      await must(farthing.call('ledger.edit', { entries: { ids: [id] }, set: { members: { category: 'A new category' }, note: "it's a tab\there" } })) // prettier-ignore
      const edited = await must(push(farthing, connection))
      expect(edited).toMatchObject({ differences: [], units: { sent: 1 } })
      await reachable(async ask => {
        expect(await ask(`SELECT t.note, m.label FROM team.entry e JOIN team.entry_text t ON t.entry_id = e.id JOIN team.member m ON m.dimension_id = 'category' AND m.ordinal = e.category WHERE e.id = ${id}`)).toEqual([{ note: "it's a tab\there", label: 'A new category' }]) // prettier-ignore
      })
      await must(farthing.call('ledger.remove', { entries: { ids: [id] } }))
      expect(await must(push(farthing, connection))).toMatchObject({
        entries: first.entries - 1,
        differences: [],
      })
      await must(farthing.call('ledger.undo', {}))
      expect(await must(push(farthing, connection))).toMatchObject({
        entries: first.entries,
        differences: [],
      })
      const path = join(farthing.app.paths.temp, 'more.csv')
      writeFileSync(path, 'Date,Payee,Amount\n2026-01-05,Café,-3.20\n2026-01-06,Shop,-8.00\n')
      const { token } = farthing.app.files.add(path, 'more.csv', 60, false)
      await must(farthing.call('import.commit', { token }))
      expect(await must(push(farthing, connection))).toMatchObject({
        entries: first.entries + 2,
        differences: [],
      })
    })

    it('names what does not agree, and refuses another workspace in the same schema', async () => {
      const connection = await connect(farthing, server.reach)
      await must(push(farthing, connection))
      // Somebody meddles: one row is dropped, and its piece still says that it is whole.
      await server.sql('DELETE FROM team.entry WHERE id = (SELECT min(id) FROM team.entry)')
      const { differences } = await must(push(farthing, connection))
      expect(differences.map(one => one.what)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^rows of entry$/u), expect.stringMatching(/^entries of period \d{4}-\d+$/u)]), // prettier-ignore
      )
      const other = createTestApp(memorySecrets())
      others.push(other)
      await must(other.call('workspace.sample', { kind: 'household' }))
      const refused = await push(other, await connect(other, server.reach))
      expect(refused).toMatchObject({
        ok: false,
        failure: { message: expect.stringContaining('Another workspace') },
      })
    })

    it('goes on after a link that broke: nothing is half there, nothing is sent twice', async () => {
      const link = await breakingLink(server.reach, 1e9)
      const slow = await connect(farthing, { ...link.reach, name: 'Breaking' })
      // The server's words are few when it is sent to: cut where its answers to the first statements have passed.
      link.close()
      const broken = await breakingLink(server.reach, 4200)
      const [one] = (await must(farthing.call('connections.list', {}))).filter(c => c.id === slow)
      const { id: _id, password: _password, ...body } = one ?? (undefined as never)
      await must(
        farthing.call('connections.save', { id: slow, connection: { ...body, port: broken.reach.port } }),
      )
      const failed = await push(farthing, slow)
      expect(failed).toMatchObject({
        ok: false,
        failure: { message: expect.stringContaining('was lost half-way') },
      })
      broken.close()
      expect(await must(push(farthing, await connect(farthing, server.reach)))).toMatchObject({
        differences: [],
      })
    })

    it('answers questions with nothing but a switch', async () => {
      const connection = await connect(farthing, server.reach)
      const here = await must(farthing.call('explore.query', { query: SPENT }))
      await must(push(farthing, connection))
      await must(farthing.call('warehouse.reads', { on: true }))
      expect(await must(farthing.call('explore.query', { query: SPENT }))).toEqual(here)
      // It is the warehouse that answers: what is changed there alone is seen.
      await server.sql('UPDATE team.entry SET base_amount = 0')
      const there = await must(farthing.call('explore.query', { query: SPENT }))
      expect(there.totals['sum(amount)']).toBe(0)
      expect(there.totals['count']).toBe(here.totals['count'])
      await must(farthing.call('warehouse.reads', { on: false }))
      expect(await must(farthing.call('explore.query', { query: SPENT }))).toEqual(here)
    })

    it('lets a team follow with the database’s own roles: each sees what it may, in every view, and what is pushed later', async () => {
      const connection = await connect(farthing, server.reach)
      await must(push(farthing, connection))
      await server.sql(
      "DROP ROLE IF EXISTS viewer", "CREATE ROLE viewer LOGIN PASSWORD 'viewing only'", 'GRANT USAGE ON SCHEMA team TO viewer', 'GRANT SELECT ON ALL TABLES IN SCHEMA team TO viewer') // prettier-ignore
      const viewer = createTestApp(memorySecrets())
      others.push(viewer)
      await must(viewer.call('workspace.create', { name: 'Mine', profile: 'personal', baseCurrency: 'USD', fiscalStartMonth: 1 })) // prettier-ignore
      const theirs = await connect(viewer, { ...server.reach, user: 'viewer', password: 'viewing only' })
      await must(viewer.call('warehouse.attach', { connection: theirs, schema: 'team', follow: true }))
      const asked = { filters: {}, comparison: { kind: 'previous-year' as const } }
      const strip = ({ freshness: _freshness, ...rest }: object & { freshness?: unknown }): object => rest
      const overview = await must(farthing.call('dashboard.overview', asked))
      expect(strip(await must(viewer.call('dashboard.overview', asked)))).toEqual(strip(overview))
      const change = {
        measure: 'spending' as const,
        compared: { kind: 'previous-year' as const },
        filters: {},
      }
      const [ours, mine] = await Promise.all([farthing.call('root-cause.explain', change as never), viewer.call('root-cause.explain', change as never)]) // prettier-ignore
      expect(mine.ok).toBe(ours.ok)
      if (ours.ok && mine.ok) expect(mine.value).toEqual(ours.value)
      expect(await must(viewer.call('ledger.exportCsv', {}))).toEqual(
        await must(farthing.call('ledger.exportCsv', {})),
      )
      expect(await must(viewer.call('explore.query', { query: SPENT }))).toEqual(await must(farthing.call('explore.query', { query: SPENT }))) // prettier-ignore

      const access = await must(viewer.call('warehouse.access', {}))
      expect(access).toMatchObject({ user: 'viewer', mayWrite: false })
      expect(access.grants.find(one => one.role === 'viewer')?.rights).toEqual(['SELECT'])
      expect((await push(viewer, theirs)).ok).toBe(false)

      // What somebody pushes later comes by itself, and the revision says so to every open view.
      const id = await entryOf(farthing)
      await must(farthing.call('ledger.edit', { entries: { ids: [id] }, set: { note: 'seen by all' } }))
      await must(push(farthing, connection))
      const before = viewer.app.workspace?.revision
      expect(await must(viewer.call('warehouse.refresh', {}))).toMatchObject({
        changed: true,
        complete: true,
      })
      expect(viewer.app.workspace?.revision).not.toBe(before)
      expect(await must(viewer.call('ledger.entry', { id }))).toMatchObject({ note: 'seen by all' })
      expect(await must(viewer.call('warehouse.refresh', {}))).toMatchObject({ changed: false })
      expect((await must(viewer.call('workspace.verify', {}))).checks.filter(check => !check.ok)).toEqual([])

      // Row-level rights are the database's: who may see one account sees the sums of that one.
      await server.sql('ALTER TABLE team.entry ENABLE ROW LEVEL SECURITY', "CREATE POLICY own ON team.entry TO viewer USING (account IN (SELECT ordinal FROM team.member WHERE dimension_id = 'account' AND ordinal = 1))") // prettier-ignore
      const all = await must(farthing.call('explore.query', { query: { measures: [{ op: 'sum' }], groupBy: [{ dimension: 'account' }] } })) // prettier-ignore
      const seen = await must(viewer.call('explore.query', { query: { measures: [{ op: 'sum' }], groupBy: [{ dimension: 'account' }] } })) // prettier-ignore
      expect(seen.rows).toHaveLength(1)
      expect(all.rows).toContainEqual(seen.rows[0])
    })
  },
)
