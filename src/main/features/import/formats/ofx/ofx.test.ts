import { describe, expect, it, test } from 'vitest'
import type { StatementEvent } from '../statement.ts'
import { readAll, recordsOf, sumOf } from '../testing/events.ts'
import { ofx } from './index.ts'
import { bank, BROKER, movement, XML } from './testing/fixtures.ts'
import { bytes, codes, one, read } from './testing/read.ts'

describe('a statement in SGML', () => {
  it('gives movements and balances', async () => {
    const events = await read(
      bank(movement({ CHECKNUM: '41', MEMO: 'bread', DTAVAIL: '20240204', DTUSER: '20240131' })),
    )
    expect(events).toEqual([
      {
        kind: 'record',
        line: 14,
        raw: '<STMTTRN>\n<TRNTYPE>DEBIT\n<DTPOSTED>20240202\n<TRNAMT>-12.50\n<FITID>A1\n<NAME>Ada Bakery\n<CHECKNUM>41\n<MEMO>bread\n<DTAVAIL>20240204\n<DTUSER>20240131\n</STMTTRN>',
        date: '2024-02-02',
        valueDate: '2024-02-04',
        amount: '-12.50',
        currency: 'EUR',
        account: '7700',
        payee: 'Ada Bakery',
        description: 'bread',
        bankReference: 'A1',
        reference: '41',
        category: '',
        type: 'DEBIT',
        document: '',
        extra: { bank: '990001', accountType: 'CHECKING', userDate: '2024-01-31' },
      },
      {
        kind: 'balance',
        line: 25,
        account: '7700',
        currency: 'EUR',
        at: 'closing',
        date: '2024-02-29',
        amount: '812.40',
      },
      {
        kind: 'balance',
        line: 25,
        account: '7700',
        currency: 'EUR',
        at: 'available',
        date: '2024-02-29',
        amount: '800.00',
      },
    ])
  })

  it('is read the same whatever ends its lines and whatever its pieces', async () => {
    const file = bank(movement({ MEMO: 'Größe &amp; Wert' }) + movement({ FITID: 'A2' }))
    const whole = await read(file)
    expect(recordsOf(whole)).toHaveLength(2)
    const strip = (events: readonly StatementEvent[]) => events.map(event => ({ ...event, raw: '' }))
    for (const end of ['\r\n', '\r'])
      expect(strip(await read(file.replaceAll('\n', end)))).toEqual(strip(whole))
    for (const size of [1, 2, 3, 7, 100]) expect(await readAll(ofx, file, {}, size)).toEqual(whole)
    expect(recordsOf(await read(file.replaceAll('\n', '')))).toHaveLength(2)
  })

  it('needs no end tags', async () => {
    const events = await read(bank(movement({}, '') + movement({ FITID: 'A2', TRNAMT: '7' }, ''), ''))
    expect(recordsOf(events).map(r => [r.bankReference, r.amount])).toEqual([
      ['A1', '-12.50'],
      ['A2', '7'],
    ])
    expect(events.filter(event => event.kind === 'balance')).toMatchObject([
      { amount: '812.40' },
      { amount: '800.00' },
    ])
  })

  it('leaves empty tags empty and does not take what follows for theirs', async () => {
    const record = await one({ CHECKNUM: '', NAME: '', WHATEVER: '', MEMO: 'text' })
    expect(record).toMatchObject({ payee: '', reference: '', description: 'text' })
  })

  it('keeps a foreign aggregate’s values apart, and a bank’s own tags', async () => {
    const record = await one({ MEMO: 'mine', 'BANK.X': 'own', 'EXT><NAME>theirs</EXT': '' })
    expect(record).toMatchObject({ payee: 'Ada Bakery', description: 'mine', extra: { 'BANK.X': 'own' } })
  })

  it.each([
    ['A < B & C', 'A < B & C'],
    ['x <b>bold</b> y', 'x <b>bold</b> y'],
    ['Caf&eacute; &#38; &#x42;ar&nbsp;1 &unknown; &#0; &', 'Café & Bar\u00a01 &unknown; &#0; &'],
    ['one\n   two', 'one two'],
    ['a <!-- hidden --> b', 'a  b'],
    ['1 <2> 3', '1 <2> 3'],
  ])('reads the memo “%s”', async (memo, text) => {
    expect((await one({ MEMO: memo }))?.description).toBe(text)
  })
})

describe('the bank’s ids', () => {
  it('that are given to two movements are not trusted with the second', async () => {
    const events = await read(bank(movement() + movement({ TRNAMT: '-9' }) + movement()))
    expect(recordsOf(events).map(record => record.bankReference)).toEqual(['A1', '', 'A1'])
    expect(codes(events, 'note')).toEqual(['repeated-id'])
  })

  it.each(['', '0', '000000', 'NONE'])('“%s” is none', async FITID => {
    expect((await one({ FITID }))?.bankReference).toBe('')
  })
})

describe('names', () => {
  it('are taken whole from EXTDNAME, and from PAYEE', async () => {
    expect((await one({ EXTDNAME: 'Ada Bakery and Sons' }))?.payee).toBe('Ada Bakery and Sons')
    expect((await one({ EXTDNAME: 'other' }))?.payee).toBe('Ada Bakery')
    expect(recordsOf(await read(XML))[1]).toMatchObject({
      payee: 'Refunds Ltd',
      reference: 'R77',
      amount: '100.00',
    })
  })

  it.each([
    [
      'UTF-8 in a file that says 1252',
      new TextEncoder().encode(bank(movement({ NAME: 'Müller €' }))),
      'Müller €',
    ],
    [
      '1252 in a file that says UTF-8',
      bytes(bank(movement({ NAME: 'M\u00fcller \u0080' })).replace('CHARSET:1252', 'CHARSET:UTF-8')),
      'Müller €',
    ],
    [
      'ISO 8859-2 that says so',
      bytes(bank(movement({ NAME: '\u00a3\u00f3d\u00bc' })).replace('CHARSET:1252', 'CHARSET:ISO-8859-2')),
      'Łódź',
    ],
    ['UTF-16', Uint8Array.from(Buffer.from(`\ufeff${bank(movement({ NAME: 'Łódź' }))}`, 'utf16le')), 'Łódź'],
  ])('are read from %s', async (_what, content, payee) => {
    const events = await read(content)
    expect(recordsOf(events)[0]?.payee).toBe(payee)
    expect(codes(events, 'note')).toEqual([])
    expect(ofx.sniff(content)).toBe(1)
  })

  it('of two encodings in one file are read both, and noted', async () => {
    const events = await read(
      Uint8Array.of(
        ...new TextEncoder().encode('<OFX><STMTRS><ACCTID>ä'),
        0xe9,
        ...new TextEncoder().encode('ü<CURDEF>EUR</STMTRS></OFX>'),
      ),
    )
    expect(codes(events, 'note')).toContain('mixed-encoding')
  })
})

test('a card in XML: entities, CDATA, original currency, the day as written', async () => {
  const [fish] = recordsOf(await read(XML))
  expect(fish).toMatchObject({
    date: '2024-01-05',
    amount: '-40.00',
    currency: 'GBP',
    account: '5500 0000',
    payee: 'Fish & Chips',
    description: 'table 4 <b>corner</b> &amp;',
    extra: { originalCurrency: 'USD', rate: '0.8' },
  })
})

test('an amount in another currency than the account’s is in that currency', async () => {
  const record = await one({ 'CURRENCY><CURSYM>CHF<CURRATE>1.05</CURRENCY': '' })
  expect(record).toMatchObject({ currency: 'CHF', extra: { rate: '1.05' } })
})

describe('a broker', () => {
  it('gives the movements of cash, which tie to the cash balance', async () => {
    const events = await read(BROKER)
    const records = recordsOf(events)
    expect(records.map(r => [r.type, r.date, r.amount, r.payee, r.document, r.extra['part'] ?? ''])).toEqual([
      ['BUYSTOCK', '2024-01-10', '-205.00', 'Invented Mills', '', ''],
      ['REINVEST', '2024-02-01', '3.10', 'Invented Mills', 'B2', 'income'],
      ['REINVEST', '2024-02-01', '-3.10', 'Invented Mills', 'B2', 'purchase'],
      ['TRANSFER', '2024-02-02', '0', '999', '', ''],
      ['CREDIT', '2024-02-03', '500.00', 'Deposit', '', ''],
      ['SELLSTOCK', '2024-03-01', '110.00', 'Invented Mills', '', ''],
    ])
    expect(sumOf(records.map(record => record.amount))).toBe('405')
    expect(events.filter(event => event.kind === 'balance')).toMatchObject([
      { at: 'available', amount: '405.00', date: '2024-03-31' },
    ])
    expect(records[0]).toMatchObject({
      valueDate: '2024-01-12',
      extra: { quantity: '10', price: '20.00', commission: '5.00' },
    })
    expect(codes(events, 'note')).toEqual(['other-balances'])
  })
})

test('two documents in one file are both read', async () => {
  const events = await read(bank(movement()) + bank(movement({ FITID: 'A2' })))
  expect(recordsOf(events).map(record => record.bankReference)).toEqual(['A1', 'A2'])
})

test('pending movements are left out and counted', async () => {
  const pending = `</BANKTRANLIST><BANKTRANLISTP><DTASOF>20240229<STMTTRNP><TRNTYPE>DEBIT<DTTRAN>20240229<TRNAMT>-5<NAME>Soon</STMTTRNP></BANKTRANLISTP>`
  const events = await read(bank(movement(), pending))
  expect(recordsOf(events)).toHaveLength(1)
  expect(codes(events, 'problem')).toEqual(['not-booked'])
})
