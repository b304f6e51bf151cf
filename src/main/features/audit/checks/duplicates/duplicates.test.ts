import { expect, test } from 'vitest'
import { amountsOnly, noSteps, rows } from '../testing.ts'
import { DUPLICATE_KINDS } from '../../../../../shared/data/audit-request.ts'
import { duplicates } from './duplicates.ts'
import { oneSlipApart, plainReference } from './references.ts'

const settings = { days: 7, kinds: DUPLICATE_KINDS, reversalDays: 90 }
const groups = (...lines: string[]) =>
  duplicates(rows(...lines), settings, noSteps).exceptions.map(one => [one.code, [...one.rows], one.amount])

test('the same payment twice is one group, whose money at stake is what was paid beyond once', () => {
  expect(
    groups(
      '2024-03-05  Acme  1200.00  INV-7',
      '2024-03-05  ACME  1200.00  INV-7',
      '2024-03-05  Acme  1200.01  INV-7',
    ),
  ).toEqual([['duplicate-exact', [0, 1], 120_000]])
})

test('the same payee and amount within seven days, not within eight, and not another payee', () => {
  expect(
    groups(
      '2024-03-01  Acme  50.00  A9',
      '2024-03-08  Acme  50.00  X3',
      '2024-03-16  Acme  50.00  Q7',
      '2024-03-08  Bell  50.00  K5',
    ),
  ).toEqual([['duplicate-near', [0, 1], 5000]])
})

test('a reference mistyped is found months later, the next invoice is not', () => {
  expect(
    groups(
      '2024-01-05  Acme  300.00  INV-1041',
      '2024-05-09  Acme  300.00  INV 1O41',
      '2024-08-09  Acme  300.00  INV-1042',
      '2024-11-09  Acme  300.00  INV-10441',
    ),
  ).toEqual([['duplicate-reference', [0, 1, 3], 60_000]])
})

test('a payment and its reversal are no duplicates; a third payment is compared with none', () => {
  const found = duplicates(
    rows(
      '2024-03-01  Acme  80.00  INV-3111',
      '2024-03-02  Acme  -80.00  INV-3111',
      '2024-03-03  Acme  80.00  INV-3111',
    ),
    settings,
    noSteps,
  )
  expect(found).toMatchObject({ exceptions: [], reversed: 2 })
})

test('two payments beyond a reversal are still found, and a late credit takes nothing back', () => {
  expect(
    groups(
      '2024-03-01  Acme  80.00  A1',
      '2024-03-02  Acme  80.00  B2',
      '2024-03-03  Acme  80.00  C3',
      '2024-03-04  Acme  -80.00  C3',
      '2024-09-04  Acme  -80.00  Z9',
    ),
  ).toEqual([['duplicate-near', [0, 1], 8000]])
})

test('rows without a payee are compared by all that they have, amounts alone where there is nothing else', () => {
  expect(groups('2024-03-01  -  80.00  A1', '2024-03-02  -  80.00  B2', '2024-03-01  -  80.00  A1')).toEqual([
    ['duplicate-exact', [0, 2], 8000],
  ])
  expect(duplicates(amountsOnly([5, 5, 0, 0, -7]), settings, noSteps).exceptions).toHaveLength(1)
})

test.each([
  ['INV-0041', 'inv 41', true],
  ['INV-1O41', 'INV-1041', true],
  ['INV-1401', 'INV-1041', true],
  ['INV-1042', 'INV-1041', false],
  ['INV-10', 'INV-100', true],
  ['A1', 'A11', false],
  ['', '', false],
])('references “%s” and “%s”', (a, b, alike) => {
  expect(oneSlipApart(plainReference(a), plainReference(b))).toBe(alike)
})
