import { createHash } from 'node:crypto'
import type { OpContext } from '../../../compute/ops.ts'
import type { Mapping, Question } from '../../../../shared/contract/import.ts'
import { columnNames, normaliseHeader } from '../analysis/mapping/headers.ts'
import { layoutOfRows, type Layout } from '../formats/csv/index.ts'
import { RowsBlock } from '../formats/rows-block.ts'
import { openWorkbook, readSheet, type Sheet, type SheetRow, type Workbook } from '../formats/xlsx/index.ts'
import { readBytes, type Source } from '../source.ts'
import { refuse, stopIfCancelled, type OpenRequest, type Piece, type TableFile } from './file.ts'
import { openPackage, type Package } from './package.ts'
import { rangeOf, within, withoutEnd, type SheetRange } from './sheet-range.ts'
import { JUDGE } from './table-file.ts'
import { say } from '../messages.ts'

const LOOK = 400
/** Sheets that are looked into for the one to read. */
const MOST_SHEETS = 50

/** Opens a workbook: its sheets, the one that is read, and where the table lies on it. */
export async function openSheet(request: OpenRequest, op: OpContext): Promise<TableFile> {
  const { source, name, size } = request
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of readBytes(source, () => {})) {
    stopIfCancelled(op)
    hash.update(piece)
    bytes += piece.length
    op.progress({ stage: 'reading', done: bytes, total: size, unit: 'bytes', subject: name })
  }
  const packed = await openPackage(source)
  try {
    const workbook = await openWorkbook(packed.open)
    const { sheet, rows: all, questions, range } = await choose(packed, workbook, request, op)
    const part = rangeOf(range)
    const rows = within(all, part)
    const layout = layoutOf(rows, request.mapping)
    if (layout.width === 0) throw refuse(say().noTableOnSheet(name, sheet.name))
    return {
      source,
      name,
      sha256: hash.digest('hex'),
      bytes,
      format: 'xlsx',
      place: 'row',
      encoding: 'utf-8',
      layout,
      sample: undefined,
      sheets: workbook.sheets.map(s => ({ name: s.name, hidden: s.hidden })),
      sheet: sheet.name,
      ...(part ? { range } : {}),
      questions,
      records: (pass, onBytes) =>
        readRows(source, size, { name: sheet.name, part }, layout.width, pass, onBytes),
    }
  } finally {
    await packed.close()
  }
}

interface Chosen {
  sheet: Sheet
  rows: SheetRow[]
  questions: Question[]
  range?: string | undefined
}

/** The sheet that the mapping or an answer names, or one known from before, or the only one with a table on it; else it is asked. */
async function choose(
  packed: Package,
  workbook: Workbook,
  { name, mapping, answers, known }: OpenRequest,
  op: OpContext,
): Promise<Chosen> {
  const wanted = mapping?.sheet ?? answers['sheet']
  const named = workbook.sheets.find(s => s.name === wanted)
  const range = mapping?.range ?? answers['range']
  if (named)
    return {
      sheet: named,
      rows: await firstRows(packed, workbook, named, op, rangeOf(range)),
      questions: [],
      range,
    }
  const tables: { sheet: Sheet; rows: SheetRow[] }[] = []
  const visible = workbook.sheets.filter(s => !s.hidden)
  for (const sheet of (visible.length > 0 ? visible : workbook.sheets).slice(0, MOST_SHEETS)) {
    // oxlint-disable-next-line no-await-in-loop -- one sheet after another, in room for one
    const rows = await firstRows(packed, workbook, sheet, op)
    if (rows.filter(r => r.cells.filter(c => c.trim() !== '').length > 1).length > 1)
      tables.push({ sheet, rows })
  }
  const [first] = tables
  if (!first) throw refuse(say().noTableOnAny(name))
  if (range !== undefined && tables.length === 1) return { ...first, questions: [], range }
  for (const m of known) {
    const table = m.format === 'xlsx' ? tables.find(({ sheet }) => sheet.name === m.sheet) : undefined
    const kept = withoutEnd(m.range)
    if (table && isShape(layoutOf(within(table.rows, rangeOf(kept)), undefined), m))
      return { ...table, questions: [], range: kept }
  }
  if (tables.length === 1) return { ...first, questions: [] }
  const question: Question = {
    id: 'sheet',
    text: say().whichSheet(name),
    choices: tables.map(({ sheet }) => ({ value: sheet.name, label: sheet.name })),
  }
  return { ...first, questions: [question] }
}

const isShape = (layout: Layout, mapping: Mapping): boolean =>
  ['(xlsx)', ...columnNames(layout.header, layout.width).map(normaliseHeader)].join('\n') ===
  mapping.shape.join('\n')

async function firstRows(
  packed: Package,
  workbook: Workbook,
  sheet: Sheet,
  op: OpContext,
  range?: SheetRange,
): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const piece of readSheet(packed.open, workbook, sheet)) {
    stopIfCancelled(op)
    // Of a range that begins deep in the sheet, its own first rows are looked at.
    const seen = range ? piece.filter(r => r.row >= range.firstRow) : piece
    rows.push(...seen.slice(0, LOOK - rows.length))
    if (rows.length >= LOOK) break
  }
  return rows
}

/** Where the table lies: lines are the sheet's rows, so `skipLines` counts those above the header, empty ones too. */
function layoutOf(rows: readonly SheetRow[], given: Mapping | undefined): Layout {
  const cells = rows.map(r => r.cells)
  const found = layoutOfRows(cells, JUDGE)
  const rowAt = (index: number): number => rows[index]?.row ?? 1
  const base = { delimiter: ',', loneCr: false }
  if (given && given.format === 'xlsx' && given.sheet !== undefined) {
    const at = rows.findIndex(r => r.row > given.skipLines)
    const header = given.hasHeader && rowAt(at) === given.skipLines + 1 ? cells[at] : undefined
    const same = found.header !== undefined && rowAt(found.header) === given.skipLines + 1 && given.hasHeader
    if (!same && at >= 0)
      return {
        ...base,
        skipLines: given.skipLines,
        hasHeader: given.hasHeader,
        header,
        width: Math.max(header?.length ?? 0, found.width),
      }
  }
  const first = rowAt(found.header ?? found.first)
  return {
    ...base,
    skipLines: first - 1,
    hasHeader: found.header !== undefined,
    header: found.header === undefined ? undefined : cells[found.header],
    width: found.width,
  }
}

async function* readRows(
  source: Source,
  size: number,
  { name, part }: { name: string; part: SheetRange | undefined },
  width: number,
  op: OpContext,
  onBytes?: (bytes: Uint8Array) => void,
): AsyncGenerator<Piece, void, undefined> {
  let done = 0
  // A workbook is not read from its first byte to its last: for keeping it is read apart.
  if (onBytes)
    for await (const piece of readBytes(source, () => {})) {
      stopIfCancelled(op)
      onBytes(piece)
    }
  const packed = await openPackage(source)
  try {
    const workbook = await openWorkbook(packed.open)
    const sheet = workbook.sheets.find(s => s.name === name)
    if (!sheet) throw refuse(say().noSheet(name))
    let nextLine = 1
    for await (const rows of readSheet(packed.open, workbook, sheet)) {
      stopIfCancelled(op)
      const block = new RowsBlock()
      for (const { row, cells, units } of within(rows, part)) {
        while (cells.length < width) cells.push('')
        block.add(row, cells, rendered(cells), units)
        nextLine = row + 1
      }
      // How much of the archive that was is not known: the bar moves, and never past its end.
      done += (size - done) * 0.05
      yield { block, done: Math.floor(done), nextLine }
    }
  } finally {
    await packed.close()
  }
}

/** A sheet's row as text: as a comma-separated line would have it. */
export const rendered = (cells: readonly string[]): string =>
  cells.map(cell => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
