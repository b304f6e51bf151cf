import { parseDate, parsePeriod, type DateOrder } from './parse.ts'

/** Tried in this order; where several read a column equally well the first of a tied, unambiguous set is taken. */
const CANDIDATES: readonly DateOrder[] = [
  'ymd', 'dmy', 'mdy', 'dny', 'dny2', 'ndy', 'ynd', 'dmy2', 'mdy2', 'ymd2',
  'compact-ymd', 'compact-dmy', 'epoch', 'ym', 'my', 'ny', 'ny2', 'compact-ym',
] // prettier-ignore

/** Orders that read the same text as different days: only the column as a whole, or the user, can choose between them. */
const RIVALS: readonly (readonly DateOrder[])[] = [
  ['dmy', 'mdy'],
  ['dmy2', 'mdy2', 'ymd2'],
]

/** How a column of texts reads as dates, kept as counts so that a column of any length takes no room. */
export class DateEvidence {
  /** Cells that were looked at, and how many of them each order reads. */
  seen = 0
  readonly #reads = new Map<DateOrder, number>(CANDIDATES.map(c => [c, 0]))
  #alive: readonly DateOrder[] = CANDIDATES

  add(text: string, times = 1): void {
    this.seen += times
    for (const order of this.#alive)
      if (reads(text, order)) this.#reads.set(order, (this.#reads.get(order) as number) + times)
    // Orders that read less than half of a good sample are given up, which keeps a million cells cheap.
    if (this.seen >= 256 && this.#alive === CANDIDATES)
      this.#alive = CANDIDATES.filter(c => (this.#reads.get(c) as number) * 2 >= this.seen)
  }

  /** True once no order can be it: the column is not worth looking at any more. */
  get hopeless(): boolean {
    return this.#alive.length === 0
  }

  /** The best order, the share of cells that it reads, and those that read the column just as well but as other days. */
  settle(): { order: DateOrder; share: number; rivals: DateOrder[] } | undefined {
    let best: DateOrder | undefined
    for (const order of CANDIDATES)
      if (best === undefined || count(this.#reads, order) > count(this.#reads, best)) best = order
    if (best === undefined || this.seen === 0) return undefined
    const most = count(this.#reads, best)
    if (most === 0) return undefined
    const family = RIVALS.find(f => f.includes(best as DateOrder)) ?? []
    const rivals = family.filter(o => o !== best && count(this.#reads, o) === most)
    // Years first with two digits are too rare to ask about while the usual orders fit.
    return {
      order: best,
      share: most / this.seen,
      rivals: best === 'ymd2' ? rivals : rivals.filter(o => o !== 'ymd2'),
    }
  }
}

function reads(text: string, order: DateOrder): boolean {
  const day = parseDate(text, order)
  if (day !== undefined) return day > EARLIEST && day < LATEST
  return order === 'compact-ym' && parsePeriod(text, order) !== undefined
}

// 1900 and 2200: outside, an 8-digit document number is more likely than a date.
const EARLIEST = -25567
const LATEST = 84006

const count = (map: Map<DateOrder, number>, order: DateOrder): number => map.get(order) as number
