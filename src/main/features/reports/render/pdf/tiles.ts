import type { Cell, Tiles } from '../../../../../shared/report/document.ts'
import { INK } from '../../charts/drawing.ts'
import type { Formats } from '../../format.ts'
import { MARGIN, type Paper } from './paper.ts'
import type { Structure } from './pdf-types.ts'

type Tile = Tiles['tiles'][number]
type NumberOf = (figure: string | undefined) => number | undefined

/** Headline figures side by side, each with what it is compared with. A long amount is set smaller, never cut off. */
export function drawTiles(
  paper: Paper,
  parent: Structure,
  tiles: readonly Tile[],
  formats: Formats,
  number: NumberOf,
): void {
  const across = tiles.length > 4 ? 3 : Math.min(4, Math.max(2, tiles.length))
  const width = (paper.inner - (across - 1) * 10) / across
  for (let i = 0; i < tiles.length; i += across) {
    const some = tiles.slice(i, i + across)
    const height = 40 + Math.max(...some.map(tile => tile.notes.length)) * 10.5
    paper.need(height + 8)
    const top = paper.y
    for (const [k, tile] of some.entries()) {
      const x = MARGIN + k * (width + 10)
      paper.artifact(() => void paper.pdf.rect(x, top, width, height).fill('#f5f5f2'))
      paper.tag(parent, 'P', () => drawTile(paper, tile, x + 8, top, width - 24, formats, number))
    }
    paper.y = top + height + 8
  }
  paper.y += 4
}

function drawTile(
  paper: Paper,
  { label, cell, notes }: Tile,
  x: number,
  y: number,
  width: number,
  formats: Formats,
  number: NumberOf,
): void {
  const value = formats.cell(cell)
  let size = 14
  while (size > 7 && paper.widthOf(value, size, 'bold') > width) size -= 0.5
  paper.line(label, x, y + 13, { size: 7.5, colour: INK.faint })
  paper.line(value, x, y + 30, { size, font: 'bold' })
  mark(paper, cell, x + paper.widthOf(value, size, 'bold') + 1.5, y + 24, number)
  for (const [k, note] of notes.entries()) {
    const words = `${note.label} ${formats.cell(note.cell) || '–'}`
    paper.line(words, x, y + 42 + k * 10.5, { size: 7.5, colour: INK.soft })
    mark(paper, note.cell, x + paper.widthOf(words, 7.5) + 1.2, y + 39.5 + k * 10.5, number)
  }
}

/** The small number that leads to the index of figures. */
function mark(paper: Paper, cell: Cell, x: number, y: number, numberOf: NumberOf): void {
  const number = 'figure' in cell ? numberOf(cell.figure) : undefined
  if (number === undefined) return
  paper.line(String(number), x, y, { size: 4, colour: INK.faint })
  paper.pdf.goTo(x - 30, y - 8, 38, 12, `figure-${number}`)
}
