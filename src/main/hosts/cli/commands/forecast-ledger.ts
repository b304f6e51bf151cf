import type { ParseArgsOptionsConfig } from 'node:util'
import { GRAINS, type Grain } from '../../../../shared/calendar/grain.ts'
import type { ForecastMethod } from '../../../../shared/contract/forecast.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import { baseCurrency } from '../base-currency.ts'
import { UsageError, type Arguments, type CommandContext } from '../command.ts'
import { readFilters } from '../filters.ts'
import { json, table } from '../print.ts'

export const LEDGER_OPTIONS: ParseArgsOptionsConfig = {
  measure: { type: 'string' },
  by: { type: 'string' },
  top: { type: 'string' },
  grain: { type: 'string' },
  country: { type: 'string' },
  'working-days': { type: 'boolean' },
}
export const LEDGER_USAGE =
  '[--measure spending|income|net] [--by DIMENSION] [--top N] [--grain month] [--country GB] [--working-days]'

/** Series of a workspace; amounts as decimal strings in the base currency. */
export async function ledgerForecast(
  context: CommandContext,
  asked: { method: ForecastMethod | 'auto'; levels: number[]; horizon: number },
): Promise<number> {
  const { args, output } = context
  const measure = args.text('measure') ?? 'spending'
  if (measure !== 'spending' && measure !== 'income' && measure !== 'net')
    throw new UsageError('--measure takes spending, income or net.')
  const grain = grainOf(args)
  await context.open()
  const currency = await baseCurrency(context)
  const found = await context.call('forecast.run', {
    ...asked,
    filters: readFilters(args, currency),
    measure,
    grain,
    by: args.text('by'),
    top: args.count('top'),
    country: args.text('country'),
    workingDays: args.flag('working-days'),
    seed: args.count('seed'),
  })
  const money = (value: number): string => toDecimal(value, exponentOf(currency))
  if (args.flag('json')) {
    const series = found.series.map(one => ({
      ...one,
      id: one.role === 'member' ? one.key : one.role,
      actual: one.actual.map(money),
      mean: one.mean.map(money),
      intervals: Object.fromEntries(
        Object.entries(one.intervals).map(([level, { lower, upper }]) => [
          level,
          { lower: lower.map(money), upper: upper.map(money) },
        ]),
      ),
      card: one.card.map(card => ({
        ...card,
        error: money(Math.round(card.error)),
        naiveError: money(Math.round(card.naiveError)),
        median: money(Math.round(card.median)),
      })),
    }))
    output.out(`${json({ ...found, series })}\n`)
    return 0
  }
  for (const one of found.series) {
    const bounds = Object.entries(one.intervals)
    const name = one.role === 'member' ? one.label || '(none)' : one.role === 'total' ? 'Total' : 'All others'
    output.out(`${name}: ${one.model}\n`)
    const header = ['step', currency, ...bounds.flatMap(([level]) => [`${level} % from`, 'to'])]
    const rows = one.mean.map((value, h) => [
      found.future[h]?.key ?? '',
      money(value),
      ...bounds.flatMap(([, { lower, upper }]) => [money(lower[h] ?? 0), money(upper[h] ?? 0)]),
    ])
    output.out(`${table(header, rows, 1)}\n${one.notes.map(note => `${note.statement}\n`).join('')}\n`)
  }
  for (const note of found.notes) output.err(`${note.statement}\n`)
  return 0
}

function grainOf(args: Arguments): Grain {
  const text = args.text('grain') ?? 'month'
  const grain = GRAINS.find(one => one === text)
  if (!grain) throw new UsageError(`--grain takes ${GRAINS.join(', ')}, not ${text}.`)
  return grain
}
