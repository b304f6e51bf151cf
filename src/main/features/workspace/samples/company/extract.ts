import { civil, toIsoDate } from '../../../../../shared/calendar/day.ts'
import { csvLine, decimal } from '../csv.ts'
import { monthStart, type Document, type Line } from './documents.ts'

/** The SAP-like extract's columns (SPEC W4). */
const COLUMNS = [
  'posting_date',
  'posting_period',
  'ledger',
  'company_code',
  'currency_key',
  'value',
  'debit_credit_ind',
  'account_type',
  'document_number',
  'document_type',
  'region',
  'profit_center_id',
  'profit_center_name',
  'cost_center_id',
  'cost_center_name',
  'directorate',
  'entity',
  'remapping_directorate',
  'functional_area_id',
  'functional_area_name',
  'general_ledger_account_number',
  'general_ledger_account_name',
  'general_ledger_fiscal_year',
  'fund',
  'supplier',
  'reference',
  'document_header_text',
  'line_text',
  'po_description',
  'transaction',
  'user_name',
  'level_1',
  'level_2',
  'level_3',
  'level_4',
  'status',
  'scenario',
] as const
export const EXTRACT_HEADER = csvLine(COLUMNS)

const TRANSACTIONS = { KR: 'FB60', KZ: 'F110', SA: 'FB50', DR: 'FB70', ZP: 'F-07' } as const

/** One line of the extract: the value is unsigned and the indicator says S (debit) or H (credit), as SAP writes it. */
export function extractLine(document: Document, line: Line, monthIndex: number, scenario = 'Actual'): string {
  const { account, centre } = line
  const fiscalYear = civil(monthStart(monthIndex - (monthIndex % 12))).year
  return csvLine([
    toIsoDate(document.day),
    document.period,
    '0L',
    'CV01',
    'GBP',
    decimal(Math.abs(line.amount)),
    line.amount < 0 ? 'H' : 'S',
    account.type,
    document.number,
    document.type,
    centre?.region ?? '',
    ...(centre?.profitCentre ?? ['', '']),
    centre?.id ?? '',
    centre?.name ?? '',
    centre?.directorate ?? '',
    centre?.entity ?? 'Calder Vale Housing Ltd',
    centre?.directorate ?? '',
    ...(centre?.functionalArea ?? ['', '']),
    account.number,
    account.name,
    fiscalYear,
    'General fund',
    line.supplier,
    document.reference,
    document.header,
    line.text,
    document.purchaseOrder,
    TRANSACTIONS[document.type],
    document.user,
    account.levels[0] ?? '',
    account.levels[1] ?? '',
    account.levels[2] ?? '',
    account.levels[3] ?? '',
    'Posted',
    scenario,
  ])
}
