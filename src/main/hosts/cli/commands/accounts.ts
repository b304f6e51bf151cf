import { UsageError, WORKSPACE, type Command } from '../command.ts'
import { json, visible } from '../print.ts'
import { tableFile } from '../table-file.ts'

export const accounts: Command = {
  usage: 'import FILE --workspace W [--preview] [--json]',
  summary: 'A chart of accounts (GnuCash XML, JSON, text, CSV), or what cost centres belong to',
  options: { ...WORKSPACE, preview: { type: 'boolean' } },
  positionals: true,
  async run(context) {
    const { args, output } = context
    const [what, file, ...rest] = args.positionals
    if (what !== 'import' || file === undefined || rest.length > 0)
      throw new UsageError('accounts takes import FILE.')
    const { token } = await tableFile(context, file)
    await context.open()
    const done = args.flag('preview') ? undefined : await context.call('reference.importChart', { token })
    const found = done ?? (await context.call('reference.previewChart', { token }))
    for (const { line, message } of found.problems)
      output.err(`${visible(`${found.file}, line ${line}: ${message}`)}\n`)
    if (args.flag('json')) {
      output.out(`${json(found)}\n`)
      return 0
    }
    const subjects = found.about === 'account' ? 'accounts' : 'cost centres'
    const lines = [
      `${found.file}: ${found.rows} ${subjects}; ${found.matched} of the ledger’s match, ${found.unmatched.length} do not, ${found.unused} are not in use.`,
      ...(found.unmatched.length > 0 ? [`Not in the file: ${found.unmatched.slice(0, 20).join(', ')}`] : []),
      ...(done ? [`${done.changedMembers} accounts and ${done.changedEntries} entries changed.`] : []),
    ]
    output.out(`${lines.map(visible).join('\n')}\n`)
    return 0
  },
}
