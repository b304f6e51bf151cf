import type { Change } from '../../../../shared/contract/ledger.ts'
import { UsageError, WORKSPACE, type Command } from '../command.ts'
import { json, table } from '../print.ts'

export const history: Command = {
  usage: '[undo | redo] --workspace W [--json]',
  summary: 'What was done to the ledger, the newest first; take the newest step back, or do it again',
  options: WORKSPACE,
  positionals: true,
  async run({ args, open, call, output }) {
    const [action, ...rest] = args.positionals
    if (rest.length > 0 || (action !== undefined && action !== 'undo' && action !== 'redo'))
      throw new UsageError('history takes nothing, undo or redo.')
    await open()
    if (action !== undefined) {
      const step = await call(`ledger.${action}`, {})
      output.out(args.flag('json') ? `${json({ [action]: step })}\n` : `${table(HEAD, [row(step)])}\n`)
      return 0
    }
    const { changes, total } = await call('ledger.history', {})
    output.out(args.flag('json') ? `${json({ total, changes })}\n` : `${table(HEAD, changes.map(row))}\n`)
    return 0
  },
}

const HEAD = ['step', 'when', 'what', 'entries', 'state']
const row = ({ id, at, kind, entries, state }: Change): string[] => [
  String(id),
  at,
  kind,
  String(entries),
  state,
]
