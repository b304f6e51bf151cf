import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Reach } from '../../db/remote/reach.ts'
import { startMariadb, whyNoMariadb } from '../../db/remote/testing/mariadb.ts'
import type { TestServer } from '../../db/remote/testing/postgres.ts'
import { breakingLink } from '../../db/remote/testing/proxy.ts'
import {
  connect,
  eachFarthing,
  farthing,
  follow,
  insert,
  load,
  many,
  must,
  refusal,
  row,
  TABLE,
  total,
} from './testing.ts'

eachFarthing()

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
    writeFileSync(join(folder, 'half.db'), `SQLite format 3\0${'x'.repeat(5000)}`)
    expect(await refusal(test(join(folder, 'half.db')))).toMatch(/half\.db is damaged, or is no SQLite/u)
    const file = join(folder, 'busy.db')
    const db = new Database(file)
    db.exec('CREATE TABLE payments (id INTEGER PRIMARY KEY, date TEXT, payee TEXT, amount REAL, mark)')
    db.exec("INSERT INTO payments VALUES (1, '2025-01-01', 'a', 0.1, '2025'), (2, '2025-01-02', 'b', 1.1, 5)")
    const reach: Reach = { kind: 'sqlite', name: 'Busy', host: '', database: '', user: '', tls: 'verify', caFile: '', file } // prettier-ignore
    const source = { table: { schema: '', name: 'payments' } }
    const id = await follow(await connect(reach), { source, watermark: 'mark', key: ['id'] })
    const read = () => refusal(farthing.call('connections.import', { id, propose: true }))
    // 5 comes before '2025' in its order, and '2025' before '5': the row of 2025 would never be read.
    expect(await read()).toMatch(/mark holds numbers and texts.*Nothing was loaded/u)
    db.exec('UPDATE payments SET mark = 4 WHERE id = 1')
    db.close()
    await load(id)
    expect(await total()).toEqual([120, 2])
  })
})
