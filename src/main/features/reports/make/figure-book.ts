import {
  derivedFigure,
  figureId,
  queryFigure,
  type Derived,
  type Figure,
  type FigureContext,
  type FromAnalysis,
} from '../../../../shared/report/figure.ts'
import { exponentOf, parseDecimal, toDecimal, type Total } from '../../../../shared/money/minor.ts'
import type { Filters, Measure } from '../../../../shared/query/query.ts'
import { withActual } from '../../../../shared/query/scenario.ts'
import type { Cell } from '../../../../shared/report/document.ts'

/** The figures of one report, each once however often it is printed, and the cells that print them. */
export class FigureBook {
  readonly #figures = new Map<string, Figure>()
  readonly #context: FigureContext

  constructor(context: FigureContext) {
    this.#context = context
  }

  all(): Figure[] {
    return [...this.#figures.values()]
  }

  /** Of these entries alone. `value` is the sum of their base amounts, as the ledger has them. */
  entries(
    label: string,
    { from, to }: Filters,
    entries: readonly number[],
    value: Total | null,
    negate = false,
  ): Cell & { kind: 'money' } {
    const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
    return this.sum(label, { ...days, entries: [...entries] }, negate, value)
  }

  /** The cell of an engine's answer: `value` as the engine gave it, printed with its sign turned where `negate` is true. */
  sum(label: string, filters: Filters, negate: boolean, value: Total | null): Cell & { kind: 'money' } {
    return this.#money(
      this.#keep(queryFigure(label, { filters, measure: SUM, negate }, value, this.#context)),
    )
  }

  count(label: string, filters: Filters, value: number | bigint): Cell & { kind: 'count' } {
    const figure = this.#keep(queryFigure(label, { filters, measure: COUNT }, value, this.#context))
    return { kind: 'count', value, figure: figure.id }
  }

  /** The median of the entries' amounts, as posted. */
  median(label: string, filters: Filters, value: Total): Cell & { kind: 'money' } {
    return this.#money(this.#keep(queryFigure(label, { filters, measure: MEDIAN }, value, this.#context)))
  }

  /** A cell of others' figures; blank where one of them prints none. */
  derived(label: string, how: Derived['how'], cells: readonly Cell[], by?: number): Cell {
    const percent = how === 'share' || how === 'change'
    const parts = cells.map(cell =>
      'figure' in cell && cell.figure ? this.#figures.get(cell.figure) : undefined,
    )
    if (parts.some(part => part === undefined))
      return percent ? { kind: 'percent', value: null, places: 1 } : { kind: 'text', text: '' }
    const figure = this.#keep(
      derivedFigure(label, { how, ...(by !== undefined && { by }) }, parts as Figure[], this.#context),
    )
    if (percent)
      return {
        kind: 'percent',
        value: figure.value === null ? null : Number(figure.value),
        places: 1,
        figure: figure.id,
      }
    return cells[0]?.kind === 'count'
      ? { kind: 'count', value: figure.value === null ? null : BigInt(figure.value), figure: figure.id }
      : this.#money(figure)
  }

  /** An amount that a method estimated: rounded to the minor unit, and explained by the method's parameters. */
  statistic(label: string, statistic: FromAnalysis, value: number | bigint | null): Cell & { kind: 'money' } {
    const { currency } = this.#context
    const minor = typeof value === 'number' ? BigInt(Math.round(value)) : value
    const text = minor === null ? null : toDecimal(minor, exponentOf(currency))
    return this.#money(this.#estimate(label, statistic, text, currency))
  }

  /** What a method counted. */
  counted(label: string, statistic: FromAnalysis, value: number): Cell & { kind: 'count' } {
    const { id } = this.#estimate(label, statistic, String(value), 'count')
    return { kind: 'count', value, figure: id }
  }

  /** A share, score or probability that a method came to, with the places that are printed. */
  measured(
    label: string,
    statistic: FromAnalysis,
    value: number,
    kind: 'percent' | 'number',
    places: number,
  ): Cell {
    const unit = kind === 'percent' ? 'percent' : 'ratio'
    const { id } = this.#estimate(label, statistic, fixed(value, places), unit)
    return { kind, value, places, figure: id }
  }

  #estimate(label: string, asked: FromAnalysis, value: string | null, unit: string): Figure {
    const { workspace, revision, asOf } = this.#context
    // A budget beside the entries is no row behind a figure, unless the figure is of the budget.
    const statistic = { ...asked, filters: withActual(asked.filters) }
    const id = figureId({ statistic }, workspace)
    return this.#keep({ id, label, value, unit, revision, asOf, statistic })
  }

  /** Printed twice it is called what it was called first: that is where its number leads. */
  #keep<F extends Figure>(figure: F): F {
    if (!this.#figures.has(figure.id)) this.#figures.set(figure.id, figure)
    return figure
  }

  #money({ id, value, unit }: Figure): Cell & { kind: 'money' } {
    return {
      kind: 'money',
      currency: unit,
      figure: id,
      value: value === null ? null : minorUnits(value, unit),
    }
  }
}

const SUM: Measure = { op: 'sum', of: 'amount' }
const MEDIAN: Measure = { op: 'median', of: 'amount' }
const COUNT: Measure = { op: 'count', of: 'amount' }

/** Without an exponent; nothing is minus nought. */
function fixed(value: number, places: number): string {
  const text = value.toFixed(places)
  return Number(text) === 0 ? text.replace('-', '') : text
}

function minorUnits(decimal: string, currency: string): Total {
  const exponent = exponentOf(currency)
  const [whole = '0', places = ''] = decimal.split('.')
  // A quotient may have been rounded to fewer places than the currency has; more it never has.
  return parseDecimal(decimal, exponent) ?? BigInt(whole + places.padEnd(exponent, '0'))
}
