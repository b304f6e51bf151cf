import { bySize, sumOf, totalOf, type Exception, type Population, type Steps } from '../population.ts'
import { documentsOf } from '../unbalanced/unbalanced.ts'

export interface AccountPairs {
  documents: number
  /** Documents of more accounts than `MOST_ACCOUNTS`: in them every account would meet every other. */
  large: number
  /** Different pairs of a debited and a credited account. */
  pairs: number
  undocumented: { count: number; sum: bigint }
  exceptions: Exception[]
}

const MOST_ACCOUNTS = 40

/**
 * Pairs of accounts, one debited and one credited in the same document, that are seen in few documents although each of the two is
 * in many: sales against office supplies, cash against a provision.
 */
export function rareAccountPairs(
  population: Population,
  { most, least }: { most: number; least: number },
  steps: Steps,
): AccountPairs {
  const { amounts, account = [], document = [] } = population
  const documents = documentsOf(population, steps)
  const used = new Map<string, number>()
  const pairs = new Map<string, { debit: string; credit: string; documents: number; rows: number[] }>()
  let large = 0
  let done = 0
  for (const rows of documents.values()) {
    if ((done++ & 1023) === 0) steps.step(done, documents.size)
    const sides = { debit: new Map<string, number[]>(), credit: new Map<string, number[]>() }
    for (const row of rows) {
      const name = account[row] ?? ''
      const amount = amounts[row] as number
      if (name === '' || amount === 0) continue
      const side = amount > 0 ? sides.debit : sides.credit
      const known = side.get(name)
      if (known) known.push(row)
      else side.set(name, [row])
    }
    for (const name of new Set([...sides.debit.keys(), ...sides.credit.keys()]))
      used.set(name, (used.get(name) ?? 0) + 1)
    if (sides.debit.size + sides.credit.size > MOST_ACCOUNTS) {
      large += 1
      continue
    }
    for (const [debit, debited] of sides.debit)
      for (const [credit, credited] of sides.credit) {
        if (debit === credit) continue
        const key = `${debit}\u0000${credit}`
        const pair = pairs.get(key) ?? { debit, credit, documents: 0, rows: [] }
        pair.documents += 1
        // Rows are kept for pairs that can still be rare.
        if (pair.documents <= most) pair.rows = [...pair.rows, ...debited, ...credited]
        pairs.set(key, pair)
      }
  }
  const exceptions: Exception[] = []
  for (const pair of pairs.values()) {
    const [debit, credit] = [used.get(pair.debit) as number, used.get(pair.credit) as number]
    if (pair.documents > most || debit < least || credit < least) continue
    const rows = pair.rows.toSorted((a, b) => a - b)
    exceptions.push({
      rows,
      code: 'rare-pair',
      values: {
        debit: pair.debit,
        credit: pair.credit,
        documents: pair.documents,
        debitDocuments: debit,
        creditDocuments: credit,
      },
      amount: totalOf(
        amounts,
        rows.filter(row => (amounts[row] as number) > 0),
      ),
    })
  }
  const without = Array.from(amounts.keys()).filter(row => (document[row] ?? '') === '')
  return {
    documents: documents.size,
    large,
    pairs: pairs.size,
    undocumented: { count: without.length, sum: sumOf(amounts, without) },
    exceptions: exceptions.sort(bySize),
  }
}
