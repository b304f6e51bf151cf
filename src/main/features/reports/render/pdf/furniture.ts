import type { Figure } from '../../../../../shared/report/figure.ts'
import type { ReportDocument } from '../../../../../shared/report/document.ts'
import { INK, wrap } from '../../charts/drawing.ts'
import type { Formats } from '../../format.ts'
import type { ReportTexts } from '../../texts/index.ts'
import { figureValue } from '../totals.ts'
import { MARGIN, type Paper } from './paper.ts'
import type { Structure } from './pdf-types.ts'

/** Where a section begins: its page, from nought, and the name that links go to. */
export interface Start {
  title: string
  page: number
  name: string
}

const LINE = 14

/** Sections with their pages, written where room was left for them. A long title is set smaller, never cut off. */
export function drawContents(paper: Paper, at: { page: number; y: number }, starts: readonly Start[]): void {
  paper.pdf.switchToPage(at.page)
  for (const [i, { title, page, name }] of starts.entries()) {
    const y = at.y + i * LINE
    let size = 9
    while (size > 3 && paper.widthOf(title, size) > 460) size -= 0.5
    const element = paper.open(paper.root, 'P')
    paper.link(
      element,
      { name, says: title, box: [MARGIN, y, 499, 13] },
      () => paper.line(title, MARGIN, y + 9, { size }),
      () => paper.line(String(page + 1), MARGIN + 499, y + 9, { size: 9, align: 'right' }),
    )
    element.end()
  }
}

/** At the foot of every page: what it is a page of, when that was made, and which page of how many. */
export function drawFooters(
  paper: Paper,
  { workspace, title, period, madeAt, revision, auditHead }: ReportDocument,
  { document }: ReportTexts,
  formats: Formats,
): void {
  const { pdf } = paper
  const about = `${workspace} · ${title} · ${period}`
  const made = `${document.made(formats.moment(madeAt))} · ${document.revision(String(revision))}`
  const faint = { colour: INK.faint }
  for (let i = 0; i < paper.pages; i += 1) {
    pdf.switchToPage(i)
    const right = pdf.page.width - MARGIN
    const y = pdf.page.height - 34
    const page = document.page(String(i + 1), String(paper.pages))
    const room = right - MARGIN - paper.widthOf(page, 7) - 12
    let size = 7
    while (size > 3 && paper.widthOf(about, size) > room) size -= 0.5
    paper.artifact(() => {
      pdf
        .moveTo(MARGIN, y - 12)
        .lineTo(right, y - 12)
        .lineWidth(0.4)
        .strokeColor(INK.rule)
        .stroke()
      paper.line(about, MARGIN, y, { size, ...faint })
      paper.line(page, right, y, { size: 7, align: 'right', ...faint })
      paper.line(made, MARGIN, y + 9, { size: 6, ...faint })
      if (auditHead)
        paper.line(document.auditHead(auditHead), right, y + 9, {
          size: 6,
          font: 'mono',
          align: 'right',
          ...faint,
        })
    }, 'Pagination')
  }
}

/** All printed figures with their ids: where the small numbers lead. */
export function drawIndex(
  paper: Paper,
  parent: Structure,
  printed: readonly { number: number; figure: Figure }[],
  formats: Formats,
  tick: () => void,
): void {
  for (const { number, figure } of printed) {
    tick()
    const label = wrap(figure.label, 250, text => paper.widthOf(text, 7))
    paper.need(label.length * 9 + 3)
    paper.pdf.addNamedDestination(`figure-${number}`, 'XYZ', MARGIN - 10, Math.max(0, paper.y - 20), 0)
    const y = paper.y + 7
    paper.tag(parent, 'P', () => {
      paper.line(String(number), MARGIN + 18, y, { size: 7, colour: INK.faint, align: 'right' })
      paper.line(figure.id, MARGIN + 28, y, { size: 7, font: 'mono' })
      for (const [k, text] of label.entries()) paper.line(text, MARGIN + 122, y + k * 9, { size: 7 })
      paper.line(figureValue(figure, formats), MARGIN + paper.inner, y, { size: 7, align: 'right' })
    })
    paper.y += label.length * 9 + 3
  }
}
