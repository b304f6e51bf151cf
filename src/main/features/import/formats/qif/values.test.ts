import { describe, expect, it } from 'vitest'
import { problemsOf, readAll, recordsOf } from '../testing/events.ts'
import { qif } from './index.ts'
import { bank, codes, questions, read } from './testing/read.ts'

describe('the order of a date’s parts', () => {
  const dates = async (written: string[], answers?: Record<string, string>): Promise<string[]> =>
    recordsOf(await read(bank(...written.map(date => `D${date}\nT1`)), answers)).map(record => record.date)

  it.each([
    [
      ['12/31/99', '1/ 2/00'],
      ['1999-12-31', '2000-01-02'],
    ],
    [
      ["12/31'99", "1/ 2' 5"],
      ['1999-12-31', '2005-01-02'],
    ],
    [
      ['31.12.2024', '1.2.2024'],
      ['2024-12-31', '2024-02-01'],
    ],
    [
      ['1.2.24', '3.4.24'],
      ['2024-02-01', '2024-04-03'],
    ],
    [
      ['2024-12-31', '2024-02-01'],
      ['2024-12-31', '2024-02-01'],
    ],
    [
      ['31/12/2024', '01/02/2024'],
      ['2024-12-31', '2024-02-01'],
    ],
    [
      ['01/02/2024', '31/12/2024'],
      ['2024-02-01', '2024-12-31'],
    ],
    [['20241231'], ['2024-12-31']],
    [
      ['25 DECEMBER 2006', '3-mai-07'],
      ['2006-12-25', '2007-05-03'],
    ],
    [
      ['März 5 2024', 'Feb 29, 2024'],
      ['2024-03-05', '2024-02-29'],
    ],
    [
      ['94/06/30', '94/12/01'],
      ['1994-06-30', '1994-12-01'],
    ],
    [['5/5/2024'], ['2024-05-05']],
    [['12/25/2024 10:30'], ['2024-12-25']],
  ])('%j', async (written, read) => {
    expect(await dates(written)).toEqual(read)
    expect(questions(await readAll(qif, bank(...written.map(date => `D${date}\nT1`))))).toEqual([])
  })

  it('is asked where no day is above 12, and offered first as the dates ascend', async () => {
    const file = bank('D01/02/2024\nT1', 'D02/01/2024\nT1')
    const events = await read(file)
    expect(events.at(-1)).toMatchObject({
      kind: 'question',
      id: 'date-order',
      line: 2,
      choices: [
        { id: 'mdy', example: '2024-01-02' },
        { id: 'dmy', example: '2024-02-01' },
      ],
    })
    expect(recordsOf(events).map(record => record.date)).toEqual(['2024-01-02', '2024-02-01'])
    const answered = await read(file, { 'date-order': 'dmy' })
    expect(recordsOf(answered).map(record => record.date)).toEqual(['2024-02-01', '2024-01-02'])
    expect(questions(answered)).toEqual([])
    expect(questions(await read(file, { 'date-order': 'sideways' }))).toEqual(['date-order'])
  })

  it('is asked where the dates contradict each other', async () => {
    const events = await read(bank('D25/12/2024\nT1', 'D12/25/2024\nT1', 'D1/2/2024\nT1'))
    expect(questions(events)).toEqual(['date-order'])
  })

  it.each(['30/02/2024', '2024', '31/31/2024', '03/25/099Share', 'soon', '1/2/345'])(
    '%s is no day',
    async date => {
      const events = await read(bank(`D${date}\nT1`, 'D25/12/2024\nT2'))
      expect(problemsOf(events)).toMatchObject([{ code: 'bad-date', line: 2, raw: `D${date}\nT1` }])
      expect(recordsOf(events)).toHaveLength(1)
    },
  )
})

describe('amounts', () => {
  const amounts = async (written: string[], answers?: Record<string, string>): Promise<string[]> =>
    recordsOf(await read(bank(...written.map(amount => `D25/12/2024\nT${amount}`)), answers)).map(
      record => record.amount,
    )

  it.each([
    [
      ['1 234,56', '-1 000,00'],
      ['1234.56', '-1000.00'],
    ],
    [
      ['1.234,56', '1.000'],
      ['1234.56', '1000'],
    ],
    [
      ['1,234.56', '1.000'],
      ['1234.56', '1.000'],
    ],
    [
      ['1.000', '12,5'],
      ['1000', '12.5'],
    ],
    [
      ["1'234.50", '-0.00'],
      ['1234.50', '0.00'],
    ],
  ])('%j', async (written, read) => {
    expect(await amounts(written)).toEqual(read)
  })

  it('that nothing settles are asked', async () => {
    expect(questions(await read(bank('D25/12/2024\nT1.000')))).toEqual(['decimal-mark'])
    expect(await amounts(['1.000'], { 'decimal-mark': 'comma' })).toEqual(['1000'])
  })

  it('that are missing, no number or two are problems', async () => {
    const events = await read(bank('D25/12/2024', 'D25/12/2024\nTmuch', 'D25/12/2024\nT1\nU2', 'T5'))
    expect(codes(events, 'problem')).toEqual(['no-amount', 'bad-amount', 'two-amounts', 'no-date'])
  })
})
