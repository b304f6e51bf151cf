import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { farthingIn } from './testing.ts'

// Each command starts a Farthing with its analysis worker.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
  file = join(folder, 'series.csv')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const forecast = (...args: string[]) => farthingIn(folder, ['forecast', ...args], {})

interface Answer {
  series: {
    id: string
    method: string
    mean: number[]
    intervals: Record<string, { lower: number[]; upper: number[] }>
  }[]
}

const months = Array.from({ length: 60 }, (_, t) => Math.round(100 + t + 20 * Math.sin((t * Math.PI) / 6)))

test('a file of series gives means and intervals in its order, the same each time', async () => {
  writeFileSync(file, `id,v1,v2\nshop,${months.join(',')},,\nnew,5,6\n`)
  const ask = () =>
    forecast('--series', file, '--season', '12', '--horizon', '18', '--method', 'combination', '--json')
  const { code, out, err } = await ask()
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const { series } = JSON.parse(out) as Answer
  expect(series.map(one => [one.id, one.method])).toEqual([
    ['shop', 'combination'],
    ['new', 'naive'],
  ])
  for (const { mean, intervals } of series) {
    expect(mean).toHaveLength(18)
    expect(Object.keys(intervals)).toEqual(['80', '95'])
    expect(intervals['95']!.lower[17]).toBeLessThan(intervals['80']!.lower[17]!)
  }
  expect(Math.abs(series[0]!.mean[0]! - 160)).toBeLessThan(8)
  expect((await ask()).out).toBe(out)
})

test('a bad cell, a missing file and a wrong option are sentences', async () => {
  writeFileSync(file, 'a,1,2\nb,3,x\n')
  expect(await forecast('--series', file)).toEqual({
    code: 1,
    out: '',
    err: 'series.csv, line 2, column 3: “x” is not a number.\n',
  })
  expect((await forecast('--series', join(folder, 'none.csv'))).code).toBe(1)
  expect(await forecast('--series', file, '--method', 'magic')).toMatchObject({ code: 2, out: '' })
  expect(await forecast('--series', file, '--levels', '80,200')).toMatchObject({ code: 2, out: '' })
  expect(await forecast('--series', file, '--horizon', '0')).toMatchObject({ code: 2, out: '' })
})
