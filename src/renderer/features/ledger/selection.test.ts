import { describe, expect, test } from 'vitest'
import { isSelected, NOTHING, only, range, sumsOf, sumsOfAll, toggled } from './selection.ts'

const invoice = { id: 1, amount: 18_420_000 }
const vat = { id: 2, amount: 3_684_000 }
const creditor = { id: 3, amount: -22_104_000 }
const foreign = { id: 4, amount: null }

describe('selected entries', () => {
  test('a balanced document sums to nil, with its debits and credits', () => {
    const selection = range([invoice, vat, creditor])
    if (selection.kind !== 'picked') throw new Error('expected picked entries')
    expect(sumsOf(selection.entries)).toEqual({
      count: 3,
      sum: 0,
      debits: 22_104_000,
      credits: -22_104_000,
      average: 0,
      unconverted: 0,
    })
  })

  test('an entry without a rate is counted and in no sum', () => {
    const selection = toggled(only(invoice), foreign)
    if (selection.kind !== 'picked') throw new Error('expected picked entries')
    const sums = sumsOf(selection.entries)
    expect([sums.count, sums.sum, sums.average, sums.unconverted]).toEqual([2, 18_420_000, 18_420_000, 1])
    expect(sumsOf(new Map([[4, null]])).average).toBeNull()
  })

  test('choosing an entry twice leaves it out again', () => {
    const selection = toggled(toggled(NOTHING, invoice), invoice)
    expect(isSelected(selection, 1)).toBe(false)
  })

  test('all entries of a filter take their sums from the ledger, exact beyond a safe integer', () => {
    const sums = sumsOfAll({ total: 3, debits: 9_007_199_254_740_993n, credits: -1, unconverted: 0 })
    expect(sums.sum).toBe(9_007_199_254_740_992n)
    expect(sums.average).toBe(3_002_399_751_580_331)
    expect(isSelected({ kind: 'all' }, 77)).toBe(true)
    expect(isSelected(toggled({ kind: 'all' }, vat), 1)).toBe(false)
  })
})
