import { writeXlsx } from 'hucre/xlsx'
import type {
  Cell,
  ChartData,
  Column,
  DataRows,
  ReportDocument,
  ReportSection,
} from '../../../../../shared/report/document.ts'
import { drawChart } from '../../charts/index.ts'
import { toPng } from '../../charts/png.ts'
import { rasterise, type Outlines } from '../../charts/raster.ts'
import type { Measure } from '../../charts/drawing.ts'
import { formatsOf } from '../../format.ts'
import { textsOf } from '../../texts/index.ts'
import { dataCells } from '../data-file.ts'
import { currencyInHeaders } from '../headers.ts'
import { quoted, sheetName } from './cells.ts'
import { fillDataSheets, SHEET_ROWS, type DataSheet } from './data-sheets.ts'
import { HEAD, numberOf, rangeOf, Sheet } from './sheet.ts'

export interface XlsxOptions {
  measure: Measure
  outlines: Outlines
  tick(rows: number): void
  /** Rows of a sheet, its header included; tests split sooner. */
  sheetRows?: number
}

/** Pixels a point of a picture. */
const SCALE = 2

/**
 * A report as a workbook: a sheet a section, its tables with formulas, its charts as pictures, the entries on sheets of their own, and the
 * figures' ids with the cells that print them.
 */
export async function renderXlsx(
  report: ReportDocument,
  write: (chunk: Uint8Array) => void,
  options: XlsxOptions,
): Promise<{ rows: number; notes: string[] }> {
  const texts = textsOf(report.language)
  const formats = formatsOf(report.language, report.currencyDisplay, 1)
  const taken = new Set<string>()
  const sheets: Sheet[] = []
  const data: DataSheet[] = []
  const notes: string[] = []
  let rows = 0
  const about = new Sheet(sheetName(texts.xlsx.about, taken))
  sheets.push(about)
  for (const section of report.sections) {
    options.tick(0)
    const sheet = new Sheet(sheetName(section.title, taken))
    const block = section.blocks.find(one => one.kind === 'data')
    if (!block) {
      fillSection(sheet, report, section, formats, texts, options)
      sheets.push(sheet)
      continue
    }
    const parts = dataSheets(section, sheet, block, taken, options.sheetRows ?? SHEET_ROWS)
    for (const part of parts) data.push({ ...part, index: sheets.push(part.sheet) - 1 })
    rows += block.rows
    if (parts.length > 1) notes.push(texts.xlsx.split(formats.count(block.rows), formats.count(parts.length)))
    sumLine(about, report, block, parts)
  }
  const exact = sheets.reduce((sum, sheet) => sum + sheet.exact, 0)
  const workbook = async (lines: readonly string[]): Promise<Uint8Array> => {
    aboutSheet(about, report, lines)
    const figures = figuresSheet(report, sheets, sheetName(texts.xlsx.figures, taken))
    return writeXlsx({
      sheets: [...sheets, figures].map(sheet => sheet.write()),
      properties: {
        title: `${report.title} – ${report.period}`,
        creator: 'Farthing',
        created: new Date(report.madeAt),
      },
      defaultFont: { name: 'Calibri', size: 11 },
    })
  }
  if (exact > 0) notes.push(texts.xlsx.exact(formats.count(exact)))
  const bytes = await workbook(notes)
  if (data.length === 0) write(bytes)
  else {
    const filled = fillDataSheets(bytes, data, report.currency, write, options.tick)
    if (filled.exact > 0) notes.push(texts.xlsx.exact(formats.count(filled.exact)))
  }
  return { rows, notes }
}

function fillSection(
  sheet: Sheet,
  report: ReportDocument,
  section: ReportSection,
  formats: ReturnType<typeof formatsOf>,
  texts: ReturnType<typeof textsOf>,
  { measure, outlines }: XlsxOptions,
): void {
  const labels = new Map(report.figures.map(figure => [figure.id, figure.label]))
  const nameOf = (figure: string): string => labels.get(figure) ?? figure
  const tables = section.blocks.filter(block => block.kind === 'table')
  const [first] = tables
  const own = first && first.title !== section.title ? `${first.title} · ` : ''
  sheet.heading(section.title, `${own}${report.period} · ${report.workspace}`)
  for (const [i, table] of tables.entries()) {
    if (i > 0) sheet.line(table.title)
    sheet.table(table, currencyInHeaders(table))
  }
  for (const block of section.blocks) {
    if (block.kind === 'paragraph') sheet.prose(block, nameOf)
    if (block.kind === 'tiles')
      for (const { label, cell, notes } of block.tiles) {
        sheet.text(sheet.row, 0, label)
        sheet.cell(sheet.row, 1, cell, { font: { bold: true } })
        for (const [k, note] of notes.entries()) {
          sheet.text(sheet.row, 2 + k * 2, note.label)
          sheet.cell(sheet.row, 3 + k * 2, note.cell)
        }
        sheet.row += 1
      }
    if (block.kind === 'chart') {
      const drawing = drawChart(block.chart, formats, texts, measure)
      const pixels = rasterise(drawing, SCALE, outlines)
      sheet.picture(
        toPng(pixels),
        Math.round(drawing.width * 1.33),
        Math.round(drawing.height * 1.33),
        block.summary,
      )
      // What the picture prints and no table does: a picture has no cells.
      const values = chartValues(block.chart, nameOf).filter(one => !sheet.has(one.figure))
      for (const { name, figure, cell } of values) {
        sheet.text(sheet.row, 0, name)
        sheet.cell(sheet.row, 1, { ...cell, figure })
        sheet.row += 1
      }
    }
  }
}

type Value = { name: string; figure: string; cell: Extract<Cell, { kind: 'money' | 'count' }> }

/** The values that a chart prints as words, where they are figures. */
function chartValues(chart: ChartData, nameOf: (figure: string) => string): Value[] {
  if (chart.type !== 'ranking' && chart.type !== 'waterfall' && chart.type !== 'box') return []
  const { currency } = chart
  const printed =
    chart.type === 'ranking'
      ? chart.rows
      : chart.type === 'box'
        ? chart.boxes.map(box => ({ value: Math.round(box.median), figure: box.figure }))
        : [chart.start, ...chart.steps.map(step => ({ ...step, value: step.delta })), chart.end]
  return printed.flatMap(({ value, figure }) =>
    figure === undefined
      ? []
      : [
          {
            name: nameOf(figure),
            figure,
            cell: currency === '' ? { kind: 'count', value } : { kind: 'money', value, currency },
          },
        ],
  )
}

interface Part {
  sheet: Sheet
  block: DataRows
  from: number
  to: number
}

/** As many sheets as the rows need, each with the header; a row with the styles of the first entry is put in their place later. */
function dataSheets(
  section: ReportSection,
  first: Sheet,
  block: DataRows,
  taken: Set<string>,
  most: number,
): Part[] {
  const each = most - 1
  const parts: Part[] = []
  for (let from = 0; from === 0 || from < block.rows; from += each) {
    const sheet = from === 0 ? first : new Sheet(sheetName(section.title, taken))
    for (const [c, column] of block.columns.entries()) sheet.text(0, c, headOf(column), HEAD)
    sheet.frozen = { rows: 1, columns: 0 }
    const [sample] = dataCells(block, '', 1)
    for (const [c, cell] of (sample ?? []).entries()) sheet.cell(1, c, sampleOf(cell))
    sheet.exact = 0
    parts.push({ sheet, block, from, to: Math.min(block.rows, from + each) })
  }
  return parts
}

/** A cell that has a style: blank ones are not written. */
function sampleOf(cell: Cell): Cell {
  if (cell.kind === 'text') return { kind: 'text', text: 'x' }
  if (cell.kind === 'date') return { kind: 'date', date: '2000-01-01' }
  return { ...cell, value: 0 }
}

const headOf = (column: Column): string => column.label

/** On the first sheet: what the entries' amounts come to, as a sum over their sheets. */
function sumLine(about: Sheet, report: ReportDocument, block: DataRows, parts: readonly Part[]): void {
  const texts = textsOf(report.language)
  for (const [key, { value, figure }] of Object.entries(block.sums)) {
    const column = block.columns.findIndex(one => one.key === key)
    const ranges = parts.map(part => rangeOf(part.sheet.name, column, 2, part.to - part.from + 1))
    about.sums.push({
      label: `${texts.common.total}, ${texts.sections.data}`,
      cell: {
        kind: 'money',
        value: BigInt(value.replace('.', '')),
        currency: report.currency,
        ...(figure !== undefined && { figure }),
      },
      formula: `SUM(${ranges.join(',')})`,
    })
  }
}

function aboutSheet(sheet: Sheet, report: ReportDocument, notes: readonly string[]): void {
  const texts = textsOf(report.language)
  const formats = formatsOf(report.language, report.currencyDisplay, 1)
  sheet.heading(report.title, report.period)
  sheet.row += 1
  const pair = (label: string, value: string): void => {
    sheet.text(sheet.row, 0, label)
    sheet.text(sheet.row, 1, value)
    sheet.row += 1
  }
  for (const { label, value } of report.parameters) pair(label, value)
  sheet.line(texts.document.made(formats.moment(report.madeAt)))
  sheet.line(texts.document.revision(String(report.revision)))
  if (report.auditHead) sheet.line(texts.document.auditHead(report.auditHead))
  for (const { label, cell, formula } of sheet.sums) {
    sheet.text(sheet.row, 0, label)
    const value = cell.kind === 'money' && cell.value !== null ? cell : undefined
    sheet.cell(sheet.row, 1, cell, {}, value ? { text: formula, result: numberOf(value) } : undefined)
    sheet.row += 1
  }
  for (const note of notes) sheet.line(note)
  sheet.row += 1
  sheet.line(texts.document.contents)
  for (const section of report.sections) sheet.line(section.title)
}

/** Every figure with the cells that print it. */
function figuresSheet(report: ReportDocument, sheets: readonly Sheet[], name: string): Sheet {
  const texts = textsOf(report.language)
  const { document } = texts
  const sheet = new Sheet(name)
  const byId = new Map(report.figures.map(figure => [figure.id, figure]))
  const heads = [
    document.figure,
    document.what,
    document.value,
    texts.data.columns.currency,
    texts.xlsx.sheet,
    texts.xlsx.cell,
  ]
  for (const [c, text] of heads.entries()) sheet.text(0, c, text, HEAD)
  sheet.frozen = { rows: 1, columns: 1 }
  let row = 1
  for (const place of sheets.flatMap(one => one.places)) {
    const figure = byId.get(place.figure)
    if (!figure) continue
    const words = [figure.id, figure.label, figure.value ?? '', figure.unit, place.sheet]
    for (const [c, text] of words.entries()) sheet.cell(row, c, { kind: 'text', text })
    sheet.cells.set(`${row},5`, {
      value: place.cell,
      type: 'string',
      hyperlink: { target: '', location: `${quoted(place.sheet)}!${place.cell}` },
    })
    row += 1
  }
  return sheet
}
