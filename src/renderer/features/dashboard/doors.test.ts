import { describe, expect, it } from 'vitest'
import type { Dimension } from '../../../shared/query/dimensions.ts'
import { flowDoor, isMember, isStep, overSpan, withMembers, withoutMembers, withStep } from './doors.ts'
import { levelBelow } from './drill.ts'
import { compared, currentFiscalYear, stepBefore } from './spans.ts'
import { rankedBy } from './ranked-by.ts'

describe('a door', () => {
  it('of a total keeps the filter and takes its side of the result, of the actual entries', () => {
    expect(flowDoor({ from: '2025-04-01', members: { directorate: ['D1'] } }, 'expense')).toEqual({
      from: '2025-04-01',
      members: { directorate: ['D1'], flow: ['expense'], scenario: ['Actual', ''] },
    })
  })

  it('leaves a scenario that was asked for alone', () => {
    expect(flowDoor({ members: { scenario: ['Budget'] } }, 'income').members?.['scenario']).toEqual([
      'Budget',
    ])
  })

  it('keeps nothing where filter and door exclude each other, rather than everything', () => {
    expect(flowDoor({ members: { flow: ['income'] } }, 'expense').members?.['flow']).toEqual([])
    expect(withMembers({ members: { payee: ['A', 'B'] } }, 'payee', ['B', 'C']).members?.['payee']).toEqual([
      'B',
    ])
  })

  it("of a month at the filter's edge opens only the days that the filter has", () => {
    expect(withStep({ from: '2025-10-10', to: '2025-12-31' }, '2025-10')).toMatchObject({
      from: '2025-10-10',
      to: '2025-10-31',
    })
    expect(withStep({}, 'FY2025-P07', 4)).toEqual({ from: '2025-10-01', to: '2025-10-31' })
    expect(withStep({ text: 'x' }, 'no step')).toEqual({ text: 'x' })
  })

  it('of "5 others" leaves the named ones out, beside those left out already', () => {
    expect(withoutMembers({ notMembers: { payee: ['A'] } }, 'payee', ['A', 'B']).notMembers).toEqual({
      payee: ['A', 'B'],
    })
  })

  it('of a comparison goes to its own days', () => {
    expect(
      overSpan({ from: '2025-04-01', to: '2025-10-31', text: 'x' }, { from: '2024-04-01', to: '2024-10-31' }),
    ).toEqual({ from: '2024-04-01', to: '2024-10-31', text: 'x' })
  })
})

describe('a second click', () => {
  it('is one on what the filter already is', () => {
    const filters = { from: '2025-10-01', to: '2025-10-31', members: { category: ['Travel'] } }
    expect(isMember(filters, 'category', 'Travel')).toBe(true)
    expect(isMember(filters, 'category', 'Food')).toBe(false)
    expect(isStep(filters, '2025-10')).toBe(true)
    expect(isStep(filters, '2025')).toBe(true)
    expect(isStep(filters, '2025-10-07')).toBe(false)
    expect(isStep({}, '2025-10')).toBe(false)
  })
})

describe('drilling down', () => {
  const uses = (...ids: string[]): Dimension[] =>
    ids.map(id => ({ id, label: id, kind: 'built-in', members: 3 }))

  it('goes directorate, cost centre, account, entries, past levels that the ledger does not use', () => {
    const ledger = uses('directorate', 'cost_centre', 'account', 'payee')
    expect(levelBelow('directorate', ledger)).toBe('cost_centre')
    expect(levelBelow('cost_centre', ledger)).toBe('account')
    expect(levelBelow('account', ledger)).toBe('entries')
    expect(levelBelow('category', ledger)).toBe('payee')
    expect(levelBelow('custom_1', ledger)).toBe('entries')
  })

  it('passes a level of one member over', () => {
    const ledger = [...uses('entity', 'cost_centre'), { ...uses('directorate')[0], members: 1 } as Dimension]
    expect(levelBelow('entity', ledger)).toBe('cost_centre')
  })

  it('takes the ranking one level below each member that was drilled into', () => {
    const ledger = uses('directorate', 'cost_centre', 'account')
    const below = (dimension: string): string => levelBelow(dimension, ledger)
    const step = (dimension: string) => ({ kind: 'member' as const, dimension, key: 'x' })
    expect(rankedBy(undefined, [], below)).toBeUndefined()
    expect(rankedBy('directorate', [], below)).toBe('directorate')
    expect(rankedBy('directorate', [step('directorate')], below)).toBe('cost_centre')
    expect(rankedBy(undefined, [step('directorate'), step('cost_centre')], below)).toBe('account')
    expect(rankedBy('account', [step('account')], below)).toBe('account')
  })
})

describe('comparing', () => {
  it('judges more spending adverse, less favourable, and nothing neither', () => {
    expect(compared(105, 100)).toMatchObject({ difference: 5, size: 5, judgement: 'adverse' })
    expect(compared(95, 100)).toMatchObject({ difference: -5, size: 5, judgement: 'favourable' })
    expect(compared(100, 100)).toMatchObject({ ratio: 0, judgement: 'neutral' })
    expect(compared(100, 0).ratio).toBeNull()
    expect(compared(2n ** 60n, 1).difference).toBe(2n ** 60n - 1n)
  })

  it('names the fiscal year of a day', () => {
    expect(currentFiscalYear('2026-02-14', 4)).toEqual({ year: 2025, from: '2025-04-01', to: '2026-03-31' })
    expect(currentFiscalYear('2026-02-14', 1)).toEqual({ year: 2026, from: '2026-01-01', to: '2026-12-31' })
  })

  it('opens, for a point of the comparison, the days that stand beside it', () => {
    const overview = {
      trend: { x: ['2025-04', '2025-05', '2025-06'] },
      comparedWith: { from: '2024-04-01', to: '2024-06-15' },
    }
    expect(stepBefore(overview, '2025-05')).toEqual({ from: '2024-05-01', to: '2024-05-31' })
    expect(stepBefore(overview, '2025-06')).toEqual({ from: '2024-06-01', to: '2024-06-15' })
    expect(stepBefore({ trend: overview.trend }, '2025-05')).toBeUndefined()
  })
})
