import type { FieldMapping, Question } from '../../../../../shared/contract/import.ts'
import { parsePeriodNumber } from '../dates/fiscal.ts'
import { monthOfName } from '../dates/months.ts'
import { isPeriod, orderOfPattern, parseDate, patternOf, type DateOrder } from '../dates/parse.ts'
import { columnWord, normaliseHeader } from './headers.ts'
import { byRank, quoted, type Candidate, type Context, type TableFacts } from './table.ts'
import { say } from '../messages.ts'

/** Below this share of readable cells a column is no date column, whatever its header says. */
const ENOUGH = 0.6
/** Unless no other column is one, and it says plainly that it is. */
const SOME = 0.2

interface Found {
  fields: FieldMapping[]
  questions: Question[]
}

/** Which column is the posting date, in which style; which the posting period; or the question that settles it. */
export function proposeDates(table: TableFacts, all: readonly Candidate[], context: Context): Found {
  const fields: FieldMapping[] = []
  const questions: Question[] = []
  const chosen = chosenColumn(context.answers['date'])
  const named = all.filter(c => c.field === 'date' || c.field === 'period').toSorted(byRank)
  const dated = (c: Candidate, enough = ENOUGH): boolean => {
    const settled = c.profile.dates.settle()
    return settled !== undefined && settled.anyhow >= enough && !isPeriod(settled.order)
  }
  const yearless = yearlessDate(named, context.yearFrom)
  if (yearless && chosen === undefined) return { fields: [yearless], questions }
  const date =
    all.find(c => c.column === chosen) ??
    named.find(c => c.field === 'date' && dated(c)) ??
    named.find(c => c.field === 'period' && dated(c) && !isSerial(c)) ??
    // Headings and balances among its dates, as in a report of all accounts: each other row has its own reason.
    named.find(c => c.field === 'date' && dated(c, SOME)) ??
    // A header and no rows: its word is all there is.
    (table.rows === 0 ? named.find(c => c.field === 'date') : undefined)
  const year = all.find(c => c.field === 'fiscal_year' && c.profile.filled > 0)
  const period = all
    .filter(c => c.field === 'period' && c !== date)
    .toSorted(byRank)
    .find(c => periodOrder(c) !== undefined || (year !== undefined && isPeriodNumber(c)))
  const month = period ?? named.find(c => c !== date && periodOrder(c) !== undefined)
  const unnamed = date || month ? undefined : unnamedDate(table, all)
  const column = date ?? unnamed
  if (column) {
    const { order, rivals } = column.profile.dates.settle() ?? { order: 'ymd' as DateOrder, rivals: [] }
    const settled = settleOrder(column, order, rivals, all, context, questions)
    fields.push({ column: column.column, field: 'date', datePattern: patternOf(settled) })
  }
  const calendar =
    month && !column && CALENDAR.test(normaliseHeader(month.name)) ? periodOrder(month) : undefined
  if (month && calendar) {
    // "Month" is the calendar's, whatever the fiscal year.
    fields.push({ column: month.column, field: 'date', datePattern: patternOf(calendar) })
  } else if (month) {
    const order = periodOrder(month)
    // Under "Month" a 4 is April, under "Period" the fiscal year's fourth.
    const bare = CALENDAR.test(normaliseHeader(month.name)) ? 'MMM' : 'M'
    fields.push({ column: month.column, field: 'period', datePattern: order ? patternOf(order) : bare })
    if (!order && year) fields.push({ column: year.column, field: 'fiscal_year' })
  }
  if (!column && !month && !isIsoDate(context.answers['date'])) questions.push(noDate(table, all, context))
  return { fields, questions }
}

const CALENDAR =
  /^(?:(?:payment|posting|calendar|year) )?(?:month|monat|mois|mes|maand)(?: (?:of payment|year))?$|^date\b|\bdate$/

function settleOrder(
  c: Candidate,
  order: DateOrder,
  rivals: readonly DateOrder[],
  all: readonly Candidate[],
  context: Context,
  questions: Question[],
): DateOrder {
  if (rivals.length === 0) return order
  const id = `date-order:${c.column}`
  const answer = context.answers[id]
  const answered = answer === undefined ? undefined : orderOfPattern(answer)
  if (answered) return answered
  // One file is written in one way: another of its date columns may settle what this one leaves open.
  const elsewhere = all.flatMap(o => {
    const other = o === c ? undefined : o.profile.dates.settle()
    return other && other.share > 0.9 && other.rivals.length === 0 && DAY_FIRST.has(other.order)
      ? [DAY_FIRST.get(other.order)]
      : []
  })
  const settled = [order, ...rivals].find(o => DAY_FIRST.get(o) === elsewhere[0])
  if (settled && new Set(elsewhere).size === 1) return settled
  questions.push({
    id,
    text: say().dayOrMonth(columnWord(c.name), quoted(c.profile.samples.slice(0, 2))),
    column: c.column,
    choices: [order, ...rivals].map(o => ({ value: patternOf(o), label: labelOf(o) })),
  })
  return order
}

const DAY_FIRST: ReadonlyMap<DateOrder, boolean> = new Map([
  ['dmy', true],
  ['dmy2', true],
  ['mdy', false],
  ['mdy2', false],
])

function labelOf(order: DateOrder): string {
  if (order === 'dmy' || order === 'dmy2') return say().dayFirst
  if (order === 'mdy' || order === 'mdy2') return say().monthFirst
  return order === 'ymd2' ? say().yearFirst : patternOf(order)
}

/** Dates of day and month, which a file that states its fiscal year has (DATEV). */
function yearlessDate(named: readonly Candidate[], yearFrom: string | undefined): FieldMapping | undefined {
  if (yearFrom === undefined) return undefined
  const order = `ddMM@${yearFrom}` as const
  const reads = (c: Candidate): boolean => {
    const values = [...c.profile.values.keys()]
    const good = values.filter(v => parseDate(v, order) !== undefined).length
    return good > 0 && good >= values.length * ENOUGH
  }
  const found = named.find(c => c.field === 'date' && reads(c))
  return found && { column: found.column, field: 'date', datePattern: order }
}

const isSerial = (c: Candidate): boolean => c.profile.dates.settle()?.order === 'serial'

function periodOrder(c: Candidate): DateOrder | undefined {
  const settled = c.profile.dates.settle()
  return settled && settled.share >= 0.9 && isPeriod(settled.order) ? settled.order : undefined
}

/** A posting period without its year: 1 to 16. */
function isPeriodNumber(c: Candidate): boolean {
  return (
    c.profile.values.size > 0 &&
    [...c.profile.values.keys()].every(v => (parsePeriodNumber(v) ?? monthOfName(v.trim())) !== undefined)
  )
}

/** A date column that its header does not tell: nearly all cells are dates of a kind that nothing else looks like. */
function unnamedDate(table: TableFacts, all: readonly Candidate[]): Candidate | undefined {
  const fits = all.filter(c => {
    const settled = c.profile.dates.settle()
    if (!settled || settled.share < 0.9 || isPeriod(settled.order)) return false
    if (settled.order === 'epoch' || settled.order === 'serial') return false
    if (c.profile.filled * 2 < table.rows) return false
    return !table.hasHeader || settled.order !== 'compact-dmy'
  })
  if (table.hasHeader) return onlyDate(fits)
  const compact = (c: Candidate): number => (c.profile.dates.settle()?.order.startsWith('compact') ? 1 : 0)
  return fits.toSorted((a, b) => compact(a) - compact(b) || a.column - b.column)[0]
}

// When a row was made, copied or changed says nothing of when money moved; nor does when it falls due.
const BESIDES =
  /sync|updat|modif|chang|creat|aging|load|extract|import|due|expir|birth|valid|start|end|open|until|deadline|f[äa]llig|angelegt|ge[äa]ndert/i

/** Of columns that hold dates under names nobody listed: the one, if there is just one that may be it; else the user is asked. */
function onlyDate(fits: readonly Candidate[]): Candidate | undefined {
  const likely = fits.filter(c => !BESIDES.test(c.name))
  const called = likely.filter(c => /dat|day|tag|dag|fecha|time|jour|giorno/i.test(c.name))
  if (called.length > 0) return called.length === 1 ? called[0] : undefined
  return likely.length === 1 ? likely[0] : undefined
}

function noDate(table: TableFacts, all: readonly Candidate[], context: Context): Question {
  const month = /(?:^|\D)((?:19|20)\d{2})[-_. ]?(0[1-9]|1[0-2])(?:\D|$)/.exec(context.fileName)
  const choices = month
    ? [
        {
          value: lastDay(Number(month[1]), Number(month[2])),
          label: say().lastDayOf(month[1], month[2]),
        },
      ]
    : []
  const named = all.filter(c => c.field === 'date').map(c => c.name)
  const dated = all.filter(c => (c.profile.dates.settle()?.share ?? 0) > 0.9 && !isSerial(c))
  const why =
    named.length === 0 && dated.length > 0
      ? say().noneIsDate(quoted(dated.slice(0, 6).map(c => c.name)))
      : named.length > 0
        ? say().noDatesIn(named[0])
        : say().noDateAmong(table.names.slice(0, 8).join(', '))
  return {
    id: 'date',
    text: say().giveDate(why),
    choices: [
      ...choices,
      ...all
        .filter(c => (c.profile.dates.settle()?.share ?? 0) > 0.3)
        .map(c => ({ value: `column:${c.column}`, label: columnWord(c.name) })),
    ],
  }
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

const isIsoDate = (text: string | undefined): boolean =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

export function chosenColumn(answer: string | undefined): number | undefined {
  const match = /^column:(\d+)$/.exec(answer ?? '')
  return match ? Number(match[1]) : undefined
}
