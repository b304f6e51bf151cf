import { isIP } from 'node:net'
import { createConnection, type Connection, type FieldPacket } from 'mysql2'
import { remoteFailure } from '../../../../db/remote/failures.ts'
import { isSocket, placeOf, tlsOptions, type Reach } from '../../../../db/remote/reach.ts'
import type { OpenSource, ReadRequest, Row } from '../source.ts'
import { ABOUT, BEGIN, END, headSql, KEY, killSql, selectSql, SESSION, TABLES, timeoutSql, type Column } from './queries.ts' // prettier-ignore
import { castOf, textOf } from './values.ts'

const PIECE = 2000

/** MySQL and MariaDB. Rows are streamed as the server sends them, and the server waits where they are not taken. */
export async function openMysql(reach: Reach): Promise<OpenSource> {
  const place = placeOf(reach, 3306)
  const connection = await connect(reach)
  const ask = (sql: string, values: unknown[] = []): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      connection.query({ sql, values, rowsAsArray: true, typeCast: textOf }, (error, rows) => {
        if (error) reject(remoteFailure(error, place))
        else resolve(Array.isArray(rows) ? (rows as unknown as Row[]) : [])
      })
    })
  const fieldsOf = (sql: string): Promise<FieldPacket[]> =>
    new Promise((resolve, reject) => {
      connection.query(sql, (error, _rows, fields) => {
        if (error) reject(remoteFailure(error, place))
        else resolve(fields ?? [])
      })
    })
  const [[version = '', user = '']] = (await ask(ABOUT)) as [Row]
  const mariadb = /mariadb/iu.test(version ?? '')
  await ask(SESSION)
  return {
    async about() {
      const { stream } = connection as unknown as { stream: Secured }
      const tls = stream.getProtocol ? `${stream.getProtocol()}, ${stream.getCipher?.().name ?? ''}` : ''
      return {
        server: mariadb ? `MariaDB ${version}` : `MySQL ${version}`,
        user: user ?? '',
        tls,
        verified: tls !== '' && tlsOptions(reach)?.rejectUnauthorized === true,
      }
    },

    async tables() {
      return (await ask(TABLES)).map(([schema, name, kind]) => ({
        schema: schema ?? '',
        name: name ?? '',
        kind: kind === 'VIEW' ? ('view' as const) : ('table' as const),
      }))
    },

    async *read(request, columns) {
      const { source } = request
      const keys = new Set(
        'table' in source
          ? (await ask(KEY, [source.table.schema, source.table.name])).map(([column]) => column)
          : [],
      )
      await ask(timeoutSql(request.timeoutMs, mariadb)).catch(() => undefined)
      await ask(BEGIN)
      try {
        const fields = await fieldsOf(headSql(source))
        columns(fields.map(field => ({ name: field.name, type: typeOf(field), key: keys.has(field.name) })))
        yield* pieces(request, fields.map(columnOf))
      } finally {
        await ask(END).catch(() => undefined)
      }
    },

    async cancel() {
      try {
        const other = await connect(reach)
        await new Promise<void>(resolve => {
          other.query(killSql(connection.threadId), () => resolve())
        })
        other.destroy()
      } catch {
        connection.destroy()
      }
    },

    close: async () => connection.destroy(),
  }

  async function* pieces(
    request: ReadRequest,
    columns: readonly Column[],
  ): AsyncGenerator<Row[], void, undefined> {
    const { sql, values } = selectSql(request, columns)
    const rounded = new Set(columns.filter(one => one.rounded).map(one => one.name))
    const query = connection.query({ sql, values, rowsAsArray: true, typeCast: castOf(rounded) })
    const stream = query.stream({ highWaterMark: PIECE })
    // The driver tells a lost connection to the connection alone: a stream would wait for ever.
    const fail = (error: Error): void => void stream.destroy(error)
    connection.once('error', fail)
    let piece: Row[] = []
    try {
      for await (const row of stream) {
        piece.push(row as Row)
        if (piece.length < PIECE) continue
        yield piece
        piece = []
      }
    } catch (error) {
      throw remoteFailure(error, place)
    } finally {
      connection.off('error', fail)
    }
    if (piece.length > 0) yield piece
  }
}

function connect(reach: Reach): Promise<Connection> {
  const place = placeOf(reach, 3306)
  const tls = tlsOptions(reach)
  const connection = createConnection({
    ...(isSocket(reach) ? { socketPath: reach.host } : { host: reach.host, port: reach.port ?? 3306 }),
    user: reach.user,
    database: reach.database === '' ? undefined : reach.database,
    password: reach.password,
    connectTimeout: 15_000,
    multipleStatements: false,
    // A server that asks for a file of this machine gets none.
    infileStreamFactory: () => {
      throw new Error('no file is sent')
    },
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    ...(tls ? { ssl: { ...tls, verifyIdentity: reach.tls === 'verify' } as Record<string, unknown> } : {}),
  })
  // The driver names no host of an address, and Node then holds the certificate against "localhost", whoever answers.
  if (tls && isIP(reach.host) > 0)
    (connection as unknown as { stream: { _host: string } }).stream._host = reach.host
  return new Promise((resolve, reject) => {
    connection.on('error', () => undefined)
    connection.connect(error => {
      if (!error) return resolve(connection)
      connection.destroy()
      reject(remoteFailure(error, place))
    })
  })
}

// The protocol's numbers of types, as far as a person should read them.
const TYPES: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'tinyint',
  2: 'smallint',
  3: 'int',
  4: 'float',
  5: 'double',
  7: 'timestamp',
  8: 'bigint',
  9: 'mediumint',
  10: 'date',
  11: 'time',
  12: 'datetime',
  13: 'year',
  16: 'bit',
  246: 'decimal',
  252: 'text',
  253: 'varchar',
  254: 'char', // prettier-ignore
}
const typeOf = (field: FieldPacket): string => TYPES[field.columnType ?? field.type ?? -1] ?? ''

const FLOAT = 4
const TIMESTAMP = 7
/** What the server says of a float's decimals where none were asked for. */
const ANY_DECIMALS = 31

function columnOf(field: FieldPacket): Column {
  const type = field.columnType ?? field.type
  return {
    name: field.name,
    rounded: type === FLOAT && field.decimals === ANY_DECIMALS,
    moment: type === TIMESTAMP,
  }
}

interface Secured {
  getProtocol?: () => string | null
  getCipher?: () => { name: string }
}
