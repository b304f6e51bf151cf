import { isPeriod, parseDate, parsePeriod, type DateOrder } from './parse.ts'

/** Tried in this order; where several read a column equally well the first of a tied, unambiguous set is taken. */
const CANDIDATES: readonly DateOrder[] = [
  'ymd', 'dmy', 'mdy', 'dny', 'dny2', 'ndy', 'ynd', 'dmy2', 'mdy2', 'ymd2',
  'compact-ymd', 'compact-dmy', 'epoch', 'ym', 'my', 'ny', 'ny2', 'compact-ym', 'fp', 'serial',
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
  #days = 0
  /** Figures with dots between: wherever dates are written so, the day comes first. */
  #dotted = 0

  add(text: string, times = 1): void {
    this.seen += times
    let isDay = false
    for (const order of this.#alive) {
      if (!reads(text, order)) continue
      this.#reads.set(order, (this.#reads.get(order) as number) + times)
      isDay ||= namesDay(order)
    }
    if (isDay) this.#days += times
    if (isDay && DOTTED.test(text)) this.#dotted += times
    // Orders that read next to nothing of a good sample are given up, which keeps a million cells cheap; in a column that mixes
    // styles each may read a small part.
    if (this.seen >= 256 && this.#alive === CANDIDATES) {
      const mixed = this.#days * 2 >= this.seen
      this.#alive = CANDIDATES.filter(c => (this.#reads.get(c) as number) * (mixed ? 50 : 2) >= this.seen)
    }
  }

  // Numbers in the range of a spreadsheet's days count only beside dates of another kind.
  #serials(best: DateOrder): number {
    return best.startsWith('compact') ? 0 : count(this.#reads, 'serial')
  }

  /** True once no order can be it: the column is not worth looking at any more. */
  get hopeless(): boolean {
    return this.#alive.length === 0
  }

  /**
   * The best order, the share of cells that it reads, those that read the column just as well but as other days, and the share
   * that is some date or other: a column may mix "01/04/2013" with "17-Apr-13" and a spreadsheet's "41423".
   */
  settle(): { order: DateOrder; share: number; rivals: DateOrder[]; anyhow: number } | undefined {
    let best: DateOrder | undefined
    for (const order of CANDIDATES)
      if (best === undefined || count(this.#reads, order) > count(this.#reads, best)) best = order
    if (best === undefined || this.seen === 0) return undefined
    // Of several styles in one column the one of figures decides: only it leaves open which of them is the day.
    if (namesDay(best) || best === 'serial') {
      let figures: DateOrder | undefined
      for (const order of ['dmy', 'mdy', 'dmy2', 'mdy2'] as const)
        if (figures === undefined || count(this.#reads, order) > count(this.#reads, figures)) figures = order
      if (
        figures !== undefined &&
        !['compact-ymd', 'compact-dmy', 'ymd2'].includes(best) &&
        count(this.#reads, best) < this.seen &&
        count(this.#reads, figures) * 20 >= this.seen
      )
        best = figures
    }
    const most = count(this.#reads, best)
    if (most === 0) return undefined
    const family = RIVALS.find(f => f.includes(best as DateOrder)) ?? []
    const isDotted = this.#dotted >= most
    const rivals = isDotted && best.startsWith('dmy') ? [] : family.filter(o => o !== best && count(this.#reads, o) === most) // prettier-ignore
    // Years first with two digits are too rare to ask about while the usual orders fit.
    return {
      order: best,
      share: most / this.seen,
      anyhow:
        (isPeriod(best) || best === 'serial' ? most : Math.max(this.#days + this.#serials(best), most)) /
        this.seen,
      rivals: best === 'ymd2' ? rivals : rivals.filter(o => o !== 'ymd2'),
    }
  }
}

const DOTTED = /^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}(?!\d)/

const namesDay = (order: DateOrder): boolean => !isPeriod(order) && order !== 'serial' && order !== 'epoch'

function reads(text: string, order: DateOrder): boolean {
  const day = parseDate(text, order)
  if (day !== undefined) return day > EARLIEST && day < LATEST
  return (order === 'compact-ym' || order === 'fp') && parsePeriod(text, order) !== undefined
}

// 1900 and 2200: outside, an 8-digit document number is more likely than a date.
const EARLIEST = -25567
const LATEST = 84006

const count = (map: Map<DateOrder, number>, order: DateOrder): number => map.get(order) as number
