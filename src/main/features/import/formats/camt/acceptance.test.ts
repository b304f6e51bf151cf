import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readAll, recordsOf } from '../testing/events.ts'
import { outcomeOf } from '../testing/outcome.ts'
import { camt } from './index.ts'

// Files of public test suites that lie beside the project where its makers work. Skipped without them.
const folder = resolve('../shared/data/statements/camt')
const read = async (file: string) => readAll(camt, readFileSync(`${folder}/${file}`))

/** Figures from a separate reading with Python (ElementTree). */
const FILES: Record<string, string[]> = {
  'camt__camt052.v1.xml': ['CH2801234000123456789 SEK: 1 = -200000, ? → ?'],
  'camt__camt052.v2.other-account.xml': ['CH2801234000123456789 SEK: 1 = -200000, ? → ?'],
  'camt__camt052.v2.with-account-name.xml': ['problem no-date'],
  'camt__camt052.v2.xml': ['CH2801234000123456789 SEK: 1 = -200000, ? → ?'],
  'camt__camt052.v4.xml': ['CH2801234000123456789 CHF: 0 = 0, ? → 10022.15', 'problem not-booked'],
  'camt__camt052.v6.xml': ['CH2801234000123456789 CHF: 0 = 0, ? → 10022.15', 'problem not-booked'],
  'camt__camt052.v8.xml': ['CH2801234000123456789 SEK: 1 = -200000, ? → ?'],
  'camt__camt053.v2.minimal.ultimate.xml': [
    'NL26VAYB8060476890 EUR: 1 = 8.85, 18.15 → ?',
    'NL26VAYB8060476890 SEK: 0 = 0, ? → -27',
  ],
  'camt__camt053.v2.minimal.xml': [
    'NL26VAYB8060476890 EUR: 1 = 8.85, 18.15 → ?',
    'NL26VAYB8060476890 SEK: 0 = 0, ? → -27',
  ],
  'camt__camt053.v2.with-account-name.xml': ['CH2801234000123456789 EUR: 1 = 8.85, ? → ?'],
  'camt__camt053.v2.with-party-ids.xml': [
    'NL26VAYB8060476890 EUR: 1 = 8.85, 18.15 → ?',
    'NL26VAYB8060476890 SEK: 0 = 0, ? → -27',
  ],
  'camt__camt053.v2.wrong.xml': ['problem no-statement'],
  'camt__camt053.v4.xml': [
    'NL26VAYB8060476890 EUR: 1 = 8.85, 18.15 → ?',
    'NL26VAYB8060476890 SEK: 0 = 0, ? → -27',
  ],
  'camt__camt054.v2.with-account-name.xml': ['problem no-date'],
  'camt__camt054.v2.xml': ['CH2801234000123456789 SEK: 1 = -200000, ? → ?'],
  'camt__camt054.v4.xml': ['CH2801234000123456789 SEK: 1 = -200000, ? → ?'],
  'camt__camt054.v8-with-UETR.xml': ['problem no-date'],
  'camt__camt054.v8-with-financial-institution.xml': ['problem no-date'],
}

describe.skipIf(!existsSync(folder))('CAMT of public test suites', () => {
  it.each(Object.entries(FILES))('%s', async (file, outcome) => {
    expect(outcomeOf(await read(file))).toEqual(outcome)
  })

  it('are all in the table', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(FILES).toSorted())
  })

  // Read by hand from the files' text.
  it('version 4 of a statement', async () => {
    const [record] = recordsOf(await read('camt__camt053.v4.xml'))
    expect(record).toMatchObject({
      date: '2014-12-31',
      valueDate: '2015-01-02',
      amount: '8.85',
      currency: 'EUR',
      payee: 'NAME NAME',
      reference: '4654654654654654',
      bankReference: 'AAAASESS-FP-CN_98765/01',
      extra: { counterAccount: 'NL56AGDH9619008421' },
    })
  })

  it('version 8 of a report, with the status one level deeper', async () => {
    const [record] = recordsOf(await read('camt__camt052.v8.xml'))
    expect(record).toMatchObject({
      date: '2007-10-18',
      amount: '-200000',
      currency: 'SEK',
      account: 'CH2801234000123456789',
      type: 'PMNT/ICDT/XBCT',
      bankReference: 'AAAASESS-FP-ACCR-01',
      extra: { status: 'BOOK' },
    })
  })

  it('a notification whose transactions are in another currency stays one movement', async () => {
    const records = recordsOf(await read('camt__camt054.v4.xml'))
    expect(records).toHaveLength(1)
    expect(records[0]).toMatchObject({
      amount: '-200000',
      currency: 'SEK',
      bankReference: 'ACSR160617103200001',
      extra: { transactions: '3' },
    })
    expect(records[0]?.description).toContain('ISR ref number V2')
  })

  it('an ultimate debtor where there is no other name', async () => {
    const [record] = recordsOf(await read('camt__camt053.v2.minimal.ultimate.xml'))
    expect(record).toMatchObject({ payee: 'DEBTOR NAME NM', amount: '8.85', valueDate: '2015-01-02' })
  })
})
