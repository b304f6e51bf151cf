import { expect, test } from 'vitest'
import { noSteps, populated } from '../testing.ts'
import { unbalancedDocuments } from './unbalanced.ts'

test('documents whose lines do not add up to nought, by company; rows without a document are counted', () => {
  const rows = populated([100, -100, 100, -99, 50, -50, 7], {
    document: ['D1', 'D1', 'D2', 'D2', 'D3', 'D3', ''],
    company: ['1', '1', '1', '1', '1', '2', '1'],
  })
  const found = unbalancedDocuments(rows, noSteps)
  expect(found.exceptions).toEqual([
    { rows: [4], code: 'unbalanced', values: { document: 'D3', lines: 1 }, amount: 50 },
    { rows: [5], code: 'unbalanced', values: { document: 'D3', lines: 1 }, amount: -50 },
    { rows: [2, 3], code: 'unbalanced', values: { document: 'D2', lines: 2 }, amount: 1 },
  ])
  expect(found).toMatchObject({ documents: 4, unbalanced: 3, undocumented: { count: 1, sum: 7n } })
})
