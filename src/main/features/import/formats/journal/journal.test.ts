import { describe, expect, it } from 'vitest'
import type { StatementEvent, StatementRecord } from '../statement.ts'
import { problemsOf, readAll, recordsOf, sumOf } from '../testing/events.ts'
import { AccountTypes } from './accounts.ts'
import { evaluate } from './expression.ts'
import { beancount, ledger } from './index.ts'
import { BEANCOUNT, EUROPEAN, LEDGER } from './samples.ts'

const read = async (text: string): Promise<StatementEvent[]> => readAll(ledger, text)
const amounts = (events: readonly StatementEvent[]): string[] =>
  recordsOf(events).map(({ account, amount, currency }) => `${account} ${amount} ${currency}`.trim())

function balances(records: readonly StatementRecord[]): Record<string, string> {
  const all = new Map<string, string[]>()
  for (const { account, currency, amount } of records)
    all.set(`${account} ${currency}`, [...(all.get(`${account} ${currency}`) ?? []), amount])
  return Object.fromEntries(
    [...all].map(([key, list]) => [key, sumOf(list)]).filter(([, sum]) => sum !== '0'),
  )
}

describe('a ledger journal', () => {
  // `hledger bal -N --flat -O csv` (1.25) on the same text.
  it('has the balances that hledger computes', async () => {
    const events = await read(LEDGER)
    expect(problemsOf(events)).toEqual([])
    expect(balances(recordsOf(events))).toEqual({
      'assets:bank:giro EUR': '-650',
      'assets:bank:checking $': '-1140.9',
      'assets:cash $': '-92.99',
      'assets:eur EUR': '91',
      'assets:save $': '5',
      'assets:spend $': '-5',
      'assets:stocks ACME 1': '3',
      'budget:food $': '-12.5',
      'equity:opening $': '20',
      'equity:opening EUR': '50',
      'expenses:food $': '12.5',
      'expenses:fun $': '3',
      'expenses:household $': '1020.4',
      'expenses:rent EUR': '700',
      'income:gifts $': '-20',
      'income:gifts EUR': '-50',
      'income:interest EUR': '-50',
    })
  })

  it('balances a transaction of one posting by the bucket, and no other', async () => {
    const events = await read(
      'bucket assets:cash\n2024-01-15 Shop\n  expenses:food  $4.50\n2024-01-16 Two\n  a  1\n  b  2\nA assets:till ; now\n2024-01-17 Bar\n  expenses:fun  $3\n',
    )
    expect(amounts(events)).toEqual([
      'assets:cash -4.5 $',
      'expenses:food 4.50 $',
      'assets:till -3 $',
      'expenses:fun 3 $',
    ])
    expect(problemsOf(events)).toHaveLength(1)
  })

  it('keeps payee, note, code, tags, secondary date and assertions', async () => {
    const events = await read(LEDGER)
    const [food, soap] = recordsOf(events)
    expect(food).toMatchObject({
      line: 10,
      date: '2024-01-05',
      payee: 'Corner Shop',
      description: 'groceries',
      reference: '17',
      document: '2024-01-05/1',
      extra: { 'tag.trip': 'berlin', accountType: 'expense' },
    })
    expect(soap).toMatchObject({ amount: '1020.40', extra: { comment: 'soap' } })
    expect(recordsOf(events).find(record => record.account === 'assets:bank:giro')).toMatchObject({
      valueDate: '2024-01-09',
      extra: { status: 'pending', accountType: 'asset' },
    })
    expect(events.filter(event => event.kind === 'balance')).toMatchObject([
      {
        at: 'assertion',
        account: 'assets:bank:giro',
        currency: 'EUR',
        amount: '-700.00',
        date: '2024-01-06',
      },
      { amount: '-650.00', date: '2024-01-12' },
    ])
    expect(recordsOf(events).find(record => record.account === 'budget:food')?.extra['virtual']).toBe(
      'unbalanced',
    )
  })

  it('a transaction that does not balance is a problem with its text, and none of it is loaded', async () => {
    const events = await read(EUROPEAN)
    expect(problemsOf(events)).toMatchObject([
      {
        code: 'unbalanced',
        line: 10,
        message: expect.stringContaining('1 EUR'),
        raw: expect.stringContaining('Aktiva:Bank        -9 EUR'),
      },
    ])
    expect(recordsOf(events)).toHaveLength(4)
    expect(recordsOf(events)[0]).toMatchObject({ amount: '1234.50', extra: { accountType: 'expense' } })
  })

  it.each([
    ['2024-13-01 x\n  a  1\n  b\n', 'date-unreadable'],
    ['1/5 x\n  a  1\n  b\n', 'date-unreadable'],
    ['2024-01-01 x\n  a  1\n  b\n  c\n', 'amounts-missing'],
    ['2024-01-01 x\n  a  1 EUR nonsense\n  b\n', 'amount-unreadable'],
    ['2024-01-01 x\n  (a)\n', 'no-amount'],
    ['include other.journal\n', 'include'],
    ['what is this\n', 'line-unknown'],
  ])('%j is a problem', async (text, code) => {
    expect(
      problemsOf(await read(`${text}\n2024-02-01 ok\n  a  1\n  b\n`)).map(problem => problem.code),
    ).toEqual([code])
    expect(recordsOf(await read(`${text}\n2024-02-01 ok\n  a  1\n  b\n`))).toHaveLength(2)
  })

  it.each([
    ['-$10.00', '-10.00 $'],
    ['$-10.00', '-10.00 $'],
    ['10.00 EUR', '10.00 EUR'],
    ['EUR 1,234.50', '1234.50 EUR'],
    ['1.234,50 EUR', '1234.50 EUR'],
    ['1 000.25 SEK', '1000.25 SEK'],
    ['+3 "a b"', '3 a b'],
    ['$1.00;note', '1.00 $'],
    ['10 A {2 EUR} [2024-01-01] (note) @ 3 EUR', '10 A'],
  ])('reads the amount %s', async (text, expected) => {
    const [first] = recordsOf(await read(`2024-01-01 x\n  a  ${text}\n  b\n`))
    expect(`${first?.amount} ${first?.currency}`).toBe(expected)
  })

  it('weighs units by total price, unit price and lot', async () => {
    expect(amounts(await read('2024-01-01 x\n  a  -4 A @@ 10 EUR\n  b\n'))).toEqual(['a -4 A', 'b 10 EUR'])
    expect(amounts(await read('2024-01-01 x\n  a  3 A @ 0.333 EUR\n  b\n'))[1]).toBe('b -0.999 EUR')
    expect(amounts(await read('2024-01-01 x\n  a  -2 A {5 EUR} @ 7 EUR\n  c  14 EUR\n  gain\n'))[2]).toBe(
      'gain -4 EUR',
    )
  })

  it('asks when an amount may be a thousand or one, and takes the answer', async () => {
    const text = '2024-01-01 x\n  a  1,000 EUR\n  b\n'
    expect((await read(text)).find(event => event.kind === 'question')).toMatchObject({
      id: 'decimal-mark',
      line: 2,
    })
    expect(amounts(await readAll(ledger, text, { 'decimal-mark': 'comma' }))[0]).toBe('a 1.000 EUR')
    const dot = await readAll(ledger, text, { 'decimal-mark': 'dot' })
    expect(amounts(dot)[0]).toBe('a 1000 EUR')
    expect(dot.some(event => event.kind === 'question')).toBe(false)
    expect((await read(`commodity 1,000.00 EUR\n${text}`)).some(event => event.kind === 'question')).toBe(
      false,
    )
  })

  it('numbers the transactions of a day, so that a journal that grows keeps its documents', async () => {
    const day = '2024-01-01 x\n  a  1\n  b\n'
    expect(recordsOf(await read(`${day}\n${day}`)).map(record => record.document)).toEqual([
      '2024-01-01/1',
      '2024-01-01/1',
      '2024-01-01/2',
      '2024-01-01/2',
    ])
  })

  it('an amount to be computed from a balance that is not in order is a problem', async () => {
    const events = await read('2024-02-01 x\n  a  1\n  b\n\n2024-01-01 y\n  a  = 5\n  b\n')
    expect(problemsOf(events).map(problem => problem.code)).toEqual(['assignment'])
  })
})

describe('a beancount journal', () => {
  it('reads transactions, costs, arithmetic and amounts left out', async () => {
    const records = recordsOf(await readAll(beancount, BEANCOUNT))
    expect(
      records.map(({ date, account, amount, currency }) => `${date} ${account} ${amount} ${currency}`),
    ).toEqual([
      '2024-01-03 Assets:Bank -2.5 EUR',
      '2024-01-03 Expenses:Food 2.50 EUR',
      '2024-01-01 Assets:Bank 1002.50 EUR',
      '2024-01-01 Equity:Opening -1002.50 EUR',
      '2024-01-06 Assets:Broker 10 HOOL',
      '2024-01-06 Assets:Bank -50.00 EUR',
      '2024-01-07 Assets:Broker -4 HOOL',
      '2024-01-07 Assets:Bank 24.00 EUR',
      '2024-01-07 Einkommen:Gains -4 EUR',
      '2024-01-09 Assets:Bank -3 EUR',
      '2024-01-09 Expenses:Food 3 EUR',
      '2024-01-11 Assets:USD 10 USD',
      '2024-01-11 Assets:Bank -9 EUR',
    ])
    expect(records[0]).toMatchObject({
      line: 10,
      payee: 'Shop',
      description: 'Food; and more',
      extra: { 'tag.trip': '', 'tag.week': '', links: 'inv-1', 'meta.document': 'a.pdf' },
    })
    expect(records[8]?.extra['accountType']).toBe('revenue')
    expect(records[4]).toMatchObject({
      description: 'multi line',
      extra: { cost: '50.00', costCommodity: 'EUR' },
    })
  })

  it('gives a balance as that of the evening before, and problems with their lines', async () => {
    const events = await readAll(beancount, BEANCOUNT)
    expect(events.filter(event => event.kind === 'balance')).toMatchObject([
      { at: 'assertion', account: 'Assets:Bank', date: '2024-01-04', amount: '1000.00' },
    ])
    expect(problemsOf(events).map(problem => [problem.code, problem.line])).toEqual([
      ['include', 3],
      ['unbalanced', 22],
      ['date-unreadable', 29],
    ])
  })

  it('says what it cannot compute', async () => {
    const codes = async (text: string) =>
      (await readAll(beancount, text)).flatMap(event => ('code' in event ? [event.code] : []))
    expect(await codes('2024-01-01 * "x"\n  Assets:A  -1 X {}\n  Assets:B\n')).toEqual(['cost-unknown'])
    expect(
      await codes('2024-01-01 * "x\n  Assets:A  1 X\n2024-01-02 * "y"\n  Assets:A  1 X\n  Assets:B\n'),
    ).toEqual(['open-quote'])
    expect(
      await codes(
        '2024-01-01 pad Assets:A Equity:B\n2024-01-05 balance Assets:A 5 X\n2024-01-02 * "late"\n  Assets:A  1 X\n  Assets:B\n',
      ),
    ).toEqual(['pad-order'])
    expect(await codes('nothing\n')).toEqual(['line-unknown'])
    expect(await codes('2024-01-01 open Assets:A\n')).toEqual(['no-transaction'])
  })

  it.each([
    ['1,234.50', '1234.50'],
    ['-(10.00 + 2) / 3', '-4'],
    ['1 / 3', '0.3333333333333333333333333333'],
    ['2 / -3', '-0.6666666666666666666666666667'],
    ['2 * 1.5', '3.0'],
    ['1 / 0', undefined],
    [`${'('.repeat(99)}1`, undefined],
  ])('computes %s', (text, expected) => {
    const found = evaluate(text)?.value
    const digits =
      found &&
      `${found.units < 0n ? '-' : ''}${(found.units < 0n ? -found.units : found.units).toString().padStart(found.scale + 1, '0')}`
    const plain =
      digits && found && found.scale > 0
        ? `${digits.slice(0, -found.scale)}.${digits.slice(-found.scale)}`
        : digits
    expect(plain).toBe(expected)
  })
})

it('tells the types of accounts by name, declaration and language', () => {
  const types = new AccountTypes()
  types.declare('Giro', 'C')
  expect(
    ['Assets:A', 'Ausgaben:B', 'Dettes', 'Giro:Sub', 'Erträge:Z', 'Capitaux propres:A', 'xyz'].map(name =>
      types.of(name),
    ),
  ).toEqual(['asset', 'expense', 'liability', 'asset', 'revenue', 'equity', ''])
})

it('is told by its content, each dialect from the other', () => {
  const sniff = (text: string) =>
    [ledger, beancount].map(format => format.sniff(new TextEncoder().encode(text)))
  expect(sniff(LEDGER)[0]).toBe(0.9)
  expect(sniff(LEDGER)[1]).toBe(0)
  const [asLedger = 1, asBeancount = 0] = sniff(BEANCOUNT)
  expect(asBeancount).toBeGreaterThan(asLedger)
  for (const text of ['', 'Date,Payee,Amount\n2024-01-01,x,1\n', ':20:X\n:61:2', '<a/>', '!Type:Bank'])
    expect(sniff(text)).toEqual([0, 0])
})

it('does not depend on how the bytes are cut', async () => {
  for (const [format, text] of [
    [ledger, LEDGER],
    [beancount, BEANCOUNT],
  ] as const) {
    const whole = await readAll(format, text)
    for (const size of [1, 5, 64]) expect(await readAll(format, text, undefined, size)).toEqual(whole)
  }
})
