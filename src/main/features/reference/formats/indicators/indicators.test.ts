import { expect, test } from 'vitest'
import { toIsoDate } from '../../../../../shared/calendar/day.ts'
import { languageFrom } from '../../../../../shared/text/language.ts'
import { readIndicators, spanStart } from './indicators.ts'

const flat = (text: string) => {
  const { series, problems } = readIndicators(text, 'cpi.csv')
  return {
    series: series.map(one => [one.name, ...one.values.map(v => `${toIsoDate(v.day)} ${v.value}`)]),
    problems,
  }
}

test('a column a series, as FRED writes it: a point is no value, words are a problem with their line', () => {
  expect(
    flat('observation_date,CPIAUCSL,UNRATE\n2025-01-01,319.086,4.0\n2025-02-01,.,4.1\n2025-03-01,high,4.2\n'),
  ).toEqual({
    series: [
      ['CPIAUCSL', '2025-01-01 319.086'],
      ['UNRATE', '2025-01-01 4.0', '2025-02-01 4.1', '2025-03-01 4.2'],
    ],
    problems: [{ line: 4, column: 'CPIAUCSL', message: '“high” is not a number.' }],
  })
})

test('a row a value, as SDMX writes it, and a table of two columns that takes its name from the file', () => {
  expect(
    flat('KEY,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nHICP.DE,2025-01,118.3,A\nHICP.DE,2025-02,118.9,A\n').series,
  ).toEqual([['HICP.DE', '2025-01-01 118.3', '2025-02-01 118.9']])
  expect(flat('Date,Index\n2024,100\n2025,102.1\n').series).toEqual([
    ['cpi', '2024-01-01 100', '2025-01-01 102.1'],
  ])
})

test('semicolons and decimal commas; year and month in two columns; the mean of the year is no month', () => {
  expect(flat('Jahr;Monat;Preise\n2025;1;1.119,5\n2025;2;120,0\n').series).toEqual([
    ['Preise', '2025-01-01 1119.5', '2025-02-01 120.0'],
  ])
  const bls = flat('Series ID,Year,Period,Value\nCUUR,2024,M12,315.6\nCUUR,2024,M13,313.7\n')
  expect(bls.series).toEqual([['CUUR', '2024-12-01 315.6']])
  expect(bls.problems).toHaveLength(1)
})

test('a date on several rows is of several series, told by the column that names them; without one the file is refused', () => {
  const rows = ['2024,France,1.1', '2024,Italy,1.2', '2025,France,2.1', '2025,Italy,2.2'].join('\n')
  expect(flat(`Year,Country,Prices\n${rows}\n`).series).toEqual([
    ['France', '2024-01-01 1.1', '2025-01-01 2.1'],
    ['Italy', '2024-01-01 1.2', '2025-01-01 2.2'],
  ])
  expect(flat(`Year,Country,Value\n${rows}\n`).series.map(([name]) => name)).toEqual(['France', 'Italy'])
  const alike = rows.replaceAll('Italy', 'France')
  expect(() => flat(`Year,Country,Prices\n${alike}\n`)).toThrow('several values for one date')
})

test.each([
  ['2025-10-31', '2025-10-31'],
  ['2025M04', '2025-04-01'],
  ['2025-Q4', '2025-10-01'],
  ['2025Q1', '2025-01-01'],
  ['Mar 2025', '2025-03-01'],
  ['2025 June', '2025-06-01'],
  ['2025', '2025-01-01'],
])('%s begins on %s', (text, day) => expect(toIsoDate(spanStart(text) as number)).toBe(day))

test('what is no such table is refused, in the language that is spoken', () => {
  expect(() => flat('a,b\n1,2\n')).toThrow('is no table of an indicator')
  languageFrom(() => 'de')
  try {
    expect(() => flat('a,b\n1,2\n')).toThrow('ist keine Tabelle mit einem Indikator')
  } finally {
    languageFrom(() => 'en')
  }
})
