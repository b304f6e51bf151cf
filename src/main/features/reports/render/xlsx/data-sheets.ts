import { unzipSync, Zip, ZipDeflate, ZipPassThrough, strFromU8, strToU8 } from 'fflate'
import type { DataRows } from '../../../../../shared/report/document.ts'
import { escapeXml } from '../../charts/svg.ts'
import { dataCells } from '../data-file.ts'
import { columnLetters, xlsxValue } from './cells.ts'

/** Rows of a sheet (Excel's limit, 2^20). */
export const SHEET_ROWS = 1_048_576

export interface DataSheet {
  /** Counted from 0 among the workbook's sheets. */
  index: number
  block: DataRows
  from: number
  to: number
}

const PIECE = 1 << 18

/**
 * Writes the rows of entries into a workbook that has their sheets with a header and one row for the styles: straight from their file to the
 * zip's bytes, because a million rows do not fit into a writer's memory. Answers how many amounts had too many digits for a number.
 */
export function fillDataSheets(
  workbook: Uint8Array,
  sheets: readonly DataSheet[],
  currency: string,
  write: (chunk: Uint8Array) => void,
  tick: (rows: number) => void,
): { exact: number } {
  const parts = unzipSync(workbook)
  let failure: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else write(chunk)
  })
  let exact = 0
  for (const [path, bytes] of Object.entries(parts)) {
    const sheet = sheets.find(one => path === `xl/worksheets/sheet${one.index + 1}.xml`)
    // Pictures are packed already.
    const part = path.endsWith('.png') ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    zip.add(part)
    if (!sheet) part.push(bytes, true)
    else
      exact += fill(strFromU8(bytes), sheet, currency, (text, last) => part.push(strToU8(text), last), tick)
    if (failure) throw failure
  }
  zip.end()
  if (failure) throw failure
  return { exact }
}

function fill(
  xml: string,
  sheet: DataSheet,
  currency: string,
  push: (text: string, last: boolean) => void,
  tick: (rows: number) => void,
): number {
  const sample = /<row [^>]*r="2".*?<\/row>/s.exec(xml)
  if (!sample) throw new Error('the sheet of entries has no row to take its styles from')
  const styles = new Map(
    [...sample[0].matchAll(/<c r="([A-Z]+)2"[^>]*?s="(\d+)"/g)].map(one => [one[1], one[2]]),
  )
  const columns = sheet.block.columns.map((_column, c) => {
    const letters = columnLetters(c)
    const style = styles.get(letters)
    return { letters, style: style === undefined ? '' : ` s="${style}"` }
  })
  const rows = sheet.to - sheet.from
  const end = `${columnLetters(columns.length - 1)}${rows + 1}`
  push(xml.slice(0, sample.index).replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="A1:${end}"/>`), false)
  let exact = 0
  let piece = ''
  let n = 0
  let seen = 0
  for (const cells of dataCells(sheet.block, currency, sheet.to)) {
    seen += 1
    if (seen <= sheet.from) continue
    n += 1
    piece += `<row r="${n + 1}">`
    for (const [c, cell] of cells.entries()) {
      const { letters, style } = columns[c] as (typeof columns)[number]
      const found = xlsxValue(cell)
      if (found.exact) exact += 1
      piece += cellXml(`${letters}${n + 1}`, found.value, style)
    }
    piece += '</row>'
    if (piece.length < PIECE) continue
    push(piece, false)
    piece = ''
    tick(sheet.from + n)
  }
  push(piece + xml.slice(sample.index + sample[0].length), true)
  return exact
}

const EPOCH = 25_569

function cellXml(ref: string, value: string | number | Date | null, style: string): string {
  if (value === null || value === '') return ''
  if (value instanceof Date) return `<c r="${ref}"${style}><v>${value.getTime() / 86_400_000 + EPOCH}</v></c>`
  if (typeof value === 'number') return `<c r="${ref}"${style}><v>${value}</v></c>`
  // A cell holds 32,767 characters; more makes the file unreadable.
  return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, 32_767))}</t></is></c>`
}
