import type { Cell, Column } from '../../../../../shared/report/document.ts'
import { INK, wrap } from '../../charts/drawing.ts'
import type { Formats } from '../../format.ts'
import { CELL, GAP, isNumeric, place, textOf, Wants, widthOf, type Placed, type Want } from './columns.ts'
import type { Structure } from './pdf-types.ts'
import { MARGIN, type Paper } from './paper.ts'

/** A4 between the margins. */
const UPRIGHT = 499.28
const LEADING = 9.6
const PAD = 2.6

export interface TableAsk {
  title: string
  columns: readonly Column[]
  /** Rows may come twice: once to be measured, once to be drawn. */
  rows: () => Iterable<readonly Cell[]>
  totals?: readonly Cell[]
  /** 'Title (continued)', 'Title, columns 2 of 3'. */
  words: {
    continued(title: string): string
    group(title: string, n: number, of: number): string
    figure(number: number): string
  }
  /** For entries: a text column that is the same in all rows is said once above the table, in place of being printed in each. */
  once?: (same: { label: string; text: string }[]) => void
  formats: Formats
  number(figure: string | undefined): number | undefined
  /** Asked every row: throws where somebody cancelled. */
  tick(): void
}

/** A whole table: however long, with its header on every page; however wide, in groups of columns; no text is cut off. */
export function drawTable(paper: Paper, parent: Structure, ask: TableAsk): void {
  const wants = new Wants(ask.columns, paper, ask.formats)
  for (const row of ask.rows()) {
    ask.tick()
    wants.see(row)
  }
  if (ask.totals) wants.see(ask.totals, true)
  const all = ask.once ? varying(wants.all(), ask.once) : wants.all()
  const whole = all.reduce((sum, want) => sum + want.least + want.mark + GAP, 0)
  const turned = whole > paper.inner && !paper.landscape
  if (turned) paper.addPage(true)
  const groups = place(all, paper.inner)
  for (const [g, columns] of groups.entries()) {
    const title = groups.length > 1 ? ask.words.group(ask.title, g + 1, groups.length) : ask.title
    if (groups.length > 1) {
      // The parts of a wide table are held side by side: each begins a page where it does not fit into the rest of this one.
      const height = (rowsOf(ask) + 3) * (LEADING + 2 * PAD)
      paper.need(height < paper.height - 2 * MARGIN - 40 ? height : g === 0 ? 120 : paper.room + 1)
      paper.tag(parent, 'P', () =>
        paper.line(title, MARGIN, paper.y + 8, { size: 8, font: 'bold', colour: INK.soft }),
      )
      paper.y += 13
    }
    drawGroup(paper, parent, ask, columns, title)
    paper.y += 12
  }
  if (turned) paper.addPage(false)
}

function rowsOf(ask: TableAsk): number {
  let count = ask.totals ? 1 : 0
  for (const _row of ask.rows()) count += 1
  return count
}

function varying(wants: readonly Want[], once: NonNullable<TableAsk['once']>): Want[] {
  const same = wants.filter(
    ({ column, only }) => column.kind === 'text' && column.fixed !== true && typeof only === 'string',
  )
  once(same.flatMap(({ column, only }) => (only ? [{ label: column.label, text: only }] : [])))
  return wants.filter(want => !same.includes(want))
}

/** Whether a table does not fit between the margins of an upright page. */
export function isWide(
  paper: Paper,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  formats: Formats,
): boolean {
  const wants = new Wants(columns, paper, formats)
  for (const row of rows) wants.see(row)
  return wants.all().reduce((sum, want) => sum + want.least + want.mark + GAP, 0) > UPRIGHT
}

function drawGroup(
  paper: Paper,
  parent: Structure,
  ask: TableAsk,
  columns: readonly Placed[],
  title: string,
): void {
  const table = paper.open(parent, 'Table', { title })
  const header = headerLines(paper, columns)
  const drawHeader = (again: boolean): void => {
    if (again) paper.artifact(() => drawHead(paper, columns, header))
    else tagHead(paper, table, columns, header)
    paper.y += header.height
  }
  paper.need(header.height + Math.max(40, firstHeight(paper, columns, ask)))
  drawHeader(false)
  const index = columns.map(({ column }) => ask.columns.indexOf(column))
  const draw = (cells: readonly Cell[], bold: boolean, below = 0): void => {
    ask.tick()
    drawRow(
      paper,
      table,
      columns,
      index.map(i => cells[i] as Cell),
      bold,
      ask,
      below,
      () => {
        paper.artifact(() =>
          paper.line(ask.words.continued(title), MARGIN, paper.y + 7, { size: CELL, colour: INK.faint }),
        )
        paper.y += 12
        drawHeader(true)
      },
    )
  }
  // One row behind, so that the last one is known: a total is never alone on a page, it takes that row with it.
  let held: readonly Cell[] | undefined
  for (const row of ask.rows()) {
    if (held) draw(held, false)
    held = row
  }
  if (held) draw(held, false, ask.totals ? LEADING + 2 * PAD : 0)
  if (ask.totals) {
    paper.artifact(() => rule(paper, columns, INK.axis, 0.75))
    draw(ask.totals, true)
  }
  table.end()
}

/** Of the first row, as far as it is kept whole: a header alone at the foot of a page heads nothing. */
function firstHeight(paper: Paper, columns: readonly Placed[], ask: TableAsk): number {
  for (const cells of ask.rows()) {
    const lines = columns.map(({ column, width }) => {
      const cell = cells[ask.columns.indexOf(column)] as Cell
      return column.kind === 'text'
        ? wrap(textOf(cell, ask.formats), width, part => paper.widthOf(part, CELL)).length
        : 1
    })
    const rows = Math.max(1, ...lines)
    return (rows < 40 ? rows : 4) * LEADING + 2 * PAD + 2
  }
  return 0
}

interface Header {
  lines: string[][]
  height: number
}

function headerLines(paper: Paper, columns: readonly Placed[]): Header {
  const lines = columns.map(({ column, width }) =>
    wrap(column.label, width, text => paper.widthOf(text, CELL, 'bold')),
  )
  return { lines, height: Math.max(...lines.map(one => one.length)) * LEADING + 2 * PAD + 2 }
}

function drawHead(paper: Paper, columns: readonly Placed[], header: Header): void {
  for (const [i, placed] of columns.entries()) headCell(paper, placed, header, i)
  rule(paper, columns, INK.axis, 0.75, header.height - 1)
}

function headCell(paper: Paper, { column, x, width }: Placed, { lines, height }: Header, i: number): void {
  const own = lines[i] ?? []
  const right = isNumeric(column)
  for (const [k, text] of own.entries())
    paper.line(
      text,
      MARGIN + x + (right ? width : 0),
      paper.y + height - PAD - 4 - (own.length - 1 - k) * LEADING,
      {
        size: CELL,
        font: 'bold',
        colour: INK.soft,
        align: right ? 'right' : 'left',
      },
    )
}

function tagHead(paper: Paper, table: Structure, columns: readonly Placed[], header: Header): void {
  const row = paper.open(table, 'TR')
  for (const [i, placed] of columns.entries())
    paper.tag(row, 'TH', () => headCell(paper, placed, header, i), { scope: 'Column' })
  row.end()
  paper.artifact(() => rule(paper, columns, INK.axis, 0.75, header.height - 1))
}

function rule(paper: Paper, columns: readonly Placed[], colour: string, width: number, down = 0): void {
  paper.pdf
    .moveTo(MARGIN, paper.y + down)
    .lineTo(MARGIN + widthOf(columns), paper.y + down)
    .lineWidth(width)
    .strokeColor(colour)
    .stroke()
}

/** One row; where it is longer than a page its lines go on on the next one. */
function drawRow(
  paper: Paper,
  table: Structure,
  columns: readonly Placed[],
  cells: readonly Cell[],
  bold: boolean,
  ask: TableAsk,
  /** What must have room under it, in points. */
  below: number,
  next: () => void,
): void {
  const font = bold ? 'bold' : 'sans'
  const lines = columns.map(({ column, width }, i) => {
    const cell = cells[i] as Cell
    const text = textOf(cell, ask.formats)
    return column.kind === 'text' ? wrap(text, width, part => paper.widthOf(part, CELL, font)) : [text]
  })
  const rows = Math.max(...lines.map(one => one.length))
  if (
    paper.room < Math.min(rows, 4) * LEADING + 2 * PAD ||
    (paper.room < rows * LEADING + 2 * PAD + below && rows < 40)
  ) {
    paper.addPage(paper.landscape)
    next()
  }
  const element = paper.open(table, 'TR')
  const tags = columns.map(({ column }) =>
    paper.open(element, column.fixed === true ? 'TH' : 'TD', column.fixed === true ? { scope: 'Row' } : {}),
  )
  for (let from = 0; from < rows;) {
    const fit = Math.max(1, Math.floor((paper.room - 2 * PAD) / LEADING))
    const to = Math.min(rows, from + fit)
    for (const [i, placed] of columns.entries()) {
      const part = (lines[i] ?? []).slice(from, to)
      if (part.length === 0 && from > 0) continue
      drawCell(paper, tags[i] as Structure, placed, cells[i] as Cell, part, font, ask)
    }
    paper.y += (to - from) * LEADING + 2 * PAD
    from = to
    if (from < rows) {
      paper.addPage(paper.landscape)
      next()
    }
  }
  for (const tag of tags) tag.end()
  element.end()
  paper.artifact(() => rule(paper, columns, INK.rule, 0.4))
}

const TONES = { favourable: INK.favourable, adverse: INK.adverse }

function drawCell(
  paper: Paper,
  tag: Structure,
  { column, x, width, mark }: Placed,
  cell: Cell,
  lines: readonly string[],
  font: 'sans' | 'bold',
  ask: TableAsk,
): void {
  const right = isNumeric(column)
  const colour = 'tone' in cell && cell.tone ? TONES[cell.tone] : INK.text
  const left = MARGIN + x
  const draw = (): void => {
    for (const [k, text] of lines.entries())
      paper.line(text, left + (right ? width : 0), paper.y + PAD + 7 + k * LEADING, {
        size: CELL,
        font,
        colour,
        align: right ? 'right' : 'left',
      })
  }
  const number = 'figure' in cell && lines[0] !== '' ? ask.number(cell.figure) : undefined
  if (number === undefined || mark === 0) {
    const content = paper.pdf.markStructureContent('TD')
    draw()
    paper.pdf.endMarkedContent()
    tag.add(content)
    return
  }
  const box = [left, paper.y, width + mark, lines.length * LEADING + PAD] as const
  // A statement's number stands behind its last word, an amount's behind its column.
  const [words = ''] = right ? [] : lines.slice(-1)
  const end = right ? width : paper.widthOf(words, CELL, font)
  const down = right ? 0 : (lines.length - 1) * LEADING
  paper.link(tag, { name: `figure-${number}`, says: ask.words.figure(number), box }, draw, () =>
    paper.line(String(number), left + end + 1.2, paper.y + PAD + 4.6 + down, { size: 4, colour: INK.faint }),
  )
}
