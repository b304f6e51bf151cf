import type { Cell, FigureMark, Paragraph } from '../../../../shared/report/document.ts'
import type { Making } from './making.ts'

/** Brackets that no text of a person has: Unicode keeps these code points for private use. */
const [OPEN, CLOSE] = ['\u{f0000}', '\u{f0001}']
const PRIVATE = /[\u{f0000}\u{f0001}]/gu

/** Puts a cell's words into a sentence of the catalogue, and remembers where they stand. */
export type Put = (cell: Cell, words?: string) => string

/**
 * A sentence that prints figures: `write` builds it out of the catalogue's words with `put(cell)` in the place of bare numbers. A cell
 * without a figure is printed and leads nowhere.
 */
export function sentence(
  { formats }: Pick<Making, 'formats'>,
  tone: Paragraph['tone'],
  write: (put: Put) => string,
): Paragraph {
  const cells: Cell[] = []
  const put: Put = (cell, words = formats.cell(cell)) => {
    const own = words.replaceAll(PRIVATE, '')
    if (!('figure' in cell) || cell.figure === undefined) return own
    // oxlint-disable-next-line unicorn/prefer-code-point -- a count, not a character
    return `${OPEN}${cells.push(cell) - 1} ${own}${CLOSE}`
  }
  const pieces = write(put).split(OPEN)
  let text = (pieces[0] ?? '').replaceAll(PRIVATE, '')
  const marks: FigureMark[] = []
  for (const piece of pieces.slice(1)) {
    const close = Math.max(0, piece.indexOf(CLOSE))
    const inside = piece.slice(0, close)
    const after = piece.slice(close).replaceAll(PRIVATE, '')
    const blank = inside.indexOf(' ')
    const cell = cells[Number(inside.slice(0, blank))]
    const start = text.length
    text += inside.slice(blank + 1)
    if (cell) marks.push({ start, end: text.length, cell })
    text += after
  }
  return { kind: 'paragraph', text, tone, ...(marks.length > 0 && { marks }) }
}
