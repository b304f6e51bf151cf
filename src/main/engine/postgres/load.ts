import type { Dialect } from './portable.ts'
import { quoted, tableIn } from './schema.ts'
import type { Session } from './session.ts'
import { Values } from './where.ts'

/** One row as a line of PostgreSQL's COPY text: tabs between, \N for nothing. */
export function copyLine(cells: readonly (string | number | bigint | null)[]): string {
  let line = ''
  // By number: an iterator of pairs costs as much as the line itself, a million times.
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i]
    if (i > 0) line += '\t'
    line += cell == null ? '\\N' : typeof cell === 'string' ? escaped(cell) : String(cell)
  }
  return `${line}\n`
}

// What ends a field or a line, and the sign that says so.
const SPECIAL = /[\\\t\n\r]/
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/gu, sign => ESCAPES[sign] ?? sign) : text

const unescaped = (field: string): string | null =>
  field === '\\N'
    ? null
    : field.replaceAll(/\\(.)/gu, (_, sign: string) => ({ t: '\t', n: '\n', r: '\r' })[sign] ?? sign)

/** Values that one statement binds at most; Redshift takes 32,767. */
const MOST_BOUND = 30_000

/** Fills a table with lines of COPY text: by COPY where the server takes it from its client, by rows of INSERT where it does not. */
export async function loadLines(
  session: Session,
  dialect: Dialect,
  { schema, table, columns }: { schema: string; table: string; columns: readonly string[] },
  lines: string,
): Promise<void> {
  if (lines === '') return
  const target = `${tableIn(schema, table)} (${columns.map(quoted).join(', ')})`
  if (dialect === 'redshift') return insertLines(session, target, columns.length, lines)
  await session.copy(`COPY ${target} FROM STDIN`, lines, dialect)
}

async function insertLines(session: Session, target: string, width: number, lines: string): Promise<void> {
  const rows = lines.slice(0, -1).split('\n')
  const most = Math.max(1, Math.floor(MOST_BOUND / width))
  for (let at = 0; at < rows.length; at += most) {
    const values = new Values()
    const list = rows.slice(at, at + most).map(
      row =>
        `(${row
          .split('\t')
          .map(field => values.bind(unescaped(field)))
          .join(', ')})`,
    )
    // oxlint-disable-next-line no-await-in-loop -- in order, on one connection
    await session.ask(`INSERT INTO ${target} VALUES ${list.join(', ')}`, values.bound)
  }
}
