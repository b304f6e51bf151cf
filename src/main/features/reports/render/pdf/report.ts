import type { Block, Cell, ReportDocument, ReportSection } from '../../../../../shared/report/document.ts'
import { INK, wrap } from '../../charts/drawing.ts'
import { drawChart } from '../../charts/index.ts'
import { formatsOf, type Formats } from '../../format.ts'
import { textsOf, type ReportTexts } from '../../texts/index.ts'
import { currencyInHeaders } from '../headers.ts'
import { dataCells } from '../data-file.ts'
import { FigureNumbers } from '../figure-numbers.ts'
import { figureValue, totalsOf } from '../totals.ts'
import type { Structure } from './pdf-types.ts'
import { MARGIN, Paper } from './paper.ts'
import type { FontName } from './fonts.ts'
import { drawPicture } from './picture.ts'
import { drawTable, isWide } from './table.ts'

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
  const paper = new Paper({ title: `${report.title} – ${report.period}`, language: report.language, madeAt: report.madeAt }, write) // prettier-ignore
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
  readonly #starts: { title: string; page: number; name: string }[] = []
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
    const wide = this.#wide(section)
    if (wide !== paper.landscape || paper.room < this.#opening(section) + 40) paper.addPage(wide)
    else if (this.#starts.length > 0) paper.y += 10
    this.#caption = section.title
    this.#begin(section.title, `section-${section.id}`)
    const element = paper.open(paper.root, 'Sect', { title: section.title })
    this.#lines(element, 'H2', section.title, { size: 13, font: 'bold', leading: 18 })
    paper.y += 4
    for (const block of section.blocks) this.#block(element, block, section)
    element.end()
  }

  /** What must stand under a section's heading on its page: the whole of a picture, the first rows of a table. */
  #opening({ blocks }: ReportSection): number {
    let height = 0
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        height += 20
        continue
      }
      if (block.kind !== 'chart') return height + 110
      const drawing = drawChart(block.chart, this.#formats, this.#texts, this.#paper.measure)
      return height + Math.min(drawing.height + 40, 520)
    }
    return Math.max(60, height)
  }

  /** Whether the section's first table is too wide for an upright page: then its heading goes onto a turned one, too. */
  #wide({ blocks }: ReportSection): boolean {
    const first = blocks.find(block => block.kind !== 'paragraph')
    if (first?.kind === 'data') return first.columns.length > 7
    return first?.kind === 'table' && isWide(this.#paper, currencyInHeaders(first), [...first.rows, first.totals ?? []], this.#formats) // prettier-ignore
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
        this.#lines(parent, 'P', block.text, block.tone === 'text' ? { size: 9, leading: 12.5 } : { size: 8, leading: 11, colour: INK.faint }) // prettier-ignore
        this.#paper.y += 6
        return
      case 'tiles':
        this.#tiles(parent, block.tiles)
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
    paper.y = y + drawing.height * scale + 10
  }

  #tiles(
    parent: Structure,
    tiles: { label: string; cell: Cell; notes: { label: string; cell: Cell }[] }[],
  ): void {
    const paper = this.#paper
    const across = tiles.length > 4 ? 3 : Math.min(4, Math.max(2, tiles.length))
    const width = (paper.inner - (across - 1) * 10) / across
    for (let i = 0; i < tiles.length; i += across) {
      const some = tiles.slice(i, i + across)
      const height = 40 + Math.max(...some.map(tile => tile.notes.length)) * 10.5
      paper.need(height + 8)
      const top = paper.y
      for (const [k, tile] of some.entries())
        this.#tile(parent, tile, MARGIN + k * (width + 10), top, width, height)
      paper.y = top + height + 8
    }
    paper.y += 4
  }

  #tile(
    parent: Structure,
    tile: { label: string; cell: Cell; notes: { label: string; cell: Cell }[] },
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    // prettier-ignore
    const paper = this.#paper
    const value = this.#formats.cell(tile.cell)
    let size = 14
    while (size > 7 && paper.widthOf(value, size, 'bold') > width - 24) size -= 0.5
    paper.artifact(() => void paper.pdf.rect(x, y, width, height).fill('#f5f5f2'))
    paper.tag(parent, 'P', () => {
      paper.line(tile.label, x + 8, y + 13, { size: 7.5, colour: INK.faint })
      paper.line(value, x + 8, y + 30, { size, font: 'bold' })
      this.#mark(tile.cell, x + 8 + paper.widthOf(value, size, 'bold') + 1.5, y + 24)
      for (const [k, note] of tile.notes.entries()) {
        const words = `${note.label} ${this.#formats.cell(note.cell) || '–'}`
        paper.line(words, x + 8, y + 42 + k * 10.5, { size: 7.5, colour: INK.soft })
        this.#mark(note.cell, x + 8 + paper.widthOf(words, 7.5) + 1.2, y + 39.5 + k * 10.5)
      }
    })
  }

  /** The small number that leads to the index of figures. */
  #mark(cell: Cell, x: number, y: number): void {
    const number = 'figure' in cell ? this.#numbers.of(cell.figure) : undefined
    if (number === undefined) return
    this.#paper.line(String(number), x, y, { size: 4, colour: INK.faint })
    this.#paper.pdf.goTo(x - 30, y - 8, 38, 12, `figure-${number}`)
  }

  #table(
    parent: Structure,
    title: string,
    columns: Parameters<typeof drawTable>[2]['columns'],
    rows: () => Iterable<readonly Cell[]>,
    totals: readonly Cell[] | undefined,
  ): void {
    // prettier-ignore
    drawTable(this.#paper, parent, {
      title,
      columns,
      rows,
      ...(totals && { totals }),
      words: {
        continued: this.#texts.document.continued,
        group: (name, n, of) => this.#texts.document.group(name, String(n), String(of)),
      },
      formats: this.#formats,
      number: figure => this.#numbers.of(figure),
      tick: this.#tick,
    })
  }

  /** Text in lines, going on on the next page where it must. */
  #lines(
    parent: Structure,
    type: string,
    text: string,
    ink: { size: number; leading: number; font?: FontName; colour?: string },
  ): void {
    // prettier-ignore
    const paper = this.#paper
    const { leading, ...rest } = ink
    const lines = text.split('\n').flatMap(part => wrap(part, paper.inner, some => paper.widthOf(some, ink.size, ink.font))) // prettier-ignore
    const element = paper.open(parent, type)
    for (const line of lines) {
      paper.need(leading)
      const content = paper.pdf.markStructureContent(type)
      paper.line(line, MARGIN, paper.y + ink.size, rest)
      paper.pdf.endMarkedContent()
      element.add(content)
      paper.y += leading
    }
    element.end()
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
    for (const { number, figure } of printed) {
      this.#tick()
      const label = wrap(figure.label, 250, text => paper.widthOf(text, 7))
      paper.need(label.length * 9 + 3)
      paper.pdf.addNamedDestination(`figure-${number}`, 'XYZ', MARGIN - 10, Math.max(0, paper.y - 20), 0)
      const y = paper.y + 7
      paper.tag(element, 'P', () => {
        paper.line(String(number), MARGIN + 18, y, { size: 7, colour: INK.faint, align: 'right' })
        paper.line(figure.id, MARGIN + 28, y, { size: 7, font: 'mono' })
        for (const [k, text] of label.entries()) paper.line(text, MARGIN + 122, y + k * 9, { size: 7 })
        paper.line(figureValue(figure, this.#formats), MARGIN + paper.inner, y, { size: 7, align: 'right' })
      })
      paper.y += label.length * 9 + 3
    }
    element.end()
  }

  /** Contents and page numbers, which can only be known now. Answers what the reader should know. */
  close(): string[] {
    const paper = this.#paper
    const { pdf } = paper
    if (paper.unprintable > 0) {
      const sentence = this.#texts.document.unprintable(this.#formats.count(paper.unprintable))
      this.#notes.push(sentence)
      this.#lines(paper.root, 'P', sentence, { size: 8, leading: 11, colour: INK.faint })
    }
    const sizes = Array.from({ length: paper.pages }, (_, i) => {
      pdf.switchToPage(i)
      return { width: pdf.page.width, height: pdf.page.height }
    })
    if (this.#contents) {
      pdf.switchToPage(this.#contents.page)
      for (const [i, start] of this.#starts.entries()) {
        const y = this.#contents.y + i * 14
        const page = String(start.page + 1)
        paper.tag(paper.root, 'P', () => {
          const [title = ''] = wrap(start.title, 440, text => paper.widthOf(text, 9))
          paper.line(title, MARGIN, y + 9, { size: 9 })
          paper.line(page, MARGIN + 499, y + 9, { size: 9, align: 'right' })
        })
        pdf.goTo(MARGIN, y, 499, 13, start.name)
      }
    }
    const { madeAt, revision, auditHead } = this.#report
    const { document } = this.#texts
    const made = [document.made(this.#formats.moment(madeAt)), document.revision(String(revision))]
    for (const [i, size] of sizes.entries()) {
      pdf.switchToPage(i)
      const y = size.height - 34
      paper.artifact(() => {
        pdf.moveTo(MARGIN, y - 12).lineTo(size.width - MARGIN, y - 12).lineWidth(0.4).strokeColor(INK.rule).stroke() // prettier-ignore
        paper.line(`${this.#report.workspace} · ${this.#report.title} · ${this.#report.period}`, MARGIN, y, { size: 7, colour: INK.faint }) // prettier-ignore
        paper.line(made.join(' · '), MARGIN, y + 9, { size: 6, colour: INK.faint })
        if (auditHead) paper.line(document.auditHead(auditHead), size.width - MARGIN, y + 9, { size: 6, font: 'mono', colour: INK.faint, align: 'right' }) // prettier-ignore
        paper.line(document.page(String(i + 1), String(sizes.length)), size.width - MARGIN, y, { size: 7, colour: INK.faint, align: 'right' }) // prettier-ignore
      }, 'Pagination')
    }
    paper.root.end()
    return this.#notes
  }
}
