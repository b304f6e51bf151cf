import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createImportBench } from './testing.ts'

// Public ledgers that lie beside the project where its makers work; see ../shared/data/README.md there. Skipped without them.
const data = resolve('../shared/data')
const has = existsSync(data)

describe.skipIf(!has)('five months of one council, spelt in five ways', () => {
  const bench = createImportBench({ profile: 'ledger' })
  afterAll(() => bench.close())

  it.each([
    ['leeds_raw_2010-12.csv', 10303, '77179009.24', 3],
    ['leeds_raw_2011-04.csv', 11707, '80965125.53', 0],
    ['leeds_raw_2013-05.csv', 9393, '87723060.28', 1],
    ['leeds_raw_2013-12.csv', 9574, '104758470.89', 1],
    ['leeds_raw_2020-06.csv', 16176, '104445727.45', 1],
  ])('%s gives %i entries of %s in all', async (file, entries, sum, ignored) => {
    const result = await bench.commit(`${data}/spending/${file}`)
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.value.counts).toEqual({
      read: entries + ignored,
      loaded: entries,
      duplicate: 0,
      rejected: 0,
      ignored,
    })
    expect(result.value.sums).toEqual({ GBP: sum })
  })

  it('makes one ledger of them, with the same dimensions', () => {
    const { db } = bench.workspace
    const used = (column: string): number =>
      db.prepare(`SELECT count(DISTINCT batch_id) FROM entry WHERE ${column} > 0`).pluck().get() as number
    for (const column of [
      'payee',
      'category',
      'account',
      'directorate',
      'department',
      'entity',
      'company',
      'custom_1',
    ])
      expect([column, used(column)]).toEqual([column, 5])
    const documents = db.prepare("SELECT count(*) FROM entry_text WHERE document <> ''").pluck().get()
    expect(documents).toBe(10303 + 11707 + 9393 + 9574 + 16176)
  })

  it('loads nothing from a file that was loaded before', async () => {
    const result = await bench.commit(`${data}/spending/leeds_raw_2013-05.csv`)
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.value.counts).toEqual({ read: 9394, loaded: 0, duplicate: 9393, rejected: 0, ignored: 1 })
  })
})

describe.skipIf(!has)('large ledgers', () => {
  const bench = createImportBench({ profile: 'ledger' })
  afterAll(() => bench.close())

  it.each([
    ['spending/calderdale_large.csv.gz', 368165, '1834494525.65'],
    ['spending/gateshead_2019-2022.csv.gz', 292931, '729508157.98'],
    ['spending/newcastle_2018.csv.gz', 71205, '449319348.56'],
    ['spending/cabinetoffice_25k.csv.gz', 16026, '3235195382.16'],
    ['ledger/nigrini_corporate_payment_2010.csv.gz', 189470, undefined],
  ])('%s gives %i entries', { timeout: 180_000 }, async (file, entries, sum) => {
    const result = await bench.preview(`${data}/${file}`)
    if (!result.ok) throw new Error(result.failure.message)
    expect(result.value.questions).toEqual([])
    expect(result.value.counts).toEqual({
      read: entries,
      loaded: entries,
      duplicate: 0,
      rejected: 0,
      ignored: 0,
    })
    if (sum) expect(result.value.sums).toEqual({ GBP: sum })
  })

  it(
    'of which 673 rows are wider than the header: each is loaded right or rejected',
    { timeout: 180_000 },
    async () => {
      const result = await bench.preview(`${data}/spending/salford_sap.csv.gz`)
      if (!result.ok) throw new Error(result.failure.message)
      const { counts, problems } = result.value
      expect(counts.read).toBe(84442)
      expect(counts.ignored).toBe(242)
      expect(counts.loaded + counts.rejected).toBe(84200)
      expect(counts.rejected).toBeLessThan(50)
      expect(new Set(problems.map(p => p.code))).toEqual(new Set(['too-many-fields']))
    },
  )
})

// What each bank's file comes to: its sum, or the columns that are asked for.
const STATEMENTS: Record<string, string> = {
  'gnucash__invoice.csv': '? date',
  'gnucash__sample1.csv': '? date-order:0',
  'hledger___BittyTax-example.csv': '? amount',
  'hledger___Koinly_Custom_CSV_-_Advanced_-_Sheet1.csv': '? amount',
  'hledger___address_book_entries.csv': '? date amount',
  'hledger___blockchain-accounts.csv': '? date amount',
  'hledger___rotki_generic_events.csv': '? sign:0',
  'hledger___rotki_generic_trades.csv': '? amount',
  'hledger__coinbase2.csv': 'BTC 0.00797348',
  'hledger__csb43.csv': 'EUR 1000.00',
  'hledger__monefy.csv': '? date-order:0',
  'hledger__paypal-custom.csv': 'USD 9.41',
  'hledger__sample.csv': '? date amount',
  'hledger__stripe.csv': 'USD 11.23',
  'hledger__ynab4-rtl.csv': 'JOD -97.960',
  'kmymoney__SampleBankAccount.csv': 'GBP -865.27',
  'kmymoney__SampleIncFund.csv': 'GBP -19005.89',
  'ledger-autosync__amazon.csv': 'USD 21.90',
  'ledger-autosync__amazon2.csv': '? date-order:0',
  'ledger-autosync__mint.csv': '? date-order:0',
  'ledger-autosync__paypal.csv': '? date-order:0',
  'ledger-autosync__paypal_alternate.csv': 'GBP 0.00',
  'ledger-autosync__venmo.csv': 'USD 76.01',
  'reckon__51-sample.csv': '? amount',
  'reckon__73-sample.csv': '? date-order:0',
  'reckon__85-date-example.csv': 'GBP -13.77',
  'reckon__austrian_example.csv': 'EUR -149.57',
  'reckon__bom_utf8_file.csv': '',
  'reckon__broker_canada_example.csv': 'CAD 4677.51, USD 105.40',
  'reckon__chase.csv': 'GBP 6922.11',
  'reckon__danish_kroner_nordea_example.csv': 'GBP -4732.00',
  'reckon__english_date_example.csv': 'USD -548.51',
  'reckon__extratofake.csv': 'GBP 905.00',
  'reckon__french_example.csv': 'GBP -337.44',
  'reckon__german_date_example.csv': 'USD -548.51',
  'reckon__harder_date_example.csv': 'GBP -123.12',
  'reckon__ing.csv': 'GBP 117.50',
  'reckon__intuit_mint_example.csv': 'GBP -688.96',
  'reckon__invalid_header_example.csv': 'EUR 41.90',
  'reckon__inversed_credit_card.csv': 'GBP 187.01',
  'reckon__multi-line-field.csv': '? amount',
  'reckon__nationwide.csv': 'GBP 360.23',
  'reckon__simple.csv': '? date amount',
  'reckon__some_other.csv': 'USD 6954.57',
  'reckon__spanish_date_example.csv': '? date-order:0',
  'reckon__suntrust.csv': 'GBP 700.00',
  'reckon__test_money_column.csv': 'GBP 40.00',
  'reckon__two_money_columns.csv': 'USD -548.51',
  'reckon__yyyymmdd_date_example.csv': 'GBP -123.45',
}

describe.skipIf(!has)('statements of many banks', () => {
  const bench = createImportBench({ profile: 'personal' })
  afterAll(() => bench.close())

  it('import, or say which column they could not settle', { timeout: 180_000 }, async () => {
    const outcomes: Record<string, string> = {}
    for (const file of Object.keys(STATEMENTS)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person imports them
      const { questions, sums, counts } = await bench.look(`${data}/statements/csv/${file}`)
      expect(counts.read).toBe(counts.loaded + counts.duplicate + counts.rejected + counts.ignored)
      outcomes[file] =
        questions.length > 0
          ? `? ${questions.map(q => q.id).join(' ')}`
          : Object.entries(sums).map(([currency, sum]) => `${currency} ${sum}`).join(', ') // prettier-ignore
    }
    expect(outcomes).toEqual(STATEMENTS)
    expect(Object.keys(STATEMENTS).toSorted()).toEqual(readdirSync(`${data}/statements/csv`).toSorted())
  })
})

describe.skipIf(!has)('files that come again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-again-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each([
    ['spending/leeds_raw_2013-05.csv', 'ledger'],
    ['spending/lambeth_raw/2012-06-payments.csv', 'ledger'],
    ['statements/csv/reckon__nationwide.csv', 'personal'],
    ['statements/csv/reckon__danish_kroner_nordea_example.csv', 'personal'],
    ['statements/csv/kmymoney__SampleBankAccount.csv', 'personal'],
  ] as const)(
    '%s adds only what is new: half, whole, whole again, backwards',
    { timeout: 60_000 },
    async (file, profile) => {
      const bench = createImportBench({ profile })
      try {
        const source = `${data}/${file}`
        const first = await bench.preview(source)
        if (!first.ok) throw new Error(first.failure.message)
        const { mapping, counts } = first.value
        const lines = readFileSync(source, 'latin1').split(/\r?\n/)
        const top = lines.slice(0, mapping.skipLines + (mapping.hasHeader ? 1 : 0))
        const rows = lines.slice(top.length)
        const load = async (name: string, of: string[]) => {
          const path = join(folder, `${name}-${basename(file)}`)
          writeFileSync(path, [...top, ...of].join('\n'), 'latin1')
          const batch = await bench.commit(path)
          if (!batch.ok) throw new Error(batch.failure.message)
          return batch.value.counts
        }
        const half = await load('half', rows.slice(0, Math.ceil(rows.length / 2)))
        expect(half.loaded).toBeGreaterThan(0)
        const whole = await load('whole', rows)
        expect([whole.loaded, whole.duplicate]).toEqual([counts.loaded - half.loaded, half.loaded])
        const again = await load('again', rows)
        expect([again.loaded, again.duplicate]).toEqual([0, counts.loaded])
        const backwards = await load('backwards', rows.toReversed())
        expect([backwards.loaded, backwards.duplicate]).toEqual([0, counts.loaded])
      } finally {
        await bench.close()
      }
    },
  )
})
