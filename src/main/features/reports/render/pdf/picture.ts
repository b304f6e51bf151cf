import type { Drawing, Mark } from '../../charts/drawing.ts'
import type { Paper } from './paper.ts'

/** Draws a chart as vectors with real text, its top left at (x, y). */
export function drawPicture(paper: Paper, { marks }: Drawing, x: number, y: number): void {
  for (const mark of marks) draw(paper, mark, x, y)
}

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
