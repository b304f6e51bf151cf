import type { ChartActions } from './chart.tsx'
import type { Mark } from './model.ts'

/** What a panel does with what its marks stand for: a member, a day, a node. */
export interface Doing<T> {
  onSelect?: ((it: T) => void) | undefined
  onOpen?: ((it: T) => void) | undefined
  onDrill?: ((it: T) => void) | undefined
  onWhy?: ((it: T) => void) | undefined
}

/** The same for the chart, which knows marks only. A mark that stands for nothing does nothing. */
export function byMark<T>(doing: Doing<T>, find: (mark: Mark) => T | undefined): ChartActions {
  const on = (act: ((it: T) => void) | undefined) =>
    act &&
    ((mark: Mark): void => {
      const it = find(mark)
      if (it !== undefined) act(it)
    })
  return {
    onSelect: on(doing.onSelect),
    onOpen: on(doing.onOpen),
    onDrill: on(doing.onDrill),
    onWhy: on(doing.onWhy),
  }
}
