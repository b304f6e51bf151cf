import { bySize, stepAt, type Exception, type Population, type Steps } from '../population.ts'
import { binomialTail } from '../tails.ts'

export interface RoundLevel {
  /** Amounts that are whole multiples of this many units of money (1, 10, 100 …). */
  multipleOf: number
  /** Amounts of ten times this and more: only these can be expected to be round by chance. */
  n: number
  count: number
  observed: number
  /** 1 ÷ (multipleOf in units of the last place). */
  expected: number
  /** The chance of so many or more. */
  p: number
}

export interface RoundAmounts {
  levels: RoundLevel[]
  /** Payees with more round amounts than the population's own share explains (p × payees tested below 1 %). */
  payees: { payee: string; n: number; count: number; share: number; p: number }[]
  exceptions: Exception[]
}

const LEVELS = [1, 10, 100, 1000, 10_000]
const LEVEL = 0.01

/** How many amounts are round, against how many would be by chance; the round ones are multiples of `multipleOf` units of money. */
export function roundAmounts(
  { amounts, places, payee }: Population,
  { multipleOf }: { multipleOf: number },
  steps: Steps,
): RoundAmounts {
  const unit = 10 ** places
  const levels = [...new Set([...LEVELS, multipleOf])].sort((a, b) => a - b).filter(level => level * unit > 1)
  const counted = levels.map(level => {
    const step = level * unit
    let [n, count] = [0, 0]
    for (const amount of amounts) {
      if (Math.abs(amount) < step * 10) continue
      n += 1
      if (amount % step === 0) count += 1
    }
    const expected = 1 / step
    return {
      multipleOf: level,
      n,
      count,
      observed: n === 0 ? 0 : count / n,
      expected,
      p: binomialTail(count, n, expected),
    }
  })
  const step = multipleOf * unit
  const exceptions: Exception[] = []
  const byPayee = new Map<string, { n: number; count: number }>()
  let [n, count] = [0, 0]
  for (const [row, amount] of amounts.entries()) {
    stepAt(steps, row, amounts.length)
    const round = amount !== 0 && amount % step === 0
    if (round)
      exceptions.push({ rows: [row], code: 'round', values: { multipleOf }, amount: Math.abs(amount) })
    const name = payee?.[row] ?? ''
    if (name === '' || Math.abs(amount) < step) continue
    const tally = byPayee.get(name) ?? { n: 0, count: 0 }
    tally.n += 1
    n += 1
    if (round) {
      tally.count += 1
      count += 1
    }
    byPayee.set(name, tally)
  }
  const payees = [...byPayee]
    .map(([name, tally]) => ({
      payee: name,
      ...tally,
      share: tally.count / tally.n,
      p: binomialTail(tally.count, tally.n, count / n),
    }))
    .filter(one => one.count > 0 && one.p * byPayee.size < LEVEL)
    .sort((a, b) => a.p - b.p || b.count - a.count)
  exceptions.sort(bySize)
  return { levels: counted, payees, exceptions }
}
