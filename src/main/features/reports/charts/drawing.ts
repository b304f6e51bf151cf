/**
 * A picture as marks in points, before it is SVG, a page's content or pixels: each renderer draws the same one. The origin is the top left;
 * a text's `y` is its baseline.
 */
export interface Drawing {
  width: number
  height: number
  marks: Mark[]
}

export type Mark =
  | { mark: 'rect'; x: number; y: number; width: number; height: number; fill: string }
  | { mark: 'line'; points: readonly Point[]; stroke: string; width: number; dash?: readonly number[] }
  | { mark: 'area'; points: readonly Point[]; fill: string }
  | { mark: 'dot'; x: number; y: number; radius: number; fill: string }
  | {
      mark: 'text'
      x: number
      y: number
      text: string
      size: number
      anchor: 'start' | 'middle' | 'end'
      fill: string
      bold?: boolean
      /** Of a printed value, which ends at `x`: its figure, whose number is set behind it. */
      figure?: string
    }
export type Point = readonly [x: number, y: number]

/** Width of a text in points: from the font's own table, so that what fits here fits on paper. */
export type Measure = (text: string, size: number, bold?: boolean) => number

/** Printed colours: of the light theme, each at least 3.2 to 1 on white. */
export const INK = {
  text: '#16181d',
  soft: '#474a51',
  faint: '#63666d',
  rule: '#dfdfda',
  axis: '#85857d',
  main: '#2b45a3',
  before: '#858fb5',
  budget: '#c97f0a',
  income: '#459e92',
  expense: '#2b45a3',
  favourable: '#0b7554',
  adverse: '#b93217',
  anomaly: '#8b2a9b',
  bands: ['#e3e7f5', '#c5cdea', '#a9b4de'],
} as const

export const SIZE = 7.5
/** Room behind a value for the number of its figure. */
export const NUMBER = 9

/** Breaks a text into lines no wider than `width`: between words, and within one where it alone is wider. Nothing is left out. */
export function wrap(text: string, width: number, fits: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  const flush = (): void => {
    if (line !== '') lines.push(line)
    line = ''
  }
  // Not after a blank that holds an amount and its sign together.
  for (const word of text.split(/(?<=[^\S\u00a0\u202f]|[\u00ad/–-])|\n/u)) {
    if (fits((line + word).trimEnd()) <= width) {
      line += word
      continue
    }
    flush()
    if (fits(word.trimEnd()) <= width) {
      line = word
      continue
    }
    for (const char of word) {
      if (line !== '' && fits(line + char) > width) flush()
      line += char
    }
  }
  flush()
  return lines.length > 0 ? lines.map(one => one.trimEnd()) : ['']
}
