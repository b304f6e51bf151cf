import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NEEDS_ENTRIES } from '../../../shared/contract/refusal.ts'
import { connectPostgres } from '../../db/remote/postgres.ts'
import { startPostgres, whyNoPostgres, type PostgresServer } from '../../db/remote/testing/postgres.ts'
import { breakingLink } from '../../db/remote/testing/proxy.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'
import { connect, must } from './testing.ts'

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
      farthing = createTestApp(memorySecrets())
      await must(farthing.call('workspace.sample', { kind: 'household' }))
    })
    afterAll(async () => {
      await farthing.close()
      await server.close()
    })
    beforeEach(() => server.sql('DROP SCHEMA IF EXISTS team CASCADE'))
    afterEach(async () => {
      for (const app of others.splice(0)) await app.close()
    })
    const push = (app: TestApp, connection: number) => app.call('warehouse.push', { connection, schema: 'team' }) // prettier-ignore
    type Asking = (ask: (sql: string) => Promise<unknown[]>) => Promise<void>
    const reachable = async (work: Asking): Promise<void> => {
      const client = await connectPostgres(server.reach)
      await work(async sql => (await client.query(sql)).rows)
      await client.end()
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
      expect(await must(push(farthing, connection))).toMatchObject({ entries: first.entries - 1, differences: [] }) // prettier-ignore
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

    it('goes on after a cut at any stage: nothing is half there, nothing is sent twice', async () => {
      const app = createTestApp(memorySecrets())
      others.push(app)
      await must(app.call('workspace.create', { name: 'Long', profile: 'ledger', baseCurrency: 'GBP', fiscalStartMonth: 4 })) // prettier-ignore
      const rows = Array.from({ length: 36_000 }, (_, i) => `2025-0${(i % 9) + 1}-${String((i % 28) + 1).padStart(2, '0')},Shop ${i % 50},Goods ${i},${i + 1}.05`) // prettier-ignore
      const path = join(app.app.paths.temp, 'long.csv')
      writeFileSync(path, `Date,Payee,Description,Amount\n${rows.join('\n')}\n`)
      const { token } = app.app.files.add(path, 'long.csv', 1, false)
      await must(app.call('import.commit', { token }))
      const connection = await connect(app, server.reach)
      await must(push(app, connection))
      // As if nothing had been sent, and at each place in turn the server ends the connection in the midst of it.
      await server.sql(
        'TRUNCATE team.entry, team.entry_text, team.unit, team.member, team.day, team.meta',
        "CREATE FUNCTION team.cut() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END'",
      )
      const STAGES = [
        ['meta', "new.name = 'state' AND new.value = 'pushing'", 0],
        ['entry', 'new.id = 9000', 0],
        ['unit', 'new.unit = 1', 1],
        ['entry_text', 'new.entry_id = 34000', 2],
        ['member', "new.dimension_id = 'payee' AND new.ordinal = 7", 3],
        ['day', 'true', 3],
        ['meta', "new.name = 'state' AND new.value = 'complete'", 3],
      ] as const
      for (const [table, when, whole] of STAGES) {
        await server.sql(`CREATE TRIGGER cut BEFORE INSERT ON team.${table} FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION team.cut()`) // prettier-ignore
        const failed = await push(app, connection)
        expect([when, failed]).toMatchObject([when, { ok: false, failure: { message: expect.stringContaining('was lost half-way') } }]) // prettier-ignore
        await server.sql(`DROP TRIGGER cut ON team.${table}`)
        await reachable(async ask => {
          const [state] = await ask('SELECT (SELECT count(*) FROM team.unit)::int AS units, (SELECT count(*) FROM team.entry)::int AS entries, (SELECT count(DISTINCT id) FROM team.entry)::int AS different, (SELECT count(*) FROM team.entry_text)::int AS texts, (SELECT coalesce(sum(entries), 0) FROM team.unit)::int AS told') // prettier-ignore
          const { told } = state as { told: string }
          expect([when, state]).toEqual([when, { units: String(whole), entries: told, different: told, texts: told, told }]) // prettier-ignore
        })
        // Nobody takes what is half there for the whole.
        const refreshed = await app.call('warehouse.refresh', {})
        expect(refreshed.ok && refreshed.value.complete).toBe(false)
      }
      expect(await must(push(app, connection))).toMatchObject({ entries: 36_000, differences: [], units: { sent: 0, same: 3, removed: 0 } }) // prettier-ignore

      // A batch that is taken back goes from there, too, and comes again with it.
      const [loaded] = await must(app.call('import.batches', {}))
      const batch = loaded?.id as number
      await must(app.call('import.undo', { batch }))
      expect(await must(push(app, connection))).toMatchObject({ entries: 0, differences: [], units: { removed: 3 } }) // prettier-ignore
      await must(app.call('import.restore', { batch }))
      expect(await must(push(app, connection))).toMatchObject({ entries: 36_000, differences: [], units: { sent: 3 } }) // prettier-ignore

      // A link that the network cuts, in the midst of the server's answers.
      const broken = await breakingLink(server.reach, 4200)
      const slow = await connect(app, { ...broken.reach, name: 'Breaking' })
      expect(await push(app, slow)).toMatchObject({ ok: false, failure: { message: expect.stringContaining('was lost half-way') } }) // prettier-ignore
      broken.close()
      expect(await must(push(app, connection))).toMatchObject({ differences: [], units: { sent: 0 } })
    }, 240_000)

    it('brings a warehouse of the first version up to date, also where that was cut off half-way', async () => {
      const connection = await connect(farthing, server.reach)
      const { entries } = await must(push(farthing, connection))
      const OLD = ['ALTER TABLE team.entry DROP COLUMN part, DROP COLUMN payee', 'ALTER TABLE team.entry_text DROP COLUMN extra', 'ALTER TABLE team.batch DROP COLUMN origin', "UPDATE team.unit SET hash = 'old'", "DELETE FROM team.meta WHERE name LIKE 'hash %'", "UPDATE team.meta SET value = '1' WHERE name = 'version'"] // prettier-ignore
      // Cut off: one column is there, and nothing says so.
      await server.sql(...OLD, 'ALTER TABLE team.entry ADD COLUMN part integer NOT NULL DEFAULT 0')
      expect(await must(push(farthing, connection))).toMatchObject({ entries, differences: [] })
      await must(farthing.call('warehouse.reads', { on: true }))
      const query = { measures: SPENT.measures, groupBy: [{ dimension: 'payee' }] }
      const answer = await must(farthing.call('explore.query', { query }))
      await must(farthing.call('warehouse.reads', { on: false }))
      expect(await must(farthing.call('explore.query', { query }))).toEqual(answer)
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

      // Row-level rights are the database's: whoever may see one account sees that one, in every view and in every file.
      await server.sql('ALTER TABLE team.entry ENABLE ROW LEVEL SECURITY', "CREATE POLICY own ON team.entry TO viewer USING (account IN (SELECT ordinal FROM team.member WHERE dimension_id = 'account' AND ordinal = 1))") // prettier-ignore
      const byAccount = { measures: [{ op: 'sum' as const }], groupBy: [{ dimension: 'account' }] }
      const all = await must(farthing.call('explore.query', { query: byAccount }))
      const asker = createTestApp(memorySecrets())
      others.push(asker)
      await must(asker.call('workspace.create', { name: 'Asks', profile: 'ledger', baseCurrency: 'USD', fiscalStartMonth: 4 })) // prettier-ignore
      const asking = await connect(asker, { ...server.reach, user: 'viewer', password: 'viewing only' })
      expect(await must(asker.call('warehouse.attach', { connection: asking, schema: 'team' }))).toMatchObject({ asksOnly: true }) // prettier-ignore
      // The follower's copy is older than the policy: a push brings it, and what it may not see any more goes.
      await must(farthing.call('ledger.edit', { entries: { ids: [id] }, set: { note: 'seen by some' } }))
      await must(push(farthing, connection))
      await must(viewer.call('warehouse.refresh', {}))
      for (const app of [asker, viewer]) {
        const seen = await must(app.call('explore.query', { query: byAccount }))
        expect(seen.rows).toHaveLength(1)
        expect(all.rows).toContainEqual(seen.rows[0])
        const own = { members: { account: [String(seen.rows[0]?.[0])] } }
        // Months are counted over the ledger's days, of which each sees its own.
        const days = { to: '2025-12-31' }
        const theirs = await must(farthing.call('dashboard.overview', { filters: { ...own, ...days } }))
        const view = await must(app.call('dashboard.overview', { filters: { ...own, ...days } }))
        for (const part of ['spending', 'income', 'surplus', 'matched', 'categories', 'payees'] as const)
          expect([part, view[part]]).toEqual([part, theirs[part]])
        expect(view.allEntries).toBe(theirs.matched)
        const page = { limit: 40, order: 'absolute' as const }
        expect(await must(app.call('ledger.page', page))).toEqual(await must(farthing.call('ledger.page', { ...page, filters: own }))) // prettier-ignore
        expect((await must(app.call('ledger.exportCsv', {}))).rows).toBe(theirs.matched)
        expect((await must(app.call('ledger.members', { dimension: 'account' }))).map(one => one.key)).toEqual(own.members.account) // prettier-ignore
        const spent = { measure: 'spending' as const, compared: 'previous-year' as const }
        const why = await must(app.call('root-cause.breakdown', { ...spent, by: 'payee', filters: own }))
        const whyThere = await must(
          farthing.call('root-cause.breakdown', { ...spent, by: 'payee', filters: own }),
        )
        expect(why.after.total).toEqual(whyThere.after.total)
      }
      const elsewhere = { notMembers: { account: [String((await must(asker.call('explore.query', { query: byAccount }))).rows[0]?.[0])] } } // prettier-ignore
      const hidden = (await must(farthing.call('ledger.page', { limit: 1, filters: elsewhere }))).rows[0]
      const shown = (await must(asker.call('ledger.page', { limit: 1 }))).rows[0]?.id as number
      expect(await must(asker.call('ledger.entry', { id: shown }))).toMatchObject({ id: shown, origin: { warehouse: { table: 'team.entry', row: shown }, file: expect.stringMatching(/[.]csv$/u), line: expect.any(Number) } }) // prettier-ignore
      expect(await asker.call('ledger.entry', { id: hidden?.id as number })).toMatchObject({ ok: false, failure: { code: 'not-found' } }) // prettier-ignore

      // Nothing of the ledger is in a file that only asks, and no key is in the warehouse: not theirs, not ours.
      const own = await asker.app.workspace?.reader.call('workspaceFacts', {}, { here: true })
      expect(own).toMatchObject({ entries: 0 })
      const visible = (await must(asker.call('dashboard.overview', {}))).matched
      expect(await must(asker.call('workspace.status', {}))).toMatchObject({ entries: visible, settings: { baseCurrency: 'GBP' } }) // prettier-ignore
      // What needs the entries is refused before anything of it is begun, and the page knows.
      expect(await must(asker.call('workspace.status', {}))).toMatchObject({ asksOnly: true })
      expect((await must(viewer.call('workspace.status', {}))).asksOnly).toBe(false)
      for (const name of NEEDS_ENTRIES) expect([name, await asker.call(name, {} as never)]).toMatchObject([name, { ok: false, failure: { message: expect.stringContaining('needs the entries themselves') } }]) // prettier-ignore
      asker.app.language = 'de'
      for (const refused of [asker.call('explore.distribution', { filters: {} }), asker.call('explore.sql', { text: 'SELECT 1' })]) expect(await refused).toMatchObject({ ok: false, failure: { message: expect.stringContaining('liegen nur im Warehouse') } }) // prettier-ignore
      expect(await push(asker, asking)).toMatchObject({ ok: false, failure: { message: expect.stringContaining('nichts Eigenes') } }) // prettier-ignore
      const keys = [farthing, viewer, asker].map(one =>
        Buffer.from(one.app.workspace?.key ?? []).toString('hex'),
      )
      expect(new Set(keys).size).toBe(3)
      await reachable(async ask => {
        const meta = (await ask('SELECT name, value FROM team.meta')) as { name: string; value: string }[]
        expect(meta.map(one => one.name).filter(name => !name.startsWith('hash ')).toSorted()).toEqual(['base_currency', 'columns', 'fiscal_start_month', 'fiscal_weeks', 'name', 'profile', 'pushed_at', 'revision', 'state', 'version', 'workspace']) // prettier-ignore
        for (const key of keys) expect(JSON.stringify(meta)).not.toContain(key)
      })
    }, 240_000)
  },
)
