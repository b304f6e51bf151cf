import { WORKSPACE, type Command } from '../command.ts'
import { json, table } from '../print.ts'
import { checkBackup } from './backup.ts'

export const verify: Command = {
  usage: '--workspace W | --backup DIR [--json]',
  summary: 'Check that a workspace, or a backup, is whole',
  options: { ...WORKSPACE, backup: { type: 'string' } },
  async run(context) {
    const folder = context.args.text('backup')
    if (folder === undefined || context.args.text('workspace') !== undefined) await context.open()
    if (folder !== undefined) return checkBackup(context, folder)
    const found = await context.call('workspace.verify', {})
    if (context.args.flag('json')) context.output.out(`${json(found)}\n`)
    else {
      const rows = found.checks.map(one => [one.ok ? 'good' : 'BAD', one.check, one.found])
      context.output.out(`${table(['', 'check', 'found'], rows)}\n`)
    }
    if (!found.ok)
      context.output.err('The workspace is damaged in the places named; restore the latest backup.\n')
    return found.ok ? 0 : 1
  },
}
