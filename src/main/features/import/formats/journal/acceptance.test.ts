import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { StatementRecord } from '../statement.ts'
import { readAll, recordsOf, sumOf } from '../testing/events.ts'
import { ledger } from './index.ts'

// Journals of hledger's own examples that lie beside the project where its makers work. Skipped without them.
const folder = resolve('../shared/data/statements/journal')
const read = async (file: string) => readAll(ledger, readFileSync(`${folder}/${file}`))

function totals(records: readonly StatementRecord[]): Record<string, string> {
  const amounts = new Map<string, string[]>()
  for (const { account, currency, amount } of records) {
    const key = `${account.split(':')[0]} ${currency}`
    amounts.set(key, [...(amounts.get(key) ?? []), amount])
  }
  return Object.fromEntries([...amounts].map(([key, all]) => [key, sumOf(all)]))
}

describe.skipIf(!existsSync(folder))('journals', () => {
  it('are all here', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(JOURNALS).toSorted())
  })

  // Postings and documents as `hledger print -O json` counts them; sums by `hledger bal --depth 1 -N` (1.25).
  const JOURNALS: Record<string, { postings: number; documents: number; sums: Record<string, string> }> = {
    'hledger__1ktxns-100accts.journal': {
      postings: 2000,
      documents: 1000,
      sums: {
        '1 A': '560.4',
        '1 B': '-245.1',
        '1 C': '-192.44',
        '1 D': '-542.46',
        '1 E': '606.04',
        '1 F': '-770.75',
        'b F': '747.29',
        'b G': '-901.24',
        'b H': '467.9',
        'b I': '-294.24',
        'b J': '47.61',
        'b K': '-537.16',
      },
    },
    'hledger__bcexample.journal': {
      postings: 3203,
      documents: 1035,
      sums: {
        'Assets USD': '5716.53',
        'Equity USD': '-3077.7',
        'Income IRAUSD': '-52000',
        'Assets IRAUSD': '0',
        'Expenses USD': '260911.7',
        'Liabilities USD': '-2891.85',
        'Expenses IRAUSD': '52000',
        'Income USD': '-365071.44',
        'Assets VACHR': '337.26',
        'Income VACHR': '-337.26',
        'Assets VBMPX': '309.95',
        'Assets RGAGX': '489.957',
        'Assets VHT': '294',
        'Assets ITOT': '17',
        'Assets VEA': '36',
        'Assets GLD': '70',
      },
    },
    'hledger__sample.journal': {
      postings: 11,
      documents: 5,
      sums: { 'assets $': '-1', 'income $': '-2', 'expenses $': '2', 'liabilities $': '1' },
    },
  }

  it.each(Object.entries(JOURNALS))('%s', async (file, expected) => {
    const events = await read(file)
    const records = recordsOf(events)
    expect(events.filter(event => event.kind !== 'record')).toEqual([])
    expect(records).toHaveLength(expected.postings)
    expect(new Set(records.map(record => record.document)).size).toBe(expected.documents)
    expect(totals(records)).toMatchObject(expected.sums)
  })

  // Read by hand from the files' text.
  it('an elided amount, a status and types by name', async () => {
    const shop = recordsOf(await read('hledger__sample.journal')).filter(
      record => record.date === '2008-06-03',
    )
    expect(
      shop.map(record => [record.account, record.amount, record.currency, record.extra['accountType']]),
    ).toEqual([
      ['expenses:food', '1', '$', 'expense'],
      ['expenses:supplies', '1', '$', 'expense'],
      ['assets:cash', '-2', '$', 'asset'],
    ])
    expect(shop[0]).toMatchObject({ payee: 'eat & shop', extra: { status: 'cleared' } })
  })

  it('payee and note', async () => {
    const rent = recordsOf(await read('hledger__bcexample.journal')).find(
      record => record.account === 'Expenses:Home:Rent',
    )
    expect(rent).toMatchObject({
      date: '2012-01-06',
      payee: 'RiverBank Properties',
      description: 'Paying the rent',
      amount: '2400.00',
      currency: 'USD',
    })
  })

  it('units at a price', async () => {
    const [first] = recordsOf(await read('hledger__1ktxns-100accts.journal'))
    expect(first).toMatchObject({
      date: '2000-01-01',
      account: '1',
      amount: '1',
      currency: 'A',
      payee: 'transaction 1',
      extra: { cost: '0.71', costCommodity: 'B' },
    })
  })
})
