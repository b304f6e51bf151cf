import { expect, it } from 'vitest'
import { adtributor } from './adtributor.ts'

const dimension = (name: string, rows: [string, number, number][]) => ({
  dimension: name,
  members: rows.map(([key, before, after]) => ({
    key,
    before,
    after,
    delta: after - before,
    rowsBefore: 1,
    rowsAfter: 1,
    kind: 'changed' as const,
  })),
})

it('ranks the paper’s example by surprise: the device, not the data centre that merely explains most', () => {
  // Bhagwan et al. 2014, table 2: revenue forecast and actual by data centre, advertiser and device.
  const found = adtributor([
    dimension('data centre', [
      ['X', 94, 47],
      ['Y', 6, 3],
    ]),
    dimension('advertiser', [
      ['A1', 50, 24],
      ['A2', 20, 21],
      ['A3', 20, 4],
      ['A4', 10, 1],
    ]),
    dimension('device', [
      ['PC', 50, 49],
      ['Mobile', 25, 1],
      ['Tablet', 25, 0],
    ]),
  ])
  expect(found.slice(0, 2).map(d => [d.dimension, d.key])).toEqual([
    ['device', 'Tablet'],
    ['device', 'Mobile'],
  ])
  expect(found[0]?.explained).toBe(0.5)
  // p = 0.25, q = 0.
  expect(found[0]?.surprise).toBeCloseTo(0.5 * 0.25 * Math.log(2), 12)
})

it('says nothing where nothing changed', () => {
  expect(adtributor([dimension('d', [['a', 1, 1]])])).toEqual([])
})
