import type { Cell, Column } from '../../../../../shared/report/document.ts'
import type { Formats } from '../../format.ts'
import type { Paper } from './paper.ts'

export const CELL = 7.5
/** Between columns, and for the figure's number after an amount. */
export const GAP = 7
const MARK = 9
const LEAST = 58
const MOST = 270
/** A table that is narrower than the page is spread a little, not torn apart. */
const SPREAD = 22

/** How wide a column wants to be, and how narrow it can be: numbers are never broken. */
export interface Want {
  column: Column
  least: number
  want: number
  /** Room at the right for the number of a figure. */
  mark: number
  /** The text that all rows seen so far have; undefined before the first and null once two differ. */
  only?: string | null
}

export interface Placed extends Want {
  x: number
  width: number
}

export const isNumeric = ({ kind }: { kind: Column['kind'] }): boolean => kind !== 'text' && kind !== 'date'

export class Wants {
  readonly #wants: Want[]
  readonly #paper: Paper
  readonly #formats: Formats
  readonly #size: number

  constructor(columns: readonly Column[], paper: Paper, formats: Formats, size = CELL) {
    this.#paper = paper
    this.#formats = formats
    this.#size = size
    this.#wants = columns.map(column => {
      const words = column.label.split(/\s+/)
      const least = Math.max(...words.map(word => paper.widthOf(word, size, 'bold')))
      return { column, least, want: least, mark: 0 }
    })
  }

  see(cells: readonly Cell[], bold = false): void {
    for (const [i, cell] of cells.entries()) {
      const want = this.#wants[i]
      if (!want) continue
      const text = textOf(cell, this.#formats)
      if (!bold) want.only = want.only === undefined || want.only === text ? text : null
      if ('figure' in cell && cell.figure !== undefined) want.mark = MARK
      const width = this.#paper.widthOf(text, this.#size, bold ? 'bold' : 'sans')
      if (cell.kind === 'text') {
        want.want = Math.max(want.want, Math.min(width, MOST))
        want.least = Math.max(want.least, Math.min(width, LEAST))
      } else {
        want.want = Math.max(want.want, width)
        want.least = Math.max(want.least, width)
      }
    }
  }

  all(): Want[] {
    return this.#wants
  }
}

/** Amounts without their currency: the column's header has it. */
export const textOf = (cell: Cell, formats: Formats): string => formats.cell(cell, { plain: true })

const outer = (want: Want, width: number): number => width + want.mark + GAP

/**
 * Puts columns side by side. Where they do not fit they are broken into groups, each with the fixed columns again, so that every row can
 * be known in each of them.
 */
export function place(wants: readonly Want[], inner: number): Placed[][] {
  const least = (some: readonly Want[]): number =>
    some.reduce((sum, want) => sum + outer(want, want.least), 0)
  if (least(wants) <= inner) return [spread(wants, inner)]
  const fixed = wants.filter(want => want.column.fixed === true)
  const rest = wants.filter(want => want.column.fixed !== true)
  const room = inner - least(fixed)
  const groups: Want[][] = []
  let group: Want[] = []
  let used = 0
  for (const want of rest) {
    const width = outer(want, Math.min(want.least, Math.max(LEAST, room - want.mark - GAP)))
    if (group.length > 0 && used + width > room) {
      groups.push(group)
      group = []
      used = 0
    }
    group.push(want)
    used += width
  }
  if (group.length > 0) groups.push(group)
  return balanced(groups, rest, room).map(one => spread([...fixed, ...one], inner))
}

/** As many groups, but of about as many columns each: three columns of twelve do not stand alone on a page. */
function balanced(groups: readonly Want[][], rest: readonly Want[], room: number): Want[][] {
  const each = Math.ceil(rest.length / groups.length)
  const even = groups.map((_, i) => rest.slice(i * each, (i + 1) * each)).filter(one => one.length > 0)
  const fit = even.every(one => one.reduce((sum, want) => sum + outer(want, want.least), 0) <= room)
  return fit ? even : [...groups]
}

/** Gives texts what is left: all get the same, and what the short ones do not need goes to the long ones. */
function spread(wants: readonly Want[], inner: number): Placed[] {
  const least = wants.reduce((sum, want) => sum + outer(want, want.least), 0)
  const more = wants.reduce((sum, want) => sum + want.want - want.least, 0)
  const left = Math.max(0, inner - least)
  const level = levelOf(wants.map(want => want.want - want.least), left) // prettier-ignore
  // A single name that is wider than the page is broken within: it gets what there is.
  const shrink = least > inner ? inner / least : 1
  const over = Math.max(0, left - more)
  const spare = Math.min(SPREAD, over / Math.max(1, wants.length - 1))
  let x = 0
  return wants.map((want, i) => {
    const width =
      (want.least + Math.min(want.want - want.least, level)) * shrink +
      (i > 0 && isNumeric(want.column) ? spare : 0)
    const placed = { ...want, x, width }
    x += outer(want, width) + (i > 0 && !isNumeric(want.column) ? spare : 0)
    return placed
  })
}

/** What each may get at most, so that all of `left` is given out and nobody gets more than it asks for. */
function levelOf(asked: readonly number[], left: number): number {
  let [rest, level] = [left, 0]
  const sorted = asked.filter(one => one > 0).toSorted((a, b) => a - b)
  for (const [i, one] of sorted.entries()) {
    const all = (one - level) * (sorted.length - i)
    if (all > rest) return level + rest / (sorted.length - i)
    rest -= all
    level = one
  }
  return level
}

export const widthOf = (columns: readonly Placed[]): number => {
  const last = columns.at(-1)
  return last ? last.x + last.width + last.mark : 0
}
