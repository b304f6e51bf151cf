import { expect, test } from 'vitest'
import { HARNESSES } from '../../e2e/survival/index.ts'

/** The share of each harness that every change must pass; `npm run survival -- NAME` runs the long one, with the times. */
const SHARES = {
  'kill-import': 3,
  'kill-migration': 3,
  'kill-backup': 4,
  'lost-wal': 96,
  'disk-full': 6,
  'two-programs': 2,
  mutations: 60,
  'worker-crash': 8,
  cancel: 5,
  money: 6000,
}

test.each(Object.entries(SHARES))(
  '%s, %i times',
  async (name, runs) => {
    const harness = await HARNESSES[name]?.()
    const outcome = await harness?.run(runs, 20_261_121)
    expect(outcome?.failures).toEqual([])
    expect(outcome?.runs).toBeGreaterThanOrEqual(runs)
  },
  600_000,
)
