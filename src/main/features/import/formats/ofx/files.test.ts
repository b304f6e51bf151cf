import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problemsOf, readAll, recordsOf, sumOf } from '../testing/events.ts'
import { ofx } from './index.ts'

// Files of other parsers' test suites, which lie beside the project where its makers work. Skipped without them.
const folder = resolve('../shared/data/statements/ofx')
const has = existsSync(folder)

/**
 * File, records and their sum for each account, closing balances, problems (! is fatal). Counts and sums were computed apart from this
 * parser, by a script that picks ACCTID, TRNAMT and TOTAL out of the text with regular expressions and adds decimals.
 */
const OUTCOMES: [string, string[], string, string][] = [
  ['ledger-autosync__accented_characters_latin1.ofx', ['1452687~7: 1 = -58.73'], '100.99', ''],
  ['ledger-autosync__apostrophe.ofx', ['1452687~7: 1 = -58.73'], '100.99', ''],
  ['ledger-autosync__checking-payee-match.ofx', ['1452687~7: 1 = -0.01'], '100.99', ''],
  ['ledger-autosync__checking.ofx', ['1452687~7: 3 = -59.5'], '100.99', ''],
  ['ledger-autosync__checking_order.ofx', ['1452687~7: 3 = -59.5'], '100.99', ''],
  ['ledger-autosync__comments.ofx', ['1452687~7: 2 = 123.45'], '100.99', ''],
  ['ledger-autosync__cusip.ofx', ['123456789: 2 = -47854.77'], '', ''],
  ['ledger-autosync__fidelity-one-dtsettle.ofx', ['01234567890: 17 = -10526.67'], '', ''],
  ['ledger-autosync__fidelity.ofx', ['01234567890: 17 = -10526.67'], '', ''],
  ['ledger-autosync__fidelity_fee.ofx', ['01234567890: 5 = 4064.78'], '', ''],
  ['ledger-autosync__income.ofx', ['12345678.123456-01: 1 = 1234.56'], '', ''],
  ['ledger-autosync__investment_401k.ofx', ['12345678.123456-01: 3 = -197.2'], '', ''],
  ['ledger-autosync__no-institution.ofx', ['1452687~7: 3 = -59.5'], '100.99', ''],
  ['libofx__another-example.xml', ['12345: 1 = 2'], '', ''],
  ['libofx__downcast.ofx', [], '', ''],
  ['libofx__example-listing1.xml', ['000000: 2 = 209.95'], '256.94', ''],
  ['libofx__example-listing2.xml', ['0000000: 2 = 209.95'], '256.94', ''],
  ['libofx__failing-ofx-file1.xml', [], '', 'not-ofx!'],
  ['libofx__failing-ofx-file2.xml', [], '', 'no-statement!'],
  ['libofx__heap-buffer-overflow-1.ofx', [], '', ''],
  ['libofx__heap-buffer-overflow-2.ofx', [], '', 'not-ofx!'],
  ['libofx__null-ptr-deref-1.ofx', [], '', 'cut-off cut-off'],
  ['libofx__null-ptr-deref-2.ofx', [], '', 'no-statement!'],
  ['libofx__ofx-2.1.1-sect-13.12.ofx', ['999988: 2 = -4025'], '', ''],
  ['libofx__ofx-2.1.1-sect-13.13.ofx', ['999988: 3 = -407.88'], '', ''],
  [
    'libofx__ofx-2.1.1-sect-16.5.3.2.ofx',
    ['123456: 1 = -80', '123412341234: 2 = 327'],
    '2156.56 -562.00',
    '',
  ],
  ['libofx__ofx-2.1.1-sect-16.5.4.2.ofx', ['123456: 1 = -80.32'], '2156.56 3452.00', ''],
  ['libofx__ofx-2.1.1-sect-16.5.6.2.ofx', ['1256734: 1 = -120'], '', ''],
  ['libofx__ofx-2.1.1-sect-16.5.6.5.ofx', ['1256734: 1 = -120'], '', ''],
  ['libofx__ofx-2.1.1-sect-8.5.5.ofx', [], '', 'no-statement!'],
  ['libofx__ofx_spec160_stmtrs_example.sgml', ['999988: 2 = -500'], '200.29', ''],
  ['libofx__ofx_spec201_stmtrs_example.xml', ['999988: 2 = -500'], '200.29', ''],
  ['libofx__use-after-free.ofx', [], '', 'cut-off not-ofx!'],
  ['ofxparse__account_listing_aggregation.ofx', [], '', 'no-statement!'],
  ['ofxparse__anzcc.ofx', ['1234123412341234: 1 = -5.5'], '-123.45', ''],
  ['ofxparse__bank_medium.ofx', ['12300 000012345678: 3 = -345.27'], '382.34', ''],
  ['ofxparse__bank_small.ofx', [], '', 'no-statement!'],
  ['ofxparse__checking.ofx', ['1452687~7: 3 = -59.5'], '100.99', ''],
  ['ofxparse__date_missing.ofx', [], '0', 'no-date no-date bad-date'],
  ['ofxparse__decimal_error.ofx', [], '0', 'bad-date'],
  ['ofxparse__empty_balance.ofx', ['192639749: 1 = 120'], '', ''],
  ['ofxparse__error_message.ofx', [], '', 'no-statement!'],
  ['ofxparse__fidelity-savings.ofx', ['X0000001: 4 = -1778.3952'], '', ''],
  ['ofxparse__fidelity.ofx', ['01234567890: 17 = -10526.67'], '', ''],
  ['ofxparse__investment_401k.ofx', ['12345678.123456-01: 3 = -197.2'], '', ''],
  ['ofxparse__investment_medium.ofx', ['ABC123: 3 = -3.95'], '', ''],
  ['ofxparse__multiple_accounts.ofx', [], '111 222', ''],
  ['ofxparse__multiple_accounts2.ofx', [], '111 222', ''],
  ['ofxparse__ofx-v102-empty-tags.ofx', ['12345678: 1 = 12.34'], '', ''],
  ['ofxparse__signon_fail.ofx', [], '', 'no-statement!'],
  ['ofxparse__signon_success.ofx', [], '', 'no-statement!'],
  ['ofxparse__signon_success_no_message.ofx', [], '', 'no-statement!'],
  ['ofxparse__suncorp.ofx', ['123456789: 1 = -16.85'], '1234.12', ''],
  ['ofxparse__td_ameritrade.ofx', [], '', ''],
  ['ofxparse__tiaacref.ofx', ['111A1111 22B222 33C333: 1 = 0'], '', ''],
  ['ofxparse__vanguard.ofx', ['01234567890: 1 = 4212.3'], '', ''],
  ['ofxparse__vanguard401k.ofx', ['0123456: 5 = -2019'], '', ''],
]

describe.skipIf(!has)('each OFX file in shared/data', () => {
  it('is in the table', () => {
    expect(OUTCOMES.map(([file]) => file).toSorted()).toEqual(readdirSync(folder).toSorted())
  })

  it.each(OUTCOMES)('%s', async (file, accounts, closing, problems) => {
    const events = await readAll(ofx, readFileSync(resolve(folder, file)))
    const amounts = Map.groupBy(recordsOf(events), record => record.account)
    expect(
      [...amounts].map(
        ([account, records]) => `${account}: ${records.length} = ${sumOf(records.map(r => r.amount))}`,
      ),
    ).toEqual(accounts)
    const balances = events.filter(event => event.kind === 'balance' && event.at === 'closing')
    expect(balances.map(balance => ('amount' in balance ? balance.amount : '')).join(' ')).toBe(closing)
    expect(
      problemsOf(events)
        .map(problem => problem.code + (problem.fatal ? '!' : ''))
        .join(' '),
    ).toBe(problems)
    expect(events.length).toBeGreaterThan(0)
  })
})

describe.skipIf(!has)('three files, read by eye', () => {
  const read = (file: string) => readAll(ofx, readFileSync(resolve(folder, file)))

  it('a checking account in SGML', async () => {
    const events = await read('ofxparse__checking.ofx')
    expect(
      recordsOf(events).map(r => [r.line, r.date, r.amount, r.payee, r.bankReference, r.reference, r.type]),
    ).toEqual([
      [46, '2011-03-31', '0.01', 'DIVIDEND EARNED FOR PERIOD OF 03', '0000486', '', 'CREDIT'],
      [54, '2011-04-05', '-34.51', 'AUTOMATIC WITHDRAWAL, ELECTRIC BILL', '0000487', '', 'DEBIT'],
      [62, '2011-04-07', '-25.00', 'RETURNED CHECK FEE, CHECK # 319', '0000488', '319', 'CHECK'],
    ])
    expect(recordsOf(events)[2]).toMatchObject({
      account: '1452687~7',
      currency: 'USD',
      description: 'RETURNED CHECK FEE, CHECK # 319 FOR $45.33 ON 04/07/11',
      extra: { bank: '5472369148', accountType: 'CHECKING' },
    })
    expect(events.filter(event => event.kind === 'balance')).toMatchObject([
      { at: 'closing', amount: '100.99', currency: 'USD', date: '2013-05-25' },
      { at: 'available', amount: '75.99', currency: 'USD', date: '2013-05-25' },
    ])
  })

  it('a bank account and a card in XML', async () => {
    const events = await read('libofx__ofx-2.1.1-sect-16.5.3.2.ofx')
    expect(
      recordsOf(events).map(r => [r.account, r.date, r.amount, r.payee, r.bankReference, r.type]),
    ).toEqual([
      ['123456', '2005-08-24', '-80', 'FrogKick Scuba Gear', '219378', 'POS'],
      ['123412341234', '2005-08-11', '-23.00', 'Interest Charge', '219867', 'INT'],
      ['123412341234', '2005-08-11', '350.00', 'Payment - Thank You', '219868', 'CREDIT'],
    ])
    expect(events.filter(event => event.kind === 'balance')).toMatchObject([
      { account: '123456', at: 'closing', amount: '2156.56' },
      { account: '123412341234', at: 'closing', amount: '-562.00' },
    ])
  })

  it('a broker whose securities are named at the end', async () => {
    const events = await read('ledger-autosync__cusip.ofx')
    expect(
      recordsOf(events).map(r => [r.date, r.amount, r.payee, r.bankReference, r.type, r.extra['quantity']]),
    ).toEqual([
      [
        '2016-10-05',
        '-47860.0000',
        'BLACKROCK HEALTH SCIENCES OPP PRT A',
        '123456789000987654321',
        'BUYMF',
        '+0000000001000.00000',
      ],
      [
        '2016-09-29',
        '5.2300',
        'BLACKROCK HEALTH SCIENCES OPP PRT A',
        '123456789000987654322',
        'INCOME',
        undefined,
      ],
    ])
  })

  it('a name in windows-1252 and one in CDATA', async () => {
    const [latin] = recordsOf(await read('ledger-autosync__accented_characters_latin1.ofx'))
    expect(latin?.payee).toBe('Virement Interac à: Jean')
    const [cdata] = recordsOf(await read('ofxparse__suncorp.ofx'))
    expect(cdata?.payee).toBe('EFTPOS WDL HANDYWAY ALDI STORE')
  })
})
