import { FORECAST_METHODS, type ForecastMethod } from '../../../../shared/contract/forecast.ts'
import { FILTERS, FILTERS_USAGE } from '../filters.ts'
import { UsageError, WORKSPACE, type Arguments, type Command } from '../command.ts'
import { json, table } from '../print.ts'
import { tableFile } from '../table-file.ts'
import { ledgerForecast, LEDGER_OPTIONS, LEDGER_USAGE } from './forecast-ledger.ts'

export const forecast: Command = {
  usage: `(--series S.csv --season N | --workspace W ${LEDGER_USAGE} ${FILTERS_USAGE}) [--horizon H] [--method auto|${FORECAST_METHODS.join('|')}] [--levels 80,95] [--seed N] [--json]`,
  summary: 'Forecast the series of a file (one a line: id, values), or of a workspace',
  options: {
    ...WORKSPACE,
    ...FILTERS,
    ...LEDGER_OPTIONS,
    series: { type: 'string' },
    season: { type: 'string' },
    horizon: { type: 'string' },
    method: { type: 'string' },
    levels: { type: 'string' },
    seed: { type: 'string' },
  },
  async run(context) {
    const { args, output } = context
    const path = args.text('series')
    if ((path === undefined) === (args.text('workspace') === undefined))
      throw new UsageError('Give either --series S.csv or --workspace W.')
    const method = methodOf(args)
    const levels = levelsOf(args.text('levels') ?? '80,95')
    const horizon = atLeastOne(args, 'horizon', 12)
    if (path === undefined) return ledgerForecast(context, { method: method ?? 'auto', levels, horizon })
    const season = atLeastOne(args, 'season', 1)
    const { token } = await tableFile(context, path)
    const found = await context.call('forecast.table', {
      token,
      season,
      horizon,
      method: method ?? 'combination',
      levels,
      seed: args.count('seed'),
    })
    if (args.flag('json')) output.out(`${json(found)}\n`)
    else
      for (const { id, method, model, mean, intervals, notes } of found.series) {
        output.out(`${id}: ${method}, ${model}\n`)
        const bounds = Object.entries(intervals)
        const header = ['step', 'expected', ...bounds.flatMap(([level]) => [`${level} % from`, 'to'])]
        const rows = mean.map((value, h) =>
          [h + 1, value, ...bounds.flatMap(([, { lower, upper }]) => [lower[h] ?? 0, upper[h] ?? 0])].map(
            shown,
          ),
        )
        output.out(`${table(header, rows, 0)}\n${notes.map(text => `${text}\n`).join('')}\n`)
      }
    return 0
  },
}

const shown = (value: number): string => String(Number(value.toPrecision(6)))

function methodOf(args: Arguments): ForecastMethod | 'auto' | undefined {
  const method = args.text('method')
  if (method === undefined || method === 'auto') return method
  const found = FORECAST_METHODS.find(one => one === method)
  if (!found) throw new UsageError(`--method takes auto, ${FORECAST_METHODS.join(', ')}, not ${method}.`)
  return found
}

function levelsOf(text: string): number[] {
  const levels = text.split(',').map(part => (part.trim() === '' ? Number.NaN : Number(part)))
  if (levels.length === 0 || levels.some(level => !(level >= 1 && level <= 99.9)))
    throw new UsageError(`--levels takes percentages like 80,95, not ${text}.`)
  return [...new Set(levels)]
}

function atLeastOne(args: Arguments, name: string, otherwise: number): number {
  const value = args.count(name) ?? otherwise
  if (value < 1 || value > 10_000) throw new UsageError(`--${name} takes a number from 1 to 10000.`)
  return value
}
