import { WORKSPACE, type Command } from '../command.ts'
import { json, visible } from '../print.ts'

export const alerts: Command = {
  usage: '--workspace W [--json]',
  summary:
    'Hold the alert rules against the ledger and list what they have to say; exit code 1 where some is new',
  options: { ...WORKSPACE },
  async run(context) {
    const { args, output } = context
    await context.open()
    const found = await context.call('alerts.look', { force: true })
    for (const { name, message } of found.problems)
      output.err(`${visible(name)} could not be held against the ledger: ${visible(message)}\n`)
    if (args.flag('json')) output.out(`${json(found)}\n`)
    else {
      for (const one of found.alerts)
        output.out(`${one.read ? '    ' : 'new '}${one.severity.padEnd(9)}${visible(one.statement)}\n`)
      output.out(`${found.alerts.length} alerts, ${found.unread} unread, ${found.raised} raised now.\n`)
    }
    return found.raised > 0 ? 1 : 0
  },
}
