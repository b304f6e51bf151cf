import type { Fiscal } from '../../../shared/calendar/fiscal.ts'
import { grainKey, grainNext, grainStart, type Grain } from '../../../shared/calendar/grain.ts'
import type { KeySource } from './whole.ts'

/** The steps of a grain over a span of days: codes count from the step that `from` lies in. */
export interface Steps {
  key: KeySource
  /** Code of the step that a day lies in; the day must lie in the span. */
  codeOf: (day: number) => number
  /** First day of a step, also of those after the span. */
  startOf: (code: number) => number
  /** The step's text, as in results and URLs. */
  text: (code: number) => string
}

/** A table from each day of the span to its step. `shift` is added to all codes: how a comparison's steps are laid on the current ones. */
export function stepsOf(grain: Grain, from: number, to: number, fiscal: Fiscal, room = 0): Steps {
  const through = new Int32Array(Math.max(1, to - from + 1))
  const starts: number[] = [grainStart(from, grain, fiscal)]
  let code = 0
  let next: number = grainNext(starts[0] as number, grain, fiscal)
  for (let day = from; day <= to; day += 1) {
    if (day >= next) {
      starts.push(next)
      next = grainNext(next, grain, fiscal)
      code += 1
    }
    through[day - from] = code
  }
  const startOf = (wanted: number): number => {
    while (starts.length <= wanted) starts.push(grainNext(starts.at(-1) as number, grain, fiscal))
    return starts[wanted] as number
  }
  return {
    key: {
      column: 'day',
      through,
      first: from,
      shift: 0,
      size: code + 1 + room,
      name: `${grain} ${from} ${to}`,
    },
    codeOf: day => through[day - from] as number,
    startOf,
    text: wanted => grainKey(startOf(wanted), grain, fiscal),
  }
}
