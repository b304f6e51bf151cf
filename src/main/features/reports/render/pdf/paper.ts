// oxlint-disable-next-line typescript/triple-slash-reference -- projects that only import this file do not include the declaration
/// <reference path="./pdfmake-document.d.ts" />
import pdfModule from 'pdfmake/js/PDFDocument.js'
import type { Measure } from '../../charts/drawing.ts'
import { loadFonts, type FontName } from './fonts.ts'
import type { OutlineFont, Pdf, Structure } from './pdf-types.ts'

// CommonJS: its class is the default export's default under Node, and the default export itself once bundled.
const PDFDocument = ((pdfModule as { default?: unknown }).default ?? pdfModule) as new (
  ...args: unknown[]
) => Pdf

interface InnerFont extends OutlineFont {
  hasGlyphForCodePoint(code: number): boolean
}

export const MARGIN = 48
const FOOTER = 44
const A4 = { width: 595.28, height: 841.89 }

export interface Ink {
  size: number
  font?: FontName
  colour?: string
  /** Where `x` is. */
  align?: 'left' | 'right' | 'center'
}

/**
 * Pages that are written from the top to the bottom, with every mark tagged: as content of a structure element, or as an artifact. It is
 * pdfmake's document (pdfkit with its fonts) without pdfmake's layout, which tags nothing and holds a long table in memory as objects.
 */
export class Paper {
  readonly pdf: Pdf
  readonly root: Structure
  /** Where the next mark goes, from the page's top. */
  y = MARGIN
  landscape = false
  /** Characters that no font has, each time they were to be printed. */
  unprintable = 0
  readonly #font: Map<FontName, InnerFont> = new Map()
  readonly #known = new Map<string, string>()
  #pages = 0

  constructor(info: { title: string; language: string; madeAt: string }, write: (chunk: Uint8Array) => void) {
    this.pdf = new PDFDocument(
      {},
      {},
      {},
      {},
      {
        tagged: true,
        lang: info.language,
        displayTitle: true,
        pdfVersion: '1.7',
        bufferPages: true,
        autoFirstPage: false,
        font: null,
        fontLayoutCache: true,
        info: {
          Title: info.title,
          Creator: 'Farthing',
          Producer: 'Farthing',
          CreationDate: new Date(info.madeAt),
        },
      },
    )
    this.pdf.on('data', write)
    for (const [name, bytes] of Object.entries(loadFonts())) this.pdf.registerFont(name, bytes)
    this.root = this.pdf.struct('Document')
    this.pdf.addStructure(this.root)
    this.addPage(false)
  }

  get width(): number {
    return this.landscape ? A4.height : A4.width
  }
  get height(): number {
    return this.landscape ? A4.width : A4.height
  }
  /** Between the margins. */
  get inner(): number {
    return this.width - 2 * MARGIN
  }
  get bottom(): number {
    return this.height - MARGIN - FOOTER + 18
  }
  get room(): number {
    return this.bottom - this.y
  }
  /** From nought. */
  get page(): number {
    return this.#pages - 1
  }
  get pages(): number {
    return this.#pages
  }

  addPage(landscape: boolean): void {
    this.landscape = landscape
    this.pdf.addPage({ size: 'A4', layout: landscape ? 'landscape' : 'portrait', margin: 0 })
    this.#pages += 1
    this.y = MARGIN
  }

  /** Goes on at the next page where less than `height` is left. True where it did. */
  need(height: number): boolean {
    if (this.room >= height) return false
    this.addPage(this.landscape)
    return true
  }

  readonly measure: Measure = (text, size, bold) => this.widthOf(text, size, bold ? 'bold' : 'sans')

  widthOf(text: string, size: number, font: FontName = 'sans'): number {
    if (text === '') return 0
    const clean = this.#printable(text, font)
    return this.pdf.font(font).fontSize(size).widthOfString(clean)
  }

  /** One line of text; `y` is its baseline. Marks nothing by itself: call it within `tag` or `artifact`. */
  line(
    text: string,
    x: number,
    y: number,
    { size, font = 'sans', colour = '#16181d', align = 'left' }: Ink,
  ): void {
    if (text === '') return
    const clean = this.#printable(text, font, true)
    this.pdf.font(font).fontSize(size).fillColor(colour)
    const width = align === 'left' ? 0 : this.pdf.widthOfString(clean)
    const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x
    this.pdf.text(clean, left, y, { lineBreak: false, baseline: 'alphabetic' })
  }

  /** An element of the structure with what `draw` draws as its content; it may hold other elements instead (`parent`). */
  tag(parent: Structure, type: string, draw: () => void, options: object = {}): void {
    const element = this.open(parent, type, options)
    const content = this.pdf.markStructureContent(type)
    draw()
    this.pdf.endMarkedContent()
    element.add(content)
    element.end()
  }

  /**
   * What `draws` draw, each a piece of its own, as a link to a place in this document: a Link element with its content and its annotation,
   * so that a reader that goes by the structure finds it where it stands. The place is `box` from the page's top left.
   */
  link(
    parent: Structure,
    to: { name: string; says: string; box: readonly [x: number, y: number, width: number, height: number] },
    ...draws: (() => void)[]
  ): void {
    const element = this.open(parent, 'Link')
    for (const draw of draws) {
      const content = this.pdf.markStructureContent('Link')
      draw()
      this.pdf.endMarkedContent()
      element.add(content)
    }
    const [x, y, width, height] = to.box
    // oxlint-disable-next-line unicorn/new-for-builtins, no-new-wrappers -- what pdfkit writes as a text, not as a name
    this.pdf.goTo(x, y, width, height, to.name, { structParent: element, Contents: new String(to.says) })
    element.end()
  }

  open(parent: Structure, type: string, options: object = {}): Structure {
    const element = this.pdf.struct(type, options)
    parent.add(element)
    return element
  }

  /** Marks that say nothing: rules, repeated headers, page numbers. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type })
    draw()
    this.pdf.endMarkedContent()
  }

  /** A font for words that may have letters it lacks: then the sans. */
  fontFor(text: string, font: FontName): FontName {
    return [...text].every(char => this.#has(font, char)) ? font : 'bold'
  }

  outlineFont(font: FontName): OutlineFont {
    return this.#inner(font)
  }

  /** fontkit's own font, which pdfkit keeps to itself. */
  #inner(font: FontName): InnerFont {
    this.pdf.font(font)
    return (this.pdf as unknown as { _font: { font: InnerFont } })._font.font
  }

  #has(font: FontName, char: string): boolean {
    let known = this.#font.get(font)
    if (!known) {
      known = this.#inner(font)
      this.#font.set(font, known)
    }
    return known.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)
  }

  /** Control characters are blanks; what a font lacks is an empty box, and counted once for each time it is printed. */
  #printable(text: string, font: FontName, count = false): string {
    // oxlint-disable-next-line no-control-regex -- texts from files may hold any
    if (/^[\u0020-\u007e\u00a0-\u017f]*$/.test(text)) return text
    const key = `${font}${text}`
    const known = count ? undefined : this.#known.get(key)
    if (known !== undefined) return known
    let clean = ''
    for (const char of text.normalize('NFC')) {
      if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(char)) clean += /\s/.test(char) ? ' ' : ''
      else if (this.#has(font, char) || char === ' ') clean += char
      else {
        clean += '\u25a1'
        if (count) this.unprintable += 1
      }
    }
    if (this.#known.size > 50_000) this.#known.clear()
    this.#known.set(key, clean)
    return clean
  }
}
