import type { Figure } from '../../../../shared/report/figure.ts'

/** Figures of the last preview: they are kept in no report, and their page asks with what they are. */
let figures: ReadonlyMap<string, Figure> = new Map()

export function rememberPreviewed(list: readonly Figure[]): void {
  figures = new Map(list.map(figure => [figure.id, figure]))
}

/** A figure of the last preview and those that it is made of; undefined where it was not in it. */
export function givenFor(id: string): Figure[] | undefined {
  const found = new Map<string, Figure>()
  const add = (one: string): void => {
    const figure = figures.get(one)
    if (!figure || found.has(one)) return
    found.set(one, figure)
    if ('derived' in figure) for (const part of figure.derived.of) add(part)
  }
  add(id)
  return found.size > 0 ? [...found.values()].slice(0, 1000) : undefined
}
