import type { ReportDocument } from '../../../../shared/report/document.ts'

/** Figures by the order in which they are first printed: '12' is short enough to stand beside an amount, its id is in the index. */
export class FigureNumbers {
  readonly #numbers = new Map<string, number>()

  of(figure: string | undefined): number | undefined {
    if (figure === undefined) return undefined
    const known = this.#numbers.get(figure)
    if (known !== undefined) return known
    const number = this.#numbers.size + 1
    this.#numbers.set(figure, number)
    return number
  }

  /** Printed figures in their order. */
  printed({ figures }: ReportDocument): { number: number; figure: ReportDocument['figures'][number] }[] {
    const byId = new Map(figures.map(figure => [figure.id, figure]))
    return [...this.#numbers].flatMap(([id, number]) => {
      const figure = byId.get(id)
      return figure ? [{ number, figure }] : []
    })
  }
}
