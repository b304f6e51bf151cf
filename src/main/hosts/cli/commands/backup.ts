import type { Backup } from '../../../../shared/contract/backup.ts'
import { userPath } from '../../../files/user-path.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, table, visible } from '../print.ts'

export const backup: Command = {
  usage: '[list|check|renew --yes] --workspace W [--to DIR] [--from BACKUP] [--json]',
  summary:
    'Make a backup that was proved before it counts; list them; check one; put a new one in the place of all',
  options: { ...WORKSPACE, to: { type: 'string' }, from: { type: 'string' }, yes: { type: 'boolean' } },
  positionals: true,
  async run(context) {
    const [action = 'make', ...more] = context.args.positionals
    if (!Object.hasOwn(ACTIONS, action) || more.length > 0)
      throw new UsageError(`backup takes one of ${Object.keys(ACTIONS).join(', ')}, not ${action}.`)
    return ACTIONS[action as keyof typeof ACTIONS](context)
  },
}

const ACTIONS = { make, list, check, renew }

async function make(context: CommandContext): Promise<number> {
  await context.open()
  const to = context.args.text('to')
  const made = await context.call('backup.make', to === undefined ? {} : { to: userPath(to) })
  if (context.args.flag('json')) context.output.out(`${json(made)}\n`)
  else context.output.out(`${visible(made?.path ?? '')}\n`)
  return 0
}

/** Without the key where it is not given: of a workspace that cannot be opened any more, too. */
async function list(context: CommandContext): Promise<number> {
  const { args, output } = context
  const workspace = userPath(args.required('workspace'))
  if (context.password !== undefined)
    await context.reply('workspace.open', { path: workspace, password: context.password })
  const found = await context.call('backup.list', { workspace })
  if (args.flag('json')) output.out(`${json(found)}\n`)
  else output.out(`${backupTable(found.backups)}\n`)
  return 0
}

async function check(context: CommandContext): Promise<number> {
  const { args } = context
  if (args.text('workspace') !== undefined) await context.open()
  return checkBackup(context, args.required('from'))
}

async function renew(context: CommandContext): Promise<number> {
  const { args, output } = context
  if (!args.flag('yes'))
    throw new UsageError(
      'backup renew removes all older backups once the new one is proved; say --yes to do it.',
    )
  await context.open()
  const { made, removed } = await context.call('backup.renew', {})
  if (args.flag('json')) output.out(`${json({ made, removed })}\n`)
  else output.out(`${visible(made.path)}\n${removed} older removed\n`)
  return 0
}

/** `farthing verify --backup DIR` is the same. */
export async function checkBackup(context: CommandContext, folder: string): Promise<number> {
  const { output } = context
  const found = await context.call('backup.verify', { path: userPath(folder) })
  if (context.args.flag('json')) output.out(`${json(found)}\n`)
  else
    output.out(
      `${table(
        ['', 'check', 'found'],
        found.checks.map(one => [one.ok ? 'good' : 'BAD', one.check, one.found]),
      )}\n`,
    )
  if (!found.ok) output.err('The backup is not as it was made; take another.\n')
  return found.ok ? 0 : 1
}

/** `farthing restore --from BACKUP --to PATH`, or over the workspace that is named. */
export async function restoreBackup(context: CommandContext): Promise<number> {
  const { args, output } = context
  const [to, workspace] = [args.text('to'), args.text('workspace')]
  const target = to ?? workspace
  if (target === undefined)
    throw new UsageError('restore needs --to PATH, or --workspace W to restore over it.')
  const from = args.text('from') ?? (await newest(context, workspace))
  const over = to === undefined
  const { password } = context
  const done = await context.call('backup.restore', { path: userPath(from), to: userPath(target), over, password }) // prettier-ignore
  if (args.flag('json')) output.out(`${json(done)}\n`)
  else {
    output.out(`Restored to ${visible(done.path)}\n`)
    if (done.quarantine !== null) output.out(`What was there is kept in ${visible(done.quarantine)}\n`)
  }
  return 0
}

async function newest(context: CommandContext, workspace: string | undefined): Promise<string> {
  if (workspace === undefined)
    throw new UsageError('restore needs --from BACKUP, or --workspace W whose newest backup it is.')
  const { backups, folder } = await context.call('backup.list', { workspace: userPath(workspace) })
  const found = backups.find(one => one.problem === null && one.readable)
  if (!found) throw new UsageError(`There is no backup in ${folder}.`)
  return found.path
}

function backupTable(backups: readonly Backup[]): string {
  const rows = backups.map(one => [
    one.madeAt,
    one.cause,
    one.contents ? String(one.contents.entries) : '',
    one.contents ? one.contents.totals.map(total => `${total.sum} ${total.currency}`).join(', ') : '',
    one.problem ?? 'good',
    one.path,
  ])
  return table(['made', 'cause', 'entries', 'sum', '', 'folder'], rows)
}
