import { describe, expect, it } from 'vitest'
import type { StatementEvent, StatementRecord } from '../statement.ts'
import { problemsOf, readAll, recordsOf } from '../testing/events.ts'
import { outcomeOf } from '../testing/outcome.ts'
import { mt940 } from './index.ts'
import { DUTCH, GERMAN, INTRADAY, MULTIPLE } from './samples.ts'

const read = async (text: string | Uint8Array): Promise<StatementEvent[]> => readAll(mt940, text)
const withoutRaw = (record: StatementRecord): StatementRecord => ({ ...record, raw: '' })
const codes = (events: readonly StatementEvent[]): string[] =>
  events.flatMap(event => (event.kind === 'problem' || event.kind === 'note' ? [event.code] : []))
const line61 = async (text: string) =>
  recordsOf(await read(`:20:X\n:25:1\n:60F:C240101EUR0,\n:61:${text}\n`))[0]

describe('a statement by the German convention', () => {
  it('comes to its own closing balance', async () => {
    expect(outcomeOf(await read(GERMAN))).toEqual(['10020030/1234567 EUR: 3 = 1192.5, 1000 → 2192.5'])
  })

  it('has payee, purpose, references and counter account in their places', async () => {
    const [debit, credit, reversal] = recordsOf(await read(GERMAN))
    expect(debit).toMatchObject({
      line: 5,
      date: '2023-12-31',
      valueDate: '2024-01-02',
      amount: '-12.50',
      payee: 'Stadtwerke Musterstadt Nordost GmbH',
      description: 'Strom Dezember Abschlag',
      reference: 'RE-2023-4711',
      bankReference: 'BK0001',
      type: 'NDDT',
      extra: { mandate: 'M-77', creditorId: 'DE98ZZZ09999999999', counterAccount: 'DE02120300000000202051' },
    })
    expect(credit).toMatchObject({
      amount: '1200.00',
      payee: 'Muster AG',
      reference: 'GEHALT-01',
      extra: { counterAccount: 'DE02500105170137075030' },
    })
    expect(reversal).toMatchObject({ amount: '5.00', extra: { reversal: 'RD' } })
    expect(debit?.raw.split('\n')).toHaveLength(5)
  })

  it('reads the same with CRLF, in windows-1252, in UTF-16, in lower case and without its dash', async () => {
    const records = recordsOf(await read(GERMAN)).map(withoutRaw)
    const same = async (bytes: string | Uint8Array) =>
      expect(recordsOf(await read(bytes)).map(withoutRaw)).toEqual(records)
    await same(GERMAN.replaceAll('\n', '\r\n'))
    await same(GERMAN.replaceAll('\n', '\r'))
    await same(GERMAN.slice(0, -2))
    await same(GERMAN.replaceAll(':62F:', ':62f:').replaceAll(':28C:', ':28c:'))
    await same(new Uint8Array(Buffer.from(`\ufeff${GERMAN}`, 'utf16le')))
    const umlaut = await read(new Uint8Array(Buffer.from(GERMAN.replace('Muster AG', 'Müller'), 'latin1')))
    expect(recordsOf(umlaut)[1]?.payee).toBe('Müller')
  })
})

describe('other conventions', () => {
  it('reads slash codes with a wrapped purpose, within the SWIFT envelope', async () => {
    const records = recordsOf(await read(DUTCH))
    expect(outcomeOf(await read(DUTCH))).toEqual(['NL02TEST0123456789 EUR: 3 = 18.5, -10 → 8.5'])
    expect(records[0]).toMatchObject({
      payee: 'J. Janssen',
      description: 'Factuur 12',
      reference: 'ORDER-9',
      extra: { counterAccount: 'NL44TEST0987654321', counterBank: 'TESTNL2A' },
    })
    expect(records[1]).toMatchObject({
      date: '2024-01-02',
      amount: '-7.5',
      payee: 'Bakker de Boer',
      description: 'Brood',
    })
    expect(records[2]).toMatchObject({ payee: 'J. Janssen', description: 'terug' })
  })

  it('reads labels, totals and leaves out what is only expected', async () => {
    const events = await read(INTRADAY)
    expect(recordsOf(events)[0]).toMatchObject({
      payee: 'ANNA TESTOWA',
      description: 'ZWROT',
      account: 'PL61109010140000071219812874',
    })
    expect(problemsOf(events).map(problem => problem.code)).toEqual(['not-booked'])
    expect(events.filter(event => event.kind === 'total')).toMatchObject([
      { of: 'debits', count: 0, sum: '0.00' },
      { of: 'credits', count: 1, sum: '0.01' },
    ])
  })

  it('reads several messages, pages, a new one without a dash, and fields of the non-SWIFT kind', async () => {
    const events = await read(MULTIPLE)
    expect(outcomeOf(events)).toEqual(['111 CHF: 2 = 7, 0 → 7', '222 EUR: 1 = -24, 0 → -24'])
    const [first, , last] = recordsOf(events)
    expect(first).toMatchObject({
      date: '2000-01-01',
      reference: 'REF-1',
      bankReference: '',
      description: expect.stringContaining('sixty-five'),
    })
    expect(last).toMatchObject({
      payee: 'Name',
      description: 'Purpose one and two',
      extra: { counterAccount: '0000004279070017' },
    })
  })
})

describe('field 61', () => {
  it.each([
    ['2401021231C1,00NTRFX', '2023-12-31', '2024-01-02', '1.00'],
    ['2312310102C1,00NTRFX', '2024-01-02', '2023-12-31', '1.00'],
    ['240102D1234NTRFX', '2024-01-02', '2024-01-02', '-1234'],
    ['240102RC,5NTRFX', '2024-01-02', '2024-01-02', '-0.5'],
    ['2401020102RCR5,NTRFX', '2024-01-02', '2024-01-02', '-5'],
    ['2401020102RDR5,NTRFX', '2024-01-02', '2024-01-02', '5'],
    ['240102    DD212,39NMSCX', '2024-01-02', '2024-01-02', '-212.39'],
    ['991231C0,00NTRFX', '1999-12-31', '1999-12-31', '0.00'],
  ])('%s', async (text, date, valueDate, amount) => {
    expect(await line61(text)).toMatchObject({ date, valueDate, amount })
  })

  it.each([
    ['2401020102C1000', 'movement-unreadable', 'cut off'],
    ['2401020102C1.234NTRF', 'amount-unreadable', 'one comma'],
    ['2413020102C1,00NTRF', 'date-unreadable', 'calendar'],
    ['nonsense', 'movement-unreadable', 'nonsense'],
  ])('%s is a problem that says why, with its line', async (text, code, word) => {
    const events = await read(`:20:X\n:25:1\n:60F:C240101EUR0,\n:61:${text}\n:61:240102C2,00NTRFX\n`)
    expect(problemsOf(events)).toMatchObject([
      { code, line: 4, raw: `:61:${text}`, message: expect.stringContaining(word) },
    ])
    expect(recordsOf(events)).toHaveLength(1)
  })

  it('a time of day that was wrapped at its colon stays text', async () => {
    const events = await read(
      ':20:X\n:25:1\n:61:240102C2,00NTRFX\n:86:paid at 2024-01-02T16\n:20:37 by card\n',
    )
    expect(recordsOf(events)).toMatchObject([
      { account: '1', description: expect.stringContaining(':20:37 by card') },
    ])
  })
})

describe('what does not add up', () => {
  it('is said with the difference, the records being kept', async () => {
    const events = await read(GERMAN.replace('2192,50', '2192,51'))
    expect(codes(events)).toEqual(['balance-differs'])
    expect(events.find(event => event.kind === 'note')?.message).toContain('0.01 apart')
    expect(recordsOf(events)).toHaveLength(3)
  })

  it('a statement without closing balance says so', async () => {
    expect(codes(await read(GERMAN.slice(0, GERMAN.indexOf(':62F:'))))).toEqual(['no-closing-balance'])
  })

  it('totals that differ are said', async () => {
    expect(codes(await read(INTRADAY.replace(':90C:1PLN0,01', ':90C:2PLN0,02')))).toContain('total-differs')
  })

  it.each(['', 'Date;Amount\n2024-01-01;1', ':20:ALONE\n', '\0\0\0'])('%j is refused', async text => {
    expect(problemsOf(await read(text))).toMatchObject([{ fatal: true, code: 'no-statement', line: 1 }])
  })
})

it('does not depend on how the bytes are cut', async () => {
  const whole = await read(DUTCH)
  for (const size of [1, 2, 7, 64]) expect(await readAll(mt940, DUTCH, undefined, size)).toEqual(whole)
})

it('is told by its content', () => {
  const sniff = (text: string): number => mt940.sniff(new TextEncoder().encode(text))
  for (const text of [GERMAN, DUTCH, INTRADAY, MULTIPLE]) expect(sniff(text)).toBeGreaterThan(0.9)
  for (const text of [
    '',
    'a,b\n1,2',
    '<Document/>',
    '2024-01-01 x\n  a  1\n  b\n',
    '!Type:Bank\nD1/1/24\n^',
    'OFXHEADER:100',
  ])
    expect(sniff(text)).toBe(0)
})
