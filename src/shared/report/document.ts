import type { Matrix, Series } from '../data/data.ts'
import type { Total } from '../money/minor.ts'
import type { ReportLanguage, SectionKind } from './definition.ts'
import type { Figure } from './figure.ts'

/**
 * A report as it was made, before it is a PDF, a workbook or a page: all that a renderer needs, and nothing of where it came from. Money
 * is minor units of the column's or cell's currency; `figure` is the id of the figure that a cell prints (figure.ts).
 */
export interface ReportDocument {
  title: string
  /** 'March 2024'. */
  period: string
  workspace: string
  language: ReportLanguage
  /** BCP 47 tag that numbers and dates are formatted by. */
  locale: string
  currency: string
  currencyDisplay: 'symbol' | 'code'
  /** ISO 8601 with the time zone Z. */
  madeAt: string
  revision: number
  from: string
  to: string
  /** What was asked for, line by line. */
  parameters: { label: string; value: string }[]
  sections: ReportSection[]
  figures: Figure[]
  /** The newest entry of the workspace's audit log, where one is kept. */
  auditHead?: string
}

export interface ReportSection {
  id: string
  kind: SectionKind
  title: string
  blocks: Block[]
}

export type Block = Paragraph | Tiles | ReportTable | ReportPicture | DataRows

export interface Paragraph {
  kind: 'paragraph'
  text: string
  /** 'note': smaller, about the figures; 'missing': what could not be said, and why. */
  tone: 'text' | 'note' | 'missing'
  /** Where in the text figures are printed, in order and apart from one another. */
  marks?: FigureMark[]
}

/** The characters of a text from `start` up to, not including, `end` print this cell. */
export interface FigureMark {
  start: number
  end: number
  cell: Cell
}

export interface Tiles {
  kind: 'tiles'
  tiles: { label: string; cell: Cell; notes: { label: string; cell: Cell }[] }[]
}

export type CellKind = 'text' | 'money' | 'count' | 'number' | 'percent' | 'date'

interface Numeric {
  figure?: string
  /** A judgement on a variance; printed as a word beside it, too. */
  tone?: 'favourable' | 'adverse'
}
export type Cell =
  /** With `figure`: a statement about a figure, whose numbers are explained where the figure is. */
  | { kind: 'text'; text: string; figure?: string }
  /** YYYY-MM-DD, or '' for none. */
  | { kind: 'date'; date: string }
  | ({ kind: 'money'; value: Total | null; currency: string } & Numeric)
  | ({ kind: 'count'; value: Total | null } & Numeric)
  /** A statistic, printed with so many places. */
  | ({ kind: 'number'; value: number | null; places: number } & Numeric)
  /** In percent: 12.5 is 12.5 %. */
  | ({ kind: 'percent'; value: number | null; places: number } & Numeric)

export interface Column {
  key: string
  label: string
  kind: CellKind
  /** Says which row this is: repeated where a table is broken by columns. */
  fixed?: boolean
  /** What a person would expect the cell to be computed as from others of its row, by their keys; `share` is of the totals row. */
  formula?: { how: 'difference' | 'change'; of: [string, string] } | { how: 'share'; of: [string] }
  /** Of an amount whose currency changes from row to row: the key of the column that names it. */
  currencyFrom?: string
  /** True where the totals row is the sum of the rows. */
  sum?: boolean
}

export interface ReportTable {
  kind: 'table'
  title: string
  columns: Column[]
  rows: Cell[][]
  totals?: Cell[]
  /** Said beneath it. */
  note?: string
}

export interface ReportPicture {
  kind: 'chart'
  title: string
  /** What it shows, in a sentence: read aloud in place of the picture. */
  summary: string
  chart: ChartData
}

/** Data of a chart; the shapes of shared/data where there is one. */
export type ChartData =
  | { type: 'line' | 'bar'; series: Series; labels: string[] }
  | { type: 'heatmap'; matrix: Matrix }
  | {
      type: 'ranking'
      currency: string
      rows: { label: string; value: Total; before: Total | null; figure?: string }[]
    }
  | {
      type: 'waterfall'
      currency: string
      start: { label: string; value: Total; figure?: string }
      steps: { label: string; delta: Total; tone?: 'favourable' | 'adverse'; figure?: string }[]
      end: { label: string; value: Total; figure?: string }
    }
  | { type: 'histogram'; currency: string; bins: { from: number; to: number; count: number }[] }
  | {
      type: 'box'
      currency: string
      boxes: {
        label: string
        low: number
        q1: number
        median: number
        q3: number
        high: number
        /** Of the median, which is printed. */
        figure?: string
      }[]
    }
  | { type: 'scatter'; currency: string; points: { x: string; value: number; flagged: boolean }[] }
  | {
      type: 'fan'
      currency: string
      labels: string[]
      actual: (number | null)[]
      mean: (number | null)[]
      bands: { level: number; lower: (number | null)[]; upper: (number | null)[] }[]
    }
  | { type: 'benford'; labels: string[]; observed: number[]; expected: number[] }

/** All entries of the selection, in a file of its own (rows.ts): there may be a million. */
export interface DataRows {
  kind: 'data'
  columns: Column[]
  rows: number
  /** Most that are printed as pages. */
  pages: number
  /** Path of the file, one JSON array of cells' bare values a line; money is a decimal string in its own places. */
  file: string
  /** Sums of the columns with `sum`, by key, as decimal strings. */
  sums: Record<string, { value: string; figure?: string }>
}
