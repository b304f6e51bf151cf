import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import { UsageError, WORKSPACE, type Command } from '../command.ts'
import { json, table, visible } from '../print.ts'

const SHOWN = 1000

export const trash: Command = {
  usage: '[list | purge [--entry N…] [--older-than DAYS] [--files] [--yes]] --workspace W [--json]',
  summary: 'Deleted entries; “purge” takes them away for good, which needs --yes and cannot be undone',
  options: {
    ...WORKSPACE,
    entry: { type: 'string', multiple: true },
    'older-than': { type: 'string' },
    files: { type: 'boolean' },
    yes: { type: 'boolean' },
  },
  positionals: true,
  async run({ args, open, call, output }) {
    const [action = 'list', ...rest] = args.positionals
    if (rest.length > 0 || (action !== 'list' && action !== 'purge'))
      throw new UsageError('trash takes nothing, list or purge.')
    const olderThan = args.count('older-than') ?? 0
    const ids = args.list('entry').map(number)
    if (ids.length > 0 && (action === 'list' || args.text('older-than') !== undefined))
      throw new UsageError('--entry goes with trash purge, without --older-than.')
    await open()
    if (action === 'list') {
      const { total, rows } = await call('ledger.trash', { olderThan, limit: SHOWN })
      if (args.flag('json')) output.out(`${json({ total, rows })}\n`)
      else {
        const lines = rows.map(row => [
          String(row.id),
          row.deletedAt,
          row.date,
          `${toDecimal(row.amount, exponentOf(row.currency))} ${row.currency}`,
          visible(row.description),
        ])
        output.out(`${table(['entry', 'deleted', 'posted', 'amount', 'text'], lines)}\n`)
        if (total > rows.length) output.out(`The newest ${rows.length} of ${total}.\n`)
      }
      return 0
    }
    if (!args.flag('yes')) {
      const found = ids.length > 0 ? ids.length : (await call('ledger.trash', { olderThan, limit: 1 })).total
      output.err(
        `${found} ${found === 1 ? 'entry' : 'entries'} would be deleted for good, which cannot be undone. Say so with --yes.\n`,
      )
      return 1
    }
    const entries = ids.length > 0 ? { ids } : { olderThan }
    const purged = await call('ledger.purge', { entries, files: args.flag('files') })
    if (args.flag('json')) output.out(`${json(purged)}\n`)
    else
      output.out(
        `${purged.entries} ${purged.entries === 1 ? 'entry is' : 'entries are'} deleted for good; kept copies of files given up: ${purged.files}.\n`,
      )
    return 0
  },
}

function number(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`--entry takes an entry’s number, not “${text}”.`)
  return Number(text)
}
