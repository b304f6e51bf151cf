import { describe, expect, it, test } from 'vitest'
import { readAll, recordsOf, sumOf } from '../testing/events.ts'
import { qif } from './index.ts'
import { bank, codes, invest, read } from './testing/read.ts'

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
