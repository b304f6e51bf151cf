import { csvRecord } from '../../../../shared/csv/write-csv.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import type { Cell, ReportDocument } from '../../../../shared/report/document.ts'
import { dataCells } from './data-file.ts'

/** A cell for programs: decimals with a point, days as YYYY-MM-DD, no thousands. */
export function plainCell(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'date':
      return cell.date
    case 'money':
      return cell.value === null ? '' : toDecimal(cell.value, exponentOf(cell.currency))
    case 'count':
      return cell.value === null ? '' : String(cell.value)
    case 'number':
    case 'percent':
      return cell.value === null ? '' : cell.value.toFixed(cell.places)
  }
}

/**
 * All tables of a report one under another, each with its section, its title and its header (RFC 4180, CRLF). A text that a spreadsheet would
 * run as a formula has an apostrophe before it; numbers stay numbers.
 */
export function renderCsv(report: ReportDocument, write: (text: string) => void, tick: () => void): number {
  const line = (cells: readonly string[]): void => write(`${csvRecord(cells)}\r\n`)
  let entries = 0
  line([report.title])
  line([report.period, report.workspace])
  for (const { label, value } of report.parameters) line([label, value])
  for (const section of report.sections) {
    line([])
    line([section.title])
    for (const block of section.blocks) {
      tick()
      if (block.kind === 'paragraph') line([block.text])
      else if (block.kind === 'tiles')
        for (const { label, cell, notes } of block.tiles)
          line([
            label,
            plainCell(cell),
            currencyOf(cell),
            ...notes.flatMap(note => [note.label, plainCell(note.cell)]),
          ])
      else if (block.kind === 'table') {
        line([block.title])
        line(block.columns.map(column => column.label))
        for (const row of block.rows) line(row.map(plainCell))
        if (block.totals) line(block.totals.map(plainCell))
      } else if (block.kind === 'data') {
        line(block.columns.map(column => column.label))
        for (const row of dataCells(block, report.currency)) {
          line(row.map(plainCell))
          entries += 1
          if (entries % 1000 === 0) tick()
        }
      } else line([block.title, block.summary])
    }
  }
  return entries
}

const currencyOf = (cell: Cell): string => (cell.kind === 'money' ? cell.currency : '')
