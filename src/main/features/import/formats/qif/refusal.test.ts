import { describe, expect, it, test } from 'vitest'
import type { StatementEvent } from '../statement.ts'
import { problemsOf, recordsOf } from '../testing/events.ts'
import { qif } from './index.ts'
import { bank, codes, read } from './testing/read.ts'

describe('what is not in order', () => {
  it('lists of categories are no movements, and are counted', async () => {
    const events = await read(
      `!Type:Cat\nNFood\nE\n^\nNRent\n^\n${bank('D25/12/2024\nT1')}!Type:Memorized\nT5\nKC\n^\n`,
    )
    expect(recordsOf(events)).toHaveLength(1)
    expect(events.find(event => event.kind === 'note')).toMatchObject({
      code: 'lists',
      message: expect.stringContaining('2 of “Cat”, 1 of “Memorized”') as string,
    })
  })

  it('a record without ^ is read, and noted', async () => {
    const events = await read('!Type:Bank\nD25/12/2024\nT1\nD26/12/2024\nT2\n!Type:Cash\nD27/12/2024\nT3\n')
    expect(recordsOf(events).map(record => record.amount)).toEqual(['1', '2', '3'])
    expect(codes(events, 'note')).toEqual(['no-end', 'no-end', 'no-end'])
  })

  it('an amount that the end of the file cuts is a problem', async () => {
    const events = await read('!Type:Bank\nD25/12/2024\nT1\n^\nD26/12/2024\nT-123')
    expect(recordsOf(events)).toHaveLength(1)
    expect(codes(events, 'problem')).toEqual(['cut-off'])
  })

  it('records without a header are those of a bank account', async () => {
    const events = await read('D25/12/2024\nT1\nPAda\n^\n')
    expect(recordsOf(events)).toHaveLength(1)
    expect(qif.sniff(new TextEncoder().encode('D25/12/2024\nT1\nPAda\n^\n'))).toBe(0.7)
  })

  it('a section of an unknown kind is read like a bank account, and noted', async () => {
    expect(codes(await read(bank('D25/12/2024\nT1').replace('Bank', 'Sparbuch')), 'note')).toEqual([
      'unknown-type',
    ])
  })

  it.each([
    ['', 'not-qif'],
    ['Dear customer\n', 'not-qif'],
    ['<html>Sign in</html>', 'not-qif'],
    ['date;amount\n1;2\n', 'not-qif'],
    ['!Type:Cat\nNFood\n^\n', 'no-movements'],
    ['!Option:AutoSwitch\n', 'no-movements'],
  ])('“%s” is refused', async (content, code) => {
    expect(problemsOf(await read(content))).toMatchObject([{ code, fatal: true }])
  })

  it('a file of over 64 MB is refused without being held', async () => {
    let asked = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      const piece = new TextEncoder().encode('D25/12/2024\n'.repeat(80_000))
      for (;;) {
        asked++
        yield await Promise.resolve(piece)
      }
    }
    const events: StatementEvent[] = []
    for await (const event of qif.parse(endless())) events.push(event)
    expect(events).toMatchObject([{ code: 'too-large', fatal: true }])
    expect(asked).toBeLessThan(100)
  })
})

test('sniff knows QIF by its content', () => {
  const sniff = (text: string): number => qif.sniff(new TextEncoder().encode(text))
  for (const text of ['!Type:Bank\n', '\n!type:CCard \r\n', '\ufeff!Account\nNx\n^\n', '!Option:MDY\n'])
    expect(sniff(text)).toBe(1)
  for (const text of ['', 'Date,Total\n', 'Dear,\nThanks\n', '<OFX>', ':20:X\n^\n'])
    expect(sniff(text)).toBe(0)
})
