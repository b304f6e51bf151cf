import { readFile } from 'node:fs/promises'
import type { App, Session } from '../../app.ts'
import { closeApp } from '../../create-app.ts'
import { dispatch } from '../../dispatch.ts'
import { userPath } from '../../files/user-path.ts'
import { readArguments } from './arguments.ts'
import {
  CommandError,
  UsageError,
  WORKSPACE,
  type Arguments,
  type Command,
  type CommandContext,
} from './command.ts'
import { commands } from './commands/index.ts'
import { progressLine, visible, type Output } from './print.ts'

export interface CliOptions {
  makeApp(): App
  output: Output
  env: NodeJS.ProcessEnv
  signal: AbortSignal
}

/** Runs one command to its end; the exit code: 0, 1 (failed) or 2 (usage). What went wrong is one sentence on stderr. */
export async function runCli(argv: readonly string[], options: CliOptions): Promise<number> {
  const { output } = options
  const [name, ...rest] = argv
  if (name === '--version' || name === '-V') {
    return inApp(version, readArguments(version, []), options)
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    output[name === undefined ? 'err' : 'out'](help())
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (!command) throw new UsageError(`There is no command ${name}; farthing --help lists them.`)
    if (rest.includes('--help') || rest.includes('-h')) {
      output.out(`farthing ${name} ${command.usage}\n${command.summary}.\n${furtherOptions(command)}`)
      return 0
    }
    return await inApp(command, readArguments(command, rest), options)
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(`${visible(error.message)}\n`)
      return 2
    }
    if (!(error instanceof CommandError)) throw error
    output.err(`${visible(error.message)}\n`)
    return 1
  }
}

async function inApp(command: Command, args: Arguments, options: CliOptions): Promise<number> {
  const password = await readPassword(args, options.env)
  const user = args.text('user') ?? (options.env['FARTHING_USER'] || undefined)
  const app = options.makeApp()
  if (options.env['FARTHING_LANGUAGE'] === 'de') app.language = 'de'
  const session: Session = { role: 'nobody' }
  const progress = progressLine(options.output)
  const reply: CommandContext['reply'] = async (name, input) => {
    const answer = await dispatch(app, session, name, input, {
      signal: options.signal,
      onProgress: progress.show,
    })
    progress.end()
    return answer
  }
  const call: CommandContext['call'] = async (name, input) => {
    const answer = await reply(name, input)
    if (!answer.ok) throw new CommandError(answer.failure)
    return answer.value
  }
  const open = async (): Promise<void> => {
    await call('workspace.open', { path: userPath(args.required('workspace')), user, password })
    // Without a keychain nobody else could give the password of the warehouse that answers. One that is refused says so when it is asked.
    const source = options.env['FARTHING_SOURCE_PASSWORD']
    if (!source) return
    const attached = await reply('warehouse.status', {})
    if (attached.ok && attached.value) await reply('warehouse.access', { password: source })
  }
  try {
    return await command.run({ args, app, output: options.output, call, reply, password, open })
  } finally {
    await closeApp(app)
  }
}

const version: Command = {
  usage: '',
  summary: 'Print the version',
  options: {},
  async run(context) {
    context.output.out(`${(await context.call('settings.about', {})).version}\n`)
    return 0
  },
}

/** The first line of the file; never an argument, which every user of the machine could read. */
async function readPassword(args: Arguments, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const file = args.text('password-file')
  if (file === undefined) return env['FARTHING_PASSWORD'] || undefined
  try {
    const [line = ''] = (await readFile(userPath(file), 'utf8')).split(/\r?\n/)
    if (line !== '') return line
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw new UsageError(`The password file ${file} cannot be read (${code ?? message}).`)
  }
  throw new UsageError(`The password file ${file} is empty.`)
}

/** Those that the usage has no room for; what they are for stands in the guide. */
function furtherOptions({ usage, options }: Command): string {
  const further = Object.keys(options).filter(
    name => !Object.hasOwn(WORKSPACE, name) && !usage.includes(`--${name}`),
  )
  return further.length === 0
    ? ''
    : `Also: ${further.map(name => `--${name}`).join(' ')} (docs/guide/cli.md says what for).\n`
}

function help(): string {
  const lines = Object.entries(commands).map(
    ([name, command]) =>
      `  ${name.padEnd(10)}${command.summary}\n${' '.repeat(12)}farthing ${name} ${command.usage}`,
  )
  return [
    'farthing COMMAND: personal and team finances from the command line.',
    '',
    ...lines,
    '',
    'The password comes from FARTHING_PASSWORD or --password-file FILE; without either, the key is in the keychain.',
    'Where a workspace has several users, --user NAME or FARTHING_USER says which.',
    'Exit codes: 0 done, 1 failed, 2 wrong usage.',
    '',
  ].join('\n')
}
