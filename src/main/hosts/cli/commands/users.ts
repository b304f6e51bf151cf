import { readFile } from 'node:fs/promises'
import type { User, UserRole } from '../../../../shared/contract/security.ts'
import { userPath } from '../../../files/user-path.ts'
import { CommandError, UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, table } from '../print.ts'

const ROLES = ['viewer', 'analyst', 'admin'] as const

export const users: Command = {
  usage:
    'list | add NAME --role viewer|analyst|admin --new-password-file F | remove NAME | role NAME viewer|analyst|admin | password NAME --new-password-file F --workspace W [--json]',
  summary: 'Who may open a workspace, and as what',
  options: { ...WORKSPACE, role: { type: 'string' }, 'new-password-file': { type: 'string' } },
  positionals: true,
  async run(context) {
    const [what = 'list', name, role, ...rest] = context.args.positionals
    const wanted = { list: 1, add: 2, remove: 2, role: 3, password: 2 }[what]
    if (wanted === undefined || rest.length > 0 || context.args.positionals.length > wanted)
      throw new UsageError('users takes list, add NAME, remove NAME, role NAME ROLE or password NAME.')
    if (what !== 'list' && name === undefined) throw new UsageError(`users ${what} takes a user's name.`)
    // Read before anything is opened: a mistake in the command changes nothing.
    const password = what === 'add' || what === 'password' ? await newPassword(context) : ''
    const as =
      what === 'role' ? readRole(role) : what === 'add' ? readRole(context.args.text('role')) : 'viewer'
    await context.open()
    if (what === 'list') return show(context, await context.call('security.users', {}))
    if (what === 'add')
      return show(context, await context.call('security.addUser', { name: name ?? '', role: as, password }))
    const id = await idOf(context, name ?? '')
    if (what === 'role') return show(context, await context.call('security.setRole', { id, role: as }))
    if (what === 'password')
      return show(
        context,
        await context.call('security.resetPassword', { id, password, current: context.password }),
      )
    const removed = await context.call('security.removeUser', { id })
    if (context.args.flag('json')) context.output.out(`${json(removed)}\n`)
    else {
      show(context, removed.users)
      context.output.out(`New recovery key (keep it; it is shown only now): ${removed.recoveryKey}\n`)
    }
    return 0
  },
}

function show({ args, output }: CommandContext, list: readonly User[]): number {
  if (args.flag('json')) output.out(`${json(list)}\n`)
  else {
    const rows = list.map(user => [
      user.self ? `${user.name} (you)` : user.name,
      user.role,
      user.hasPassword ? 'password' : 'keychain',
    ])
    output.out(`${table(['user', 'role', 'gets in by'], rows)}\n`)
  }
  return 0
}

async function idOf(context: CommandContext, name: string): Promise<string> {
  const list = await context.call('security.users', {})
  const found = list.find(user => user.name.toLowerCase() === name.toLowerCase())
  if (!found)
    throw new CommandError({ code: 'not-found', message: `There is no user ${name} in this workspace.` })
  return found.id
}

function readRole(text: string | undefined): UserRole {
  const role = ROLES.find(one => one === text)
  if (!role) throw new UsageError('A role is viewer, analyst or admin.')
  return role
}

/** Never an argument, which every user of the machine could read. */
async function newPassword({ args }: CommandContext): Promise<string> {
  const file = args.required('new-password-file')
  const text = await readFile(userPath(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The password file ${file} cannot be read (${error.code ?? error.message}).`)
  })
  const [line = ''] = text.split(/\r?\n/)
  if (line === '') throw new UsageError(`The password file ${file} is empty.`)
  return line
}
