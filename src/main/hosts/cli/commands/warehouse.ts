import type { ConnectionBody } from '../../../../shared/contract/connections.ts'
import {
  APPROXIMATE_ABOVE,
  WAREHOUSE_KINDS,
  type WarehouseKind,
} from '../../../../shared/contract/warehouse.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { connectionFromUrl } from '../connection-url.ts'
import { json, table, visible } from '../print.ts'
import { connectionNamed, sourcePassword } from './source.ts'

export const warehouse: Command = {
  usage:
    'push|attach|follow|refresh|access|local|counts|detach --workspace W [--to postgres://USER@HOST/DB | --connection NAME] [--schema S] [--kind postgres|citus|cockroach|redshift] [--distribute] [--no-indexes] [--tls verify|unverified|off] [--ca FILE] [--source-password-file FILE] [--above ENTRIES | --exact] [--json]',
  summary:
    'A workspace on a PostgreSQL-wire warehouse: push it, read from it, follow it; exit code 1 where they differ',
  options: {
    ...WORKSPACE,
    to: { type: 'string' },
    connection: { type: 'string' },
    schema: { type: 'string' },
    kind: { type: 'string' },
    distribute: { type: 'boolean' },
    'no-indexes': { type: 'boolean' },
    tls: { type: 'string' },
    ca: { type: 'string' },
    'source-password-file': { type: 'string' },
    above: { type: 'string' },
    exact: { type: 'boolean' },
  },
  positionals: true,
  async run(context) {
    const [action = '', ...more] = context.args.positionals
    if (!Object.hasOwn(ACTIONS, action) || more.length > 0)
      throw new UsageError(
        `warehouse takes one of ${Object.keys(ACTIONS).join(', ')}, not ${action || 'nothing'}.`,
      )
    await context.open()
    return ACTIONS[action as keyof typeof ACTIONS](context)
  },
}

const ACTIONS = { push, attach, follow, refresh, access, local, counts, detach } as const

function kindOf({ args }: CommandContext): WarehouseKind {
  const kind = args.text('kind') ?? 'postgres'
  const found = WAREHOUSE_KINDS.find(one => one === kind)
  if (!found) throw new UsageError(`--kind takes ${WAREHOUSE_KINDS.join(', ')}.`)
  return found
}

/** The connection named, or one made for the address and kept under it. */
async function targetOf(context: CommandContext) {
  const { args, call } = context
  const password = await sourcePassword(context)
  const schema = args.text('schema')
  const target = { kind: kindOf(context), password, ...(schema === undefined ? {} : { schema }) }
  const to = args.text('to')
  if (to === undefined) return { ...target, connection: (await connectionNamed(context, args.required('connection'))).id } // prettier-ignore
  const tls = args.text('tls') ?? ('verify' as string)
  if (tls !== 'verify' && tls !== 'unverified' && tls !== 'off') throw new UsageError('--tls takes verify, unverified, off.') // prettier-ignore
  const connection: ConnectionBody = { ...connectionFromUrl(to, to), tls, caFile: args.text('ca') ?? '' }
  const known = (await call('connections.list', {})).find(one => one.name === to)
  const all = await call('connections.save', { ...(known && { id: known.id }), connection, password })
  return { ...target, connection: all.find(one => one.name === to)?.id ?? 0 }
}

async function push(context: CommandContext): Promise<number> {
  const { args, call, output } = context
  const more = { distribute: args.flag('distribute'), indexes: !args.flag('no-indexes') }
  const done = await call('warehouse.push', { ...(await targetOf(context)), ...more })
  if (args.flag('json')) output.out(`${json(done)}\n`)
  else {
    const { entries, units, periods, differences, ms } = done
    output.out(`${entries} entries at revision ${done.revision}: ${units.sent} pieces sent, ${units.same} there already, ${units.removed} taken out, in ${(ms / 1000).toFixed(1)} s.\n`) // prettier-ignore
    output.out(differences.length === 0 ? `Counts and sums agree in every table and all ${periods} periods.\n` : `${table(['', 'here', 'there'], differences.map(one => [one.what, one.here, one.there]))}\n`) // prettier-ignore
  }
  return done.differences.length === 0 ? 0 : 1
}

async function attach(context: CommandContext): Promise<number> {
  return shown(
    context,
    await context.call('warehouse.attach', { ...(await targetOf(context)), follow: false }),
  )
}

async function follow(context: CommandContext): Promise<number> {
  return shown(
    context,
    await context.call('warehouse.attach', { ...(await targetOf(context)), follow: true }),
  )
}

async function refresh(context: CommandContext): Promise<number> {
  return shown(context, await context.call('warehouse.refresh', { password: await sourcePassword(context) }))
}

async function local(context: CommandContext): Promise<number> {
  return shown(
    context,
    await context.call('warehouse.reads', { on: false, password: await sourcePassword(context) }),
  )
}

/** From how many entries on distinct members are counted by estimate. */
async function counts(context: CommandContext): Promise<number> {
  const { args, call } = context
  const attached = await call('warehouse.status', {})
  const approximateAbove = args.flag('exact') ? null : (args.count('above') ?? APPROXIMATE_ABOVE)
  const password = await sourcePassword(context)
  return shown(context, await call('warehouse.reads', { on: attached?.reads ?? true, approximateAbove, password })) // prettier-ignore
}

async function detach(context: CommandContext): Promise<number> {
  return shown(context, await context.call('warehouse.detach', {}))
}

async function access(context: CommandContext): Promise<number> {
  const { args, call, output } = context
  const found = await call('warehouse.access', { password: await sourcePassword(context) })
  if (args.flag('json')) output.out(`${json(found)}\n`)
  else
    output.out(
      `${table(
        ['role', 'may'],
        found.grants.map(one => [one.role, one.rights.join(', ')]),
      )}\n`,
    )
  return 0
}

function shown({ args, output }: CommandContext, value: object): number {
  if (args.flag('json')) output.out(`${json(value)}\n`)
  else for (const [key, one] of Object.entries(value)) output.out(visible(`${key}: ${String(one)}`) + '\n')
  return 0
}
