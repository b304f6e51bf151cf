import { NAMES } from './ledger.ts'
import type { Peer } from './pandas.ts'
import type { BenchFilter } from './widgets.ts'

interface Connection {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>
}

/** DuckDB in this process, two threads, dimensions as ENUMs (its fastest form). Undefined where it is not installed: `npm install` in bench/. */
export async function startDuckdb(csv: string): Promise<Peer | undefined> {
  let api: {
    DuckDBInstance: { create(path: string, options: object): Promise<{ connect(): Promise<Connection> }> }
  }
  try {
    api = (await import('@duckdb/node-api' as string)) as typeof api
  } catch {
    return undefined
  }
  const instance = await api.DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  await connection.run(
    `CREATE TABLE raw AS SELECT * FROM read_csv('${csv}', header = true, types = {'amount': 'DECIMAL(18,2)', 'date': 'DATE'})`,
  )
  for (const name of NAMES)
    await connection.run(`CREATE TYPE e_${name} AS ENUM (SELECT DISTINCT "${name}" FROM raw ORDER BY 1)`)
  await connection.run(
    `CREATE TABLE ledger AS SELECT id, date, CAST(amount * 100 AS BIGINT) AS amount,
     ${NAMES.map(name => `CAST("${name}" AS e_${name}) AS "${name}"`).join(', ')} FROM raw ORDER BY date, id`,
  )
  await connection.run('DROP TABLE raw')
  const rows = async (sql: string): Promise<unknown[][]> => (await connection.runAndReadAll(sql)).getRows()
  return {
    async run(filter) {
      const start = performance.now()
      const answer = []
      for (const sql of widgets(filter)) answer.push(await rows(sql))
      return { ms: performance.now() - start, answer: answer.map(table => table.map(row => row.map(plain))) }
    },
    async close() {},
  }
}

const plain = (cell: unknown): unknown => (typeof cell === 'bigint' ? Number(cell) : cell)

function widgets(filter: BenchFilter | undefined): string[] {
  const year = (text: string): string => `${Number(text.slice(0, 4)) - 1}${text.slice(4)}`
  const where = (from?: string, to?: string): string => {
    const list = filter?.directorates.map(d => `'${d}'`).join(', ')
    return `WHERE scenario = 'Actual'${filter ? ` AND date BETWEEN '${from}' AND '${to}' AND directorate IN (${list})` : ''}`
  }
  const now = where(filter?.from, filter?.to)
  const earlier = filter ? where(year(filter.from), year(filter.to)) : now
  const month = "strftime(date_trunc('month', date), '%Y-%m')"
  const top = (name: string): string =>
    `SELECT ${name}::VARCHAR AS k, sum(amount)::BIGINT AS s, count(*) FROM ledger ${now} GROUP BY ${name} ORDER BY s DESC, k LIMIT 8`
  const byMonth = (name?: string): string =>
    `SELECT ${name ? `${name}::VARCHAR AS k, ` : ''}${month.replace("date_trunc('month', date)", 'm')} AS t, s FROM
     (SELECT ${name ? `${name}, ` : ''}date_trunc('month', date) AS m, sum(amount)::BIGINT AS s FROM ledger ${now} GROUP BY ALL) ORDER BY ALL`
  return [
    `SELECT sum(amount)::BIGINT, count(*) FROM ledger ${now}`,
    byMonth(),
    top('category'),
    top('payee'),
    byMonth('cost_centre'),
    byMonth('flow'),
    `SELECT sum(amount)::BIGINT, count(*) FROM ledger ${earlier}`,
  ]
}
