import type {
  Block,
  Cell,
  Paragraph,
  ReportDocument,
  ReportSection,
} from '../../../../../shared/report/document.ts'
import { INK } from '../../charts/drawing.ts'
import { drawChart } from '../../charts/index.ts'
import { formatsOf, type Formats } from '../../format.ts'
import { textsOf, type ReportTexts } from '../../texts/index.ts'
import { currencyInHeaders } from '../headers.ts'
import { dataCells } from '../data-file.ts'
import { FigureNumbers } from '../figure-numbers.ts'
import { totalsOf } from '../totals.ts'
import { drawContents, drawFooters, drawIndex, type Start } from './furniture.ts'
import type { Structure } from './pdf-types.ts'
import { MARGIN, Paper } from './paper.ts'
import { openingOf, startsWide } from './opening.ts'
import { drawPicture, drawFigures } from './picture.ts'
import { drawProse, type Prose } from './prose.ts'
import { drawTable } from './table.ts'
import { drawTiles } from './tiles.ts'

export interface PdfResult {
  pages: number
  rows: number
  notes: string[]
}

/** Draws a report page by page. `tick` is asked all the time and throws where somebody cancelled. */
export async function renderPdf(
  report: ReportDocument,
  write: (chunk: Uint8Array) => void,
  tick: (page: number) => void,
): Promise<PdfResult> {
  const texts = textsOf(report.language)
  const formats = formatsOf(report.language, report.currencyDisplay, 1)
  const paper = new Paper(
    { title: `${report.title} – ${report.period}`, language: report.language, madeAt: report.madeAt },
    write,
  )
  const printer = new Printer(report, paper, texts, formats, () => tick(paper.pages))
  printer.front()
  for (const section of report.sections) printer.section(section)
  printer.index()
  const notes = printer.close()
  await new Promise<void>((resolve, reject) => {
    paper.pdf.once('end', () => resolve())
    paper.pdf.once('error', reject)
    paper.pdf.end()
  })
  return { pages: paper.pages, rows: printer.rows, notes }
}

class Printer {
  rows = 0
  readonly #report: ReportDocument
  readonly #paper: Paper
  readonly #texts: ReportTexts
  readonly #formats: Formats
  readonly #tick: () => void
  readonly #numbers = new FigureNumbers()
  readonly #notes: string[] = []
  /** Where each section begins, for the contents that stand before them. */
  readonly #starts: Start[] = []
  /** The title that was printed last. */
  #caption = ''
  #contents: { page: number; y: number } | undefined

  constructor(report: ReportDocument, paper: Paper, texts: ReportTexts, formats: Formats, tick: () => void) {
    this.#report = report
    this.#paper = paper
    this.#texts = texts
    this.#formats = formats
    this.#tick = tick
  }

  front(): void {
    const paper = this.#paper
    const { title, period, workspace, parameters, sections } = this.#report
    paper.y = MARGIN + 18
    this.#lines(paper.root, 'H1', title, { size: 23, font: paper.fontFor(title, 'title'), leading: 28 })
    this.#lines(paper.root, 'P', `${period} · ${workspace}`, { size: 11, colour: INK.soft, leading: 16 })
    paper.y += 8
    for (const { label, value } of parameters.slice(1))
      this.#lines(paper.root, 'P', `${label}: ${value}`, { size: 8, colour: INK.faint, leading: 11 })
    paper.y += 14
    if (sections.length < 3) return
    this.#lines(paper.root, 'H2', this.#texts.document.contents, { size: 10, font: 'bold', leading: 16 })
    this.#contents = { page: paper.page, y: paper.y }
    paper.y += sections.length * 14 + 14 + 18
  }

  section(section: ReportSection): void {
    const paper = this.#paper
    const wide = startsWide(section, paper, this.#formats)
    if (wide !== paper.landscape || paper.room < openingOf(section, paper, this.#formats, this.#texts) + 40)
      paper.addPage(wide)
    else if (this.#starts.length > 0) paper.y += 10
    this.#caption = section.title
    this.#begin(section.title, `section-${section.id}`)
    const element = paper.open(paper.root, 'Sect', { title: section.title })
    this.#lines(element, 'H2', section.title, { size: 13, font: 'bold', leading: 18 })
    paper.y += 4
    for (const block of section.blocks) this.#block(element, block, section)
    element.end()
  }

  #begin(title: string, name: string): void {
    const { pdf, page, width, y } = this.#paper
    pdf.addNamedDestination(name, 'XYZ', MARGIN - 10, Math.max(0, y - 16), 0)
    // pdfkit measures `left` from the right edge.
    pdf.outline.addItem(title, { left: width, top: Math.max(0, y - 16) })
    this.#starts.push({ title, page, name })
  }

  #block(parent: Structure, block: Block, section: ReportSection): void {
    this.#tick()
    switch (block.kind) {
      case 'paragraph':
        this.#lines(
          parent,
          'P',
          block.text,
          block.tone === 'text' ? { size: 9, leading: 12.5 } : { size: 8, leading: 11, colour: INK.faint },
          block.marks,
        )
        this.#paper.y += 6
        return
      case 'tiles':
        drawTiles(this.#paper, parent, block.tiles, {
          formats: this.#formats,
          numberOf: figure => this.#numbers.of(figure),
          figure: this.#figureName,
        })
        return
      case 'chart': {
        const drawing = drawChart(block.chart, this.#formats, this.#texts, this.#paper.measure)
        this.#titled(parent, block.title, drawing.height + 30)
        this.#picture(parent, drawing, block.summary)
        return
      }
      case 'table':
        this.#titled(parent, block.title, 70)
        this.#table(parent, block.title, currencyInHeaders(block), () => block.rows, block.totals)
        if (block.note) this.#block(parent, { kind: 'paragraph', text: block.note, tone: 'note' }, section)
        return
      case 'data': {
        const shown = Math.min(block.rows, block.pages)
        this.#table(
          parent,
          section.title,
          block.columns,
          () => dataCells(block, this.#report.currency, shown),
          shown === block.rows ? totalsOf(block, this.#report.currency, this.#texts) : undefined,
          same => this.#same(parent, same),
        )
        this.rows += shown
        if (shown < block.rows) {
          const sentence = this.#texts.data.left(this.#formats.count(shown), this.#formats.count(block.rows))
          this.#notes.push(sentence)
          this.#block(parent, { kind: 'paragraph', text: sentence, tone: 'note' }, section)
        }
      }
    }
  }

  /** A block's own title, where it says more than the section's. */
  #titled(parent: Structure, title: string, room: number): void {
    const paper = this.#paper
    // A table under the picture of the same thing needs no second title.
    const own = title !== '' && title !== this.#caption
    this.#caption = title
    paper.need(room > paper.height - 2 * MARGIN - 60 ? 100 : room + (own ? 16 : 0))
    if (!own) return
    this.#lines(parent, 'H3', title, { size: 9.5, font: 'bold', leading: 13 })
    paper.y += 3
  }

  #picture(parent: Structure, drawing: ReturnType<typeof drawChart>, summary: string): void {
    const paper = this.#paper
    // A picture that is taller than a page is made smaller: it must be seen whole.
    const scale = Math.min(1, (paper.bottom - MARGIN - 40) / drawing.height)
    paper.need(drawing.height * scale)
    const y = paper.y
    const bbox = [MARGIN, y, MARGIN + drawing.width * scale, y + drawing.height * scale]
    paper.tag(
      parent,
      'Figure',
      () => {
        if (scale < 1) paper.pdf.save().translate(MARGIN, y).scale(scale)
        drawPicture(paper, drawing, scale < 1 ? 0 : MARGIN, scale < 1 ? 0 : y)
        if (scale < 1) paper.pdf.restore()
      },
      { alt: summary, bbox },
    )
    drawFigures(paper, parent, drawing, [MARGIN, y, scale], {
      numberOf: figure => this.#numbers.of(figure),
      figure: this.#figureName,
    })
    paper.y = y + drawing.height * scale + 10
  }

  #table(
    parent: Structure,
    title: string,
    columns: Parameters<typeof drawTable>[2]['columns'],
    rows: () => Iterable<readonly Cell[]>,
    totals: readonly Cell[] | undefined,
    once?: (same: { label: string; text: string }[]) => void,
  ): void {
    drawTable(this.#paper, parent, {
      title,
      columns,
      rows,
      ...(totals && { totals }),
      ...(once && { once }),
      words: {
        continued: this.#texts.document.continued,
        figure: this.#figureName,
        group: (name, n, of) => this.#texts.document.group(name, String(n), String(of)),
      },
      formats: this.#formats,
      number: figure => this.#numbers.of(figure),
      tick: this.#tick,
    })
  }

  readonly #figureName = (n: number): string => this.#texts.document.figureNumber(String(n))

  /** Columns that say the same in every row, said once. */
  #same(parent: Structure, same: readonly { label: string; text: string }[]): void {
    if (same.length === 0) return
    const words = same.map(({ label, text }) => `${label}: ${text}`).join('; ')
    this.#lines(parent, 'P', this.#texts.data.same(words), { size: 8, leading: 11, colour: INK.faint })
    this.#paper.y += 6
  }

  #lines(parent: Structure, type: string, text: string, ink: Prose, marks?: Paragraph['marks']): void {
    drawProse(this.#paper, parent, type, text, ink, {
      marks,
      numberOf: figure => this.#numbers.of(figure),
      figure: this.#figureName,
    })
  }

  /** All printed figures with their ids: where the small numbers lead. */
  index(): void {
    const printed = this.#numbers.printed(this.#report)
    if (printed.length === 0) return
    const paper = this.#paper
    const { document } = this.#texts
    paper.addPage(false)
    this.#begin(document.figures, 'figures')
    const element = paper.open(paper.root, 'Sect', { title: document.figures })
    this.#lines(element, 'H2', document.figures, { size: 13, font: 'bold', leading: 18 })
    this.#lines(element, 'P', document.figuresIntro, { size: 8, leading: 11, colour: INK.faint })
    paper.y += 6
    drawIndex(paper, element, printed, this.#formats, this.#tick)
    element.end()
  }

  /** Contents and page numbers, which can only be known now. Answers what the reader should know. */
  close(): string[] {
    const paper = this.#paper
    if (paper.unprintable > 0) {
      const sentence = this.#texts.document.unprintable(this.#formats.count(paper.unprintable))
      this.#notes.push(sentence)
      this.#lines(paper.root, 'P', sentence, { size: 8, leading: 11, colour: INK.faint })
    }
    if (this.#contents) drawContents(paper, this.#contents, this.#starts)
    drawFooters(paper, this.#report, this.#texts, this.#formats)
    paper.root.end()
    return this.#notes
  }
}
