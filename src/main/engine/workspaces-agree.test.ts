import { existsSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReadable } from '../db/open-database.ts'
import { toDecimal } from '../../shared/money/minor.ts'
import { createRandom } from '../features/workspace/samples/random.ts'
import { createTestApp, memorySecrets, type TestApp } from '../testing.ts'
import { createEngine } from './index.ts'
import { askableOf } from './testing/askable.ts'
import { anyQuery } from './testing/queries.ts'

const LEEDS = '../shared/data/spending/leeds_raw_2013-05.csv'

/** A month of payments as a council might publish it: quoted names, pounds with separators, a credit, blank rows and a total. */
function payments(rows: number): string {
  const random = createRandom(11)
  let total = 0
  const lines = Array.from({ length: rows }, (_, i) => {
    const pence = random.int(1, 4_000_000) * (random.chance(0.1) ? -1 : 1)
    total += pence
    const day = String(random.int(1, 28)).padStart(2, '0')
    const month = String(random.int(1, 12)).padStart(2, '0')
    const amount = toDecimal(pence).replace(/\B(?=(\d{3})+\.)/g, ',')
    return `${day}/${month}/2024,"Supplier ${random.int(1, 90)}, Ltd",Service ${random.int(1, 8)},Rent and contract ${random.int(1, 30)},INV${i},"£${amount}"${i % 500 === 499 ? '\n,,,,,' : ''}`
  })
  return `Payment date,Supplier name,Directorate,Expenditure type,Invoice number,Net amount\n${lines.join('\n')}\n,,,,Total,${toDecimal(total)}\n`
}

async function load(farthing: TestApp, path: string): Promise<void> {
  const settings = { name: 'Council', profile: 'ledger', baseCurrency: 'GBP', fiscalStartMonth: 4 } as const
  expect((await farthing.call('workspace.create', settings)).ok).toBe(true)
  const { token } = farthing.app.files.add(path, basename(path), statSync(path).size, false)
  const loaded = await farthing.call('import.commit', { token })
  expect(loaded.ok && loaded.value.counts.loaded).toBeGreaterThan(1000)
}

const WORKSPACES = [
  { name: 'the household', runs: 500, make: sample('household') },
  { name: 'the company', runs: 100, make: sample('company') },
  {
    name: 'an import',
    runs: 250,
    make: async (farthing: TestApp) => {
      const path = join(farthing.app.paths.temp, 'payments.csv')
      writeFileSync(path, payments(4000))
      await load(farthing, path)
    },
  },
  {
    name: 'an import of real spending (skipped without ../shared/data)',
    runs: 150,
    needs: LEEDS,
    make: (farthing: TestApp) => load(farthing, LEEDS),
  },
]

function sample(kind: 'household' | 'company') {
  return async (farthing: TestApp): Promise<void> => {
    expect((await farthing.call('workspace.sample', { kind })).ok).toBe(true)
  }
}

describe('the engines agree on both samples and on imports: 1,000 random queries, to the minor unit', () => {
  let farthing: TestApp
  beforeEach(() => {
    farthing = createTestApp(memorySecrets())
  })
  afterEach(() => farthing.close())

  for (const { name, runs, make, needs } of WORKSPACES)
    it.skipIf(needs !== undefined && !existsSync(needs))(
      `${name}, ${runs} queries`,
      async () => {
        await make(farthing)
        const { workspace } = farthing.app
        if (!workspace) throw new Error('the sample is not open')
        await workspace.writer.call('ensureTextIndex', {})
        const db = openReadable(workspace.path, workspace.key)
        const engine = createEngine(db)
        let rows = 0
        fc.assert(
          fc.property(anyQuery(askableOf(db)), query => {
            const usesOriginal = query.measures.some(m => m.of === 'original')
            fc.pre(name !== 'the household' || !usesOriginal)
            const answer = engine.query({ query, engine: 'columnar' })
            expect(answer).toEqual(engine.query({ query, engine: 'sqlite' }))
            rows += answer.rows.length
          }),
          { numRuns: runs, seed: 20_261_121 },
        )
        expect(rows).toBeGreaterThan(runs)
        db.close()
      },
      240_000,
    )
})
