import type { Total } from '../../../../../shared/money/minor.ts'
import { add, minus } from '../two-periods/two-periods.ts'

export interface WaterfallBar {
  key: string
  delta: Total
}

export interface Waterfall<B extends WaterfallBar> {
  before: Total
  after: Total
  /** The largest changes, in the order given. */
  bars: B[]
  /** All the other members' changes as one bar; undefined where there are no others. */
  others: { members: number; delta: Total } | undefined
}

/** The steps from before to after: bars and others sum to the change exactly. `sorted`: members, the largest change first. */
export function waterfall<B extends WaterfallBar>(
  before: Total,
  after: Total,
  sorted: readonly B[],
  most = 8,
): Waterfall<B> {
  // One member more than there is room for needs no bar "others" of one.
  const bars = sorted.slice(0, sorted.length === most + 1 ? most + 1 : most)
  const rest = sorted.length - bars.length
  const delta = minus(minus(after, before), add(...bars.map(bar => bar.delta)))
  return { before, after, bars, others: rest > 0 ? { members: rest, delta } : undefined }
}
