import { UsageError, WORKSPACE, type Command } from '../command.ts'
import { json, table } from '../print.ts'

/** What a problem says to a person; the JSON has the rows. */
const WORDS = {
  changed: 'were changed',
  missing: 'are missing',
  inserted: 'were put in',
  reordered: 'changed places',
  truncated: 'are missing at the end',
  'rolled-back': 'are missing: the file is older than what was known of it',
  replaced: 'are others than those that were known',
} as const

export const auditLog: Command = {
  usage: 'verify [--head SEQUENCE:HEX]… | list [--limit N] --workspace W [--json]',
  summary: 'Who did what: list the log, or check that it is whole',
  options: { ...WORKSPACE, head: { type: 'string', multiple: true }, limit: { type: 'string' } },
  positionals: true,
  async run(context) {
    const { args, output } = context
    const [what, ...rest] = args.positionals
    if ((what !== 'verify' && what !== 'list') || rest.length > 0)
      throw new UsageError('audit-log takes verify or list.')
    const heads = args.list('head').map(readHead)
    const limit = args.count('limit') ?? 100
    await context.open()
    if (what === 'list') {
      const { rows } = await context.call('security.log', { limit })
      if (args.flag('json')) output.out(`${json(rows)}\n`)
      else
        output.out(
          `${table(
            ['row', 'at', 'user', 'action'],
            rows.map(row => [String(row.sequence), row.at, row.name ?? row.user, row.action]),
          )}\n`,
        )
      return 0
    }
    const found = await context.call('security.verifyLog', { heads })
    if (args.flag('json')) output.out(`${json(found)}\n`)
    else {
      const { sequence, head } = found.head
      output.out(`${found.rows} rows; the head is ${sequence}:${head.slice(0, 16)}\n`)
      for (const { kind, from, to } of found.problems)
        output.out(`BAD  ${from === to ? `row ${from}` : `rows ${from} to ${to}`} ${WORDS[kind]}\n`)
      for (const alarm of found.alarms)
        output.out(
          `BAD  on ${alarm.at} the file was older than this computer knew it (row ${alarm.sequence} of ${alarm.anchoredAt})\n`,
        )
      output.out(found.ok ? 'The log is whole.\n' : 'The log is not what was written.\n')
    }
    return found.ok ? 0 : 1
  },
}

function readHead(text: string): { sequence: number; head: string } {
  const [, sequence, head] = /^(\d{1,15}):([0-9a-fA-F]{8,64})$/.exec(text) ?? []
  if (sequence === undefined || head === undefined)
    throw new UsageError(`--head takes a row and a hash as a report prints them (812:3fa9c0…), not ${text}.`)
  return { sequence: Number(sequence), head }
}
