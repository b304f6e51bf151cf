/** What we use of pdfkit's document (pdfmake's `PDFDocument` extends it). Points, from the top left. */
export interface Pdf {
  readonly page: { width: number; height: number }
  readonly outline: { addItem(title: string, options: { left: number; top: number }): unknown }
  on(event: 'data', listener: (chunk: Uint8Array) => void): void
  once(event: 'end' | 'error', listener: (error: Error) => void): void
  end(): void
  registerFont(name: string, bytes: Uint8Array): void
  font(name: string): Pdf
  fontSize(size: number): Pdf
  fillColor(colour: string): Pdf
  strokeColor(colour: string): Pdf
  lineWidth(width: number): Pdf
  lineJoin(join: 'round'): Pdf
  dash(length: number, options: { space: number }): Pdf
  undash(): Pdf
  widthOfString(text: string): number
  text(text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }): Pdf
  moveTo(x: number, y: number): Pdf
  lineTo(x: number, y: number): Pdf
  closePath(): Pdf
  rect(x: number, y: number, width: number, height: number): Pdf
  circle(x: number, y: number, radius: number): Pdf
  fill(colour: string): Pdf
  stroke(): Pdf
  save(): Pdf
  restore(): Pdf
  translate(x: number, y: number): Pdf
  scale(factor: number): Pdf
  addPage(options: { size: 'A4'; layout: 'portrait' | 'landscape'; margin: number }): Pdf
  switchToPage(page: number): unknown
  goTo(
    x: number,
    y: number,
    width: number,
    height: number,
    destination: string,
    // oxlint-disable-next-line typescript/no-wrapper-object-types -- what pdfkit writes as a text, not as a name
    options: { structParent: Structure; Contents: String },
  ): Pdf
  addNamedDestination(name: string, kind: 'XYZ', left: number, top: number, zoom: number): void
  struct(type: string, options?: object): Structure
  addStructure(element: Structure): void
  markContent(tag: 'Artifact', options: { type: string }): void
  markStructureContent(type: string): Content
  endMarkedContent(): void
}

/** An element of the structure tree. Once it and all its children are ended it is written out and forgotten. */
export interface Structure {
  add(child: Structure | Content): Structure
  end(): void
}

/** A piece of a page that belongs to an element. */
export interface Content {
  readonly refs: unknown[]
}

/** One stroke of a glyph. */
export interface OutlineCommand {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
  args: number[]
}

/** fontkit's font, as far as outlines need it. */
export interface OutlineFont {
  unitsPerEm: number
  layout(text: string): {
    glyphs: { path: { commands: OutlineCommand[] } }[]
    positions: { xAdvance: number; xOffset: number; yOffset: number }[]
  }
}
