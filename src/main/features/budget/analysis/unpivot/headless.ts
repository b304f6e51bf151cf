import type { Profile } from '../../../../../shared/query/dimensions.ts'
import { allocate } from '../../../../../shared/money/allocate.ts'
import { toDecimal, type Minor } from '../../../../../shared/money/minor.ts'
import { isFigure, readFigure, styleOf } from './figures.ts'
import type { Role } from './headers.ts'
import { letters } from './letters.ts'
import { monthsOf } from './periods.ts'
import { say } from '../messages.ts'
import type { Unpivoted, UnpivotOptions } from './unpivot.ts'

interface Line {
  /** From 1. */
  row: number
  code: string
  name: string
  amount: Minor
}

const MOST = 200
/** "0000010201 - Income tax", "7010 Salaries": a code of digits and points, then the name. */
const CODED = /^(\d[\d.]*)(?:\s*[-–:]\s*|\s+)(\S.*)$/

/**
 * A table without a header, of which somebody said the column of the figures by its letter, and the year: the first column is the code,
 * or code and name in one, a column of words beside it the name. Where codes are a hierarchy (0102 stands for 010201 and 010202), a row
 * whose figure is the sum of those beneath is held against them and is no figure: else its money would stand twice. Undefined where the
 * option names no column, or the column has no figures.
 */
export function headless(
  grid: readonly (readonly string[])[],
  options: UnpivotOptions & { profile: Profile },
): Unpivoted | undefined {
  const column = columnOf(options.amount)
  if (column === undefined || column < 1) return undefined
  const cells = grid.map(row => row.map(cell => cell.trim()))
  const style = styleOf(cells.map(row => row[column] ?? '').filter(isFigure))
  const names = nameColumn(cells, column)
  const found: Unpivoted = {
    roles: rolesOf(cells, column, names, options.profile),
    figures: [],
    controls: [],
    problems: [],
    rows: { figures: 0, totals: 0, headings: 0, ignored: 0 },
  }
  const place = (row: number): { row: number; column: string } => ({ row, column: letters(column) })
  const note = (row: number, message: string): void => {
    if (found.problems.length < MOST) found.problems.push({ ...place(row), message })
  }
  const lines: Line[] = []
  for (const [at, row] of cells.entries()) {
    const cell = row[column] ?? ''
    if (cell === '' || cell === '-') {
      if (row.some(other => other !== '')) found.rows.ignored += 1
      continue
    }
    const amount = readFigure(cell, style, options.exponent)
    // Words above the first figure are titles.
    if (amount === undefined && lines.length === 0 && !isFigure(cell)) found.rows.headings += 1
    else if (amount === undefined) note(at + 1, say().noAmount(cell.slice(0, 40)))
    else lines.push({ row: at + 1, ...named(row, names), amount })
  }
  if (lines.length === 0) return undefined
  const days = monthsOf(options.year === undefined ? {} : { year: options.year }, options.fiscal)
  if (!days) {
    note((lines[0] as Line).row, say().noYear)
    return found
  }
  const sums = parents(lines)
  for (const line of lines) {
    const beneath = sums.get(line)
    if (beneath !== undefined) {
      found.rows.totals += 1
      found.controls.push({
        ...place(line.row),
        label: [line.code, line.name].filter(part => part !== '').join(' '),
        file: toDecimal(line.amount, options.exponent),
        farthing: toDecimal(beneath, options.exponent),
        agrees: BigInt(line.amount) === beneath,
      })
      continue
    }
    found.rows.figures += 1
    const first = options.spread === 'first'
    found.figures.push({
      ...place(line.row),
      header: '',
      dimensions: dimensionsOf(line, options.profile),
      scenario: '',
      block: '',
      text: line.name || line.code,
      days: first ? days.slice(0, 1) : days,
      amounts: first ? [line.amount] : allocate(line.amount, days.map(() => 1)), // prettier-ignore
    })
  }
  // What does not agree is told before the list is cut.
  found.controls = found.controls.toSorted((a, b) => Number(a.agrees) - Number(b.agrees)).slice(0, MOST)
  return found
}

/** The rows that say the sum of others by their codes, with that sum; none where codes only look like a hierarchy. */
function parents(lines: readonly Line[]): Map<Line, bigint> {
  const coded = lines.filter(line => line.code !== '').toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const found = new Map<Line, bigint>()
  const beneath = (at: number): Line[] => {
    const { code } = coded[at] as Line
    let end = at + 1
    while (end < coded.length && (coded[end] as Line).code.startsWith(code)) end += 1
    return coded.slice(at + 1, end).filter(other => other.code !== code)
  }
  // From the deepest up, so that a parent sums what is no parent itself.
  for (let at = coded.length - 1; at >= 0; at -= 1) {
    const under = beneath(at).filter(line => !found.has(line))
    if (under.length > 0)
      found.set(coded[at] as Line, under.reduce((sum, line) => sum + BigInt(line.amount), 0n)) // prettier-ignore
  }
  // Nil is the sum of nils by any codes, and shows nothing.
  const telling = [...found].filter(([line, sum]) => line.amount !== 0 || sum !== 0n)
  const agreeing = telling.filter(([line, sum]) => BigInt(line.amount) === sum).length
  return agreeing > 0 && agreeing * 2 >= telling.length ? found : new Map<Line, bigint>()
}

/** "B" is the column with index 1; undefined where the text is no column's letter. */
function columnOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^[A-Za-z]{1,2}$/.test(text)) return undefined
  const index = [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) as number) - 64, 0) // prettier-ignore
  return index - 1
}

/** The first column right of the codes that holds mostly words; -1 where code and name share one. */
function nameColumn(cells: readonly (readonly string[])[], amount: number): number {
  for (let column = 1; column < amount; column += 1) {
    const filled = cells.map(row => row[column] ?? '').filter(cell => cell !== '')
    if (filled.filter(cell => !isFigure(cell)).length * 2 > filled.length) return column
  }
  return -1
}

function named(row: readonly string[], names: number): { code: string; name: string } {
  const first = row[0] ?? ''
  if (names > 0) return { code: first, name: row[names] ?? '' }
  const [, code, name] = CODED.exec(first) ?? []
  if (code !== undefined && name !== undefined) return { code, name }
  return isFigure(first) ? { code: first, name: '' } : { code: '', name: first }
}

/** At home, accounts are those of a bank, and what is planned is a category: by its name alone. */
function dimensionsOf({ code, name }: Line, profile: Profile): Record<string, string> {
  if (profile === 'personal') return { category: name || code }
  return { ...(code === '' ? {} : { 'account.code': code }), account: name || code }
}

function rolesOf(
  cells: readonly (readonly string[])[],
  amount: number,
  names: number,
  profile: Profile,
): Role[] {
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const field = profile === 'personal' ? 'category' : 'account'
  return Array.from({ length: width }, (_, column): Role => {
    if (column === amount) return { kind: 'value', header: '', period: {} }
    if (column === 0)
      return { kind: 'dimension', field: names > 0 && profile === 'ledger' ? `${field}.code` : field }
    return column === names ? { kind: 'dimension', field } : { kind: 'skip', header: '' }
  })
}
