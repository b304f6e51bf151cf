import Papa from 'papaparse'
import { companySample, type CompanySample } from '../../src/main/features/workspace/samples/company/index.ts'
import type { TwoPeriods } from '../../src/main/features/root-cause/analysis/two-periods/two-periods.ts'
import { parseDecimal } from '../../src/shared/money/minor.ts'

/** The sample company's ledger and the cost drivers planted in it. */
export interface Company {
  drivers: CompanySample['planted']['drivers']
  /** Spending of two spans of days by account, cost centre and supplier. */
  change(before: { from: string; to: string }, after: { from: string; to: string }): TwoPeriods
}

const FACTORS = {
  account: 'general_ledger_account_number',
  cost_centre: 'cost_center_id',
  payee: 'supplier',
} as const

export function company(): Company {
  const { files, planted } = companySample()
  const rows = files
    .flatMap(
      file => Papa.parse<Record<string, string>>(file.csv, { header: true, skipEmptyLines: true }).data,
    )
    // Expenses of the year, as the importer tells them: its actual lines of expense accounts.
    .filter(row => row['scenario'] === 'Actual' && /^[7]/.test(row['general_ledger_account_number'] ?? ''))
  const within = (row: Record<string, string>, span: { from: string; to: string }): boolean =>
    (row['posting_date'] ?? '') >= span.from && (row['posting_date'] ?? '') <= span.to
  return {
    drivers: planted.drivers,
    change(before, after) {
      const chosen = rows.filter(row => within(row, before) || within(row, after))
      return {
        count: chosen.length,
        side: Uint8Array.from(chosen, row => (within(row, after) ? 1 : 0)),
        amounts: Float64Array.from(
          chosen,
          row => (parseDecimal(row['value'] ?? '') ?? 0) * (row['debit_credit_ind'] === 'S' ? 1 : -1),
        ),
        factors: Object.entries(FACTORS).map(([id, column]) => {
          const keys = [...new Set(chosen.map(row => row[column] ?? ''))]
          const codes = new Map(keys.map((key, code) => [key, code]))
          return { id, keys, codes: Int32Array.from(chosen, row => codes.get(row[column] ?? '') as number) }
        }),
      }
    },
  }
}
