import type { LedgerForecast } from '../../../shared/contract/forecast.ts'
import type { Mapping } from '../../../shared/contract/import.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import type { Profile } from '../../../shared/query/dimensions.ts'
import { say } from './messages.ts'

/** The scenario that forecasts are written to. */
export const FORECAST_SCENARIO = 'Forecast'

/**
 * A forecast as a file that the importer reads: so its entries have lines to lead back to, a batch that can be undone, and a proof.
 * One entry a step and member (the total where there are no members), on the step's last day; steps of nought are left out.
 */
export function entriesFile(
  forecast: LedgerForecast,
  run: number,
  profile: Profile,
): { csv: string; rows: number; mapping: Mapping } {
  const { by, currency, measure } = forecast
  const exponent = exponentOf(currency)
  const sign = (measure === 'spending') === (profile === 'personal') ? -1 : 1
  const flow = measure === 'spending' ? 'expense' : measure === 'income' ? 'income' : ''
  const parts = forecast.series.length > 1 ? forecast.series.slice(1) : forecast.series
  const header = [
    'Date',
    'Amount',
    'Currency',
    'Scenario',
    'Flow',
    'Description',
    ...(by ? ['Member code', 'Member'] : []),
  ]
  const lines = [header]
  for (const part of parts)
    for (const [h, step] of forecast.future.entries()) {
      const amount = sign * (part.mean[h] as number)
      if (amount === 0) continue
      const what = say().runEntry(run, step.key, part.model)
      const member = by ? [part.key ?? '', part.label] : []
      lines.push([step.to, toDecimal(amount, exponent), currency, FORECAST_SCENARIO, flow, what, ...member])
    }
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const csv = `${lines.map(line => line.map(quoted).join(',')).join('\n')}\n`
  const numberStyle = { decimal: '.', grouping: '' } as const
  const fields: Mapping['fields'] = [
    { column: 0, field: 'date', datePattern: 'yyyy-MM-dd' },
    { column: 1, field: 'amount', numberStyle },
    { column: 2, field: 'currency' },
    { column: 3, field: 'scenario' },
    { column: 4, field: flow === '' ? 'ignore' : 'flow' },
    { column: 5, field: 'description' },
  ]
  if (by) fields.push({ column: 6, field: `${by}.code` }, { column: 7, field: by })
  const mapping: Mapping = {
    version: 1,
    name: 'Forecast',
    profile,
    shape: header.map(name => name.toLowerCase()),
    headers: header,
    encoding: 'utf-8',
    delimiter: ',',
    skipLines: 0,
    hasHeader: true,
    fields,
    currency,
  }
  return { csv, rows: lines.length - 1, mapping }
}
