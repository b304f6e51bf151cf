import { describe, expect, it, test } from 'vitest'
import type { StatementEvent } from '../statement.ts'
import { problemsOf, readAll, recordsOf, sumOf } from '../testing/events.ts'
import { qif } from './index.ts'

// Files of our own making: names and numbers are invented.
const read = (content: string | Uint8Array, answers?: Record<string, string>): Promise<StatementEvent[]> =>
  readAll(qif, content, answers)
const bank = (...records: string[]): string =>
  `!Type:Bank\n${records.map(record => `${record}\n^\n`).join('')}`
const invest = (...records: string[]): string => bank(...records).replace('Bank', 'Invst')
const codes = (events: readonly StatementEvent[], kind: 'problem' | 'note'): string[] =>
  events.flatMap(event => (event.kind === kind ? [event.code] : []))
const questions = (events: readonly StatementEvent[]): string[] =>
  events.flatMap(event => (event.kind === 'question' ? [event.id] : []))

test('a record of a bank account', async () => {
  const events = await read(
    '!Account\nNHousehold\nTBank\n^\n!Type:Bank\nD25/12/2023\nT-1,012.50\nU-1,012.50\nCX\nN204\nPAda Bakery\nMcakes\nA1 High St\nAHull\nLFood:Treats/Party\n^\n',
  )
  expect(events).toEqual([
    {
      kind: 'record',
      line: 6,
      raw: 'D25/12/2023\nT-1,012.50\nU-1,012.50\nCX\nN204\nPAda Bakery\nMcakes\nA1 High St\nAHull\nLFood:Treats/Party',
      date: '2023-12-25',
      valueDate: '',
      amount: '-1012.50',
      currency: '',
      account: 'Household',
      payee: 'Ada Bakery',
      description: 'cakes',
      bankReference: '',
      reference: '204',
      category: 'Food:Treats',
      type: 'Bank',
      document: '',
      extra: { class: 'Party', address: '1 High St, Hull', status: 'reconciled' },
    },
  ])
})

test('the same whatever ends its lines and whatever its pieces', async () => {
  const file = bank('D25/12/2023\nT-1.50\nPÄrzte', 'D26/12/2023\nT2')
  const whole = await read(file)
  expect(recordsOf(whole)).toHaveLength(2)
  for (const end of ['\r\n', '\r']) expect(await read(file.replaceAll('\n', end))).toEqual(whole)
  for (const size of [1, 2, 3, 5]) expect(await readAll(qif, file, {}, size)).toEqual(whole)
  expect(await read(`\ufeff${file}`)).toEqual(whole)
  expect(await read(Uint8Array.from(Buffer.from(`\ufeff${file}`, 'utf16le')))).toEqual(whole)
  expect(await read(Uint8Array.from(Buffer.from(file, 'latin1')))).toEqual(whole)
})

describe('the order of a date’s parts', () => {
  const dates = async (written: string[], answers?: Record<string, string>): Promise<string[]> =>
    recordsOf(await read(bank(...written.map(date => `D${date}\nT1`)), answers)).map(record => record.date)

  it.each([
    [
      ['12/31/99', '1/ 2/00'],
      ['1999-12-31', '2000-01-02'],
    ],
    [
      ["12/31'99", "1/ 2' 5"],
      ['1999-12-31', '2005-01-02'],
    ],
    [
      ['31.12.2024', '1.2.2024'],
      ['2024-12-31', '2024-02-01'],
    ],
    [
      ['1.2.24', '3.4.24'],
      ['2024-02-01', '2024-04-03'],
    ],
    [
      ['2024-12-31', '2024-02-01'],
      ['2024-12-31', '2024-02-01'],
    ],
    [
      ['31/12/2024', '01/02/2024'],
      ['2024-12-31', '2024-02-01'],
    ],
    [
      ['01/02/2024', '31/12/2024'],
      ['2024-02-01', '2024-12-31'],
    ],
    [['20241231'], ['2024-12-31']],
    [
      ['25 DECEMBER 2006', '3-mai-07'],
      ['2006-12-25', '2007-05-03'],
    ],
    [
      ['März 5 2024', 'Feb 29, 2024'],
      ['2024-03-05', '2024-02-29'],
    ],
    [
      ['94/06/30', '94/12/01'],
      ['1994-06-30', '1994-12-01'],
    ],
    [['5/5/2024'], ['2024-05-05']],
    [['12/25/2024 10:30'], ['2024-12-25']],
  ])('%j', async (written, read) => {
    expect(await dates(written)).toEqual(read)
    expect(questions(await readAll(qif, bank(...written.map(date => `D${date}\nT1`))))).toEqual([])
  })

  it('is asked where no day is above 12, and offered first as the dates ascend', async () => {
    const file = bank('D01/02/2024\nT1', 'D02/01/2024\nT1')
    const events = await read(file)
    expect(events.at(-1)).toMatchObject({
      kind: 'question',
      id: 'date-order',
      line: 2,
      choices: [
        { id: 'mdy', example: '2024-01-02' },
        { id: 'dmy', example: '2024-02-01' },
      ],
    })
    expect(recordsOf(events).map(record => record.date)).toEqual(['2024-01-02', '2024-02-01'])
    const answered = await read(file, { 'date-order': 'dmy' })
    expect(recordsOf(answered).map(record => record.date)).toEqual(['2024-02-01', '2024-01-02'])
    expect(questions(answered)).toEqual([])
    expect(questions(await read(file, { 'date-order': 'sideways' }))).toEqual(['date-order'])
  })

  it('is asked where the dates contradict each other', async () => {
    const events = await read(bank('D25/12/2024\nT1', 'D12/25/2024\nT1', 'D1/2/2024\nT1'))
    expect(questions(events)).toEqual(['date-order'])
  })

  it.each(['30/02/2024', '2024', '31/31/2024', '03/25/099Share', 'soon', '1/2/345'])(
    '%s is no day',
    async date => {
      const events = await read(bank(`D${date}\nT1`, 'D25/12/2024\nT2'))
      expect(problemsOf(events)).toMatchObject([{ code: 'bad-date', line: 2, raw: `D${date}\nT1` }])
      expect(recordsOf(events)).toHaveLength(1)
    },
  )
})

describe('amounts', () => {
  const amounts = async (written: string[], answers?: Record<string, string>): Promise<string[]> =>
    recordsOf(await read(bank(...written.map(amount => `D25/12/2024\nT${amount}`)), answers)).map(
      record => record.amount,
    )

  it.each([
    [
      ['1 234,56', '-1 000,00'],
      ['1234.56', '-1000.00'],
    ],
    [
      ['1.234,56', '1.000'],
      ['1234.56', '1000'],
    ],
    [
      ['1,234.56', '1.000'],
      ['1234.56', '1.000'],
    ],
    [
      ['1.000', '12,5'],
      ['1000', '12.5'],
    ],
    [
      ["1'234.50", '-0.00'],
      ['1234.50', '0.00'],
    ],
  ])('%j', async (written, read) => {
    expect(await amounts(written)).toEqual(read)
  })

  it('that nothing settles are asked', async () => {
    expect(questions(await read(bank('D25/12/2024\nT1.000')))).toEqual(['decimal-mark'])
    expect(await amounts(['1.000'], { 'decimal-mark': 'comma' })).toEqual(['1000'])
  })

  it('that are missing, no number or two are problems', async () => {
    const events = await read(bank('D25/12/2024', 'D25/12/2024\nTmuch', 'D25/12/2024\nT1\nU2', 'T5'))
    expect(codes(events, 'problem')).toEqual(['no-amount', 'bad-amount', 'two-amounts', 'no-date'])
  })
})

describe('splits', () => {
  const split = 'D25/12/2024\nT-30.00\nPMarket\nMall\nLFood\nSFood\nEbread\n$-10.00\nS[Cash]/Trip\n$-20.00'

  it('become records of one document that sum to the record', async () => {
    const records = recordsOf(await read(bank(split)))
    expect(records.map(r => [r.amount, r.category, r.description, r.extra])).toEqual([
      ['-10.00', 'Food', 'bread', {}],
      ['-20.00', '[Cash]', 'all', { transferAccount: 'Cash', class: 'Trip' }],
    ])
    expect(new Set(records.map(record => record.document)).size).toBe(1)
    expect(records[0]?.document).not.toBe('')
    expect(sumOf(records.map(record => record.amount))).toBe('-30')
  })

  it.each([
    ['differ', split.replace('$-20.00', '$-19.99')],
    ['cannot be read', split.replace('$-20.00', '$=20.00')],
    ['have shares and no amounts', split.replace('$-20.00', '%66.67')],
  ])('whose amounts %s leave the record whole, with a note', async (_what, record) => {
    const events = await read(bank(record))
    expect(recordsOf(events).map(r => [r.amount, r.category, r.document])).toEqual([['-30.00', 'Food', '']])
    expect(codes(events, 'note')).toEqual(['split-differs'])
  })

  it('give the amount where T is missing', async () => {
    expect(recordsOf(await read(bank(split.replace('T-30.00\n', '')))).map(record => record.amount)).toEqual([
      '-10.00',
      '-20.00',
    ])
  })
})

describe('investments', () => {
  const one = async (record: string): Promise<[string, string, string, string][]> =>
    recordsOf(await read(invest(`D25/12/2024\n${record}`))).map(r => [
      r.amount,
      r.payee,
      r.category,
      r.extra['part'] ?? '',
    ])

  it.each<[string, [string, string, string, string][]]>([
    ['NBuy\nYMills\nI10\nQ2\nO1\nT21.00', [['-21.00', 'Mills', '', '']]],
    ['NBuy\nYMills\nT-21.00', [['-21.00', 'Mills', '', '']]],
    ['NSell\nYMills\nT21.00', [['21.00', 'Mills', '', '']]],
    ['NDiv\nYMills\nT3', [['3', 'Mills', '', '']]],
    ['NMiscExp\nYMills\nT3\nLFees', [['-3', 'Mills', 'Fees', '']]],
    ['NXIn\nT100\nL[Bank]', [['100', '', '[Bank]', '']]],
    ['NXOut\nT100\nL[Bank]', [['-100', '', '[Bank]', '']]],
    ['NMargInt\nT7', [['-7', '', '', '']]],
    ['NCash\nT-7\nLTax', [['-7', '', 'Tax', '']]],
    ['NShrsIn\nYMills\nQ4\nT80', [['0', 'Mills', '', '']]],
    [
      'NReinvDiv\nYMills\nT3\nQ1',
      [
        ['3', 'Mills', '', 'income'],
        ['-3', 'Mills', '', 'purchase'],
      ],
    ],
    [
      'NBuyX\nYMills\nT21\nL[Bank]\n$21',
      [
        ['-21', 'Mills', '', 'purchase'],
        ['21', 'Mills', '[Bank]', 'transfer'],
      ],
    ],
    [
      'NSellX\nYMills\nT21\nL[Bank]',
      [
        ['21', 'Mills', '', 'income'],
        ['-21', 'Mills', '[Bank]', 'transfer'],
      ],
    ],
    [
      'NDivX\nYMills\nT21\nL[Bank]\n$20',
      [
        ['21', 'Mills', '', 'income'],
        ['-20', 'Mills', '[Bank]', 'transfer'],
      ],
    ],
  ])('%j', async (record, expected) => {
    expect(await one(record)).toEqual(expected)
  })

  it('of an unknown action are problems: nothing says whether money came or went', async () => {
    expect(codes(await read(invest('D25/12/2024\nNTeleport\nT5')), 'problem')).toEqual(['unknown-action'])
  })
})

describe('accounts', () => {
  it('are those in front of the records, and not of a list of accounts', async () => {
    const list = '!Option:AutoSwitch\n!Account\nNOne\nTBank\n^\nNTwo\nTCCard\n^\n!Clear:AutoSwitch\n'
    const file = `${list}${bank('D25/12/2024\nT1')}!Account\nNTwo\nTCCard\n/24/12/2024\n$-9.50\n^\n!Type:CCard\nD25/12/2024\nT2\n^\n`
    const events = await read(file)
    expect(recordsOf(events).map(record => [record.account, record.type])).toEqual([
      ['', 'Bank'],
      ['Two', 'CCard'],
    ])
    expect(events.filter(event => event.kind === 'balance')).toMatchObject([
      { account: 'Two', at: 'assertion', date: '2024-12-24', amount: '-9.50' },
    ])
  })

  it('are named by an opening balance', async () => {
    const records = recordsOf(
      await read(bank('D25/12/2024\nT100\nPOpening Balance\nL[Purse]', 'D26/12/2024\nT-1')),
    )
    expect(records.map(record => record.account)).toEqual(['Purse', 'Purse'])
  })
})

describe('texts', () => {
  it('of several lines are one', async () => {
    const file = bank('D25/12/2024\nT1\nMfirst\nMsecond\nand third\nPAda')
    expect(recordsOf(await read(file))[0]).toMatchObject({
      description: 'first second and third',
      payee: 'Ada',
    })
  })

  it('that begin like a field go on with the text before', async () => {
    const file = bank('D25/12/2024\nT1\nMthanks to\nDear friends\nThe end')
    expect(recordsOf(await read(file))[0]).toMatchObject({
      description: 'thanks to Dear friends The end',
      amount: '1',
    })
  })
})

describe('what is not in order', () => {
  it('lists of categories are no movements, and are counted', async () => {
    const events = await read(
      `!Type:Cat\nNFood\nE\n^\nNRent\n^\n${bank('D25/12/2024\nT1')}!Type:Memorized\nT5\nKC\n^\n`,
    )
    expect(recordsOf(events)).toHaveLength(1)
    expect(events.find(event => event.kind === 'note')).toMatchObject({
      code: 'lists',
      message: expect.stringContaining('2 of “Cat”, 1 of “Memorized”') as string,
    })
  })

  it('a record without ^ is read, and noted', async () => {
    const events = await read('!Type:Bank\nD25/12/2024\nT1\nD26/12/2024\nT2\n!Type:Cash\nD27/12/2024\nT3\n')
    expect(recordsOf(events).map(record => record.amount)).toEqual(['1', '2', '3'])
    expect(codes(events, 'note')).toEqual(['no-end', 'no-end', 'no-end'])
  })

  it('an amount that the end of the file cuts is a problem', async () => {
    const events = await read('!Type:Bank\nD25/12/2024\nT1\n^\nD26/12/2024\nT-123')
    expect(recordsOf(events)).toHaveLength(1)
    expect(codes(events, 'problem')).toEqual(['cut-off'])
  })

  it('records without a header are those of a bank account', async () => {
    const events = await read('D25/12/2024\nT1\nPAda\n^\n')
    expect(recordsOf(events)).toHaveLength(1)
    expect(qif.sniff(new TextEncoder().encode('D25/12/2024\nT1\nPAda\n^\n'))).toBe(0.7)
  })

  it('a section of an unknown kind is read like a bank account, and noted', async () => {
    expect(codes(await read(bank('D25/12/2024\nT1').replace('Bank', 'Sparbuch')), 'note')).toEqual([
      'unknown-type',
    ])
  })

  it.each([
    ['', 'not-qif'],
    ['Dear customer\n', 'not-qif'],
    ['<html>Sign in</html>', 'not-qif'],
    ['date;amount\n1;2\n', 'not-qif'],
    ['!Type:Cat\nNFood\n^\n', 'no-movements'],
    ['!Option:AutoSwitch\n', 'no-movements'],
  ])('“%s” is refused', async (content, code) => {
    expect(problemsOf(await read(content))).toMatchObject([{ code, fatal: true }])
  })

  it('a file of over 64 MB is refused without being held', async () => {
    let asked = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      const piece = new TextEncoder().encode('D25/12/2024\n'.repeat(80_000))
      for (;;) {
        asked++
        yield await Promise.resolve(piece)
      }
    }
    const events: StatementEvent[] = []
    for await (const event of qif.parse(endless())) events.push(event)
    expect(events).toMatchObject([{ code: 'too-large', fatal: true }])
    expect(asked).toBeLessThan(100)
  })
})

test('sniff knows QIF by its content', () => {
  const sniff = (text: string): number => qif.sniff(new TextEncoder().encode(text))
  for (const text of ['!Type:Bank\n', '\n!type:CCard \r\n', '\ufeff!Account\nNx\n^\n', '!Option:MDY\n'])
    expect(sniff(text)).toBe(1)
  for (const text of ['', 'Date,Total\n', 'Dear,\nThanks\n', '<OFX>', ':20:X\n^\n'])
    expect(sniff(text)).toBe(0)
})
