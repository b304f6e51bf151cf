import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openReadable } from '../../db/open-database.ts'
import { startPostgres, whyNoPostgres, type PostgresServer } from '../../db/remote/testing/postgres.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'
import { createEngine } from '../index.ts'
import { askableOf } from '../testing/askable.ts'
import { anyQuery } from '../testing/queries.ts'
import { answerFromWarehouse } from './answer.ts'
import { notPortable } from './portable.ts'
import { openWarehouse } from './registry.ts'
import { Session, type Sent } from './session.ts'

const LEEDS = '../shared/data/spending/leeds_raw_2013-05.csv'
// The rest of the thousand is asked by `npm run bench -- warehouse`.
const WORKSPACES = [
  { name: 'household', runs: 120 },
  { name: 'company', runs: 60 },
  { name: 'council', runs: 120, needs: LEEDS },
] as const

describe.skipIf(whyNoPostgres() !== undefined)(
  `a warehouse (${whyNoPostgres() ?? 'PostgreSQL of its own'})`,
  () => {
    let server: PostgresServer
    let farthing: TestApp
    beforeAll(async () => {
      server = await startPostgres()
    })
    afterAll(() => server.close())
    beforeEach(() => {
      farthing = createTestApp(memorySecrets())
    })
    afterEach(() => farthing.close())

    for (const { name, runs, ...more } of WORKSPACES)
      it.skipIf('needs' in more && !existsSync(more.needs))(
        `answers ${runs} random queries over the ${name} as the columns and SQLite do, in words that all four servers know`,
        async () => {
          if (name === 'council') {
            await farthing.call('workspace.create', { name, profile: 'ledger', baseCurrency: 'GBP', fiscalStartMonth: 4 }) // prettier-ignore
            const { token } = farthing.app.files.add(LEEDS, basename(LEEDS), statSync(LEEDS).size, false)
            expect(await farthing.call('import.commit', { token })).toMatchObject({ ok: true })
          } else expect((await farthing.call('workspace.sample', { kind: name })).ok).toBe(true)
          const { workspace } = farthing.app
          if (!workspace) throw new Error('nothing is open')
          await workspace.writer.call('ensureTextIndex', {})
          const { password, ...connection } = server.reach
          const saved = await farthing.call('connections.save', { connection, password })
          const id = saved.ok ? (saved.value[0]?.id ?? 0) : 0
          const pushed = await farthing.call('warehouse.push', { connection: id, schema: name })
          expect(pushed).toMatchObject({ ok: true, value: { differences: [] } })

          const sent: Sent[] = []
          const session = await Session.open(server.reach, statement => sent.push(statement))
          const warehouse = await openWarehouse(session, name)
          const db = openReadable(workspace.path, workspace.key)
          const engine = createEngine(db)
          let rows = 0
          await fc.assert(
            fc.asyncProperty(anyQuery(askableOf(db)), async query => {
              fc.pre(name !== 'household' || !query.measures.some(m => m.of === 'original'))
              const there = await answerFromWarehouse(session, warehouse, query).catch((error: unknown) => {
                if (error instanceof FailureError) return error.failure
                throw error
              })
              expect(there).toEqual(engine.query({ query, engine: 'columnar' }))
              expect(there).toEqual(engine.query({ query, engine: 'sqlite' }))
              rows += 'rows' in there ? there.rows.length : 0
            }),
            { numRuns: runs, seed: 20_261_121 },
          )
          expect(rows).toBeGreaterThan(runs)
          const strange = sent.flatMap(({ sql, for: only }) =>
            notPortable(sql, only === 'all' ? undefined : [only]),
          )
          expect([...new Set(strange)]).toEqual([])
          db.close()
          await session.close()
        },
        240_000,
      )
  },
)
