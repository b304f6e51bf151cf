import { RECONVERT } from '../../../../shared/contract/reference.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, table, visible } from '../print.ts'
import { tableFile } from '../table-file.ts'

export const rates: Command = {
  usage:
    'import FILE --workspace W [--reconvert missing|all|none] [--against EUR] [--limit DAYS] [--json] | set CURRENCY DATE RATE --workspace W [--reconvert …] [--json] | list --workspace W [--json]',
  summary:
    'Exchange rates: the European Central Bank’s file (zip or CSV), or a table of date, currency, rate',
  options: {
    ...WORKSPACE,
    reconvert: { type: 'string' },
    against: { type: 'string' },
    limit: { type: 'string' },
  },
  positionals: true,
  async run(context) {
    const [what, file, ...rest] = context.args.positionals
    if (what === 'list' && file === undefined) return list(context)
    if (what === 'set' && file !== undefined && rest.length === 2) return setRate(context, file, rest)
    if (what !== 'import' || file === undefined || rest.length > 0)
      throw new UsageError('rates takes import FILE, set CURRENCY DATE RATE, or list.')
    return importRates(context, file)
  },
}

function reconvertOf({ args }: CommandContext): (typeof RECONVERT)[number] {
  const word = args.text('reconvert') ?? 'missing'
  const reconvert = RECONVERT.find(one => one === word)
  if (!reconvert) throw new UsageError(`--reconvert takes ${RECONVERT.join(', ')}, not ${word}.`)
  return reconvert
}

async function setRate(context: CommandContext, typed: string, rest: readonly string[]): Promise<number> {
  const { args, output } = context
  const [date = '', rate = ''] = rest
  const currency = typed.toUpperCase()
  const reconvert = reconvertOf(context)
  await context.open()
  const done = await context.call('reference.setRate', { currency, date, rate, reconvert })
  output.out(
    args.flag('json')
      ? `${json({ currency, date, rate, ...done })}\n`
      : `${done.converted} entries converted, ${done.unconverted} without a rate.\n`,
  )
  return 0
}

async function importRates(context: CommandContext, file: string): Promise<number> {
  const { args, output } = context
  const reconvert = reconvertOf(context)
  const { token } = await tableFile(context, file)
  await context.open()
  const found = await context.call('reference.importRates', {
    token,
    reconvert,
    against: args.text('against')?.toUpperCase(),
    limitDays: args.count('limit'),
  })
  for (const { line, column, message } of found.problems)
    output.err(`${visible(`${found.file}, line ${line}, column ${column}: ${message}`)}\n`)
  if (args.flag('json')) output.out(`${json(found)}\n`)
  else
    output.out(
      `${visible(
        `${found.file}: ${found.rates} rates of ${found.currencies.length} currencies to ${found.base} on ${found.days} days, ${found.from} to ${found.to}. ${found.converted} entries converted, ${found.unconverted} without a rate.`,
      )}\n`,
    )
  return 0
}

async function list(context: CommandContext): Promise<number> {
  const { args, output } = context
  await context.open()
  const found = await context.call('reference.rates', {})
  output.out(
    args.flag('json')
      ? `${json(found)}\n`
      : `${table(
          ['currency', 'source', 'from', 'to', 'rates', `latest to ${found.base}`, 'entries', 'without'],
          found.currencies.map(one => [
            one.currency,
            one.source,
            one.from,
            one.to,
            String(one.rates),
            one.latest,
            String(one.entries),
            String(one.unconverted),
          ]),
          4,
        )}\n`,
  )
  return 0
}
