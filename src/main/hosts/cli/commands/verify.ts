import { WORKSPACE, type Command } from '../command.ts'
import { json, table } from '../print.ts'

export const verify: Command = {
  usage: '--workspace W [--json]',
  summary: 'Check that a workspace is whole',
  options: WORKSPACE,
  async run(context) {
    await context.open()
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
