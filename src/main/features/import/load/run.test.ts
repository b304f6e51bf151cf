import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { inspect } from './inspect.ts'
import type { SeenRow } from './destination.ts'
import { Run } from './run.ts'
import { textsOf } from './texts.ts'

const folder = mkdtempSync(join(tmpdir(), 'farthing-run-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const quiet = { cancelled: () => false, progress: () => {} }
let files = 0

/** Reads a file against a set of fingerprints that are known already, which grows by what is loaded. */
async function load(
  content: string | Uint8Array,
  known = new Set<string>(),
  profile?: 'personal' | 'ledger',
) {
  const path = join(folder, `${files++}.csv`)
  writeFileSync(path, content)
  const found = await inspect(
    { source: { path }, name: 'a file.csv', size: statSync(path).size, known: [], workspaceProfile: 'personal', baseCurrency: 'GBP', fiscal: 1, answers: {}, profile }, // prettier-ignore
    quiet,
  )
  const unloaded: SeenRow[] = []
  const extras: string[] = []
  const run: Run = new Run(
    found,
    { fiscal: 1, fixedDay: undefined, loadDuplicates: new Set() },
    {
      send(chunk) {
        const duplicates: number[] = []
        for (let i = 0; i < chunk.rows; i++) {
          const key = Buffer.from(chunk.fingerprints.subarray(i * 16, i * 16 + 16)).toString('hex')
          if (known.has(key)) duplicates.push(i)
          known.add(key)
        }
        extras.push(...Array.from({ length: chunk.rows }, (_, i) => textsOf(chunk.texts, 'extra')(i)))
        run.answered({ sequence: chunk.sequence, duplicates })
        return Promise.resolve()
      },
      unloaded: row => void unloaded.push(row),
      duplicates: () => {},
      drain: () => Promise.resolve(),
    },
  )
  const summary = await run.run(quiet, 'test', 1)
  return { found, run, summary, unloaded, known, extras }
}

const BANK =
  'Date,Description,Amount\n2024-01-05,Coffee,-3.20\n2024-01-05,Coffee,-3.20\n2024-01-06,Pay,2000.00\n'

describe('a file’s rows', () => {
  it('are all accounted for: read = loaded + duplicate + rejected + ignored', async () => {
    const cell = fc.oneof(
      fc.constantFrom('2024-01-05', '05/01/2024', '12.50', '-3', '(4.00)', '', ' ', 'Total', 'Coffee', '#N/A', '9..9', '"', 'a"b', 'Date', 'Amount'), // prettier-ignore
      fc.string({ maxLength: 6 }),
    )
    const row = fc.array(cell, { maxLength: 5 }).map(cells => cells.join(','))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 25 }), async rows => {
        const text = `Date,Description,Amount\n2024-01-01,x,1.00\n${rows.join('\n')}\n`.replaceAll('\0', '')
        const { summary, unloaded } = await load(text)
        const { read, loaded, duplicate, rejected, ignored } = summary
        expect(read).toBe(loaded + duplicate + rejected + ignored)
        expect(unloaded.length).toBe(rejected + ignored)
        expect(read).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 120 },
    )
  })

  it('load nothing the second time, in another order as little, and from an overlapping file only what is new', async () => {
    const { summary, known } = await load(BANK)
    expect(summary).toMatchObject({ read: 3, loaded: 3, sums: { GBP: '1993.60' } })
    expect((await load(BANK, known)).summary).toMatchObject({ loaded: 0, duplicate: 3 })
    const [header, ...rows] = BANK.trimEnd().split('\n') as [string, ...string[]]
    const turned = [header, ...rows.toReversed()].join('\n')
    expect((await load(turned, known)).summary).toMatchObject({ loaded: 0, duplicate: 3 })
    const columns =
      'Amount,Date,Description\n-3.20,2024-01-05,Coffee\n-3.20,2024-01-05,Coffee\n-3.20,2024-01-05,Coffee\n'
    // The third coffee of the day is new: two were loaded.
    expect((await load(columns, known)).summary).toMatchObject({
      loaded: 1,
      duplicate: 2,
      sums: { GBP: '-3.20' },
    })
  })

  it('keep headers such as __proto__ and constructor as what they are: texts', async () => {
    const { summary, extras } = await load(
      'Date,Amount,Text,__proto__,constructor,toString\n2024-01-05,1.00,a,polluted,b,c\n2024-01-06,2.00,d,d,e,f\n',
    )
    expect(summary).toMatchObject({ loaded: 2, rejected: 0 })
    expect(Object.hasOwn(JSON.parse(extras[0] as string) as object, '__proto__')).toBe(true)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('leave out total rows, and hold them against the sum', async () => {
    const rows = 'Date,Payee,Amount\n2024-01-05,A,1.10\n2024-01-06,B,2.20\n'
    const agreed = await load(`${rows},,3.30\n`)
    expect(agreed.summary).toMatchObject({ loaded: 2, ignored: 1, sums: { GBP: '3.30' } })
    expect(agreed.run.controls).toMatchObject([{ file: '3.30', farthing: '3.30', agrees: true, line: 4 }])
    const differs = await load(`${rows},Grand total,3.31\n`)
    expect(differs.run.controls).toMatchObject([
      { label: 'Grand total', file: '3.31', farthing: '3.30', agrees: false },
    ])
    // A payee may be called Total.
    expect((await load(`${rows}2024-01-07,Total,5.00\n`)).summary).toMatchObject({ loaded: 3, ignored: 0 })
  })

  it('are refused where a debit and a credit stand on one row, unless one of them is nought', async () => {
    const { summary, unloaded } = await load(
      'Date,Text,Debit,Credit\n2024-01-13,a,5.00,\n2024-01-14,b,0.00,7.00\n2024-01-15,c,5.00,7.00\n2024-01-16,d,5.00,0.00\n',
    )
    expect(summary).toMatchObject({ loaded: 3, rejected: 1, sums: { GBP: '-3.00' } })
    expect(unloaded).toMatchObject([
      { line: 4, outcome: { code: 'both-sides', column: 'Credit', value: '7.00' } },
    ])
  })

  it('are refused where another currency stands beside the amount than the row has', async () => {
    const { summary, unloaded } = await load(
      'Date,Text,Amount\n2024-01-13,a,£5.00\n2024-01-14,b,$7.00\n2024-01-15,c,6.00 EUR\n2024-01-16,d,3.00 GBP\n2024-01-17,e,kr 2\n',
    )
    expect(summary).toMatchObject({ loaded: 2, rejected: 3, sums: { GBP: '8.00' } })
    expect(unloaded.map(({ line, outcome }) => [line, 'code' in outcome && outcome.code])).toEqual([
      [3, 'other-currency'],
      [4, 'other-currency'],
      [6, 'other-currency'],
    ])
  })

  it('with a field too many load only where one reading alone is possible', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `2024-01-${10 + (i % 9)},Name ${i},${i % 2 ? 'Food' : 'Rent'},${i}.25`,
    )
    const head = `Date,Supplier,Category,Amount\n${rows.join('\n')}\n`
    const cut = await load(`${head}2024-02-01,Smith, Sons,Food,9.99\n`, new Set(), 'personal')
    expect(cut.summary).toMatchObject({ loaded: 61, rejected: 0 })
    const torn = await load(`${head}2024-02-01,Smith,Food,Food,9.99,1.00\n`, new Set(), 'personal')
    expect(torn.summary).toMatchObject({ loaded: 60, rejected: 1 })
    expect(torn.unloaded[0]?.outcome).toMatchObject({ code: 'too-many-fields' })
    expect(torn.unloaded[0]?.raw).toBe('2024-02-01,Smith,Food,Food,9.99,1.00')
  })

  it('with a field too few say so, where a delimiter was lost', async () => {
    const { unloaded } = await load('Date,Payee,Amount\n2024-01-05,A,1.00\n2024-01-06B,2.00\n')
    expect(unloaded.map(r => r.outcome)).toMatchObject([{ kind: 'rejected', code: 'too-few-fields' }])
  })

  it('of UTF-16, windows-1252 and UTF-8 read alike', async () => {
    const text = 'Date,Payee,Amount\r\n2024-01-05,Café Ümlaut,1.00\r\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    for (const [bytes, encoding] of [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\ufeff${text}`), 'utf-8'],
      [Buffer.from(text, 'latin1'), 'windows-1252'],
      [utf16, 'utf-16le'],
    ] as const) {
      const { found, run, summary } = await load(bytes)
      expect([encoding, found.file.encoding, summary.loaded]).toEqual([encoding, encoding, 1])
      expect(run.plan.dimensions.find(d => d.id === 'payee')?.dictionary.members).toEqual([
        { key: 'Café Ümlaut', label: 'Café Ümlaut' },
      ])
    }
  })

  it('of a file with bytes of nought, or an empty one, are refused in a sentence', async () => {
    await expect(load('Date,Amount\n2024-01-05,1\0.00\n')).rejects.toMatchObject({
      failure: { code: 'import-refused' },
    })
    await expect(load('')).rejects.toMatchObject({ failure: { code: 'import-refused' } })
  })
})

describe('what a file does not settle', () => {
  it('is asked: day or month first, point or comma, and a date or an amount that is not there', async () => {
    const asked = async (text: string) => (await load(text)).found.questions.map(q => q.id)
    expect(await asked('Date,Amount\n03/04/2024,1.50\n')).toEqual(['date-order:0'])
    expect(await asked('Date,Amount\n2024-01-05,1.234\n2024-01-06,5.678\n')).toEqual(['number-style:1'])
    expect(await asked('Supplier,Total\nA,1.00\nB,2.00\n')).toEqual(['date'])
    expect(await asked('Date,Payee\n2024-01-05,A\n')).toEqual(['amount'])
  })

  it('is not asked where another row or another column settles it', async () => {
    const { found } = await load('Date,Amount,Balance\n13/04/2024,1.234,\n03/04/2024,5.678,"12,50"\n')
    expect(found.questions).toEqual([])
    expect(found.mapping.fields.find(f => f.field === 'amount')?.numberStyle?.decimal).toBe(',')
  })
})

describe('debits and credits', () => {
  it('keep a reversal’s minus, and read debits that are all written with one as what they are', async () => {
    const plain =
      'Date,Description,Debit,Credit\n2024-01-05,A,10.00,\n2024-01-06,Reversal of A,-10.00,\n2024-01-07,B,,5.00\n'
    expect((await load(plain, new Set(), 'personal')).summary.sums).toEqual({ GBP: '5.00' })
    const signed =
      'Date,Description,Debit,Credit\n2024-01-05,A,-10.00,\n2024-01-06,C,-1.00,\n2024-01-07,B,,5.00\n'
    expect((await load(signed, new Set(), 'personal')).summary.sums).toEqual({ GBP: '-6.00' })
    // In the books a debit is positive.
    expect((await load(signed, new Set(), 'ledger')).summary.sums).toEqual({ GBP: '6.00' })
  })
})
