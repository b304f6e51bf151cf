import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ranking } from '../../../shared/contract/dashboard.ts'
import { divideRounded } from '../../../shared/money/minor.ts'
import { judgementOf, rankingTable } from './rows.ts'

const row = (key: string, value: number, before: number | null = null) => ({
  key,
  label: key,
  value,
  before,
  entries: 1,
})

describe('a ranking', () => {
  it('prints rows that add up to the printed total', () => {
    const ranking: Ranking = {
      dimension: 'category',
      rows: [row('Rent', 80_050), row('Food', 30_050), row('Travel', 10_050)],
      rest: { members: 2, value: 5050, before: null, entries: 4 },
      total: 125_200,
      totalBefore: null,
    }
    const table = rankingTable(ranking, 'GBP')
    expect(table.total).toBe(1252)
    expect(table.rows.map(r => r.rounded)).toEqual([801, 301, 100, 50])
    expect(table.rows.map(r => r.kind)).toEqual(['member', 'member', 'member', 'rest'])
  })

  it('adds up for any rows, refunds included, and in a currency without a minor unit', () => {
    const amount = fc.integer({ min: -1e12, max: 1e12 })
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), amount, (values, rest) => {
        const total = values.reduce((a, v) => a + v, rest)
        const ranking: Ranking = {
          dimension: 'payee',
          rows: values.map((v, i) => row(String(i), v)),
          rest: { members: 3, value: rest, before: null, entries: 3 },
          total,
          totalBefore: null,
        }
        for (const [currency, unit] of [
          ['GBP', 100n],
          ['JPY', 1n],
        ] as const) {
          const table = rankingTable(ranking, currency)
          const sum = table.rows.reduce((a, r) => a + BigInt(r.rounded), 0n)
          expect(sum).toBe(BigInt(table.total))
          expect(BigInt(table.total)).toBe(divideRounded(BigInt(total), unit))
        }
      }),
    )
  })

  it('has no row for the rest where there is none, and none of its own for members without a name', () => {
    const table = rankingTable(
      {
        dimension: 'category',
        rows: [row('Rent', 100, 50), row('', 40)],
        rest: { members: 0, value: 0, before: null, entries: 0 },
        total: 140,
        totalBefore: 50,
      },
      'GBP',
    )
    expect(table.rows.map(r => r.kind)).toEqual(['member', 'none'])
    expect(table.rows[0]?.change).toBe(1)
    expect(table.rows[1]?.share).toBe(0.4)
  })

  it('judges a change only outside the neutral band', () => {
    expect([null, 0.05, 0.075, -0.01, -0.02].map(judgementOf)).toEqual([
      'neutral',
      'neutral',
      'adverse',
      'neutral',
      'favourable',
    ])
  })
})
