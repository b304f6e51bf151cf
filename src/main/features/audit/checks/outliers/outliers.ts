import { fold } from '../../../../../shared/text/fold.ts'
import { medianOf } from '../median.ts'
import { bySize, groupRows, stepAt, type Exception, type Population, type Steps } from '../population.ts'

export interface Outliers {
  payees: number
  /** Payees with enough amounts for a z. */
  tested: number
  extreme: number
  ratio: number
  exceptions: Exception[]
}

/** Below this spread of logarithms amounts are as good as equal: one cent more is no outlier. 0.05 is five percent. */
const LEAST_SPREAD = 0.05

/**
 * Amounts far from what their payee is usually paid: extreme-amount, by the robust z of ln |amount| (Iglewicz and Hoaglin 1993,
 * 0.6745 · (x − median) ÷ MAD) among amounts of one sign; and amount-ratio, a largest amount many times the next one (Nigrini's
 * relative size factor, 2012, chapter 11), which needs two amounts only. Only amounts above the usual count.
 */
export function outliers(
  { amounts, payee = [], count }: Population,
  { threshold, least, ratio }: { threshold: number; least: number; ratio: number },
  steps: Steps,
): Outliers {
  const groups = groupRows(count, row => {
    stepAt(steps, row, count)
    const amount = amounts[row] as number
    const name = fold(payee[row] ?? '')
    return amount === 0 || name === '' ? '' : `${amount > 0 ? '+' : '-'}${name}`
  })
  const names = new Set<string>()
  const exceptions: Exception[] = []
  const found = { tested: 0, extreme: 0, ratio: 0 }
  let done = 0
  for (const [key, rows] of groups) {
    if ((done++ & 255) === 0) steps.step(done, groups.size)
    names.add(key.slice(1))
    const size = (row: number): number => Math.abs(amounts[row] as number)
    const name = payee[rows[0] as number] as string
    const extreme = new Set<number>()
    if (rows.length >= least) {
      found.tested += 1
      const logs = rows.map(row => Math.log(size(row)))
      const middle = medianOf(logs)
      const spread = Math.max(LEAST_SPREAD, medianOf(logs.map(log => Math.abs(log - middle))))
      const usual = Math.round(medianOf(rows.map(size)))
      for (const [i, row] of rows.entries()) {
        const z = (0.6745 * ((logs[i] as number) - middle)) / spread
        if (z <= threshold) continue
        extreme.add(row)
        found.extreme += 1
        const values = { payee: name, usual, z: Math.round(z * 100) / 100, of: rows.length }
        exceptions.push({ rows: [row], code: 'extreme-amount', values, amount: size(row) })
      }
    }
    if (rows.length < 2) continue
    let [first, second] = [-1, -1]
    for (const row of rows)
      if (first < 0 || size(row) > size(first)) [first, second] = [row, first]
      else if (second < 0 || size(row) > size(second)) second = row
    const times = size(first) / size(second)
    if (times < ratio) continue
    found.ratio += 1
    if (extreme.has(first)) continue
    const values = { payee: name, next: size(second), times: Math.round(times * 10) / 10, of: rows.length }
    exceptions.push({ rows: [first], code: 'amount-ratio', values, amount: size(first) })
  }
  return { payees: names.size, ...found, exceptions: exceptions.sort(bySize) }
}
