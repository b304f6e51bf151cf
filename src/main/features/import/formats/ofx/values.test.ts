import { describe, expect, it, test } from 'vitest'
import type { StatementEvent } from '../statement.ts'
import { problemsOf, recordsOf } from '../testing/events.ts'
import { bank, movement } from './testing/fixtures.ts'
import { one, read } from './testing/read.ts'

test.each([
  ['-1234.56', '-1234.56'],
  ['+00000000005.2300', '5.2300'],
  ['1,234.56', '1234.56'],
  ['1.234,56', '1234.56'],
  ['-12,5', '-12.5'],
  ['-0', '0'],
  ['-0.00', '0.00'],
  ['$120', '120'],
  ['1 234,56', '1234.56'],
  ['12.5-', '-12.5'],
  ['(3.20)', '-3.20'],
  ['.5', '0.5'],
])('the amount %s is %s', async (written, amount) => {
  expect((await one({ TRNAMT: written }))?.amount).toBe(amount)
})

test.each([
  ['20240131', '2024-01-31'],
  ['20240131235959', '2024-01-31'],
  ['20240131235959.999[-8:PST]', '2024-01-31'],
  ['20240131 120000', '2024-01-31'],
  ['20240131000000[0:GMT]', '2024-01-31'],
  ['2024-01-31', '2024-01-31'],
  ['2024-01-31T23:00:00Z', '2024-01-31'],
])('the day of %s is the day as written', async (written, date) => {
  expect((await one({ DTPOSTED: written }))?.date).toBe(date)
})

test.each([
  [{ DTPOSTED: '20240231' }, 'bad-date'],
  [{ DTPOSTED: '' }, 'no-date'],
  [{ DTPOSTED: 'yesterday' }, 'bad-date'],
  [{ TRNAMT: 'much' }, 'bad-amount'],
  [{ TRNAMT: '1.2.3' }, 'bad-amount'],
  [{ TRNAMT: '' }, 'no-amount'],
  [{ CORRECTACTION: 'DELETE', CORRECTFITID: 'Z' }, 'withdrawn'],
])('a movement with %j is a problem with its text, and the next is read', async (fields, code) => {
  const events = await read(bank(movement(fields as Record<string, string>) + movement({ FITID: 'A2' })))
  const [problem] = problemsOf(events)
  expect(problem).toMatchObject({ code, line: 14 })
  expect(problem?.raw).toMatch(/^<STMTTRN>[^]*<\/STMTTRN>$/)
  expect(recordsOf(events)).toHaveLength(1)
})

describe('an amount that can be read in two ways', () => {
  const file = (...amounts: string[]): string =>
    bank(amounts.map((TRNAMT, i) => movement({ TRNAMT, FITID: `Q${i}` })).join('\n'), undefined)
      .replace('812.40', '812')
      .replace('800.00', '800')
  const amounts = (events: readonly StatementEvent[]): string[] =>
    recordsOf(events).map(record => record.amount)

  it('is asked where nothing settles it, and read as answered', async () => {
    const events = await read(file('1.000', '7'))
    expect(events.at(-1)).toMatchObject({
      kind: 'question',
      id: 'decimal-mark',
      line: 14,
      choices: [
        { id: 'dot', example: '1.000' },
        { id: 'comma', example: '1000' },
      ],
    })
    const answered = await read(file('1.000', '7'), { 'decimal-mark': 'comma' })
    expect(amounts(answered)).toEqual(['1000', '7'])
    expect(answered.some(event => event.kind === 'question')).toBe(false)
  })

  it('is settled by another amount', async () => {
    for (const settled of [file('12.34', '1,000'), file('1,000', '12.34')]) {
      const events = await read(settled)
      expect(amounts(events)).toContain('1000')
      expect(events.some(event => event.kind === 'question')).toBe(false)
    }
    expect(amounts(await read(file('12,34', '1.000')))).toEqual(['12.34', '1000'])
  })

  it('is asked where the proof comes too late and says otherwise', async () => {
    const events = await read(file('1.000', '12,34'))
    expect(events.some(event => event.kind === 'question')).toBe(true)
    expect(amounts(await read(file('1.000', '12,34'), { 'decimal-mark': 'comma' }))).toEqual([
      '1000',
      '12.34',
    ])
  })
})
