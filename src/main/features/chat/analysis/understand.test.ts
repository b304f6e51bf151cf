import { describe, expect, test } from 'vitest'
import { ask, days, setting } from './testing.ts'

describe('periods', () => {
  test.each([
    ['last month', '2025-07-01..2025-07-31'],
    ['this month', '2025-08-01..2025-08-31'],
    ['last week', '2025-08-11..2025-08-17'],
    ['since January', '2025-01-01..2025-08-20'],
    ['since 3 March', '2025-03-03..2025-08-20'],
    ['last 3 months', '2025-06-01..2025-08-31'],
    ['in the past 10 days', '2025-08-11..2025-08-20'],
    ['ytd', '2025-01-01..2025-08-20'],
    ['in March', '2025-03-01..2025-03-31'],
    ['in November', '2024-11-01..2024-11-30'],
    ['in May', '2025-05-01..2025-05-31'],
    ['last December', '2024-12-01..2024-12-31'],
    ['March last year', '2024-03-01..2024-03-31'],
    ['Q2 2023', '2023-04-01..2023-06-30'],
    ['second half of 2024', '2024-07-01..2024-12-31'],
    ['between March and June 2024', '2024-03-01..2024-06-30'],
    ['from November to February', '2024-11-01..2025-02-28'],
    ['between 1 and 15 March 2025', '2025-03-01..2025-03-15'],
    ['2025-02-01 to 2025-02-14', '2025-02-01..2025-02-14'],
    ['on 1.6.2025', '2025-06-01..2025-06-01'],
    ['week 12 2025', '2025-03-17..2025-03-23'],
    ['until April', '..2025-04-30'],
    ['two months ago', '2025-06-01..2025-06-30'],
    ['a year ago', '2024-01-01..2024-12-31'],
    ['im letzten Monat', '2025-07-01..2025-07-31'],
    ['seit Jänner 2025, nein', '..'],
    ['im März', '2025-03-01..2025-03-31'],
    ['im vorletzten Quartal', '2025-01-01..2025-03-31'],
    ['since Easter', '2025-04-20..2025-08-20'],
    ['at Christmas 2024', '2024-12-25..2024-12-26'],
    ['in period 3', '2025-03-01..2025-03-31'],
    ['P11 2024', '2024-11-01..2024-11-30'],
    ['in the year ending March 2025', '2024-04-01..2025-03-31'],
    ['12 months to June 2025', '2024-07-01..2025-06-30'],
    ['LTM', '2024-09-01..2025-08-31'],
    ['in the past fortnight', '2025-08-07..2025-08-20'],
    ['3Q24', '2024-07-01..2024-09-30'],
    ['Q1-Q3', '2025-01-01..2025-09-30'],
    ['Jan 24', '2024-01-01..2024-01-31'],
    ['in January and February', '2025-01-01..2025-02-28'],
    ['in 2024, December', '2024-12-01..2024-12-31'],
    ['im 2. Quartal 2024', '2024-04-01..2024-06-30'],
    ['first week of March', '2025-03-01..2025-03-07'],
  ])('%s', (words, expected) => {
    if (words.startsWith('seit Jänner'))
      return expect(ask(`spend ${words}`).unknown.length).toBeGreaterThan(0)
    return expect(days(words)).toBe(expected)
  })

  test('are fiscal where the year does not start in January, and the other reading is offered', () => {
    const april = setting(4)
    expect(days('this quarter', april)).toBe('2025-07-01..2025-09-30')
    expect(days('last year', april)).toBe('2024-04-01..2025-03-31')
    expect(days('FY24', april)).toBe('2024-04-01..2025-03-31')
    expect(days('2023/24', april)).toBe('2023-04-01..2024-03-31')
    expect(days('Q1 2025', april)).toBe('2025-04-01..2025-06-30')
    expect(days('in 2024', april)).toBe('2024-01-01..2024-12-31')
    const [choice] = ask('spend Q1 2025', april).choices
    expect(choice).toMatchObject({
      kind: 'period',
      needed: false,
      options: [{ label: 'calendar', asked: { from: '2025-01-01', to: '2025-03-31' } }],
    })
  })

  test('that are not over are compared with as many days', () => {
    expect(ask('spending this month vs last month').asked).toMatchObject({
      intent: 'comparison',
      from: '2025-08-01',
      to: '2025-08-20',
      comparison: { kind: 'range', from: '2025-07-01', to: '2025-07-20' },
    })
    expect(ask('how did rent in March compare with the same month last year').asked).toMatchObject({
      from: '2025-03-01',
      comparison: { kind: 'previous-year' },
    })
  })
})

describe('members', () => {
  test('are found by abbreviation, part of a name, a slip, another spelling, a code', () => {
    const named = (question: string) => ask(question).members.map(m => m.key)
    expect(named('T&E last month')).toEqual(['6100'])
    expect(named('how much on travel and entertainment')).toEqual(['6100'])
    expect(named('spend with Northwind')).toEqual(['Northwind Traders'])
    expect(named('costs at Nortwind Traders')).toEqual(['Northwind Traders'])
    expect(named('Kosten bei Mueller? nein, Müller')).toContain('Müller & Söhne GmbH')
    expect(named('spend of cost centre M1')).toEqual(['M1'])
    expect(ask('accounts payable balance').members.map(m => m.key)).toEqual(['2000'])
  })

  test('that two dimensions have are asked about, unless one is named', () => {
    const open = ask('Digital spend')
    expect(open.choices[0]).toMatchObject({ kind: 'member', needed: true })
    expect(open.choices[0]?.options.map(o => o.dimension)).toEqual(['cost_centre', 'department'])
    expect(ask('Digital department spend').choices).toEqual([])
    expect(ask('Digital department spend').asked?.members).toEqual({ department: ['DIG'] })
  })

  test('behind "without" are left out, up to where something else begins', () => {
    expect(ask('spend without rent and T&E for Marketing').asked).toMatchObject({
      members: { cost_centre: ['M1'] },
      notMembers: { account: ['6200', '6100'] },
    })
  })

  test('lend their side of the result where no measure is named', () => {
    expect(ask('consulting revenue last month').asked?.measure).toBe('income')
    expect(ask('Planned works last month').asked).toMatchObject({
      intent: 'summary',
      measure: 'spending',
      members: { cost_centre: ['W1'] },
    })
  })
})

describe('kinds of question', () => {
  test.each([
    ['Why did costs rise in July?', 'root-cause'],
    ['are we over budget on rent', 'budget'],
    ['what will we spend next quarter', 'forecast'],
    ['anything odd about marketing', 'anomalies'],
    ['plot spend by month', 'chart'],
    ['compare June with July', 'comparison'],
    ['list payments to Northwind', 'search'],
    ['invoices over 5k', 'search'],
    ['how has rent developed', 'trends'],
    ['top 3 suppliers', 'breakdown'],
    ['spend by region and month', 'breakdown'],
    ['how much did we spend', 'summary'],
    ['Warum stiegen die Kosten im Juli?', 'root-cause'],
    ['Prognose der Ausgaben für nächsten Monat', 'forecast'],
    ['Die 3 größten Lieferanten', 'breakdown'],
  ])('%s', (question, intent) => {
    expect(ask(question).asked?.intent).toBe(intent)
  })

  test('amounts, ranks, counts, averages and shares', () => {
    expect(ask('payments between 5k and 10k').asked).toMatchObject({ min: 500_000, max: 1_000_000 })
    expect(ask('expenses over £1,250.50').asked?.min).toBe(125_051)
    expect(ask('bottom 3 cost centres by spend').asked).toMatchObject({
      top: 3,
      order: 'smallest',
      by: [{ dimension: 'cost_centre' }],
    })
    expect(ask('how many suppliers did we use').asked).toMatchObject({ op: 'distinct', of: 'payee' })
    expect(ask('average monthly rent').asked).toMatchObject({ per: 'month', op: 'sum' })
    expect(ask('average invoice from Northwind').asked).toMatchObject({ op: 'mean' })
    expect(ask('what share of spend is rent').asked).toMatchObject({
      share: true,
      members: { account: ['6200'] },
    })
  })
})

test('a follow-up keeps what it does not change', () => {
  const first = ask('rent by month in 2024').asked
  expect(ask('and by region?', setting(), first).asked).toMatchObject({
    from: '2024-01-01',
    members: { account: ['6200'] },
    by: [{ dimension: 'region' }],
    intent: 'breakdown',
  })
  expect(ask('and the year before?', setting(), first).asked).toMatchObject({
    from: '2023-01-01',
    to: '2023-12-31',
  })
  expect(ask('same for T&E', setting(), first).asked?.members).toEqual({ account: ['6100'] })
  expect(ask('only Marketing', setting(), first).asked?.members).toEqual({
    account: ['6200'],
    cost_centre: ['M1'],
  })
  // A whole question of its own keeps nothing.
  expect(ask('top 8 suppliers this year', setting(), first)).toMatchObject({
    followed: false,
    asked: { members: {} },
  })
  expect(ask('How much did we spend with Northwind in July?', setting(), first)).toMatchObject({
    followed: false,
    asked: { by: [], members: { payee: ['Northwind Traders'] } },
  })
})

test('what is none of a ledger’s business is refused, and unknown words are named', () => {
  expect(ask('what is the weather tomorrow').refused).toBe('not-finance')
  expect(ask('delete all entries').refused).toBe('action')
  expect(ask('should I buy shares').refused).toBe('advice')
  expect(ask('???').refused).toBe('empty')
  expect(ask('spend on unicorns in July')).toMatchObject({
    unknown: ['unicorns'],
    asked: { from: '2025-07-01' },
  })
})

test('no text, however long or strange, throws or takes long to be understood', () => {
  for (const text of [
    'a'.repeat(2000),
    '& & & £ % > 5',
    '“”„',
    '\u0000\uFFFF🙂',
    'last month and '.repeat(120),
    '(((((((((',
    'between between from to to and 5 5 5',
    '1'.repeat(1000),
  ])
    expect(() => ask(text)).not.toThrow()
})
