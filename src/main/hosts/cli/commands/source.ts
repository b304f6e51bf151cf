import { readFile } from 'node:fs/promises'
import { TLS_MODES, type ConnectionBody, type SourceQuery } from '../../../../shared/contract/connections.ts'
import { userPath } from '../../../files/user-path.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, table, visible } from '../print.ts'
import { connectionFromUrl } from '../connection-url.ts'

export const source: Command = {
  usage:
    'add|list|test|tables|preview|import|remove NAME --workspace W [--url postgres://USER@HOST/DB|mysql://…|sqlite:FILE] [--tls verify|unverified|off] [--ca FILE] [--table SCHEMA.TABLE | --sql SELECT…] [--watermark COLUMN] [--key COLUMN]… [--cap N] [--query QUERY] [--propose] [--source-password-file FILE] [--json]',
  summary: 'Databases as sources: connect, look, load what is new',
  options: {
    ...WORKSPACE,
    url: { type: 'string' },
    tls: { type: 'string' },
    ca: { type: 'string' },
    table: { type: 'string' },
    sql: { type: 'string' },
    watermark: { type: 'string' },
    key: { type: 'string', multiple: true },
    cap: { type: 'string' },
    query: { type: 'string' },
    propose: { type: 'boolean' },
    'source-password-file': { type: 'string' },
  },
  positionals: true,
  async run(context) {
    const [action = '', name, ...more] = context.args.positionals
    if (!Object.hasOwn(ACTIONS, action) || more.length > 0)
      throw new UsageError(
        `source takes one of ${Object.keys(ACTIONS).join(', ')}, not ${action || 'nothing'}.`,
      )
    if (action !== 'list' && name === undefined)
      throw new UsageError(`Name the connection: source ${action} NAME.`)
    await context.open()
    return ACTIONS[action as keyof typeof ACTIONS](context, name ?? '')
  },
}

const ACTIONS = { add, list, test, tables, preview, import: load, remove } as const

/** From FARTHING_SOURCE_PASSWORD or a file's first line; never an argument, which every user of the machine could read. */
export async function sourcePassword({ args }: CommandContext): Promise<string | undefined> {
  const file = args.text('source-password-file')
  if (file === undefined) return process.env['FARTHING_SOURCE_PASSWORD'] || undefined
  try {
    return (await readFile(userPath(file), 'utf8')).split(/\r?\n/u)[0]
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new UsageError(`The password file ${file} cannot be read (${code ?? message}).`)
  }
}

export async function connectionNamed({ call }: CommandContext, name: string) {
  const all = await call('connections.list', {})
  const found = all.find(one => one.name === name)
  if (!found)
    throw new UsageError(`There is no connection ${name}; there ${all.length === 1 ? 'is' : 'are'} ${all.map(one => one.name).join(', ') || 'none'}.`) // prettier-ignore
  return found
}

async function add(context: CommandContext, name: string): Promise<number> {
  const { args, call, output } = context
  const tls = args.text('tls') ?? 'verify'
  if (!(TLS_MODES as readonly string[]).includes(tls))
    throw new UsageError(`--tls takes ${TLS_MODES.join(', ')}.`)
  const connection: ConnectionBody = {
    ...connectionFromUrl(name, args.required('url')),
    tls: tls as ConnectionBody['tls'],
    caFile: args.text('ca') === undefined ? '' : userPath(args.text('ca') ?? ''),
  }
  const password = await sourcePassword(context)
  const about = await call('connections.test', { connection, password })
  const all = await call('connections.save', { connection, password })
  const kept = all.find(one => one.name === name)?.password
  if (kept === 'asked' && password !== undefined)
    output.err('There is no keychain here: the password is kept nowhere and must be given each time.\n')
  return show(context, { name, ...about })
}

async function list({ args, call, output }: CommandContext): Promise<number> {
  const connections = await call('connections.list', {})
  const queries = await call('connections.queries', {})
  if (args.flag('json')) output.out(`${json({ connections, queries })}\n`)
  else {
    const rows = connections.map(one => [one.name, one.kind, placeOf(one), one.tls, one.password])
    output.out(`${table(['connection', 'kind', 'place', 'TLS', 'password'], rows)}\n`)
    const asked = queries.map(one => [one.connectionName, one.name, one.watermark, one.until ?? '', one.lastReadAt ?? '']) // prettier-ignore
    if (asked.length > 0)
      output.out(`\n${table(['connection', 'query', 'watermark', 'read to', 'last read'], asked)}\n`)
  }
  return 0
}

const placeOf = ({ kind, host, port, database, file }: ConnectionBody): string =>
  kind === 'sqlite' ? file : `${host}${port === undefined ? '' : `:${port}`}/${database}`

async function test(context: CommandContext, name: string): Promise<number> {
  const { id } = await connectionNamed(context, name)
  return show(
    context,
    await context.call('connections.test', { id, password: await sourcePassword(context) }),
  )
}

function show({ args, output }: CommandContext, about: Record<string, unknown>): number {
  if (args.flag('json')) output.out(`${json(about)}\n`)
  else
    for (const [key, value] of Object.entries(about)) output.out(visible(`${key}: ${String(value)}`) + '\n')
  return 0
}

async function tables(context: CommandContext, name: string): Promise<number> {
  const { id } = await connectionNamed(context, name)
  const found = await context.call('connections.tables', { id, password: await sourcePassword(context) })
  if (context.args.flag('json')) context.output.out(`${json({ tables: found })}\n`)
  else
    context.output.out(
      `${table(
        ['schema', 'name', 'kind'],
        found.map(one => [one.schema, one.name, one.kind]),
      )}\n`,
    )
  return 0
}

function whatOf({ args }: CommandContext): SourceQuery['source'] | undefined {
  const [named, sql] = [args.text('table'), args.text('sql')]
  if (named !== undefined && sql !== undefined) throw new UsageError('Give --table or --sql, not both.')
  if (sql !== undefined) return { sql }
  if (named === undefined) return undefined
  const dot = named.indexOf('.')
  return { table: { schema: dot < 0 ? '' : named.slice(0, dot), name: named.slice(dot + 1) } }
}

async function preview(context: CommandContext, name: string): Promise<number> {
  const { args, call, output } = context
  const { id } = await connectionNamed(context, name)
  const what = whatOf(context)
  if (!what) throw new UsageError('Give --table SCHEMA.TABLE or --sql SELECT….')
  const limit = args.count('cap') ?? 20
  const found = await call('connections.preview', {
    id,
    source: what,
    limit,
    password: await sourcePassword(context),
  })
  if (args.flag('json')) output.out(`${json(found)}\n`)
  else output.out(`${table(found.columns.map(c => `${c.name}${c.key ? '*' : ''}`), found.rows.map(row => row.map(cell => cell ?? '')))}\n`) // prettier-ignore
  return 0
}

/** Saves the query under its name when a table or a statement is given, then loads what is new of it. */
async function load(context: CommandContext, name: string): Promise<number> {
  const { args, call, output } = context
  const connection = await connectionNamed(context, name)
  const what = whatOf(context)
  const known = (await call('connections.queries', {})).filter(one => one.connection === connection.id)
  const title = args.text('query') ?? (what ? ('table' in what ? what.table.name : 'query') : undefined)
  let query =
    title === undefined ? (known.length === 1 ? known[0] : undefined) : known.find(one => one.name === title)
  if (what) {
    const body = {
      connection: connection.id,
      name: title ?? 'query',
      source: what,
      watermark: args.text('watermark') ?? '',
      key: args.list('key'),
      ...(args.count('cap') === undefined ? {} : { cap: args.count('cap') }),
    }
    query = await call('connections.saveQuery', { ...(query && { id: query.id }), query: body })
  }
  if (!query) throw new UsageError(`Give --table or --sql, or --query with one of: ${known.map(one => one.name).join(', ') || 'none yet'}.`) // prettier-ignore
  const done = await call('connections.import', { id: query.id, propose: args.flag('propose'), password: await sourcePassword(context) }) // prettier-ignore
  if (args.flag('json')) output.out(`${json(done)}\n`)
  else {
    const { batch, rows, known: before } = done
    output.out(visible(batch ? `Batch ${batch.id}: ${batch.counts.loaded} of ${rows} new rows loaded, ${batch.counts.duplicate} duplicate, ${batch.counts.rejected} rejected, ${before} known.` : `Nothing new; ${before} rows known.`) + '\n') // prettier-ignore
    if (done.more) output.out('The row cap was reached: run it again for the rest.\n')
  }
  if (done.changed.rows > 0)
    output.err(visible(`${done.changed.rows} rows were changed in the database after they were loaded (key ${done.changed.keys.join('; ')}): they were left out, so that nothing counts twice.`) + '\n') // prettier-ignore
  return done.changed.rows > 0 ? 1 : 0
}

async function remove(context: CommandContext, name: string): Promise<number> {
  const { id } = await connectionNamed(context, name)
  await context.call('connections.remove', { id })
  return list(context)
}
