import type { Exception, Population } from '../population.ts'

export interface NumberSeries {
  /** The text round the number: 'INV-#' for INV-0012. */
  series: string
  first: number
  last: number
  /** Rows, and numbers that are there and that are not from first to last. */
  rows: number
  present: number
  missing: number
  gaps: number
  repeats: number
  outOfOrder: number
}

export interface Gaps {
  series: NumberSeries[]
  exceptions: Exception[]
  /** Rows without any digit in the number: in no series. */
  unnumbered: number
}

/** More than this many digits do not fit: those before belong to the name of the series. */
const MOST_DIGITS = 15

/** The longest run of digits (of equal ones the last), and what is round it. */
export function splitNumber(text: string): { series: string; number: number } | undefined {
  let best: RegExpExecArray | undefined
  for (const match of text.matchAll(/\d+/g)) if (!best || match[0].length >= best[0].length) best = match
  if (!best) return undefined
  const digits = best[0].slice(-MOST_DIGITS)
  const end = best.index + best[0].length
  return { series: `${text.slice(0, end - digits.length)}#${text.slice(end)}`, number: Number(digits) }
}

/** Numbers that are missing, that are there twice, and that go back while the dates (without them the rows) go on. */
export function gaps({ number = [], date, amounts }: Population): Gaps {
  const bySeries = new Map<string, { row: number; number: number }[]>()
  let unnumbered = 0
  for (const [row, text] of number.entries()) {
    const split = splitNumber(text.trim())
    if (!split) {
      unnumbered += 1
      continue
    }
    const members = bySeries.get(split.series)
    if (members) members.push({ row, number: split.number })
    else bySeries.set(split.series, [{ row, number: split.number }])
  }
  const all: NumberSeries[] = []
  const exceptions: Exception[] = []
  const amountOf = (rows: readonly number[]): number =>
    rows.reduce((sum, row) => sum + (amounts[row] as number), 0)
  for (const [series, members] of bySeries) {
    members.sort((a, b) => a.number - b.number || a.row - b.row)
    const found = { gaps: 0, repeats: 0, missing: 0, present: 0 }
    for (let i = 0; i < members.length;) {
      let next = i + 1
      const { number: at } = members[i] as { number: number }
      while (members[next]?.number === at) next += 1
      const rows = members.slice(i, next).map(one => one.row)
      found.present += 1
      if (rows.length > 1) {
        found.repeats += 1
        exceptions.push({
          rows,
          code: 'repeat',
          values: { series, number: at, times: rows.length },
          amount: amountOf(rows),
        })
      }
      const after = members[next]
      if (after && after.number > at + 1) {
        const missing = after.number - at - 1
        found.gaps += 1
        found.missing += missing
        const values = { series, from: at + 1, to: after.number - 1, missing }
        exceptions.push({ rows: [rows.at(-1) as number, after.row], code: 'gap', values, amount: 0 })
      }
      i = next
    }
    const late = outOfOrder(members, date)
    for (const one of late)
      exceptions.push({
        rows: [one.row],
        code: 'out-of-order',
        values: { series, number: one.number },
        amount: amountOf([one.row]),
      })
    const [first, last] = [members[0]?.number as number, members.at(-1)?.number as number]
    all.push({ series, first, last, rows: members.length, outOfOrder: late.length, ...found })
  }
  all.sort((a, b) => b.rows - a.rows || (a.series < b.series ? -1 : 1))
  return { series: all, exceptions, unnumbered }
}

/** The fewest members without which the numbers never go back: all but a longest run that does not fall. */
function outOfOrder(
  members: readonly { row: number; number: number }[],
  date: Float64Array | undefined,
): { row: number; number: number }[] {
  const day = (row: number): number => date?.[row] ?? row
  const inTime = members.filter(({ row }) => !Number.isNaN(day(row)))
  // Within one day the numbers may come in any order.
  inTime.sort((a, b) => day(a.row) - day(b.row) || a.number - b.number || a.row - b.row)
  const ends: number[] = []
  const before = new Int32Array(inTime.length).fill(-1)
  for (const [i, { number }] of inTime.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((inTime[ends[middle] as number]?.number as number) <= number) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (ends[low - 1] as number) : -1
    ends[low] = i
  }
  const kept = new Set<number>()
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] as number) kept.add(i)
  return inTime.filter((_, i) => !kept.has(i))
}
