import type pg from 'pg'
import { remoteFailure } from '../../../../db/remote/failures.ts'
import { cancelPostgres, connectPostgres } from '../../../../db/remote/postgres.ts'
import { placeOf, tlsOptions, type Reach } from '../../../../db/remote/reach.ts'
import type { OpenSource, Row } from '../source.ts'
import { ABOUT, BEGIN, DATES, declareSql, END, fetchSql, FLOATS, headSql, KEY, selectSql, STRINGS, TABLES, timeoutSql, typeNamesSql } from './queries.ts' // prettier-ignore

const PIECE = 2000

/** PostgreSQL and what speaks its protocol. Rows come through a cursor, so that neither side holds them all. */
export async function openPostgres(reach: Reach): Promise<OpenSource> {
  const client = await connectPostgres(reach)
  const place = placeOf(reach, 5432)
  const ask = async (text: string, values: unknown[] = []): Promise<pg.QueryArrayResult<Row>> => {
    try {
      // The extended protocol takes one statement and no more: nothing can end the read-only transaction and go on.
      return await client.query<Row>({
        text,
        values,
        rowMode: 'array',
        queryMode: 'extended',
      } as pg.QueryArrayConfig)
    } catch (error) {
      throw remoteFailure(error, place)
    }
  }
  const keyOf = async (schema: string, table: string): Promise<Set<string>> =>
    new Set((await ask(KEY, [schema, table])).rows.map(([column]) => column ?? ''))
  const typesOf = async (fields: readonly pg.FieldDef[]): Promise<Map<number, string>> => {
    const oids = [...new Set(fields.map(field => field.dataTypeID))]
    if (oids.length === 0) return new Map()
    const { rows } = await ask(typeNamesSql(oids))
    return new Map(rows.map(([oid, type]) => [Number(oid), type ?? '']))
  }
  return {
    async about() {
      const [[version = '', user = '']] = (await ask(ABOUT)).rows as [Row]
      const { stream } = (client as unknown as { connection: { stream: Secured } }).connection
      const tls = stream.getProtocol ? `${stream.getProtocol()}, ${stream.getCipher?.().name ?? ''}` : ''
      return {
        server: (version ?? '').split(' on ')[0] ?? '',
        user: user ?? '',
        tls,
        verified: tls !== '' && tlsOptions(reach)?.rejectUnauthorized === true,
      }
    },

    async tables() {
      const { rows } = await ask(TABLES)
      return rows.map(([schema, name, kind]) => ({
        schema: schema ?? '',
        name: name ?? '',
        kind: kind === 'VIEW' ? ('view' as const) : ('table' as const),
      }))
    },

    async *read(request, columns) {
      // Not every server knows it; those that do not show all digits.
      await ask(FLOATS).catch(() => undefined)
      await ask(BEGIN)
      try {
        await ask(STRINGS)
        await ask(DATES)
        await ask(timeoutSql(request.timeoutMs))
        const { source } = request
        const keys =
          'table' in source ? await keyOf(source.table.schema, source.table.name) : new Set<string>()
        const { fields } = await ask(headSql(source))
        const types = await typesOf(fields)
        await ask(declareSql(selectSql(request, fields)))
        let piece = await ask(fetchSql(PIECE))
        columns(
          fields.map(({ name, dataTypeID }) => ({
            name,
            type: types.get(dataTypeID) ?? '',
            key: keys.has(name),
          })),
        )
        while (piece.rows.length > 0) {
          yield piece.rows
          if (piece.rows.length < PIECE) break
          piece = await ask(fetchSql(PIECE))
        }
      } finally {
        // A lost connection has ended its transaction with it.
        await ask(END).catch(() => undefined)
      }
    },

    cancel: () => cancelPostgres(client, reach),
    close: () => client.end().catch(() => undefined),
  }
}

interface Secured {
  getProtocol?: () => string | null
  getCipher?: () => { name: string }
}
