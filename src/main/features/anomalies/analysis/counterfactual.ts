import type { EntryFacts, EntryFeatures } from './features.ts'

/** The one change that clears a flag, verified by scoring the row again with it. Amounts in minor units, signed as the entry's. */
export type Counterfactual =
  | { change: 'amount-at-most' | 'amount-at-least'; amount: number }
  | { change: 'weekday'; weekday: number }
  | { change: 'member'; dimension: string; code: number }

/** Amounts tried between the entry's and its group's usual one, evenly in proportion. */
const GRID = 24

/**
 * The smallest change of a single fact that clears the row: first of the amount, which has sizes to compare, then another weekday (the
 * nearest), then the most frequent member of one dimension. Undefined where no single change does.
 *
 * `cleared` scores the row anew with the facts given, every feature worked out from them.
 */
export function counterfactual(
  features: EntryFeatures,
  row: number,
  cleared: (facts: EntryFacts) => boolean,
): Counterfactual | undefined {
  const facts = features.factsOf(row)
  return (
    ofAmount(facts, features.typicalOf(row), cleared) ??
    ofWeekday(facts, cleared) ??
    ofMember(features, facts, cleared)
  )
}

function ofAmount(
  facts: EntryFacts,
  typical: number,
  cleared: (facts: EntryFacts) => boolean,
): Counterfactual | undefined {
  const sign = facts.amount < 0 ? -1 : 1
  const size = Math.abs(facts.amount)
  if (size === typical) return undefined
  const clears = (amount: number): boolean => cleared({ ...facts, amount: sign * amount })
  if (!clears(typical)) return undefined
  // From the usual amount towards the entry's, as long as it stays cleared: so all between are, not only the one named.
  const at = (k: number): number => Math.round((typical + 1) * ((size + 1) / (typical + 1)) ** (k / GRID)) - 1
  let good = typical
  let bad = size
  for (let k = 1; k < GRID; k += 1) {
    const amount = at(k)
    if (!clears(amount)) {
      bad = amount
      break
    }
    good = amount
  }
  while (Math.abs(bad - good) > 1) {
    const middle = Math.round((good + bad) / 2)
    if (clears(middle)) good = middle
    else bad = middle
  }
  // For an outflow "at most" speaks of its size, as the sentence does.
  return { change: size > typical ? 'amount-at-most' : 'amount-at-least', amount: sign * good }
}

function ofWeekday(facts: EntryFacts, cleared: (facts: EntryFacts) => boolean): Counterfactual | undefined {
  for (const by of [-1, 1, -2, 2, -3, 3]) {
    const weekday = (facts.weekday + by + 7) % 7
    if (cleared({ ...facts, weekday })) return { change: 'weekday', weekday }
  }
  return undefined
}

function ofMember(
  features: EntryFeatures,
  facts: EntryFacts,
  cleared: (facts: EntryFacts) => boolean,
): Counterfactual | undefined {
  for (const dimension of features.encoded) {
    const code = features.mostFrequent(dimension)
    if (code < 0 || code === facts.codes[dimension]) continue
    if (cleared({ ...facts, codes: { ...facts.codes, [dimension]: code } }))
      return { change: 'member', dimension, code }
  }
  return undefined
}
