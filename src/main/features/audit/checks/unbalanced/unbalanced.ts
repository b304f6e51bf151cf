import { total } from '../../../../../shared/money/minor.ts'
import {
  bySize,
  groupRows,
  stepAt,
  sumOf,
  type Exception,
  type Population,
  type Steps,
} from '../population.ts'

export interface Documents {
  documents: number
  unbalanced: number
  undocumented: { count: number; sum: bigint }
  exceptions: Exception[]
}

/** A document's number is its own within its company only. */
export const documentsOf = (
  { document = [], company, count }: Population,
  steps: Steps,
): Map<string, number[]> =>
  groupRows(count, row => {
    stepAt(steps, row, count)
    const number = document[row] ?? ''
    return number === '' ? '' : company ? `${company[row] ?? ''}\u0000${number}` : number
  })

/** Documents whose debits and credits do not add up to nought. */
export function unbalancedDocuments(population: Population, steps: Steps): Documents {
  const { amounts, document = [] } = population
  const documents = documentsOf(population, steps)
  const exceptions: Exception[] = []
  for (const rows of documents.values()) {
    const sum = sumOf(amounts, rows)
    if (sum === 0n) continue
    const values = { document: document[rows[0] as number] ?? '', lines: rows.length }
    exceptions.push({ rows, code: 'unbalanced', values, amount: total(sum) })
  }
  const without = Array.from(amounts.keys()).filter(row => (document[row] ?? '') === '')
  return {
    documents: documents.size,
    unbalanced: exceptions.length,
    undocumented: { count: without.length, sum: sumOf(amounts, without) },
    exceptions: exceptions.sort(bySize),
  }
}
