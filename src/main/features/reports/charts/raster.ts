import type { Drawing, Mark, Point } from './drawing.ts'

/** Outlines of a text in points, its baseline's start at nought: contours of a font's glyphs. */
export type Outlines = (text: string, size: number, bold: boolean) => { contours: Point[][]; width: number }

export interface Pixels {
  width: number
  height: number
  /** Red, green, blue; from the top left. */
  data: Uint8Array
}

const SUB = 4

/** A drawing as pixels on white, `scale` of them a point. For files that hold pictures only as pixels: a workbook. */
export function rasterise({ width, height, marks }: Drawing, scale: number, outlines: Outlines): Pixels {
  const pixels = {
    width: Math.ceil(width * scale),
    height: Math.ceil(height * scale),
    data: new Uint8Array(),
  }
  pixels.data = new Uint8Array(pixels.width * pixels.height * 3).fill(255)
  for (const mark of marks)
    for (const { contours, fill } of shapes(mark, outlines))
      paint(
        pixels,
        contours.map(contour => contour.map(([x, y]) => [x * scale, y * scale] as const)),
        colour(fill),
      )
  return pixels
}

interface Shape {
  contours: Point[][]
  fill: string
}

function shapes(mark: Mark, outlines: Outlines): Shape[] {
  switch (mark.mark) {
    case 'rect': {
      const { x, y, width, height, fill } = mark
      return [
        {
          contours: [
            [
              [x, y],
              [x + width, y],
              [x + width, y + height],
              [x, y + height],
            ],
          ],
          fill,
        },
      ]
    }
    case 'area':
      return [{ contours: [[...mark.points]], fill: mark.fill }]
    case 'dot':
      return [{ contours: [disc(mark.x, mark.y, mark.radius)], fill: mark.fill }]
    case 'line':
      return stroke(mark.points, mark.width, mark.dash).map(contour => ({
        contours: [contour],
        fill: mark.stroke,
      }))
    case 'text': {
      const { contours, width } = outlines(mark.text, mark.size, mark.bold === true)
      const left =
        mark.anchor === 'end' ? mark.x - width : mark.anchor === 'middle' ? mark.x - width / 2 : mark.x
      return [
        {
          contours: contours.map(one => one.map(([x, y]) => [x + left, y + mark.y] as const)),
          fill: mark.fill,
        },
      ]
    }
  }
}

const disc = (x: number, y: number, radius: number): Point[] =>
  Array.from({ length: 16 }, (_, i) => {
    const angle = (i * Math.PI) / 8
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const
  })

/** Each stretch as a quadrilateral, and a disc where two of a thick line meet. */
function stroke(points: readonly Point[], width: number, dash: readonly number[] | undefined): Point[][] {
  const found: Point[][] = []
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point]
    for (const [from, to] of dashes(a, b, dash)) found.push(quad(from, to, width / 2))
    if (!dash && width > 1 && i < points.length - 1) found.push(disc(b[0], b[1], width / 2))
  }
  return found
}

function dashes(a: Point, b: Point, dash: readonly number[] | undefined): [Point, Point][] {
  if (!dash) return [[a, b]]
  const [on = 3, off = 2] = dash
  const length = Math.hypot(b[0] - a[0], b[1] - a[1])
  const at = (d: number): Point => [a[0] + ((b[0] - a[0]) * d) / length, a[1] + ((b[1] - a[1]) * d) / length]
  const found: [Point, Point][] = []
  for (let d = 0; d < length; d += on + off) found.push([at(d), at(Math.min(length, d + on))])
  return found
}

function quad([ax, ay]: Point, [bx, by]: Point, half: number): Point[] {
  const length = Math.hypot(bx - ax, by - ay) || 1
  const [dx, dy] = [((by - ay) / length) * half, ((ax - bx) / length) * half]
  return [
    [ax + dx, ay + dy],
    [bx + dx, by + dy],
    [bx - dx, by - dy],
    [ax - dx, ay - dy],
  ]
}

const colour = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

/** Fills contours by the non-zero rule: four lines a pixel, exact coverage along each of them. */
function paint(
  pixels: Pixels,
  contours: readonly (readonly Point[])[],
  [r, g, b]: [number, number, number],
): void {
  const edges = contours.flatMap(edgesOf)
  if (edges.length === 0) return
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { y0, y1 } of edges) {
    top = Math.min(top, y0)
    bottom = Math.max(bottom, y1)
  }
  const cover = new Float32Array(pixels.width)
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(pixels.height, Math.ceil(bottom)); y += 1) {
    cover.fill(0)
    for (let s = 0; s < SUB; s += 1) scan(edges, y + (s + 0.5) / SUB, cover)
    for (let x = 0; x < pixels.width; x += 1) {
      const share = cover[x] as number
      if (share <= 0) continue
      const i = (y * pixels.width + x) * 3
      const t = Math.min(1, share)
      const mix = (at: number, to: number): void => {
        pixels.data[at] = Math.round((pixels.data[at] as number) * (1 - t) + to * t)
      }
      mix(i, r)
      mix(i + 1, g)
      mix(i + 2, b)
    }
  }
}

interface Edge {
  x0: number
  y0: number
  y1: number
  slope: number
  winding: number
}

function edgesOf(contour: readonly Point[]): Edge[] {
  return contour.flatMap((from, i): Edge[] => {
    const to = contour[(i + 1) % contour.length] as Point
    if (from[1] === to[1]) return []
    const [a, b] = from[1] < to[1] ? [from, to] : [to, from]
    return [
      {
        x0: a[0],
        y0: a[1],
        y1: b[1],
        slope: (b[0] - a[0]) / (b[1] - a[1]),
        winding: from[1] < to[1] ? 1 : -1,
      },
    ]
  })
}

function scan(edges: readonly Edge[], y: number, cover: Float32Array): void {
  const hits = edges
    .filter(edge => edge.y0 <= y && y < edge.y1)
    .map(edge => ({ x: edge.x0 + (y - edge.y0) * edge.slope, winding: edge.winding }))
    .sort((a, b) => a.x - b.x)
  let winding = 0
  for (let i = 0; i < hits.length - 1; i += 1) {
    winding += hits[i]?.winding ?? 0
    if (winding !== 0) span(hits[i]?.x ?? 0, hits[i + 1]?.x ?? 0, cover)
  }
}

function span(from: number, to: number, cover: Float32Array): void {
  const left = Math.max(0, from)
  const right = Math.min(cover.length, to)
  for (let x = Math.floor(left); x < right; x += 1)
    cover[x] = (cover[x] as number) + Math.max(0, Math.min(x + 1, right) - Math.max(x, left)) / SUB
}
