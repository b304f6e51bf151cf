import { startMonthOf, type Fiscal } from '../../../../../shared/calendar/fiscal.ts'
import type { Day } from '../../../../../shared/calendar/day.ts'
import { allocate } from '../../../../../shared/money/allocate.ts'
import { toDecimal, type Minor } from '../../../../../shared/money/minor.ts'
import { isFigure, readFigure, styleOf } from './figures.ts'
import { isHeaderLike, rolesOf, type Role } from './headers.ts'
import { letters } from './letters.ts'
import { unitOf, type Unit } from './units.ts'
import { monthsOf, periodWords, yearOfMonth, type PeriodWords } from './periods.ts'
import { say } from '../messages.ts'

export interface UnpivotOptions {
  /** Decimal places of the currency. */
  exponent: number
  fiscal: Fiscal
  /** Fiscal year of months that name none. */
  year?: number
  /** Header of the amount's column. */
  amount?: string
  /** Figures of quarters and years: over their months, or on their first. */
  spread: 'even' | 'first'
}

/** One figure of the file. `row` counts from 1; `days` and `amounts` are the months that it is entered on. */
export interface Figure {
  row: number
  column: string
  header: string
  dimensions: Record<string, string>
  scenario: string
  block: string
  text: string
  days: Day[]
  amounts: Minor[]
}

export interface Unpivoted {
  roles: Role[]
  figures: Figure[]
  controls: { row: number; column: string; label: string; file: string; farthing: string; agrees: boolean }[]
  problems: { row: number; column: string; message: string }[]
  rows: { figures: number; totals: number; headings: number; ignored: number }
}

const TOTAL = /^(?:grand |sub-?)?totals?\b|^(?:zwischen)?summe\b|^gesamt/i
const MOST = 200

/**
 * Turns a budget's table round: each figure with its months and members. Wide (a column a month, quarter or year), long (columns of
 * time and amount), headers of several rows, blocks under headings of their own, headers repeated; total rows are held against the
 * figures above them and are no figures. Undefined where no header is found.
 */
export function unpivot(
  grid: readonly (readonly string[])[],
  options: UnpivotOptions,
): Unpivoted | undefined {
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0)
  const style = styleOf(grid.flat().filter(isFigure))
  let unit: Unit | undefined
  const found: Unpivoted = {
    roles: [],
    figures: [],
    controls: [],
    problems: [],
    rows: { figures: 0, totals: 0, headings: 0, ignored: 0 },
  }
  let roles: Role[] | undefined
  let loose = 0
  let ended = false
  let block = ''
  let sums = new Map<number, bigint>()
  const all = new Map<number, bigint>()
  for (let at = 0; at < grid.length; at += 1) {
    const row = (grid[at] as readonly string[]).map(cell => cell.trim())
    if (row.every(cell => cell === '')) continue
    // A header stands above the figures: a row of words far below is a row.
    if (!roles && row.filter(cell => isFigure(cell) && !periodWords(cell)).length >= 2) loose += 1
    if (loose > 3) return undefined
    const header = headerAt(grid, at, width, options.amount, roles)
    if (header) {
      roles = header.roles
      ended = false
      if (found.roles.length === 0) {
        found.roles = roles
        unit = unitOf(
          grid.slice(0, at + header.rows),
          roles.flatMap((role, column) => (role.kind === 'value' ? [{ header: role.header, column }] : [])),
        )
        if (unit) found.problems.push({ ...unit.place, message: say().inUnits(unit.words, 10 ** unit.power) })
      }
      at += header.rows - 1
      continue
    }
    if (!roles) continue
    const label = row.find((cell, c) => cell !== '' && !isValue(roles?.[c])) ?? ''
    const values = row.flatMap((cell, c) => (isValue(roles?.[c]) && cell !== '' && cell !== '-' ? [c] : []))
    if (values.length === 0) {
      if (label === '' || row.filter(cell => cell !== '').length > 1) found.rows.ignored += 1
      else {
        block = label
        sums = new Map()
        found.rows.headings += 1
      }
      continue
    }
    if (ended) {
      found.rows.ignored += 1
      continue
    }
    const isTotal = TOTAL.test(label)
    let isGrand = isTotal
    found.rows[isTotal ? 'totals' : 'figures'] += 1
    for (const column of values) {
      const place = { row: at + 1, column: letters(column) }
      const amount = readFigure(row[column] as string, style, options.exponent + (unit?.power ?? 0))
      const note = (message: string): void => {
        if (found.problems.length < MOST) found.problems.push({ ...place, message })
      }
      if (amount === undefined) {
        note(say().noAmount((row[column] as string).slice(0, 40)))
        continue
      }
      if (isTotal) {
        const every = all.get(column) ?? 0n
        isGrand &&= BigInt(amount) === every && every !== (sums.get(column) ?? 0n)
        control(
          found,
          place,
          label,
          BigInt(amount),
          sums.get(column) ?? 0n,
          all.get(column) ?? 0n,
          options.exponent,
        )
        continue
      }
      const role = roles[column] as Role & { kind: 'value' }
      const days = monthsOf(timeOf(role.period, roles, row, options), options.fiscal)
      if (!days) {
        note(say().noYear)
        continue
      }
      for (const map of [sums, all]) map.set(column, (map.get(column) ?? 0n) + BigInt(amount))
      const first = options.spread === 'first' || days.length === 1
      found.figures.push({
        ...place,
        header: role.header,
        ...describe(roles, row),
        block,
        days: first ? days.slice(0, 1) : days,
        amounts: first
          ? [amount]
          : allocate(
              amount,
              days.map(() => 1),
            ),
      })
    }
    if (!isTotal) across(found, at, row, roles, style, options.exponent, unit?.power ?? 0)
    // The sum of all blocks ends the table: what stands below says the same again by other headings.
    if (isGrand) ended = true
    if (isTotal) sums = new Map()
  }
  return roles ? found : undefined
}

const isValue = (role: Role | undefined): boolean => role?.kind === 'value'

/** The header that begins at a row: the longest run of rows that can be one and that together name figures. */
function headerAt(
  grid: readonly (readonly string[])[],
  at: number,
  width: number,
  amount: string | undefined,
  now: Role[] | undefined,
): { roles: Role[]; rows: number } | undefined {
  let rows = 0
  while (rows < 6 && isHeaderLike(grid[at + rows] ?? [])) rows += 1
  if (rows === 0) return undefined
  const roles = rolesOf(grid.slice(at, at + rows), width, amount)
  if (!roles) return undefined
  // In the middle of a table only another header of the same kind is one: a row of texts is not.
  const named = (some: Role[]): number => some.filter(isValue).length
  return now && named(roles) < named(now) ? undefined : { roles, rows }
}

const ACROSS =
  /^(?:(?:grand|row|year(?:ly)?|annual|full[- ]year) )?total(?: (?:fy ?)?\d{2,4}(?:\/\d{2,4})?)?$|^(?:jahres)?(?:summe|gesamt)$/i

/** The row's own total, where the table has one column of them: a figure that was not read is missing from it. */
function across(
  found: Unpivoted,
  at: number,
  row: readonly string[],
  roles: readonly Role[],
  style: ReturnType<typeof styleOf>,
  exponent: number,
  power: number,
): void {
  const columns = roles.flatMap((role, c) => (role.kind === 'skip' && ACROSS.test(role.header) ? [c] : []))
  const [column] = columns
  const years = new Set(roles.map(role => (role.kind === 'value' ? role.period.year : undefined)))
  if (column === undefined || columns.length > 1 || years.size > 2 || !isFigure(row[column] ?? '')) return
  const stated = readFigure(row[column] as string, style, exponent + power)
  if (stated === undefined) return
  let ours = 0n
  for (const figure of found.figures.toReversed()) {
    if (figure.row !== at + 1) break
    for (const amount of figure.amounts) ours += BigInt(amount)
  }
  if (BigInt(stated) === ours) return
  const label = row.find((cell, c) => cell !== '' && !isValue(roles[c])) ?? ''
  const place = { row: at + 1, column: letters(column) }
  if (found.controls.length < MOST)
    found.controls.push({
      ...place,
      label,
      file: toDecimal(BigInt(stated), exponent),
      farthing: toDecimal(ours, exponent),
      agrees: false,
    })
}

function timeOf(
  own: PeriodWords,
  roles: readonly Role[],
  row: readonly string[],
  options: UnpivotOptions,
): PeriodWords {
  const words: PeriodWords = { ...own }
  for (const [c, role] of roles.entries()) {
    if (role.kind !== 'period') continue
    const cell = row[c] ?? ''
    const number = /^\d{1,2}$/.test(cell) ? Number(cell) : undefined
    if (role.part === 'year' && /^\d{4}$/.test(cell)) words.year ??= Number(cell)
    else if (role.part === 'period' && number !== undefined && number >= 1 && number <= 16)
      words.period ??= number
    else if (role.part === 'month' && number !== undefined && number >= 1 && number <= 12)
      words.month ??= number
    else Object.assign(words, { ...periodWords(cell), ...words })
  }
  if (words.year === undefined && options.year !== undefined)
    words.year =
      words.month === undefined
        ? options.year
        : yearOfMonth(options.year, words.month, startMonthOf(options.fiscal))
  return words
}

function describe(
  roles: readonly Role[],
  row: readonly string[],
): Pick<Figure, 'dimensions' | 'scenario' | 'text'> {
  const dimensions: Record<string, string> = {}
  const texts: string[] = []
  let scenario = ''
  for (const [c, role] of roles.entries()) {
    const cell = row[c] ?? ''
    if (cell === '') continue
    if (role.kind === 'dimension') dimensions[role.field] ??= cell
    else if (role.kind === 'scenario') scenario = cell
    else if (role.kind === 'text') texts.push(cell)
    // A first column without a header names its rows all the same.
    else if (role.kind === 'skip' && role.header === '' && !isFigure(cell)) texts.push(cell)
  }
  return { dimensions, scenario, text: texts.join(', ') }
}

function control(
  { controls }: Unpivoted,
  place: { row: number; column: string },
  label: string,
  file: bigint,
  block: bigint,
  all: bigint,
  exponent: number,
): void {
  if (controls.length >= MOST) return
  const ours = file === all ? all : block
  controls.push({
    ...place,
    label,
    file: toDecimal(file, exponent),
    farthing: toDecimal(ours, exponent),
    agrees: file === ours,
  })
}
