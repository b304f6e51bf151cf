import type { Outlines } from '../../charts/raster.ts'
import type { Point } from '../../charts/drawing.ts'
import type { Paper } from './paper.ts'
import type { OutlineCommand } from './pdf-types.ts'

const STEPS = 4

/** Outlines of texts out of the report's own fonts, for pictures made of pixels. */
export function outlinesOf(paper: Paper): Outlines {
  return (text, size, bold) => {
    const font = paper.outlineFont(bold ? 'bold' : 'sans')
    const scale = size / font.unitsPerEm
    const { glyphs, positions } = font.layout(text)
    const contours: Point[][] = []
    let x = 0
    for (const [i, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {}
      contours.push(...flatten(glyph.path.commands, x + xOffset, yOffset, scale))
      x += xAdvance
    }
    return { contours, width: x * scale }
  }
}

/** Curves as short straight stretches; a font's y goes up, ours down. */
function flatten(commands: readonly OutlineCommand[], dx: number, dy: number, scale: number): Point[][] {
  const contours: Point[][] = []
  let contour: Point[] = []
  let at: [number, number] = [0, 0]
  const put = (x: number, y: number): void => void contour.push([(x + dx) * scale, -(y + dy) * scale])
  for (const { command, args } of commands) {
    if (command === 'moveTo') {
      if (contour.length > 2) contours.push(contour)
      contour = []
    }
    if (command === 'closePath') continue
    const points = pairs(args)
    const to = points.at(-1) ?? at
    const steps = command === 'moveTo' || command === 'lineTo' ? 1 : STEPS
    for (let s = 1; s <= steps; s += 1) put(...curve([at, ...points], s / steps))
    at = to
  }
  if (contour.length > 2) contours.push(contour)
  return contours
}

const pairs = (args: readonly number[]): [number, number][] =>
  Array.from({ length: args.length / 2 }, (_, i) => [args[i * 2] ?? 0, args[i * 2 + 1] ?? 0])

/** De Casteljau: a point of the curve by its control points; at 1 its end. */
function curve(points: readonly [number, number][], t: number): [number, number] {
  if (t === 1) return points.at(-1) as [number, number]
  let some = points
  while (some.length > 1)
    some = some.slice(1).map((to, i): [number, number] => {
      const from = some[i] as [number, number]
      return [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]
    })
  return some[0] as [number, number]
}
