import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAll, recordsOf } from '../testing/events.ts'
import { outcomeOf } from '../testing/outcome.ts'
import { mt940 } from './index.ts'

// Files of public test suites that lie beside the project where its makers work. Skipped without them.
const folder = resolve('../shared/data/statements/mt940')
const read = async (file: string) => readAll(mt940, readFileSync(`${folder}/${file}`))

/** Records, sums and balances from a separate reading with Python (re, decimal). What differs from its own balance differs in the file: most were shortened or masked by their makers. */
const FILES: Record<string, string[]> = {
  'wolph__ASNB__mt940.txt': ['NL81ASNB9999999999 EUR: 8 = 56.94, 444.29 → 501.23'],
  'wolph__ASNB__mt940_with_spaces_for_entry_date.txt': ['NL81ASNB9999999999 EUR: 8 = 56.94, 444.29 → 501.23'],
  'wolph__betterplace__amount_formats.sta': ['EUR: 0 = 0, 380115.12 → ?', 'note no-closing-balance'],
  'wolph__betterplace__currency_in_25.sta': ['problem no-statement'],
  'wolph__betterplace__empty_86.sta': ['problem no-statement'],
  'wolph__betterplace__empty_entry_date.sta': [': 1 = 50, ? → ?', 'note no-account'],
  'wolph__betterplace__empty_line.sta': ['problem no-statement'],
  'wolph__betterplace__missing_crlf_at_end.sta': ['EUR: 0 = 0, ? → 42570.04'],
  'wolph__betterplace__sepa_mt9401.sta': [
    '50880050/0194774600888 EUR: 7 = -2909.87, -1234718.36 → -1237628.23',
    '50880050/0194777100888 EUR: 2 = -485249.95, -970499.9 → -1455749.85',
    '50880050/0194778300888 EUR: 5 = -528038.51, -1709296.34 → -2237334.85',
    '50880050/0194779500888 EUR: 3 = 1050000, 3192675.04 → 4242675.04',
    '50880050/0194780100888 EUR: 5 = -726694.27, -2368827.87 → -3095522.14',
    '50880050/0194780101888 EUR: 1 = 50990.05, 152970.15 → 203960.2',
    '50880050/0194781300888 EUR: 8 = -60422.25, -40432.2 → -100854.45',
    '50880050/0194782500888 EUR: 11 = -750973.73, -1552497.38 → -2303471.11',
    '50880050/0194783700888 EUR: 12 = -1190220.09, -3829477.87 → -5019697.96',
    '50880050/0194784900888 EUR: 9 = -3066839.81, -5777585.57 → -8844425.38',
    '50880050/0194784901888 EUR: 1 = 13990.05, 13990.05 → 27980.1',
    '50880050/0194785000888 EUR: 12 = -1501074.5, -3612519.02 → -5113593.52',
    '50880050/0194785001888 EUR: 1 = 50990.05, 152970.15 → 203960.2',
    '50880050/0194786200888 EUR: 3 = 92990.19, 145964.58 → 238954.77',
    '50880050/0194787400888 EUR: 4 = 358593.91, 766656.49 → 1125250.4',
    '50880050/0194791600888 EUR: 7 = -2501617.22, -1970431.87 → -4472049.09',
    '50880050/0194791601888 EUR: 3 = -72400, -324910.25 → -397310.25',
    '50880050/0194798900888 EUR: 1 = -150, -450 → -600',
    '50880050/0194799000888 EUR: 1 = -150, -450 → -600',
    '50880050/0194804000888 EUR: 1 = 50.05, 0 → 50.05',
  ],
  'wolph__betterplace__sepa_snippet.sta': [
    '50880050/0194787400888 EUR: 4 = 358593.91, 766656.49 → 1125250.4',
    '50880050/0194791600888 EUR: 7 = -2501917.3, -1970431.87 → -4472049.09',
    'note balance-differs',
  ],
  'wolph__betterplace__sepa_snippet_broken.sta': [
    '50880050/0194787400888 EUR: 1 = 50990.05, 766656.49 → 1125250.4',
    'note misplaced-field',
    'note balance-differs',
  ],
  'wolph__betterplace__with_binary_character.sta': [
    '51230800/0000007055 EUR: 3 = -180186.75, 380115.77 → 199929.02',
    '51230800/0000007304 EUR: 1 = 1120, 130073.19 → 131193.19',
  ],
  'wolph__citi__mt940.txt': ['123456789 USD: 5 = -1142.75, 17376.67 → 16233.92'],
  'wolph__cmxl__account_balance_credit.sta': ['EUR: 0 = 0, 147.64 → ?', 'note no-closing-balance'],
  'wolph__cmxl__account_balance_debit.sta': ['EUR: 0 = 0, -147.64 → ?', 'note no-closing-balance'],
  'wolph__cmxl__account_identification_iban.sta': ['problem no-statement'],
  'wolph__cmxl__account_identification_legacy.sta': ['problem no-statement'],
  'wolph__cmxl__available_balance.sta': [],
  'wolph__cmxl__closing_balance.sta': ['EUR: 0 = 0, ? → 137'],
  'wolph__cmxl__mt940.sta': [
    '45050050/76198810 DEM: 11 = 87.3, 84349.74 → 84437.04',
    '10020030/1234567 EUR: 2 = 2200, 2187.95 → 4387.95',
    'BPHKPLPK/320000546101 PLN: 3 = 10040, 40000 → 50040',
  ],
  'wolph__cmxl__reference.sta': ['problem no-statement'],
  'wolph__cmxl__statement_details.sta': [': 1 = -1.62, ? → ?', 'note no-account'],
  'wolph__cmxl__statement_line.sta': [': 1 = -1.62, ? → ?', 'note no-account'],
  'wolph__cmxl__statement_number.sta': ['problem no-statement'],
  'wolph__jejik__abnamro.sta': ['517852257 EUR: 10 = -345.93, 3236.28 → 1849.75', 'note balance-differs ×2'],
  'wolph__jejik__generic.sta': ['11111111 EUR: 2 = -20, 100 → 80'],
  'wolph__jejik__ing.sta': [
    '0001234567 EUR: 7 = -45.59, 0 → 3.47',
    'note balance-differs',
    'note total-differs ×2',
  ],
  'wolph__jejik__knab.sta': ['123456789 EUR: 3 = -6260, 0 → 798.98', 'note balance-differs'],
  'wolph__jejik__postfinance.sta': ['123456789 CHF: 4 = 159.4, 0 → 159.6', 'note balance-differs'],
  'wolph__jejik__rabobank-iban.sta': ['NL71RABO0123456789 EUR: 4 = -70, 1000 → 930'],
  'wolph__jejik__rabobank.sta': [
    '1291.99.348 EUR: 3 = -1494.79, 473.17 → 1250.87',
    '1526.89.184 EUR: 2 = -94.3, 4196.12 → 4101.82',
    'note balance-differs ×2',
  ],
  'wolph__jejik__sns.sta': ['0123456789 EUR: 2 = -25, 1234.56 → 1209.56'],
  'wolph__jejik__triodos.sta': [
    'TRIODOSBANK/0390123456 EUR: 2 = -715.7, 4975.09 → 4370.79',
    'note balance-differs',
  ],
  'wolph__mBank__mt940.sta': ['PL29114010810000267002001002 PLN: 3 = 0.03, 0.4 → 0.43'],
  'wolph__mBank__mt942.sta': ['PL29114010810000267002001002 PLN: 3 = 0.03, ? → ?'],
  'wolph__mBank__with_newline_in_tnr.sta': [
    'PL29114010810000267002001002 PLN: 2 = 89, 0.46 → 860.17',
    'note balance-differs',
  ],
  'wolph__sberbank__171011_01234945.sta': ['1966315302010001 HUF: 3 = -9437, 627311.3 → 617874.3'],
  'wolph__self-provided__account_identification.sta': ['problem no-statement'],
  'wolph__self-provided__details_60-63.sta': [
    '12345678/1020304050 EUR: 1 = -233.15, 12345.12 → 12345.98',
    'note balance-differs',
  ],
  'wolph__self-provided__empty_non_swift.sta': ['problem no-statement'],
  'wolph__self-provided__february_30.sta': [
    '12345678/1020304050 EUR: 1 = -6, 1200 → 1194',
    'note date-moved',
  ],
  'wolph__self-provided__gv_codes.sta': [
    '12345678/1020304050 EUR: 2 = -257.45, 12345.12 → ?',
    'note no-closing-balance',
  ],
  'wolph__self-provided__invalid_statement.sta': ['problem no-statement'],
  'wolph__self-provided__long_statement_number.sta': ['0067-00763/93984487 TRY: 0 = 0, 0 → 0'],
  'wolph__self-provided__malformed_details.sta': [
    '12345678/1020304050 EUR: 1 = -233.15, 12345.12 → 12345.98',
    'note balance-differs',
  ],
  'wolph__self-provided__mt942.sta': ['GJB0291077111 EUR: 1 = -0.42, ? → ?', 'note total-differs'],
  'wolph__self-provided__multiline.sta': [
    'BILLLULLXXX/"NUMERO DE COMPTE IBAN 2" EUR: 1 = -5, 16.4 → 11.4',
    ': 1 = 119, ? → ?',
    'note no-account',
  ],
  'wolph__self-provided__overly_long_details.sta': [
    '12345678/1020304050 EUR: 1 = -233.15, 12345.12 → 12345.98',
    'note balance-differs',
  ],
  'wolph__self-provided__raiffeisen-cmi.sta': [
    'UBRTHUHB/123456789150ABCDEF002 HUF: 7 = -1012213.5, 25170637.1 → 25281687.6',
    'note balance-differs',
    'note lost-letters',
  ],
  'wolph__self-provided__raphaelm.sta': [
    '1222333444 DEM: 8 = 145000, 0 → 145000',
    '3346780111 DEM: 1 = -50000, 145000 → 95000',
  ],
  'wolph__self-provided__sparkassen.sta': [': 1 = 30, ? → ?', 'note no-account'],
  'wolph__self-provided__transaction_details_wrapped.sta': [
    '12345678/1020304050 EUR: 1 = -6, 1200 → 1194',
    'note date-moved',
  ],
  'wolph__self-provided__whitespace.sta': [
    '12345678/1020304050 EUR: 1 = -233.15, 12345.12 → 12345.98',
    'note balance-differs',
  ],
  'wolph__self-provided__wrapped_timestamp.sta': [
    '12345678/1020304050 EUR: 1 = -6, 1200 → 1194',
    'note date-moved',
  ],
}

describe.skipIf(!existsSync(folder))('MT940 and MT942 of many banks', () => {
  it.each(Object.entries(FILES))('%s', async (file, outcome) => {
    expect(outcomeOf(await read(file))).toEqual(outcome)
  })

  it('are all in the table', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(FILES).toSorted())
  })

  // Read by hand from the files' text.
  it('a Sparkasse’s tags, name and account', async () => {
    const records = recordsOf(await read('wolph__cmxl__statement_details.sta'))
    expect(records).toMatchObject([
      {
        date: '2014-09-02',
        valueDate: '2014-09-01',
        amount: '-1.62',
        payee: 'Peter Pan',
        type: 'NTRF',
        bankReference: '025498557/000001',
        extra: {
          mandate: 'CAC97D2144174318AC18D9BF815BD4FB',
          creditorId: 'DE98ZZZ09999999999',
          counterBank: 'HYVEDEMMXXX',
        },
      },
    ])
    expect(records[0]?.reference).toBe('TRX-0A4A47C3-F846-4729-8A1B-5DF620F')
  })

  it('a reversed credit takes money out', async () => {
    const records = recordsOf(await read('wolph__betterplace__sepa_mt9401.sta'))
    const reversed = records.find(record => record.extra['reversal'] === 'RC')
    expect(reversed).toMatchObject({ amount: '-204.88', type: 'NRTI', date: '2007-09-04' })
  })

  it('Rabobank’s slash codes', async () => {
    const [first] = recordsOf(await read('wolph__jejik__rabobank-iban.sta'))
    expect(first).toMatchObject({
      date: '2013-01-01',
      amount: '-25.00',
      account: 'NL71RABO0123456789',
      payee: 'CONTRA ACCOUNT HOLDER',
      reference: '01-01-2013 12:00 0030000987654321',
      extra: { counterAccount: 'NL70ABNA0987654321' },
    })
  })

  it('mBank’s labels', async () => {
    const [first] = recordsOf(await read('wolph__mBank__mt940.sta'))
    expect(first).toMatchObject({
      date: '2017-01-19',
      amount: '0.01',
      currency: 'PLN',
      payee: 'JAN NOWAK UL. NIJAKA 1 M 2 31-234 KRAKOW',
      description: 'PRZELEW SRODKOW',
      bankReference: 'MB170119012058',
    })
  })

  it('a 30 February is the month’s last day, the booking the day that the bank says', async () => {
    const [first] = recordsOf(await read('wolph__self-provided__february_30.sta'))
    expect(first).toMatchObject({ valueDate: '2016-02-29', date: '2016-03-01', description: 'Pauschalen' })
  })
})
