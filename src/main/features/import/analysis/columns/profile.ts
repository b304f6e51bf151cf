import { DateEvidence } from '../dates/detect.ts'
import { saysNothing } from '../rows/blank.ts'
import { numberParts, styleEvidence } from '../money/style.ts'

/** Distinct texts that are remembered of a column; with more it counts as open (names, texts, amounts). */
const REMEMBERED = 4096

/** What a whole column says of itself, kept in room that does not grow with the file. */
export class ColumnProfile {
  filled = 0
  blank = 0
  /** Distinct texts and their counts, while they are few; `open` once they are not. */
  readonly values = new Map<string, number>()
  open = false
  readonly samples: string[] = []
  readonly dates = new DateEvidence()
  numbers = new NumberEvidence()
  /** What a workbook's formats show beside numbers, without its being in a cell. */
  readonly shown = new Set<string>()
  #tested = 0
  #settled = false

  /** Distinct texts: exact while the column is closed, at least that many beyond. */
  get distinct(): number {
    return this.values.size
  }

  /** True where every filled cell so far holds the same text. */
  get constant(): boolean {
    return this.values.size <= 1 && !this.open
  }

  add(cell: string): void {
    if (cell === '') {
      this.blank++
      return
    }
    if (!this.open) {
      const seen = this.values.get(cell)
      if (seen !== undefined) {
        this.values.set(cell, seen + 1)
        this.filled++
        return
      }
    } else if (this.#settled) {
      // Nothing more is to be learnt of a column of names or texts.
      this.filled++
      return
    }
    const text = cell.trim()
    if (text === '') {
      this.blank++
      return
    }
    this.filled++
    if (this.samples.length < 5) this.samples.push(text.slice(0, 120))
    if (this.values.size < REMEMBERED) this.values.set(cell, 1)
    else this.open = true
    this.#test(text)
  }

  addShown(unit: string): void {
    if (this.shown.size < 50) this.shown.add(unit)
  }

  // Each distinct text counts once while the column is closed; a column that is plainly neither dates nor numbers after 300 of
  // them is not tested any further.
  #test(text: string): void {
    this.#tested++
    if (this.#settled) return
    if (this.#tested > 300 && this.numbers.read * 10 < this.numbers.seen && this.dates.hopeless) {
      this.#settled = true
      return
    }
    this.dates.add(text)
    this.numbers.add(text)
  }
}

/** How a column's texts read as numbers. */
export class NumberEvidence {
  seen = 0
  read = 0
  negative = 0
  /** Numbers that have places behind a decimal sign. */
  decimals = 0
  point = 0
  comma = 0
  eitherPoint = 0
  eitherComma = 0
  /** Some texts in doubt, for the question. */
  readonly doubtful: string[] = []
  readonly units = new Map<string, number>()
  readonly groupings = new Map<string, number>()

  add(text: string): void {
    this.seen++
    const plain = plainKind(text)
    if (plain !== undefined) {
      this.read++
      if (text.charCodeAt(0) === 45) this.negative++
      if (plain > 0) {
        this.point++
        this.decimals++
      }
      return
    }
    const parts = numberParts(text)
    if (!parts) {
      // A dash or "#N/A" among amounts speaks neither for nor against them.
      if (saysNothing(text)) this.seen--
      return
    }
    this.read++
    if (parts.negative) this.negative++
    if (parts.unit !== '' && this.units.size < 50)
      this.units.set(parts.unit, (this.units.get(parts.unit) ?? 0) + 1)
    const grouping = /\d([ '])\d/.exec(parts.body)?.[1]
    if (grouping) this.groupings.set(grouping, (this.groupings.get(grouping) ?? 0) + 1)
    switch (styleEvidence(parts.body)) {
      case 'decimal-point':
        this.point++
        break
      case 'decimal-comma':
        this.comma++
        break
      case 'either-point':
        this.eitherPoint++
        if (this.doubtful.length < 3) this.doubtful.push(text)
        break
      case 'either-comma':
        this.eitherComma++
        if (this.doubtful.length < 3) this.doubtful.push(text)
        break
      case 'none':
        return
    }
    this.decimals++
  }

  /** Share of the texts that are numbers. */
  get share(): number {
    return this.seen === 0 ? 0 : this.read / this.seen
  }
}

/**
 * Places behind the point of a plain "-1234.56" (0 without one), for which the general reading is not needed: most cells by far.
 * Undefined for anything else, "1.234" included, which may be a thousand.
 */
function plainKind(text: string): number | undefined {
  const { length } = text
  if (length > 20) return undefined
  let point = -1
  for (let i = text.charCodeAt(0) === 45 ? 1 : 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code === 46 && point < 0 && i > 0 && text.charCodeAt(i - 1) !== 45) point = i
    else if (code < 48 || code > 57) return undefined
  }
  if (length === 0 || text === '-') return undefined
  if (point < 0) return 0
  const places = length - point - 1
  return places === 0 || places === 3 ? undefined : places
}
