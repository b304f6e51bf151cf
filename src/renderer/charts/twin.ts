import type { Ranking } from '../../shared/contract/dashboard.ts'
import type { Matrix, Series } from '../../shared/data/data.ts'
import { exponentOf, toDecimal, type Total } from '../../shared/money/minor.ts'
import { csvRecord } from '../../shared/csv/write-csv.ts'
import type { ChartWords } from './model.ts'

/** The same figures as a table: what a screen reader reads, and what is saved as data. First column: text. */
export interface Twin {
  columns: string[]
  /** `text` is written for people, `data` for programs: amounts as plain decimals. */
  rows: { head: string; headData: string; cells: { text: string; data: string }[] }[]
}

type Words = Pick<ChartWords, 'full' | 'stepLong' | 'noData'>

export function seriesTwin(series: Series, stepName: string, words: Words): Twin {
  const cell = cells(words, series.unit === 'money' ? series.currency : undefined)
  return {
    columns: [stepName, ...series.lines.map(line => withCurrency(line.label, series.currency))],
    rows: series.x.map((key, i) => ({
      head: words.stepLong(key),
      headData: key,
      cells: series.lines.map(line => cell(line.values[i] ?? null)),
    })),
  }
}

export function matrixTwin(matrix: Matrix, rowName: string, words: Words, members = false): Twin {
  const cell = cells(words, matrix.unit === 'money' ? matrix.currency : undefined)
  return {
    columns: [rowName, ...matrix.columns.map(c => (members ? c.label : words.stepLong(c.key)))],
    rows: matrix.rows.map((row, i) => ({
      head: row.label,
      headData: row.label,
      cells: matrix.columns.map((_, j) => cell(matrix.values[i]?.[j] ?? null)),
    })),
  }
}

export function rankingTwin(
  ranking: Ranking,
  currency: string | undefined,
  names: {
    member: string
    value: string
    before: string
    entries: string
    none: string
    rest: string
    total: string
  },
  words: Words,
): Twin {
  const cell = cells(words, currency)
  const count = (n: number): { text: string; data: string } => ({ text: String(n), data: String(n) })
  const line = (
    head: string,
    part: { value: Total; before: Total | null; entries: number },
  ): Twin['rows'][number] => ({
    head,
    headData: head,
    cells: [cell(part.value), cell(part.before), count(part.entries)],
  })
  const entries = ranking.rows.reduce((a, r) => a + r.entries, ranking.rest.entries)
  return {
    columns: [
      names.member,
      withCurrency(names.value, currency),
      withCurrency(names.before, currency),
      names.entries,
    ],
    rows: [
      ...ranking.rows.map(row => line(row.key === '' ? names.none : row.label, row)),
      ...(ranking.rest.members > 0 || ranking.rest.entries > 0 ? [line(names.rest, ranking.rest)] : []),
      line(names.total, { value: ranking.total, before: ranking.totalBefore, entries }),
    ],
  }
}

/**
 * RFC 4180, CRLF, with a byte order mark so that spreadsheets read it as UTF-8. Text that a spreadsheet would run as a
 * formula (=, +, −, @, tab, CR first) gets an apostrophe before it; figures are left as figures.
 */
export function twinCsv(twin: Twin): string {
  const lines = [twin.columns, ...twin.rows.map(row => [row.headData, ...row.cells.map(c => c.data)])]
  return `\uFEFF${lines.map(line => `${csvRecord(line)}\r\n`).join('')}`
}

function cells(
  words: Words,
  currency: string | undefined,
): (value: Total | null) => { text: string; data: string } {
  return value => amountCell(value, words, currency)
}

/** An amount, or a count where there is no currency, as a cell of a twin. */
export function amountCell(
  value: Total | null | undefined,
  words: Pick<ChartWords, 'full' | 'noData'>,
  currency: string | undefined,
): { text: string; data: string } {
  return value === null || value === undefined
    ? { text: words.noData, data: '' }
    : {
        text: words.full(value),
        data: currency === undefined ? String(value) : toDecimal(value, exponentOf(currency)),
      }
}

const withCurrency = (label: string, currency: string | undefined): string =>
  currency ? `${label} (${currency})` : label
