import { fold } from '../../../../../shared/text/fold.ts'
import { stepAt, totalOf, type Exception, type Population, type Steps } from '../population.ts'

export interface NumberSeries {
  /** The text round the number: 'INV-#' for INV-0012. */
  series: string
  /** '' where rows have no payee: each payee's numbers are its own. */
  payee: string
  first: number
  last: number
  /** Rows, and numbers that are there and that are not from first to last. */
  rows: number
  present: number
  missing: number
  gaps: number
  repeats: number
  outOfOrder: number
  /** False where too few numbers are there to speak of gaps: they are neither missing nor out of order. */
  dense: boolean
}

export interface GapSettings {
  /** A run is dense with so many numbers and with so many percent of those from its first to its last. */
  least: number
  density: number
  /** More missing numbers in one place end a run. */
  jump: number
  repeats: boolean
}

interface Numbered {
  row: number
  number: number
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

/**
 * Numbers that are missing, that are there twice, and that go back while the dates (without them the rows) go on. Suppliers number
 * their invoices to all their customers: so gaps are looked for only where most of a run's numbers are there.
 */
export function gaps(population: Population, settings: GapSettings, steps: Steps): Gaps {
  const { number = [], payee, date, amounts, count } = population
  const bySeries = new Map<string, { series: string; payee: string; members: Numbered[] }>()
  let unnumbered = 0
  for (let row = 0; row < count; row += 1) {
    stepAt(steps, row, count)
    const split = splitNumber((number[row] ?? '').trim())
    if (!split) {
      unnumbered += 1
      continue
    }
    const name = payee?.[row] ?? ''
    const key = `${fold(name)}\u0000${split.series}`
    const found = bySeries.get(key) ?? { series: split.series, payee: name, members: [] }
    found.members.push({ row, number: split.number })
    bySeries.set(key, found)
  }
  const all: NumberSeries[] = []
  const exceptions: Exception[] = []
  let done = 0
  for (const { series, payee: name, members } of bySeries.values()) {
    if ((done++ & 255) === 0) steps.step(done, bySeries.size)
    members.sort((a, b) => a.number - b.number || a.row - b.row)
    const head = { series, ...(name !== '' && { payee: name }) }
    for (const run of runsOf(members, settings.jump)) {
      const found = lookThrough(run, head, settings.repeats, amounts)
      const [first, last] = [run[0]?.number as number, run.at(-1)?.number as number]
      const dense =
        found.present >= settings.least && found.present * 100 >= (last - first + 1) * settings.density
      const late = dense ? outOfOrder(run, date) : []
      for (const one of late)
        exceptions.push({
          rows: [one.row],
          code: 'out-of-order',
          values: { ...head, number: one.number },
          amount: totalOf(amounts, [one.row]),
        })
      for (const one of found.exceptions) if (dense || one.code !== 'gap') exceptions.push(one)
      all.push({
        series,
        payee: name,
        first,
        last,
        rows: run.length,
        present: found.present,
        repeats: found.repeats,
        missing: dense ? last - first + 1 - found.present : 0,
        gaps: dense ? found.gaps : 0,
        outOfOrder: late.length,
        dense,
      })
    }
  }
  all.sort(
    (a, b) => b.rows - a.rows || (a.series < b.series ? -1 : a.series > b.series ? 1 : a.first - b.first),
  )
  return { series: all, exceptions, unnumbered }
}

/** A series cut where more than `jump` numbers are missing in one place. */
function runsOf(members: readonly Numbered[], jump: number): Numbered[][] {
  const runs: Numbered[][] = []
  for (const member of members) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && member.number - last.number - 1 <= jump) run.push(member)
    else runs.push([member])
  }
  return runs
}

function lookThrough(
  run: readonly Numbered[],
  head: { series: string; payee?: string },
  withRepeats: boolean,
  amounts: Float64Array,
) {
  const exceptions: Exception[] = []
  const found = { gaps: 0, repeats: 0, present: 0 }
  for (let i = 0; i < run.length;) {
    let next = i + 1
    const { number: at } = run[i] as Numbered
    while (run[next]?.number === at) next += 1
    const rows = run.slice(i, next).map(one => one.row)
    found.present += 1
    if (rows.length > 1 && withRepeats) {
      found.repeats += 1
      const values = { ...head, number: at, times: rows.length }
      exceptions.push({ rows, code: 'repeat', values, amount: totalOf(amounts, rows) })
    }
    const after = run[next]
    if (after && after.number > at + 1) {
      found.gaps += 1
      const values = { ...head, from: at + 1, to: after.number - 1, missing: after.number - at - 1 }
      exceptions.push({ rows: [rows.at(-1) as number, after.row], code: 'gap', values, amount: 0 })
    }
    i = next
  }
  return { ...found, exceptions }
}

/** The fewest members without which the numbers never go back: all but a longest run that does not fall. */
function outOfOrder(members: readonly Numbered[], date: Float64Array | undefined): Numbered[] {
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
