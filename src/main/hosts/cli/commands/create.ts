import { basename, extname } from 'node:path'
import { WEEK_PATTERNS, type FiscalWeeks } from '../../../../shared/calendar/fiscal.ts'
import { userPath } from '../../../files/user-path.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json } from '../print.ts'

export const create: Command = {
  usage:
    '--workspace W --profile personal|ledger --currency GBP [--name NAME] [--fiscal-start 4] [--fiscal-weeks 4-4-5|4-5-4|5-4-4 --weeks-end saturday --year-ends last|nearest]',
  summary: 'Make a new, empty workspace',
  options: {
    ...WORKSPACE,
    profile: { type: 'string' },
    currency: { type: 'string' },
    name: { type: 'string' },
    'fiscal-start': { type: 'string' },
    'fiscal-weeks': { type: 'string' },
    'weeks-end': { type: 'string' },
    'year-ends': { type: 'string' },
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
      fiscalWeeks: weeksOf(args),
      password,
    })
    tellMade(context, made.status.path ?? path, made.status.keyHolder, made.recoveryKey)
    return 0
  },
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

function weeksOf(args: CommandContext['args']): FiscalWeeks | null {
  const text = args.text('fiscal-weeks')
  const [weekday, ends] = [args.text('weeks-end') ?? 'saturday', args.text('year-ends') ?? 'last']
  if (text === undefined) {
    if (args.text('weeks-end') ?? args.text('year-ends'))
      throw new UsageError('--weeks-end and --year-ends go with --fiscal-weeks.')
    return null
  }
  const pattern = WEEK_PATTERNS.find(one => one === text)
  if (!pattern) throw new UsageError(`--fiscal-weeks takes ${WEEK_PATTERNS.join(', ')}.`)
  const endsOn = WEEKDAYS.indexOf(weekday.toLowerCase())
  if (endsOn < 0) throw new UsageError('--weeks-end takes a day of the week, as saturday.')
  if (ends !== 'last' && ends !== 'nearest') throw new UsageError('--year-ends takes last or nearest.')
  return { pattern, endsOn, ends }
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
