import { createHash } from 'node:crypto'
import type { Block, Cell, Column, Paragraph, ReportDocument } from '../../../../shared/report/document.ts'
import { drawChart } from '../charts/index.ts'
import type { Measure } from '../charts/drawing.ts'
import { escapeXml, toSvg } from '../charts/svg.ts'
import { formatsOf, type Formats } from '../format.ts'
import { textsOf, type ReportTexts } from '../texts/index.ts'
import { dataCells } from './data-file.ts'
import { FigureNumbers } from './figure-numbers.ts'
import { currencyInHeaders } from './headers.ts'
import { STYLE } from './html-style.ts'
import { figureValue, totalsOf } from './totals.ts'

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`

export interface HtmlOptions {
  measure: Measure
  tick(): void
  /** Most entries of a data section. */
  entries: number
}

/** A report as one page: no script, no other file, and a policy that allows none. */
export function renderHtml(
  report: ReportDocument,
  write: (text: string) => void,
  options: HtmlOptions,
): { rows: number; notes: string[] } {
  return new Page(report, write, options).print()
}

class Page {
  readonly #report: ReportDocument
  readonly #write: (text: string) => void
  readonly #options: HtmlOptions
  readonly #formats: Formats
  readonly #texts: ReportTexts
  readonly #numbers = new FigureNumbers()
  readonly #notes: string[] = []
  #rows = 0

  constructor(report: ReportDocument, write: (text: string) => void, options: HtmlOptions) {
    this.#report = report
    this.#write = write
    this.#options = options
    this.#formats = formatsOf(report.language, report.currencyDisplay, 1)
    this.#texts = textsOf(report.language)
  }

  print(): { rows: number; notes: string[] } {
    const { title, period, workspace, language, parameters, sections, madeAt, revision, auditHead } =
      this.#report
    const { document } = this.#texts
    const write = this.#write
    write(
      `<!doctype html>\n<html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapeXml(POLICY)}"><meta name="viewport" content="width=device-width"><meta name="generator" content="Farthing"><title>${escapeXml(`${title} – ${period}`)}</title><style>${STYLE}</style></head>\n<body><main><header><h1>${escapeXml(title)}</h1><p class="lead">${escapeXml(`${period} · ${workspace}`)}</p><ul class="parameters">${parameters
        .slice(1)
        .map(one => `<li>${escapeXml(`${one.label}: ${one.value}`)}</li>`)
        .join('')}</ul>`,
    )
    if (sections.length > 2)
      write(
        `<nav aria-label="${escapeXml(document.contents)}"><ol>${sections.map(one => `<li><a href="#${anchor(one.id)}">${escapeXml(one.title)}</a></li>`).join('')}</ol></nav>`,
      )
    write('</header>\n')
    for (const section of sections) {
      write(`<section id="${anchor(section.id)}"><h2>${escapeXml(section.title)}</h2>\n`)
      for (const block of section.blocks) this.#block(block, section.title)
      write('</section>\n')
    }
    this.#index()
    const made = [
      document.made(this.#formats.moment(madeAt)),
      document.with,
      document.revision(String(revision)),
      ...(auditHead ? [document.auditHead(auditHead)] : []),
    ]
    write(`<footer><p>${escapeXml(made.join(' · '))}</p></footer></main></body></html>\n`)
    return { rows: this.#rows, notes: this.#notes }
  }

  #block(block: Block, section: string): void {
    this.#options.tick()
    const write = this.#write
    switch (block.kind) {
      case 'paragraph':
        write(`<p class="${block.tone}">${this.#prose(block)}</p>\n`)
        return
      case 'tiles':
        write(
          `<dl class="tiles">${block.tiles.map(({ label, cell, notes }) => `<div><dt>${escapeXml(label)}</dt><dd><b>${this.#cell(cell, false)}</b>${notes.map(note => `<small>${escapeXml(note.label)} ${this.#cell(note.cell, false) || '–'}</small>`).join('')}</dd></div>`).join('')}</dl>\n`,
        )
        return
      case 'chart': {
        const drawing = drawChart(block.chart, this.#formats, this.#texts, this.#options.measure)
        const caption = block.title === section ? '' : `<figcaption>${escapeXml(block.title)}</figcaption>`
        write(
          `<figure>${caption}${toSvg(drawing, block.summary, figure => this.#numbers.of(figure))}</figure>\n`,
        )
        return
      }
      case 'table':
        this.#table(
          block.title === section ? '' : block.title,
          currencyInHeaders(block),
          block.rows,
          block.totals,
        )
        if (block.note) this.#block({ kind: 'paragraph', text: block.note, tone: 'note' }, section)
        return
      case 'data': {
        const shown = Math.min(block.rows, block.pages, this.#options.entries)
        const { currency } = this.#report
        this.#table(
          '',
          block.columns,
          dataCells(block, currency, shown),
          shown === block.rows ? totalsOf(block, currency, this.#texts) : undefined,
        )
        this.#rows += shown
        if (shown === block.rows) return
        const sentence = this.#texts.data.left(this.#formats.count(shown), this.#formats.count(block.rows))
        this.#notes.push(sentence)
        write(`<p class="note">${escapeXml(sentence)}</p>\n`)
      }
    }
  }

  #table(
    title: string,
    columns: readonly Column[],
    rows: Iterable<readonly Cell[]>,
    totals: readonly Cell[] | undefined,
  ): void {
    const write = this.#write
    const numeric = columns.map(column => column.kind !== 'text' && column.kind !== 'date')
    const attribute = (i: number): string => (numeric[i] ? ' class="n"' : '')
    write(
      `<div class="wide" tabindex="0"><table>${title === '' ? '' : `<caption>${escapeXml(title)}</caption>`}<thead><tr>`,
    )
    for (const [i, column] of columns.entries())
      write(`<th scope="col"${attribute(i)}>${escapeXml(column.label)}</th>`)
    write('</tr></thead><tbody>\n')
    const cells = (row: readonly Cell[]): string =>
      row
        .map((cell, i) =>
          columns[i]?.fixed === true
            ? `<th scope="row"${attribute(i)}>${this.#cell(cell, true)}</th>`
            : `<td${attribute(i)}>${this.#cell(cell, true)}</td>`,
        )
        .join('')
    let n = 0
    for (const row of rows) {
      write(`<tr>${cells(row)}</tr>\n`)
      n += 1
      if (n % 500 === 0) this.#options.tick()
    }
    write('</tbody>')
    if (totals) write(`<tfoot><tr>${cells(totals)}</tr></tfoot>`)
    write('</table></div>\n')
  }

  #cell(cell: Cell, plain: boolean): string {
    const text = escapeXml(this.#formats.cell(cell, { plain }))
    const words = 'tone' in cell && cell.tone ? `<span class="${cell.tone}">${text}</span>` : text
    return text === '' ? words : this.#figure(cell, words)
  }

  /** A sentence with its figures. */
  #prose({ text, marks = [] }: Paragraph): string {
    const plain = (from: number, to?: number): string =>
      escapeXml(text.slice(from, to)).replaceAll('\n', '<br>')
    let [out, at] = ['', 0]
    for (const { start, end, cell } of marks) {
      out += plain(at, start) + this.#figure(cell, plain(start, end))
      at = end
    }
    return out + plain(at)
  }

  /** Words that print a figure, with its number. */
  #figure(cell: Cell, words: string): string {
    const number = 'figure' in cell ? this.#numbers.of(cell.figure) : undefined
    if (number === undefined || !('figure' in cell)) return words
    return `<data value="${escapeXml(cell.figure ?? '')}" data-figure="${escapeXml(cell.figure ?? '')}">${words}</data><sup><a href="#figure-${number}">${number}</a></sup>`
  }

  #index(): void {
    const printed = this.#numbers.printed(this.#report)
    if (printed.length === 0) return
    const { document } = this.#texts
    const write = this.#write
    write(
      `<section id="figures"><h2>${escapeXml(document.figures)}</h2><p class="note">${escapeXml(document.figuresIntro)}</p><div class="wide" tabindex="0"><table><thead><tr><th class="n" scope="col">#</th><th scope="col">${escapeXml(document.figure)}</th><th scope="col">${escapeXml(document.what)}</th><th class="n" scope="col">${escapeXml(document.value)}</th></tr></thead><tbody>\n`,
    )
    for (const { number, figure } of printed)
      write(
        `<tr id="figure-${number}"><td class="n">${number}</td><td><code data-figure="${figure.id}">${figure.id}</code></td><td>${escapeXml(figure.label)}</td><td class="n">${escapeXml(figureValue(figure, this.#formats))}</td></tr>\n`,
      )
    write('</tbody></table></div></section>\n')
  }
}

const anchor = (id: string): string => `section-${id.replaceAll(/[^\w-]/g, '_')}`
