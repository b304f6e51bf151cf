import type { Cell, Tiles } from '../../../../../shared/report/document.ts'
import { INK } from '../../charts/drawing.ts'
import type { Formats } from '../../format.ts'
import { MARGIN, type Ink, type Paper } from './paper.ts'
import type { Structure } from './pdf-types.ts'

type Tile = Tiles['tiles'][number]
type Point = readonly [x: number, y: number]

interface Words {
  formats: Formats
  numberOf(figure: string | undefined): number | undefined
  /** What a link to a figure is called. */
  figure(number: number): string
}

/** Headline figures side by side, each with what it is compared with. A long amount is set smaller, never cut off. */
export function drawTiles(paper: Paper, parent: Structure, tiles: readonly Tile[], words: Words): void {
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
      drawTile(paper, parent, tile, { x: x + 8, y: top, width: width - 24 }, words)
    }
    paper.y = top + height + 8
  }
  paper.y += 4
}

function drawTile(
  paper: Paper,
  parent: Structure,
  { label, cell, notes }: Tile,
  { x, y, width }: { x: number; y: number; width: number },
  words: Words,
): void {
  const { formats } = words
  const value = formats.cell(cell)
  let size = 14
  while (size > 7 && paper.widthOf(value, size, 'bold') > width) size -= 0.5
  paper.tag(parent, 'P', () => paper.line(label, x, y + 13, { size: 7.5, colour: INK.faint }))
  printed(paper, parent, cell, words, {
    text: value,
    place: [x, y + 30],
    ink: { size, font: 'bold' },
    mark: [x + paper.widthOf(value, size, 'bold') + 1.5, y + 24],
  })
  for (const [k, note] of notes.entries()) {
    const text = `${note.label} ${formats.cell(note.cell) || '–'}`
    printed(paper, parent, note.cell, words, {
      text,
      place: [x, y + 42 + k * 10.5],
      ink: { size: 7.5, colour: INK.soft },
      mark: [x + paper.widthOf(text, 7.5) + 1.2, y + 39.5 + k * 10.5],
    })
  }
}

/** An amount, and where it is a figure the small number that leads to the index of figures. */
function printed(
  paper: Paper,
  parent: Structure,
  cell: Cell,
  { numberOf, figure }: Words,
  { text, place, ink, mark }: { text: string; place: Point; ink: Ink; mark: Point },
): void {
  const number = 'figure' in cell ? numberOf(cell.figure) : undefined
  const draw = (): void => paper.line(text, ...place, ink)
  if (number === undefined) {
    paper.tag(parent, 'P', draw)
    return
  }
  const element = paper.open(parent, 'P')
  const [x, y] = mark
  const box = [place[0], y - 8, x - place[0] + 8, 14] as const
  paper.link(element, { name: `figure-${number}`, says: figure(number), box }, draw, () =>
    paper.line(String(number), x, y, { size: 4, colour: INK.faint }),
  )
  element.end()
}
