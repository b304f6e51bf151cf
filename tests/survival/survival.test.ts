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

/** Those whose share is another part of `npm test`, or none. */
const ELSEWHERE = {
  'read-only': 'src/main/features/workspace/view-only.test.ts',
  'audit-log': 'src/main/audit-log: 20 kills, 50 of each kind of tampering',
  fuzz: 'src/main/features/import/formats: 20,000 files a parser',
  idempotence: 'src/main/features/ledger/reimport.test.ts and those beside it',
  'import-2gb': 'none: it takes minutes, 4 GB of disk and a quiet machine',
}

test('each row of the table has a harness, and each harness its share', () => {
  expect(Object.keys({ ...SHARES, ...ELSEWHERE }).toSorted()).toEqual(Object.keys(HARNESSES).toSorted())
})

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
