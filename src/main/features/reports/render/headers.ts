import type { Column, ReportTable } from '../../../../shared/report/document.ts'

/** Columns with the currency in their names, so that it need not stand beside each amount. */
export function currencyInHeaders({ columns, rows, totals }: ReportTable): Column[] {
  return columns.map((column, i) => {
    if (column.kind !== 'money') return column
    const cell = [...(totals ? [totals] : []), ...rows].map(row => row[i]).find(one => one?.kind === 'money')
    if (cell?.kind !== 'money' || column.label.includes(cell.currency)) return column
    return { ...column, label: column.label === '' ? cell.currency : `${column.label}, ${cell.currency}` }
  })
}
