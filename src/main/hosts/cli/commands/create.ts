import { basename, extname } from 'node:path'
import { userPath } from '../../../files/user-path.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json } from '../print.ts'

export const create: Command = {
  usage: '--workspace W --profile personal|ledger --currency GBP [--name NAME] [--fiscal-start 4]',
  summary: 'Make a new, empty workspace',
  options: {
    ...WORKSPACE,
    profile: { type: 'string' },
    currency: { type: 'string' },
    name: { type: 'string' },
    'fiscal-start': { type: 'string' },
  },
  async run(context) {
    const { args, password } = context
    const path = userPath(args.required('workspace'))
    const profile = args.required('profile')
    if (profile !== 'personal' && profile !== 'ledger')
      throw new UsageError('--profile takes personal or ledger.')
    const baseCurrency = args.required('currency').toUpperCase()
    if (!/^[A-Z]{3}$/.test(baseCurrency)) throw new UsageError('--currency takes a code like GBP.')
    const fiscalStartMonth = args.count('fiscal-start') ?? 1
    const name = args.text('name') ?? basename(path, extname(path))
    const made = await context.call('workspace.create', {
      path,
      name,
      profile,
      baseCurrency,
      fiscalStartMonth,
      password,
    })
    tellMade(context, made.status.path ?? path, made.status.keyHolder, made.recoveryKey)
    return 0
  },
}

export const sample: Command = {
  usage: 'household|company --workspace W',
  summary: 'Make a sample workspace',
  options: WORKSPACE,
  positionals: true,
  async run(context) {
    const { args, password } = context
    const [kind, ...rest] = args.positionals
    if ((kind !== 'household' && kind !== 'company') || rest.length > 0)
      throw new UsageError('sample takes household or company.')
    const path = userPath(args.required('workspace'))
    const made = await context.call('workspace.sample', { kind, path, password })
    tellMade(context, made.status.path ?? path, made.status.keyHolder, made.recoveryKey)
    return 0
  },
}

// The recovery key is shown this once; without it and the password or keychain the workspace cannot be opened again.
function tellMade(
  { args, output }: CommandContext,
  workspace: string,
  keyHolder: 'keychain' | 'password' | undefined,
  recoveryKey: string | undefined,
): void {
  if (args.flag('json')) return output.out(`${json({ workspace, keyHolder, recoveryKey })}\n`)
  output.out(`Workspace: ${workspace}\n`)
  if (keyHolder === 'keychain') output.out("Its key is in this user's keychain.\n")
  if (recoveryKey) output.out(`Recovery key (keep it; it is shown only now): ${recoveryKey}\n`)
}
