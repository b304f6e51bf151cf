import { ENTRY_ORDERS, type EntryRow } from '../../../../shared/contract/ledger.ts'
import { exponentOf, toDecimal, type Total } from '../../../../shared/money/minor.ts'
import { baseCurrency } from '../base-currency.ts'
import { UsageError, WORKSPACE, type Command } from '../command.ts'
import { FILTERS, FILTERS_USAGE, readFilters } from '../filters.ts'
import { json, leftOut, table } from '../print.ts'

const PAGE = 1000

export const entries: Command = {
  usage: `--workspace W ${FILTERS_USAGE} [--order=-date] [--offset N] [--limit N] [--json | --csv]`,
  summary: 'List entries',
  options: {
    ...WORKSPACE,
    ...FILTERS,
    order: { type: 'string' },
    offset: { type: 'string' },
    limit: { type: 'string' },
    csv: { type: 'boolean' },
  },
  async run(context) {
    const { args, output } = context
    const word = args.text('order') ?? '-date'
    const descending = word.startsWith('-')
    const order = ENTRY_ORDERS.find(one => one === (descending ? word.slice(1) : word))
    if (!order)
      throw new UsageError(`--order takes one of ${ENTRY_ORDERS.join(', ')}, with - for descending.`)
    if (args.flag('csv') && ['order', 'offset', 'limit'].some(name => args.text(name) !== undefined))
      throw new UsageError('--csv writes all entries by date: leave out --order, --offset and --limit.')
    const wanted = args.count('limit') ?? 200
    const start = args.count('offset') ?? 0
    await context.open()
    const filters = readFilters(args, await baseCurrency(context))
    if (args.flag('csv')) {
      const { csv, rows } = await context.call('ledger.exportCsv', { filters })
      const { total } = await context.call('ledger.page', { filters, limit: 0 })
      output.out(csv)
      if (rows === total) return 0
      output.err(`Only the first ${rows} of ${total} entries were written: ask for fewer days at a time.\n`)
      return 1
    }
    const page = (offset: number, limit: number) =>
      context.call('ledger.page', { filters, order, descending, offset, limit })
    const first = await page(start, Math.min(PAGE, wanted))
    const rows = first.rows
    while (rows.length < wanted && start + rows.length < first.total) {
      const next = await page(start + rows.length, Math.min(PAGE, wanted - rows.length))
      if (next.rows.length === 0) break
      rows.push(...next.rows)
    }
    const { total, currency } = first
    const sums = Object.fromEntries(
      (['sum', 'debits', 'credits'] as const).map(key => [key, decimal(first[key], currency)]),
    )
    output.err(leftOut(first))
    if (args.flag('json'))
      output.out(`${json({ total, ...sums, currency, entries: rows.map(plain(currency)) })}\n`)
    else output.out(`${forPeople(rows)}\n${total} entries, ${sums['sum']} ${currency}.\n`)
    return 0
  },
}

const decimal = (amount: Total, currency: string): string => toDecimal(amount, exponentOf(currency))

const plain = (base: string) => (row: EntryRow) => ({
  ...row,
  amount: decimal(row.amount, row.currency),
  baseAmount: row.baseAmount === null ? null : decimal(row.baseAmount, base),
})

function forPeople(rows: EntryRow[]): string {
  return table(
    ['date', 'payee', 'category', 'description', 'amount'],
    rows.map(row => [
      row.date,
      row.members['payee'] ?? '',
      row.members['category'] ?? '',
      row.description,
      `${decimal(row.amount, row.currency)} ${row.currency}`,
    ]),
    4,
  )
}
