import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problemsOf, readAll, recordsOf, sumOf } from '../testing/events.ts'
import { qif } from './index.ts'

// Files of other parsers' test suites, which lie beside the project where its makers work. Skipped without them.
const folder = resolve('../shared/data/statements/qif')
const has = existsSync(folder)

/**
 * File, records and their sum for each account, first and last date in the file's order, problems (! is fatal), questions. Counts and sums
 * were computed apart from this parser, by a script that cuts at ^ and adds T as decimals; dates by eye.
 */
const OUTCOMES: [string, string[], string, string, string][] = [
  ['Qif__3_records_ddmmyy.qif', [': 3 = 0'], '2010-01-01 2010-12-29', '', ''],
  ['Qif__3_records_ddmmyyyy.qif', [': 3 = 0'], '2010-01-01 2010-12-29', '', ''],
  ['Qif__3_records_dmyy.qif', [': 3 = 0'], '2010-01-01 2010-12-29', '', ''],
  ['Qif__3_records_invalid_header.qif', [': 3 = 0'], '2010-01-01 2010-12-29', '', ''],
  ['Qif__3_records_mmddyy.qif', [': 3 = 0'], '2010-01-01 2010-12-29', '', ''],
  ['Qif__3_records_mmddyyyy.qif', [': 3 = 0'], '2010-01-01 2010-12-29', '', ''],
  ['Qif__3_records_separator.qif', [': 3 = -31000'], '2010-01-01 2010-12-29', '', ''],
  ['Qif__3_records_spaced.qif', [': 3 = 0'], '2010-01-01 2010-12-29', '', ''],
  ['Qif__not_a_QIF_file.txt', [], '', 'not-qif!', ''],
  ['Qif__quicken_investment_account.qif', [': 3 = 0'], '1993-08-25 1993-08-25', '', ''],
  ['Qif__quicken_non_investement_account.qif', [': 3 = -935'], '1994-06-01 1994-06-03', '', 'date-order'],
  ['Qif__splits.qif', [': 2 = -925'], '1994-06-01 1994-06-02', '', 'date-order'],
  ['gnucash__Money95invst_fr.qif', ['Livret bleu: 10 = 164608.32'], '1995-01-01 1995-12-26', '', ''],
  ['gnucash__Money95mfunds_fr.qif', [': 6 = 0'], '1995-07-24 1995-12-10', '', ''],
  ['gnucash__Money95stocks_fr.qif', [': 55 = 0'], '1995-01-01 1995-12-16', '', ''],
  ['gnucash__abc-all.qif', ['ABC Bank: 12 = 3554'], '1997-06-17 1997-11-28', '', ''],
  ['gnucash__abc.qif', [': 7 = 1711'], '1997-06-17 1997-11-12', '', ''],
  ['gnucash__bogus.qif', ['bogus bank: 8 = 1745'], '1997-06-17 1997-11-12', '', ''],
  ['gnucash__every.qif', ['Fidelity Inv: 326 = 0'], '1989-01-01 1994-07-31', '', ''],
  ['gnucash__quicktest.qif', ['Fidelity Inv: 92 = 0'], '1989-01-01 1991-11-16', '', ''],
  ['gnucash__web.qif', [], '', 'bad-date bad-date bad-date bad-date bad-date bad-date bad-date', ''],
  ['qifparse__file.qif', ['My Cash: 4 = -23.5', 'My Cc: 3 = 0'], '2013-10-23 1993-08-25', '', ''],
  ['qifparse__transactions_only.qif', [': 4 = -23.5'], '2013-10-23 2013-10-11', '', ''],
  ['quicken4j__simple.qif', [': 3 = -820.63'], '2010-03-03 2010-03-03', '', 'date-order'],
]

describe.skipIf(!has)('each QIF file in shared/data', () => {
  it('is in the table', () => {
    expect(OUTCOMES.map(([file]) => file).toSorted()).toEqual(readdirSync(folder).toSorted())
  })

  it.each(OUTCOMES)('%s', async (file, accounts, span, problems, questions) => {
    const events = await readAll(qif, readFileSync(resolve(folder, file)))
    const records = recordsOf(events)
    const groups = Map.groupBy(records, record => record.account)
    expect(
      [...groups].map(
        ([account, of]) => `${account}: ${of.length} = ${sumOf(of.map(record => record.amount))}`,
      ),
    ).toEqual(accounts)
    expect([records[0]?.date, records.at(-1)?.date].filter(date => date !== undefined).join(' ')).toBe(span)
    expect(
      problemsOf(events)
        .map(problem => problem.code + (problem.fatal ? '!' : ''))
        .join(' '),
    ).toBe(problems)
    expect(events.flatMap(event => (event.kind === 'question' ? [event.id] : [])).join(' ')).toBe(questions)
  })
})

describe.skipIf(!has)('three files, read by eye', () => {
  const read = (file: string, answers?: Record<string, string>) =>
    readAll(qif, readFileSync(resolve(folder, file)), answers)

  it('a split deposit, transfers and cheques', async () => {
    const records = recordsOf(await read('gnucash__abc-all.qif'))
    expect(records.map(r => [r.line, r.date, r.amount, r.payee, r.category, r.reference])).toEqual([
      [433, '1997-06-17', '2345.00', 'from my pillow case', 'Other Inc', 'DEP'],
      [440, '1997-07-16', '2333.00', 'more from my pillow', 'Gift Received', ''],
      [445, '1997-08-01', '1100.00', 'put in more money', 'Gift Received', 'DEP'],
      [445, '1997-08-01', '1900.00', 'put in more money', 'Invest Inc', 'DEP'],
      [445, '1997-08-01', '300.00', 'put in more money', 'Other Inc', 'DEP'],
      [461, '1997-08-01', '543.00', 'paycheck', 'Gift Received', '101'],
      [468, '1997-09-12', '-5000.00', 'move a pile of money to trading acct', '[Swipe Brokers]', 'TXFR'],
      [475, '1997-11-11', '12.00', 'hal stock', '[Swipe Brokers]', 'TXFR'],
      [482, '1997-11-11', '11.00', 'hal stock', '[Swipe Brokers]', 'TXFR'],
      [489, '1997-11-12', '500.00', 'hal stock', '[Swipe Brokers]', 'TXFR'],
      [496, '1997-11-28', '-445.00', 'pay the balance on the credit c', '[SlaveCardt]', ''],
      [502, '1997-11-28', '-45.00', 'cash in my pocket', '[pocket cash]', ''],
    ])
    expect(new Set(records.slice(2, 5).map(record => record.document)).size).toBe(1)
  })

  it('a French savings account', async () => {
    const records = recordsOf(await read('gnucash__Money95invst_fr.qif'))
    expect(records.map(r => [r.date, r.amount, r.description]).slice(0, 2)).toEqual([
      ['1995-01-01', '145608.32', ''],
      ['1995-01-26', '2500.00', 'Economies'],
    ])
    expect(records[8]).toMatchObject({
      date: '1995-11-12',
      amount: '-4500.00',
      description: 'Pour équilibrage',
      category: '[Compte courant]',
      extra: { status: 'reconciled', transferAccount: 'Compte courant' },
    })
  })

  it('an open order of dates, read as it is answered', async () => {
    const dates = async (order: string): Promise<string[]> =>
      recordsOf(await read('quicken4j__simple.qif', { 'date-order': order })).map(record => record.date)
    expect(await dates('mdy')).toEqual(['2010-03-03', '2010-03-04', '2010-03-03'])
    expect(await dates('dmy')).toEqual(['2010-03-03', '2010-04-03', '2010-03-03'])
  })
})
