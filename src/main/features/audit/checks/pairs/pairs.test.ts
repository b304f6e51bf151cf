import { expect, test } from 'vitest'
import { noSteps, populated } from '../testing.ts'
import { rareAccountPairs } from './pairs.ts'

/** Documents of a debited and a credited account, 100 each. */
function posted(...documents: [debit: string, credit: string, times: number][]) {
  const lines = documents.flatMap(([debit, credit, times], kind) =>
    Array.from({ length: times }, (_, i) => [
      [100, debit, `${kind}-${i}`] as const,
      [-100, credit, `${kind}-${i}`] as const,
    ]).flat(),
  )
  return populated(
    lines.map(one => one[0]),
    { account: lines.map(one => one[1]), document: lines.map(one => one[2]) },
  )
}

test('a pair seen twice whose accounts are both busy; not one of an account that is itself rare', () => {
  const found = rareAccountPairs(
    posted(['Rent', 'Bank', 30], ['Bank', 'Sales', 30], ['Rent', 'Sales', 2], ['Stamps', 'Bank', 1]),
    { most: 2, least: 20 },
    noSteps,
  )
  expect(found.exceptions).toEqual([
    {
      rows: [120, 121, 122, 123],
      code: 'rare-pair',
      values: { debit: 'Rent', credit: 'Sales', documents: 2, debitDocuments: 32, creditDocuments: 32 },
      amount: 200,
    },
  ])
  expect(found).toMatchObject({ documents: 63, pairs: 4, large: 0 })
})

test('a document of very many accounts is counted, and makes no pairs', () => {
  const amounts = Array.from({ length: 60 }, (_, i) => (i < 30 ? 10 : -10))
  const account = amounts.map((_, i) => `A${i}`)
  const document = amounts.map(() => 'D')
  const found = rareAccountPairs(populated(amounts, { account, document }), { most: 2, least: 1 }, noSteps)
  expect(found).toMatchObject({ large: 1, pairs: 0, exceptions: [] })
})
