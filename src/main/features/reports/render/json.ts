import type { Block, Cell, ReportDocument } from '../../../../shared/report/document.ts'
import { dataLines } from './data-file.ts'
import { plainCell } from './csv.ts'

/**
 * A report for programs. Amounts are decimal strings with all their places, so that no reader's floats touch them; charts are their data.
 * Entries of data sections are arrays in the order of `columns`.
 */
export function renderJson(report: ReportDocument, write: (text: string) => void, tick: () => void): number {
  const { sections, ...head } = report
  let entries = 0
  const opened = JSON.stringify(head, bigints).slice(0, -1)
  write(`${opened},"sections":[`)
  for (const [i, section] of sections.entries()) {
    const { blocks, ...named } = section
    write(`${i > 0 ? ',' : ''}\n${JSON.stringify(named).slice(0, -1)},"blocks":[`)
    for (const [k, block] of blocks.entries()) {
      tick()
      if (k > 0) write(',')
      if (block.kind !== 'data') {
        write(`\n${JSON.stringify(plainBlock(block), bigints)}`)
        continue
      }
      const { file: _file, pages: _pages, ...about } = block
      write(`\n${JSON.stringify(about).slice(0, -1)},"entries":[`)
      let first = true
      for (const values of dataLines(block)) {
        write(`${first ? '' : ','}\n${JSON.stringify(values)}`)
        first = false
        entries += 1
        if (entries % 1000 === 0) tick()
      }
      write(']}')
    }
    write(']}')
  }
  write('\n]}\n')
  return entries
}

/** Minor units beyond 2^53 as digits; only charts hold bare ones. */
const bigints = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value)

function plainBlock(block: Exclude<Block, { kind: 'data' }>): unknown {
  if (block.kind === 'table')
    return { ...block, rows: block.rows.map(row => row.map(cellOf)), totals: block.totals?.map(cellOf) }
  if (block.kind === 'tiles')
    return {
      ...block,
      tiles: block.tiles.map(({ label, cell, notes }) => ({
        label,
        cell: cellOf(cell),
        notes: notes.map(note => ({ label: note.label, cell: cellOf(note.cell) })),
      })),
    }
  if (block.kind === 'paragraph' && block.marks)
    return { ...block, marks: block.marks.map(mark => ({ ...mark, cell: cellOf(mark.cell) })) }
  return block
}

/** A text is a text, unless it states a figure; everything else says what it is. */
function cellOf(cell: Cell): unknown {
  if (cell.kind === 'text') return cell.figure === undefined ? cell.text : cell
  if (cell.kind === 'date') return cell.date === '' ? null : cell.date
  return { ...cell, value: cell.value === null ? null : plainCell(cell) }
}
