import { describe, expect, test } from 'vitest'
import { ask, setting } from './testing.ts'

describe('questions as they are typed', () => {
  test('in other forms, orders and slips', () => {
    expect(ask('3 most expensive days in July').asked).toMatchObject({
      intent: 'breakdown',
      by: [{ grain: 'day' }],
      top: 3,
    })
    expect(ask('who did we pay the most').asked).toMatchObject({ by: [{ dimension: 'payee' }], top: 1 })
    expect(ask('supplier wise spend').asked?.by).toEqual([{ dimension: 'payee' }])
    expect(ask('spend by cost centre').asked?.measure).toBe('spending')
    expect(ask('entries by cost centre').asked?.measure).toBe('amount')
    expect(ask('the payment of £49.99').asked).toMatchObject({ min: 4999, max: 4999, intent: 'search' })
    expect(ask('invoices zwischen 1.000 und 5.000').asked).toMatchObject({ min: 100_000, max: 500_000 })
    expect(ask('anything over a grand').asked).toMatchObject({ min: 100_001, intent: 'search' })
    expect(ask('Mietkosten im Juli').members.map(m => m.key)).toEqual(['6200'])
    expect(ask('all but rent').asked?.notMembers).toEqual({ account: ['6200'] })
    expect(ask('what are we likely to spend in June').asked).toMatchObject({ from: '2026-06-01' })
    // A word for a season or a feast is no slip of another word.
    expect(ask('spend in summer 2024').corrected).toEqual([])
  })

  test('a balance is of a day', () => {
    expect(ask('balance of trade payables at 31 March 2025').asked).toMatchObject({ to: '2025-03-31' })
    expect(ask('balance of trade payables at 31 March 2025').asked?.from).toBeUndefined()
  })

  test('nothing that was said is dropped in silence', () => {
    expect(ask('spend by fund').unknown).toEqual(['fund'])
    expect(ask('spend in March and June').unknown).toEqual(['march'])
    expect(ask('suppliers with more than 1m').unknown).toEqual(['more than 1m'])
  })

  test('what entries cannot tell is refused as such', () => {
    expect(ask('which suppliers have we not paid').refused).toBe('unpaid')
    expect(ask('spend by day of the week').refused).toBe('weekday')
    expect(ask('any duplicate payments?').refused).toBe('audit-test')
    expect(ask('what is 17 times 23').refused).toBe('not-finance')
    expect(ask('create a chart of rent by month').asked?.intent).toBe('chart')
  })

  test('that point back to the one before', () => {
    const before = ask('rent in 2024').asked
    expect(ask('list them', setting(), before).asked).toMatchObject({
      intent: 'search',
      from: '2024-01-01',
      members: { account: ['6200'] },
    })
    expect(ask('why did it go up?', setting(), before).asked).toMatchObject({
      intent: 'root-cause',
      members: { account: ['6200'] },
    })
    expect(ask('split by region', setting(), before).asked).toMatchObject({
      members: { account: ['6200'] },
      by: [{ dimension: 'region' }],
    })
  })
})
