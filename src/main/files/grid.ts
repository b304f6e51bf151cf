import { readXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { FailureError } from '../../shared/result/failure.ts'
import { readSmallFile, textOf, type SmallFile } from './small-file.ts'
import { say } from './messages.ts'

/** A small table's cells as texts, row by row as they stand: delimited text, or a sheet of a workbook. */
export interface Grid {
  name: string
  /** A workbook's sheets, and the one that was read. */
  sheets: string[]
  sheet: string
  rows: string[][]
}

const MAX_CELLS = 20_000_000

/** Throws `not-found`, `import-refused`, naming the sheets there are. `places`: decimals that a workbook's numbers are cut to. */
export async function readGrid(file: SmallFile & { sheet?: string; places?: number }): Promise<Grid> {
  const { name, bytes } = readSmallFile(file, /\.(?:xlsx|xlsm|csv|tsv|txt)$/i)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readSheet(name, bytes, file.sheet, file.places ?? 2)
  const parsed = Papa.parse<string[]>(textOf(bytes).replace(/^\uFEFF/, ''), {
    skipEmptyLines: false,
    delimitersToGuess: [',', ';', '\t', '|'],
  })
  return { name, sheets: [], sheet: '', rows: parsed.data }
}

async function readSheet(
  name: string,
  bytes: Uint8Array,
  wanted: string | undefined,
  places: number,
): Promise<Grid> {
  let book: Awaited<ReturnType<typeof readXlsx>>
  try {
    book = await readXlsx(bytes)
  } catch {
    throw new FailureError('import-refused', say().damagedWorkbook(name))
  }
  const sheets = book.sheets.map(sheet => sheet.name)
  const found =
    wanted === undefined ? book.sheets.find(s => s.rows.length > 0) : book.sheets.find(s => s.name === wanted)
  if (!found)
    throw new FailureError(
      wanted === undefined ? 'import-refused' : 'bad-input',
      wanted === undefined ? say().noCells(name) : say().noSheet(name, wanted, sheets.join(', ')),
    )
  if (found.rows.reduce((n, row) => n + row.length, 0) > MAX_CELLS)
    throw new FailureError('import-refused', say().tooManyCells(name))
  const rows = found.rows.map(row => Array.from(row, cell => cellText(cell, places)))
  return { name, sheets, sheet: found.name, rows }
}

/** A workbook keeps numbers as floats: 0.1 + 0.2 is shown, and meant, as 0.3. */
function cellText(cell: unknown, places: number): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return String(cell)
  if (typeof cell !== 'number') return ''
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(places).replace(/\.?0+$/, '')
}
