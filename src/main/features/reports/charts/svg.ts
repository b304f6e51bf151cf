import { INK, type Drawing, type Mark, type Point } from './drawing.ts'

/**
 * A drawing as SVG. Colours and sizes are attributes: a page whose policy forbids inline styles shows it all the same. A value that is a
 * figure has its id in `data-figure` and its number behind it; a picture holds no links, so the index of figures is where the keys go.
 */
export function toSvg(
  { width, height, marks }: Drawing,
  title: string,
  numberOf?: (figure: string) => number | undefined,
): string {
  const body = marks.map(mark => svgMark(mark) + raised(mark, numberOf)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(height)}" role="img" aria-label="${escapeXml(title)}">${body}</svg>`
}

function svgMark(mark: Mark): string {
  switch (mark.mark) {
    case 'rect':
      return `<rect x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}" fill="${mark.fill}"/>`
    case 'line':
      return `<path d="${path(mark.points)}" fill="none" stroke="${mark.stroke}" stroke-width="${n(mark.width)}" stroke-linejoin="round"${mark.dash ? ` stroke-dasharray="${mark.dash.join(' ')}"` : ''}/>`
    case 'area':
      return mark.points.length === 0 ? '' : `<path d="${path(mark.points)}Z" fill="${mark.fill}"/>`
    case 'dot':
      return `<circle cx="${n(mark.x)}" cy="${n(mark.y)}" r="${n(mark.radius)}" fill="${mark.fill}"/>`
    case 'text':
      return `<text x="${n(mark.x)}" y="${n(mark.y)}" font-size="${n(mark.size)}" text-anchor="${mark.anchor}" fill="${mark.fill}"${mark.bold ? ' font-weight="600"' : ''}${mark.figure === undefined ? '' : ` data-figure="${escapeXml(mark.figure)}"`}>${escapeXml(mark.text)}</text>`
  }
}

function raised(mark: Mark, numberOf: ((figure: string) => number | undefined) | undefined): string {
  const number =
    mark.mark === 'text' && mark.figure !== undefined && numberOf ? numberOf(mark.figure) : undefined
  if (mark.mark !== 'text' || number === undefined) return ''
  return `<text x="${n(mark.x + 1.2)}" y="${n(mark.y - 2.6)}" font-size="4" fill="${INK.faint}">${number}</text>`
}

const path = (points: readonly Point[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('')

const n = (value: number): string => String(Math.round(value * 100) / 100)

/** Text for XML and HTML, in content and in attributes; characters that XML cannot hold become the replacement character. */
export function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- exactly these are forbidden in XML 1.0
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  )
}
