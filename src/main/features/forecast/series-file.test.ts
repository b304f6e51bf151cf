import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { FailureError } from '../../../shared/result/failure.ts'
import { fillGaps } from './analysis/numeric/fill-gaps.ts'
import { forecastFile } from './series-of-file.ts'
import { readSeriesFile } from './series-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'farthing-series-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(text: string) {
  const path = join(folder, 's.csv')
  writeFileSync(path, text)
  return { path, name: 's.csv' }
}
const read = (text: string) => readSeriesFile(file(text)).map(({ id, values, line }) => [line, id, ...values])
function refusal(text: string): string {
  try {
    readSeriesFile(file(text))
  } catch (error) {
    if (error instanceof FailureError) return error.message
  }
  return 'nothing refused'
}

it('reads one series a line, of any length, with or without a header', () => {
  expect(read('id,v1,v2\na,1,2,3\nb,4\n')).toEqual([
    [2, 'a', 1, 2, 3],
    [3, 'b', 4],
  ])
  expect(read('a,1,2\n\n"b, c";1\n'.replace(';', ','))).toEqual([
    [1, 'a', 1, 2],
    [3, 'b, c', 1],
  ])
  expect(read('\u{feff}a;1.5;-2e3;;\r\nb;.5;;;\r\n')).toEqual([
    [1, 'a', 1.5, -2000],
    [2, 'b', 0.5],
  ])
})

it('takes a line that counts the steps for a header, and NA at the end for none', () => {
  expect(read('id,1,2,3\na,4,5,6\n')).toEqual([[2, 'a', 4, 5, 6]])
  expect(read('"unique_id";2019;2020\na;4;5\n')).toEqual([[2, 'a', 4, 5]])
  expect(read('1,1,2,3\n2,4,5,NA\n')).toEqual([
    [1, '1', 1, 2, 3],
    [2, '2', 4, 5],
  ])
})

it('takes what is missing before a series for nothing, and fills what is missing within', async () => {
  expect(read('id,x,y,z\na,NA,,1,,NaN,4\nb,2\n')).toEqual([
    [2, 'a', 1, NaN, NaN, 4],
    [3, 'b', 2],
  ])
  expect([...fillGaps(Float64Array.of(1, NaN, NaN, 4), 1).values]).toEqual([1, 2, 3, 4])
  // A trend of 1 a step and a season of 0, 10: the third low is missing.
  expect([...fillGaps(Float64Array.of(0, 11, 2, 13, NaN, 15, 6, 17), 2).values][4]).toBe(4)
  const values = Array.from({ length: 48 }, (_, t) => (t === 30 ? '' : 100 + t))
  const request = { ...file(`x,${values.join(',')}\n`), season: 1, horizon: 2, levels: [80], seed: 1 }
  const { series } = await forecastFile(
    { ...request, method: 'theta' },
    { cancelled: () => false, progress: () => {} },
  )
  expect(series[0]?.notes).toEqual([
    '1 of 48 values were missing and have been filled in from their neighbours or the seasons beside them.',
  ])
})

it('names line and column of what it cannot read', () => {
  expect(refusal('id,x\na,1,oops\n')).toBe('s.csv, line 2, column 3: “oops” is not a number.')
  expect(refusal('a,NA,nan\n')).toBe('s.csv, line 1: the series “a” has no values.')
  expect(refusal('a,1\nb\n')).toBe('s.csv, line 2: the series “b” has no values.')
  expect(refusal('a,1,Infinity\n')).toContain('line 1, column 3')
  expect(refusal('a,1,1e200\n')).toContain('is too large')
  expect(refusal('')).toBe('s.csv has no series.')
  expect(refusal('a,"1\n')).toContain('quotation mark')
})

it('forecasts all of a file in its order, Prophet too, and can be stopped', async () => {
  const values = Array.from({ length: 48 }, (_, t) => 100 + t + 10 * Math.sin((t * Math.PI) / 6))
  const request = {
    ...file(`x,${values.join(',')}\ny,3\n`),
    season: 12,
    horizon: 4,
    levels: [80, 95],
    seed: 1,
  }
  const quiet = { cancelled: () => false, progress: () => {} }
  for (const method of ['combination', 'prophet', 'arima', 'auto'] as const) {
    const { series } = await forecastFile({ ...request, method }, quiet)
    expect(series.map(one => one.id)).toEqual(['x', 'y'])
    expect(series[0]!.mean).toHaveLength(4)
    expect(Object.keys(series[0]!.intervals)).toEqual(['80', '95'])
    expect(Math.abs(series[0]!.mean[0]! - 148)).toBeLessThan(6)
    expect(series[1]!.method).toBe('naive')
    expect((await forecastFile({ ...request, method }, quiet)).series).toEqual(series)
  }
  const stopped = forecastFile({ ...request, method: 'ets' }, { cancelled: () => true, progress: () => {} })
  await expect(stopped).rejects.toThrow('Cancelled.')
}, 60_000)
