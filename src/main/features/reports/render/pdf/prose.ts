import type { FigureMark } from '../../../../../shared/report/document.ts'
import { INK, wrap } from '../../charts/drawing.ts'
import type { FontName } from './fonts.ts'
import { MARGIN, type Paper } from './paper.ts'
import type { Structure } from './pdf-types.ts'

export interface Prose {
  size: number
  leading: number
  font?: FontName
  colour?: string
}

interface Marked {
  marks: readonly FigureMark[] | undefined
  numberOf(figure: string | undefined): number | undefined
  /** What a link to a figure is called. */
  figure(number: number): string
}

/** Where a figure's words begin, and the digits of its number behind them: code points of Unicode's private use, so that lines break around them. */
const START = '\u{f0000}'
const DIGITS = /([\u{f0010}-\u{f0019}]+)/u
const RAISED = 4

/** Text in lines that go on on the next page where they must; each of its figures is a link to the index, with its number behind it. */
export function drawProse(
  paper: Paper,
  parent: Structure,
  type: string,
  text: string,
  ink: Prose,
  marked?: Marked,
): void {
  const { leading, ...rest } = ink
  const width = (some: string): number => widthOf(paper, some, ink)
  const lines = coded(text, marked)
    .split('\n')
    .flatMap(part => wrap(part, paper.inner, width))
  const element = paper.open(parent, type)
  for (const line of lines) {
    paper.need(leading)
    const base = paper.y + ink.size
    let x = MARGIN
    const plain = (some: string): void => {
      if (some === '') return
      const content = paper.pdf.markStructureContent(type)
      paper.line(some, x, base, rest)
      paper.pdf.endMarkedContent()
      element.add(content)
      x += width(some)
    }
    const pieces = line.split(DIGITS)
    for (let i = 0; i < pieces.length; i += 2) {
      const piece = pieces[i] ?? ''
      const number = numberIn(pieces[i + 1])
      // Words that are broken over two lines are a link where their number stands.
      const start = number === undefined ? piece.length : Math.max(0, piece.lastIndexOf(START))
      plain(piece.slice(0, start).replaceAll(START, ''))
      if (number === undefined) continue
      const words = piece.slice(start).replaceAll(START, '')
      const [left, own] = [x, width(words)]
      const raised = String(number)
      const small = paper.widthOf(raised, RAISED)
      paper.link(
        element,
        {
          name: `figure-${number}`,
          says: marked?.figure(number) ?? raised,
          box: [left, base - ink.size, own + small + 1, leading],
        },
        () => paper.line(words, left, base, rest),
        () => paper.line(raised, left + own + 0.5, base - 2.6, { size: RAISED, colour: INK.faint }),
      )
      x = left + own + small + 1
    }
    paper.y += leading
  }
  element.end()
}

/** The text with a bracket before each figure's words and its number behind them. */
function coded(text: string, marked: Marked | undefined): string {
  let [out, at] = ['', 0]
  for (const { start, end, cell } of marked?.marks ?? []) {
    const number = 'figure' in cell ? marked?.numberOf(cell.figure) : undefined
    if (number === undefined) continue
    const digits = [...String(number)].map(digit => String.fromCodePoint(0xf0010 + Number(digit))).join('')
    out += `${text.slice(at, start)}${START}${text.slice(start, end)}${digits}`
    at = end
  }
  return out + text.slice(at)
}

function numberIn(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined
  return Number([...digits].map(char => (char.codePointAt(0) ?? 0) - 0xf0010).join(''))
}

function widthOf(paper: Paper, text: string, { size, font }: Prose): number {
  if (!/[\u{f0000}-\u{f0019}]/u.test(text)) return paper.widthOf(text, size, font)
  let width = 0
  for (const [i, piece] of text.split(DIGITS).entries())
    width +=
      i % 2 === 0
        ? paper.widthOf(piece.replaceAll(START, ''), size, font)
        : paper.widthOf(String(numberIn(piece)), RAISED) + 1
  return width
}
