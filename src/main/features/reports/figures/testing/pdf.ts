import { inflateSync } from 'node:zlib'

/** For tests: a figure as a PDF prints it, found by its link: the text that is printed, and the id that its number leads to. */
export interface PrintedFigure {
  id: string
  text: string
  /** What the index of figures prints for it. */
  listed: string
}

interface Piece {
  tag: string
  /** Texts in the order in which they were drawn. */
  texts: string[]
}

/**
 * Reads the figures of a made PDF: pieces tagged Link that hold an amount and its number, and the index that gives a number its id. Knows
 * as much of PDF as our files use: plain objects, deflated streams, fonts with a ToUnicode table.
 */
export function printedFigures(pdf: Buffer): PrintedFigure[] {
  const pieces = piecesOf(pdf)
  const index = new Map<string, { id: string; listed: string }>()
  for (const { texts } of pieces)
    if (/^F(-[0-9A-Z]{4}){3}$/.test(texts[1] ?? ''))
      index.set(texts[0] ?? '', { id: texts[1] ?? '', listed: texts.at(-1) ?? '' })
  // Links of the contents have a title and a page, those of figures an amount and a number.
  const titles = new Set(pieces.filter(piece => piece.tag === 'H2').map(piece => piece.texts.join(' ')))
  const links = pieces.filter(piece => piece.tag === 'Link').map(piece => piece.texts.join(' '))
  return links.flatMap((text, i) => {
    const found = i % 2 === 0 && !titles.has(text) ? index.get(links[i + 1] ?? '') : undefined
    return found ? [{ ...found, text }] : []
  })
}

/** The marked pieces of all pages in the order of the file. */
export function piecesOf(pdf: Buffer): Piece[] {
  const file = pdf.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, number = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs))
    objects.set(number, body)
  const streamOf = (reference: string | undefined): string => {
    const body = objects.get(reference ?? '') ?? ''
    const start = body.indexOf('stream\n')
    if (start < 0) return ''
    const bytes = Buffer.from(body.slice(start + 7, body.lastIndexOf('\nendstream')), 'latin1')
    return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
  }
  const reference = (body: string, key: string): string | undefined =>
    new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1]
  const tables = new Map<string, Map<number, string>>()
  const tableOf = (font: string): Map<number, string> => {
    const known = tables.get(font) ?? unicodeOf(streamOf(reference(objects.get(font) ?? '', 'ToUnicode')))
    tables.set(font, known)
    return known
  }
  return [...objects.values()]
    .filter(body => /\/Type \/Page\n/.test(body))
    .flatMap(body => {
      const resources = objects.get(reference(body, 'Resources') ?? '') ?? body
      const fonts = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font = '']) => [name, font]),
      )
      return readPage(streamOf(reference(body, 'Contents')), name => tableOf(fonts.get(name) ?? ''))
    })
}

function readPage(content: string, fontOf: (name: string) => Map<number, string>): Piece[] {
  const pieces: Piece[] = []
  let piece: Piece | undefined
  let font = new Map<number, string>()
  for (const [, tag, end, name, shown] of content.matchAll(
    /\/(\w+) <<[^>]*>> BDC|\b(EMC)\b|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g,
  )) {
    if (tag !== undefined) pieces.push((piece = { tag, texts: [] }))
    else if (end !== undefined) piece = undefined
    else if (name !== undefined) font = fontOf(name)
    else
      piece?.texts.push(
        [...(shown ?? '').matchAll(/<([0-9a-f]*)>/gi)]
          .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
          .map(code => font.get(Number.parseInt(code, 16)) ?? '')
          .join(''),
      )
  }
  return pieces
}

/** Glyph → text, of a ToUnicode table. */
function unicodeOf(cmap: string): Map<number, string> {
  const table = new Map<number, string>()
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
    for (const [i, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      table.set(
        Number.parseInt(from, 16) + i,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      )
  return table
}
