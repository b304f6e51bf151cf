import type { Figure, FigureDefinition } from '../../../../shared/report/figure.ts'

/** How a figure is had, without what it was when it was printed. */
export function definitionOf(figure: Figure): FigureDefinition {
  if ('query' in figure) return { query: figure.query }
  return 'derived' in figure ? { derived: figure.derived } : { statistic: figure.statistic }
}
