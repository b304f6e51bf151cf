import { readFile, writeFile } from 'node:fs/promises'
import { userPath } from '../../../files/user-path.ts'
import { CommandError, UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, table } from '../print.ts'

const ACTIONS = { list, export: exportBoards, import: importBoards } as const

export const boards: Command = {
  usage: 'list|export|import [FILE] --workspace W [--board N] [--json]',
  summary: 'Dashboards and named views: list them, take them to a file or from one',
  options: { ...WORKSPACE, board: { type: 'string' } },
  positionals: true,
  async run(context) {
    const [action = '', ...files] = context.args.positionals
    if (!Object.hasOwn(ACTIONS, action))
      throw new UsageError(
        `boards takes one of ${Object.keys(ACTIONS).join(', ')}, not ${action || 'nothing'}.`,
      )
    if (files.length > (action === 'list' ? 0 : 1) || (action === 'import' && files.length === 0))
      throw new UsageError(
        action === 'list' ? 'boards list takes no file.' : `boards ${action} takes one file.`,
      )
    await context.open()
    await ACTIONS[action as keyof typeof ACTIONS](context, files[0])
    return 0
  },
}

async function list({ call, args, output }: CommandContext): Promise<void> {
  const all = await call('dashboard.boards', {})
  const views = await call('dashboard.views', {})
  if (args.flag('json')) {
    output.out(`${json({ boards: all, views })}\n`)
    return
  }
  const rows = [
    ...all.map(board => ['board', String(board.id), board.name, `${board.tiles.length} tiles`]),
    ...views.map(view => ['view', String(view.id), view.name, '']),
  ]
  output.out(`${table(['', 'number', 'name', ''], rows)}\n`)
}

async function exportBoards({ call, args, output }: CommandContext, file?: string): Promise<void> {
  const id = args.count('board')
  const text = `${JSON.stringify(await call('dashboard.exportBoards', id === undefined ? {} : { id }), null, 2)}\n`
  if (file === undefined || file === '-') {
    output.out(text)
    return
  }
  await writeFile(userPath(file), text).catch((error: Error) => {
    throw new CommandError({ code: 'bad-input', message: `${file} cannot be written: ${error.message}.` })
  })
  output.err(`Wrote ${file}.\n`)
}

async function importBoards({ call, args, output }: CommandContext, file = ''): Promise<void> {
  const text = await readFile(userPath(file), 'utf8').catch((error: Error) => {
    throw new CommandError({ code: 'not-found', message: `${file} cannot be read: ${error.message}.` })
  })
  const added = await call('dashboard.importBoards', { json: text })
  if (args.flag('json')) output.out(`${json(added)}\n`)
  else output.out(`${added.boards} boards and ${added.views} views added.\n`)
}
