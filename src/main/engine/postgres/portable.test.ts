import { Writable } from 'node:stream'
import type pg from 'pg'
import { describe, expect, it } from 'vitest'
import type { Reach } from '../../db/remote/reach.ts'
import { finishPush, grantsOn, prepareWarehouse, removeUnits, replaceTables, replaceUnit, sumsOf, type Facts, type Target } from './fill.ts' // prettier-ignore
import { DIALECTS, DOCUMENTATION, LACKS, notPortable, type Dialect } from './portable.ts'
import { newColumns, TABLES } from './schema.ts'
import { Session, type Sent } from './session.ts'
import { readTable, readUnit, readUnits } from './take.ts'

const REACH: Reach = { kind: 'postgres', name: 'Nobody', host: '127.0.0.1', port: 1, database: 'x', user: 'x', tls: 'off', caFile: '', file: '' } // prettier-ignore
const FACTS: Facts = {
  workspace: 'one',
  name: 'One',
  revision: 7,
  profile: 'ledger',
  baseCurrency: 'GBP',
  fiscal: 4,
  columns: ['flow', 'account', 'payee', 'custom_1'],
}

/** A server that takes everything and, where it is asked for a piece, has one. */
const listener = {
  query(asked: { text?: string }): unknown {
    if (asked instanceof Writable) return new Writable({ write: (_piece, _encoding, done) => done() })
    return Promise.resolve({ rows: /FROM "s"[.]"unit" WHERE/u.test(asked.text ?? '') ? [['3']] : [] })
  },
} as unknown as pg.Client

/** All that a push, a follower and the page about rights send to a server of a kind. */
async function everything(dialect: Dialect): Promise<Sent[]> {
  const sent: Sent[] = []
  const session = Session.over(listener, REACH, statement => sent.push(statement))
  const target: Target = { schema: 's', dialect, distribute: true, indexes: true }
  const { columns } = await prepareWarehouse(session, target, FACTS)
  for (const { sql, for: only } of newColumns('s', dialect)) await session.ask(sql, [], only)
  const line = (cells: number): string => `${Array.from({ length: cells }, () => '1').join('\t')}\n`
  const unit = { unit: 3, entries: 1, hash: 'h', facts: line(9 + columns.length), texts: line(8) }
  await replaceUnit(session, target, columns, unit)
  await removeUnits(session, 's', [3])
  const small = Object.entries(TABLES).filter(([name]) => !['meta', 'unit', 'entry', 'entry_text'].includes(name)) // prettier-ignore
  await replaceTables(session, target, Object.fromEntries(small.map(([name, all]) => [name, line(all.length)]))) // prettier-ignore
  await session.reading(() => sumsOf(session, 's'))
  await finishPush(session, target, FACTS)
  await grantsOn(session, 's')
  await session.user()
  await session.isAlive()
  await readUnits(session, 's')
  await readTable(session, 's', 'member')
  await readUnit(session, 's', 3)
  return sent
}

describe('what is sent to a warehouse', () => {
  for (const dialect of DIALECTS)
    it(`holds to what ${dialect} takes, and marks what is for it alone`, async () => {
      const sent = await everything(dialect)
      const strange = sent.flatMap(({ sql, for: only }) =>
        notPortable(sql, only === 'all' ? DIALECTS : [only]).map(what => `${what}: ${sql}`),
      )
      expect(strange).toEqual([])
      expect(sent.filter(one => one.for !== 'all' && one.for !== dialect)).toEqual([])
      const has = (pattern: RegExp): boolean => sent.some(({ sql }) => pattern.test(sql))
      expect(has(/^COPY "s"[.]"entry" /u)).toBe(dialect !== 'redshift')
      expect(has(/^INSERT INTO "s"[.]"entry" .*VALUES/u)).toBe(dialect === 'redshift')
      expect(has(/^CREATE INDEX/u)).toBe(dialect !== 'redshift')
      expect(has(/create_distributed_table/u)).toBe(dialect === 'citus')
      expect(has(/DISTKEY\("id"\) SORTKEY\("day"\)/u)).toBe(dialect === 'redshift')
      expect(has(/^DELETE FROM "s"[.]"entry" WHERE unit/u)).toBe(true)
    })

  it('is caught where it is not: each lack by a statement that has it, with the page that says so', () => {
    const caught = (sql: string, dialect: Dialect): boolean => notPortable(sql, [dialect]).length > 0
    expect(caught('CREATE INDEX a ON b (c)', 'redshift')).toBe(true)
    expect(caught('COPY a FROM STDIN', 'redshift')).toBe(true)
    expect(caught('INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING', 'redshift')).toBe(true)
    expect(caught('SELECT a / 2 FROM b', 'cockroach')).toBe(true)
    expect(caught('SELECT a FROM b FOR UPDATE', 'citus')).toBe(true)
    expect(caught("SELECT 'CREATE INDEX a ON b' FROM c", 'redshift')).toBe(false)
    expect(caught('SELECT create_reference_table(1)', 'postgres')).toBe(true)
    for (const { what, lacks } of LACKS)
      for (const [dialect, page] of Object.entries(lacks))
        expect([what, DOCUMENTATION[dialect as Dialect][page]]).toEqual([what, expect.stringMatching(/^https:/u)]) // prettier-ignore
  })

  it('stops a test, in whatever worker it runs', async () => {
    const before = process.env['FARTHING_CHECK_SQL']
    process.env['FARTHING_CHECK_SQL'] = '1'
    try {
      const session = Session.over(listener, REACH)
      await expect(session.ask('SELECT 1 FOR UPDATE')).rejects.toThrow('citus: FOR UPDATE')
      await expect(session.ask('SELECT 1')).resolves.toEqual([])
    } finally {
      process.env['FARTHING_CHECK_SQL'] = before ?? ''
    }
  })
})
