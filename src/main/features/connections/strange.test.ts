import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reach } from '../../db/remote/reach.ts'
import { whyNoCertificates } from '../../db/remote/testing/certificates.ts'
import { startMariadb, whyNoMariadb, type MariadbServer } from '../../db/remote/testing/mariadb.ts'
import { startPostgres, whyNoPostgres, type PostgresServer } from '../../db/remote/testing/postgres.ts'
import {
  amounts,
  connect,
  eachFarthing,
  farthing,
  follow,
  load,
  must,
  reasons,
  refusal,
  total,
} from './testing.ts'

eachFarthing()

/** Days of March 2025, so that what is strange stands among what is not. */
const days = Array.from({ length: 12 }, (_, i) => `2025-03-${String(i + 13)}`)

describe.skipIf(whyNoPostgres() !== undefined)(
  `values as PostgreSQL has them (${whyNoPostgres() ?? 'a server of its own'})`,
  () => {
    let server: PostgresServer
    beforeAll(async () => {
      server = await startPostgres()
      await server.sql(
        // A place that writes its dates and its money in an order of its own.
        "ALTER ROLE owner SET DateStyle = 'SQL, DMY'",
        'ALTER ROLE owner SET extra_float_digits = 0',
        `CREATE TABLE "Zahl""ungen Ä" ("Nr" uuid PRIMARY KEY DEFAULT gen_random_uuid(), "Datum" date, "Empfänger" text, "Betrag" money, n numeric(38,10), f float8, g float4, z timestamptz DEFAULT '2025-03-01 22:30+00', l int[] DEFAULT '{1,2}', j jsonb DEFAULT '{"a": "x, y"}', b bytea DEFAULT '\\xdead')`,
        ...days.map(day => `INSERT INTO "Zahl""ungen Ä" ("Datum", "Empfänger", "Betrag", n, f, g) VALUES ('${day}', 'Bäcker; "Ä"', '-1234.56', 1234.56, 0.1::float8 + 0.2::float8, 16777218)`), // prettier-ignore
        `INSERT INTO "Zahl""ungen Ä" ("Datum", "Empfänger", "Betrag", n, f, g) VALUES ('0044-03-15 BC', 'BC', 1, 1, 1, 1), ('infinity', 'never', 1, 1, 1, 1), (NULL, 'no day', 1, 1, 1, 1), ('2025-04-01', 'not a number', NULL, 'NaN', 'NaN', 'Infinity'), ('2025-04-02', 'too fine', NULL, 0.001, 1.005, 0.001)`, // prettier-ignore
      )
    })
    afterAll(() => server.close())

    it('loads exactly what can be an amount of money on a day, and says why of the rest', async () => {
      const connection = await connect(server.reach)
      const asked = async (name: string, amount: string): Promise<[number[], string[]]> => {
        const sql = `SELECT "Datum" AS date, "Empfänger" AS payee, ${amount} AS amount FROM "Zahl""ungen Ä"; -- all`
        const { batch } = await load(await follow(connection, { name, source: { sql } }))
        const found: [number[], string[]] = [await amounts(), await reasons(batch?.id ?? 0)]
        expect(batch?.counts).toMatchObject({ read: 17, loaded: 12, rejected: 5 })
        await must(farthing.call('import.undo', { batch: batch?.id ?? 0 }))
        return found
      }
      const each = (minor: number): number[] => days.map(() => minor)
      for (const [name, column, minor] of [
        ['money', '"Betrag"', -123_456],
        ['numeric', 'n', 123_456],
        ['float', 'f', 30],
        ['short float', 'g', 1_677_721_800],
      ] as const) {
        // prettier-ignore
        const [found, why] = await asked(name, column)
        expect([name, found]).toEqual([name, each(minor)])
        expect(why).toHaveLength(5)
      }
      const source = { table: { schema: 'public', name: 'Zahl"ungen Ä' } }
      const { columns, rows } = await must(farthing.call('connections.preview', { id: connection, source }))
      expect(columns.map(({ name, type, key }) => [name, type, key]).slice(0, 4)).toEqual([['Nr', 'uuid', true], ['Datum', 'date', false], ['Empfänger', 'text', false], ['Betrag', 'money', false]]) // prettier-ignore
      expect(rows[0]?.slice(1)).toEqual(['2025-03-13', 'Bäcker; "Ä"', '-1234.56', '1234.5600000000', '0.30000000000000004', expect.stringMatching(/^1\.6777218e\+07$/u), expect.stringMatching(/^2025-03-0[12] /u), '{1,2}', '{"a": "x, y"}', '\\xdead']) // prettier-ignore
    })

    it('stops at a column that is gone since, and takes no row for another because a column came', async () => {
      await server.sql("CREATE TABLE bills (id int PRIMARY KEY, date date, payee text, amount numeric(12,2))", "INSERT INTO bills VALUES (1, '2025-03-01', 'A', 1), (2, '2025-03-02', 'B', 2)") // prettier-ignore
      const connection = await connect(server.reach)
      const source = { table: { schema: 'public', name: 'bills' } }
      const id = await follow(connection, { name: 'bills', source, key: ['id'] })
      await load(id)
      await server.sql("ALTER TABLE bills ADD COLUMN memo text DEFAULT 'new'", "INSERT INTO bills VALUES (3, '2025-03-03', 'C', 4)") // prettier-ignore
      expect(await load(id)).toMatchObject({ rows: 1, known: 2, changed: { rows: 0 } })
      expect(await total()).toEqual([700, 3])
      await server.sql('ALTER TABLE bills DROP COLUMN amount')
      const refused = await farthing.call('connections.import', { id, propose: true })
      expect(refused).toMatchObject({ ok: false, failure: { message: expect.stringMatching(/no column amount any more; it has id, date, payee, memo\. Nothing was loaded/u) } }) // prettier-ignore
      expect(await total()).toEqual([700, 3])
    })
  },
)

describe.skipIf(whyNoMariadb() !== undefined)(
  `values as MariaDB has them (${whyNoMariadb() ?? 'a server of its own'})`,
  () => {
    let server: MariadbServer
    beforeAll(async () => {
      server = await startMariadb({ tls: whyNoCertificates() === undefined })
    })
    afterAll(() => server.close())

    it('rounds no float, shows bytes, and reads texts of other alphabets', async () => {
      await server.sql(
        "SET SESSION sql_mode = ''",
        'CREATE TABLE `Zahl``ungen Ä` (id bigint unsigned PRIMARY KEY, date date, amount float, payee varchar(40) CHARACTER SET latin1, d decimal(38,10), t tinyint(1), bits bit(12), u binary(4))',
        `INSERT INTO \`Zahl\`\`ungen Ä\` VALUES ${days.map((day, i) => `(18446744073709551600 + ${i}, '${day}', 123456.79, 'Café Zoë – €', 1234.5, 1, b'101', x'00ff0102')`).join(', ')}`, // prettier-ignore
        "INSERT INTO `Zahl``ungen Ä` VALUES (1, '0000-00-00', 1, 'no day', 1, 0, b'0', x'61626364'), (2, '2025-00-10', 1, 'no month', 1, 0, b'0', x'61626364')",
      )
      const connection = await connect(server.reach)
      const source = { table: { schema: 'books', name: 'Zahl`ungen Ä' } }
      const { rows } = await must(farthing.call('connections.preview', { id: connection, source }))
      expect(rows[2]?.slice(1)).toEqual(['2025-03-13', '123456.79', 'Café Zoë – €', '1234.5000000000', '1', '5', '00ff0102']) // prettier-ignore
      expect(rows[0]?.at(-1)).toBe('abcd')
      const sql = 'SELECT date, payee, amount, id FROM `Zahl``ungen Ä`; # all of them;'
      const id = await follow(connection, { source: { sql }, watermark: 'id', key: ['id'] })
      const { batch } = await load(id)
      expect(batch?.counts).toMatchObject({ loaded: 12, rejected: 2 })
      expect(await amounts()).toEqual(days.map(() => 12_345_679))
      expect((await reasons(batch?.id ?? 0)).join(' ')).toMatch(/0000-00-00.*2025-00-10/su)
      // Numbers beyond 2^53 are still told apart.
      await server.sql("INSERT INTO `Zahl``ungen Ä` VALUES (18446744073709551615, '2025-03-30', 0.1, 'last', 1, 1, b'1', x'00')") // prettier-ignore
      expect(await load(id)).toMatchObject({ rows: 1, known: 1 })
      expect(await amounts()).toEqual([...days.map(() => 12_345_679), 10])
    })

    it.skipIf(whyNoCertificates() !== undefined)(
      'verifies the certificate unless that is chosen otherwise',
      async () => {
        const caFile = server.certificates?.ca ?? ''
        const test = (change: Partial<Reach>) => {
          const { password, ...connection } = { ...server.reach, tls: 'verify' as const, ...change }
          return farthing.call('connections.test', { connection, password })
        }
        expect(await must(test({ caFile }))).toMatchObject({ verified: true, tls: expect.stringContaining('TLS') }) // prettier-ignore
        expect(await must(test({ caFile, host: 'localhost' }))).toMatchObject({ verified: true })
        expect(await refusal(test({}))).toMatch(/not signed by anybody this machine trusts/u)
        expect(await must(test({ tls: 'unverified' }))).toMatchObject({ verified: false, tls: expect.stringContaining('TLS') }) // prettier-ignore
        await server.present('expired')
        expect(await refusal(test({ caFile }))).toMatch(/has expired\. Have it renewed/u)
        await server.present('elsewhere')
        expect(await refusal(test({ caFile }))).toMatch(/for another name than 127\.0\.0\.1/u)
        await server.present('good')
      },
    )

    it('passes over no moment of the hour that comes twice when clocks are put back', async () => {
      await server.sql('CREATE TABLE moments (id int PRIMARY KEY, date date, payee varchar(9), amount decimal(9,2), touched timestamp NULL)') // prettier-ignore
      const add = (id: number, touched: string): Promise<void> =>
        server.sql("SET time_zone = '+00:00'", `INSERT INTO moments VALUES (${id}, '2025-10-26', 'P', ${id}, ${touched})`) // prettier-ignore
      const source = { table: { schema: 'books', name: 'moments' } }
      const id = await follow(await connect(server.reach), { source, watermark: 'touched', key: ['id'] })
      const moments = ["'2025-10-26 00:45:00'", "'2025-10-26 01:10:00'", 'NULL', "'2025-10-26 01:45:00'", "'2025-10-26 02:00:00'"] // prettier-ignore
      for (const [i, touched] of moments.entries()) {
        await add(i + 1, touched)
        expect([touched, (await load(id)).rows]).toEqual([touched, 1])
      }
      expect(await total()).toEqual([1500, 5])
    })
  },
)
