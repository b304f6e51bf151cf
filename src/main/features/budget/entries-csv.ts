import { toIsoDate, type Day } from '../../../shared/calendar/day.ts'
import type { Mapping } from '../../../shared/contract/import.ts'
import { exponentOf, toDecimal, type Minor } from '../../../shared/money/minor.ts'
import type { Profile } from '../../../shared/query/dimensions.ts'

/** An entry of a scenario on its way to the importer. `fields`: dimension ids, and `<dimension>.code`, with their texts. */
export interface BudgetEntry {
  day: Day
  amount: Minor
  scenario: string
  flow: string
  fields: Record<string, string>
  text: string
  row: number
  column: string
}

const FIXED = [
  'Date',
  'Amount',
  'Currency',
  'Scenario',
  'Flow',
  'Description',
  'Source',
  'Source row',
  'Source column',
]

/**
 * Entries as a file that the importer reads: so they have lines to lead back to, a batch that can be undone, and a proof; each line says
 * which cell of which file it comes from.
 */
export function entriesCsv(
  entries: readonly BudgetEntry[],
  currency: string,
  source: string,
): { csv: string; columns: string[] } {
  const columns = [...new Set(entries.flatMap(entry => Object.keys(entry.fields)))].sort()
  const exponent = exponentOf(currency)
  const lines = [[...FIXED, ...columns]]
  for (const entry of entries)
    lines.push([
      toIsoDate(entry.day),
      toDecimal(entry.amount, exponent),
      currency,
      entry.scenario,
      entry.flow,
      entry.text || entry.scenario,
      source,
      String(entry.row),
      entry.column,
      ...columns.map(column => entry.fields[column] ?? ''),
    ])
  const quoted = (cell: string): string => {
    const line = cell.replaceAll(/\s+/g, ' ')
    return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line
  }
  return { csv: `${lines.map(line => line.map(quoted).join(',')).join('\n')}\n`, columns }
}

export function entriesMapping(columns: readonly string[], currency: string, profile: Profile): Mapping {
  const header = [...FIXED, ...columns]
  return {
    version: 1,
    name: 'Budget',
    profile,
    shape: header.map(name => name.toLowerCase()),
    headers: header,
    encoding: 'utf-8',
    delimiter: ',',
    skipLines: 0,
    hasHeader: true,
    fields: [
      { column: 0, field: 'date', datePattern: 'yyyy-MM-dd' },
      { column: 1, field: 'amount', numberStyle: { decimal: '.', grouping: '' } },
      { column: 2, field: 'currency' },
      { column: 3, field: 'scenario' },
      { column: 4, field: 'flow' },
      { column: 5, field: 'description' },
      { column: 6, field: 'text' },
      { column: 7, field: 'text' },
      { column: 8, field: 'text' },
      ...columns.map((field, i) => ({ column: FIXED.length + i, field })),
    ],
    currency,
  }
}
