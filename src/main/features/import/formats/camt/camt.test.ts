import { describe, expect, it } from 'vitest'
import type { StatementEvent, StatementRecord } from '../statement.ts'
import { problemsOf, readAll, recordsOf } from '../testing/events.ts'
import { outcomeOf } from '../testing/outcome.ts'
import { camt } from './index.ts'
import { BATCH, NOTIFICATION, STATEMENT } from './samples.ts'

const read = async (text: string | Uint8Array): Promise<StatementEvent[]> => readAll(camt, text)
const withoutRaw = (record: StatementRecord): StatementRecord => ({ ...record, raw: '' })
const codes = (events: readonly StatementEvent[]): string[] =>
  events.flatMap(event => (event.kind === 'problem' || event.kind === 'note' ? [event.code] : []))

describe('a statement', () => {
  it('comes to its own closing balance and totals; what is pending is left out and said', async () => {
    const events = await read(STATEMENT)
    expect(outcomeOf(events)).toEqual([
      'DE02120300000000202051 EUR: 3 = -37.5, 100 → 62.5',
      'problem not-booked',
    ])
    expect(problemsOf(events)[0]).toMatchObject({
      line: 21,
      message: expect.stringContaining('pending'),
      raw: expect.stringContaining('9.99'),
    })
    expect(events.filter(event => event.kind === 'total')).toMatchObject([
      { of: 'all', count: 3, sum: '187.50' },
      { of: 'credits', count: 1, sum: '75' },
      { of: 'debits', count: 2, sum: '112.50' },
    ])
  })

  it('has parties, purpose and references in their places', async () => {
    const [credit, debit, reversal] = recordsOf(await read(STATEMENT))
    expect(credit).toMatchObject({
      line: 12,
      date: '2024-01-31',
      valueDate: '2024-02-01',
      amount: '75.00',
      payee: 'Käufer & Söhne',
      description: 'Rechnung 4711',
      reference: 'RE-4711',
      bankReference: 'B-1',
      type: 'PMNT/RCDT/ESCT',
      extra: {
        counterAccount: 'DE02500105170137075030',
        counterBank: 'TESTDE88XXX',
        ultimateParty: 'Holding',
        mandate: 'M-1',
      },
    })
    expect(credit?.raw.startsWith('<Ntry>')).toBe(true)
    expect(credit?.raw.endsWith('</Ntry>')).toBe(true)
    // The day of a time is that of its own zone; NOTPROVIDED is no reference.
    expect(debit).toMatchObject({
      date: '2024-01-31',
      amount: '-100',
      payee: 'Vermieter',
      reference: 'RF18539007547034',
      extra: { counterAccount: '9-1' },
    })
    expect(reversal).toMatchObject({ amount: '-12.50', description: 'Storno', extra: { reversal: 'yes' } })
  })

  it('reads the same with any prefix and version', async () => {
    const plain = recordsOf(await read(STATEMENT)).map(withoutRaw)
    const prefixed = STATEMENT.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1n:').replace('001.02', '001.12')
    expect(recordsOf(await read(prefixed)).map(withoutRaw)).toEqual(plain)
  })
})

describe('a batch', () => {
  it('whose transactions sum to it becomes one record each, of one document', async () => {
    const events = await read(BATCH)
    const records = recordsOf(events)
    expect(
      records.map(record => [record.document, record.amount, record.payee, record.bankReference]),
    ).toEqual([
      ['Z-1', '-10.00', 'Anna', 'Z-1/1'],
      ['Z-1', '-12.50', 'Beat', 'Z-1/2'],
      ['Z-1', '-7.50', 'Carla', 'Z-1/3'],
      ['', '-1.00', '', ''],
    ])
    expect(records[1]?.raw).toMatch(/^<ns:TxDtls>.*Beat.*<\/ns:TxDtls>$/s)
    expect(codes(events)).toEqual(['parts-differ'])
    // The bank counts two entries; they are four records.
    expect(events.find(event => event.kind === 'total')).toMatchObject({ sum: '31.00' })
    expect(events.find(event => event.kind === 'total')).not.toHaveProperty('count')
  })
})

it('keeps accounts of several notifications apart and reads CDATA', async () => {
  const records = recordsOf(await read(NOTIFICATION))
  expect(records.map(record => [record.account, record.amount, record.description])).toEqual([
    ['0123', '5', 'a < b'],
    ['0456', '-6', ''],
  ])
})

describe('damage', () => {
  it('a file that is cut off gives every entry before and one problem with its line', async () => {
    for (const mark of ['Vermieter', '<Ntry><Amt Ccy="EUR">12.50', 'Storno']) {
      const cut = STATEMENT.slice(0, STATEMENT.indexOf(mark))
      const events = await read(cut)
      const whole = cut.split('</Ntry>').length - 1
      expect(recordsOf(events)).toHaveLength(whole)
      const problems = problemsOf(events)
      expect(problems.map(problem => problem.code)).toEqual(['damaged'])
      expect(problems[0]?.line).toBeGreaterThanOrEqual(18)
    }
  })

  it('an entry whose tags are crossed is one problem; the others are read', async () => {
    const events = await read(STATEMENT.replace('</CdtrAcct></RltdPties>', '</RltdPties></CdtrAcct>'))
    expect(problemsOf(events).map(problem => [problem.code, problem.line])).toEqual([
      ['entry-damaged', 18],
      ['not-booked', 21],
    ])
    expect(recordsOf(events).map(record => record.amount)).toEqual(['75.00', '-12.50'])
  })

  it('an entry that lost its end does not take the next one with it', async () => {
    const events = await read(
      STATEMENT.replace(
        '</TxDtls></NtryDtls></Ntry>\n<Ntry><Amt Ccy="EUR">12',
        '</TxDtls></NtryDtls>\n<Ntry><Amt Ccy="EUR">12',
      ),
    )
    expect(problemsOf(events).map(problem => problem.code)).toEqual(['entry-damaged', 'not-booked'])
    expect(recordsOf(events).map(record => record.amount)).toEqual(['75.00', '-12.50'])
  })

  it('a bare & in a name is read as it stands and said', async () => {
    const events = await read(STATEMENT.replace('&amp;', '&'))
    expect(recordsOf(events)[0]?.payee).toBe('Käufer & Söhne')
    expect(codes(events)).toContain('loose-text')
  })

  it.each([
    ['<Amt Ccy="EUR">75.00', '<Amt Ccy="EUR">75,00', 'amount-unreadable'],
    ['<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<Sts>', 'no-direction'],
    ['<BookgDt><Dt>2024-01-31</Dt></BookgDt><ValDt><Dt>2024-02-01</Dt></ValDt>', '', 'no-date'],
  ])('%s made %j is a problem of its entry', async (from, to, code) => {
    const events = await read(STATEMENT.replace(from, to))
    expect(problemsOf(events)[0]).toMatchObject({ code, line: 12 })
    expect(recordsOf(events)).toHaveLength(2)
    expect(codes(events)).toContain('balance-differs')
  })

  it('a document type is refused', async () => {
    const events = await read(STATEMENT.replace('<Document', '<!DOCTYPE x [<!ENTITY a "b">]>\n<Document'))
    expect(events).toMatchObject([{ kind: 'problem', code: 'doctype', fatal: true, line: 2 }])
  })

  it('elements nested too deep end the reading', async () => {
    const deep = STATEMENT.replace('Storno', '<x>'.repeat(100))
    expect(problemsOf(await read(deep)).map(problem => problem.code)).toEqual(['damaged'])
    expect(recordsOf(await read(deep))).toHaveLength(2)
  })

  it.each([
    '',
    'text',
    '<a/>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn/></Document>',
  ])('%j is refused', async text => {
    expect(problemsOf(await read(text))).toMatchObject([{ fatal: true, code: 'no-statement' }])
  })

  it('wrong totals and counts are said', async () => {
    expect(codes(await read(STATEMENT.replace('<NbOfNtries>3<', '<NbOfNtries>5<')))).toContain(
      'total-differs',
    )
  })
})

it('is read in the encoding that it declares, and in UTF-16', async () => {
  const latin = STATEMENT.replace('UTF-8', 'ISO-8859-1')
  for (const bytes of [Buffer.from(latin, 'latin1'), Buffer.from(`\ufeff${STATEMENT}`, 'utf16le')])
    expect(recordsOf(await read(new Uint8Array(bytes)))[0]?.payee).toBe('Käufer & Söhne')
})

it('does not depend on how the bytes are cut', async () => {
  const whole = await read(STATEMENT)
  for (const size of [1, 3, 100]) expect(await readAll(camt, STATEMENT, undefined, size)).toEqual(whole)
})

it('streams a large file of one line', async () => {
  const entry = BATCH.slice(BATCH.indexOf('<ns:Ntry>'), BATCH.indexOf('</ns:Ntry>') + 10).replaceAll('\n', '')
  const large = BATCH.replaceAll('\n', '').replace('<ns:Ntry>', `${entry.repeat(5000)}<ns:Ntry>`)
  expect(recordsOf(await read(large))).toHaveLength(15_004)
})

it('gives a file up whose entries are never closed, with what was read before', async () => {
  const open = STATEMENT.slice(0, STATEMENT.lastIndexOf('</Ntry>') + 7) + '<Ntry><Amt>'.repeat(30_000)
  const events = await read(open)
  expect(recordsOf(events)).toHaveLength(3)
  expect(events.length).toBeLessThan(10_100)
  expect(problemsOf(events).at(-1)).toMatchObject({
    code: 'damaged',
    message: expect.stringContaining('element after element'),
  })
})

it('is told by its content', () => {
  const sniff = (text: string): number => camt.sniff(new TextEncoder().encode(text))
  for (const text of [STATEMENT, BATCH, NOTIFICATION]) expect(sniff(text)).toBe(1)
  for (const text of ['', 'camt.053.001.02', '<OFX></OFX>', ':20:X']) expect(sniff(text)).toBe(0)
})
