import { INK, NUMBER, type Drawing, type Mark } from '../../charts/drawing.ts'
import type { Paper } from './paper.ts'
import type { Structure } from './pdf-types.ts'

/** Draws a chart as vectors with real text, its top left at (x, y); but for its figures, which `drawFigures` draws as links. */
export function drawPicture(paper: Paper, { marks }: Drawing, x: number, y: number): void {
  for (const mark of marks) if (!isFigure(mark)) draw(paper, mark, x, y)
}

const isFigure = (mark: Mark): mark is Extract<Mark, { mark: 'text' }> & { figure: string } =>
  mark.mark === 'text' && mark.figure !== undefined

function draw(paper: Paper, mark: Mark, dx: number, dy: number): void {
  const { pdf } = paper
  switch (mark.mark) {
    case 'rect':
      pdf.rect(mark.x + dx, mark.y + dy, mark.width, mark.height).fill(mark.fill)
      return
    case 'line':
    case 'area': {
      const [first, ...rest] = mark.points
      if (!first) return
      pdf.moveTo(first[0] + dx, first[1] + dy)
      for (const [x, y] of rest) pdf.lineTo(x + dx, y + dy)
      if (mark.mark === 'area') {
        pdf.closePath().fill(mark.fill)
        return
      }
      pdf.lineWidth(mark.width).lineJoin('round').strokeColor(mark.stroke)
      if (mark.dash) pdf.dash(mark.dash[0] ?? 3, { space: mark.dash[1] ?? 2 })
      pdf.stroke()
      if (mark.dash) pdf.undash()
      return
    }
    case 'dot':
      pdf.circle(mark.x + dx, mark.y + dy, mark.radius).fill(mark.fill)
      return
    case 'text':
      paper.line(mark.text, mark.x + dx, mark.y + dy, {
        size: mark.size,
        font: mark.bold ? 'bold' : 'sans',
        colour: mark.fill,
        align: mark.anchor === 'end' ? 'right' : mark.anchor === 'middle' ? 'center' : 'left',
      })
  }
}

/** The values that a picture at (x, y) prints, as links to the index of figures with the number behind each: after the picture, which is one thing. */
export function drawFigures(
  paper: Paper,
  parent: Structure,
  { marks }: Drawing,
  [x, y, scale]: readonly [x: number, y: number, scale: number],
  words: { numberOf(figure: string): number | undefined; figure(number: number): string },
): void {
  const values = marks.filter(isFigure)
  if (values.length === 0) return
  const element = paper.open(parent, 'P')
  for (const { figure, text, bold, fill, ...mark } of values) {
    const number = words.numberOf(figure) ?? 0
    const ink = { size: mark.size * scale, font: bold ? ('bold' as const) : ('sans' as const), colour: fill }
    const width = paper.widthOf(text, ink.size, ink.font)
    const [left, base] = [x + mark.x * scale - width, y + mark.y * scale]
    const box = [left, base - ink.size, width + NUMBER, ink.size + 2] as const
    paper.link(
      element,
      { name: `figure-${number}`, says: words.figure(number), box },
      () => paper.line(text, left, base, ink),
      () =>
        paper.line(String(number), left + width + 1.2, base - 2.6, { size: 4 * scale, colour: INK.faint }),
    )
  }
  element.end()
}
