import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReadable } from '../db/open-database.ts'
import type { ReadableDB } from '../db/types.ts'
import { createTestApp, memorySecrets, type TestApp } from '../testing.ts'
import { createEngine } from './index.ts'
import { anyQuery, type Askable } from './testing/queries.ts'

/** What there is to ask of a real workspace: its own members, days and words. */
function askableOf(db: ReadableDB): Askable {
  const members = db.prepare('SELECT dimension_id AS id, key FROM member WHERE ordinal <= 12').all() as {
    id: string
    key: string
  }[]
  const byDimension: Record<string, string[]> = {}
  for (const { id, key } of members) (byDimension[id] ??= ['']).push(key)
  const [firstDay, lastDay] = db.prepare('SELECT min(day), max(day) FROM entry').raw().get() as [
    number,
    number,
  ]
  return {
    members: { ...byDimension, account_type: ['expense', ''], account_level_1: [''] },
    firstDay,
    lastDay,
    words: ['rent', 'contract', 'ltd', 'coffee 2', 'insurance'],
    batches: db.prepare('SELECT id FROM batch').pluck().all() as number[],
  }
}

describe('the engines agree on the samples, as the importer loaded them', () => {
  let farthing: TestApp
  beforeEach(() => {
    farthing = createTestApp(memorySecrets())
  })
  afterEach(() => farthing.close())

  it.each([
    ['household', 300],
    ['company', 40],
  ] as const)(
    '%s: %i random queries, to the minor unit',
    async (kind, runs) => {
      const made = await farthing.call('workspace.sample', { kind })
      expect(made.ok).toBe(true)
      const { workspace } = farthing.app
      if (!workspace) throw new Error('the sample is not open')
      await workspace.writer.call('ensureTextIndex', {})
      const db = openReadable(workspace.path, workspace.key)
      const engine = createEngine(db)
      let rows = 0
      fc.assert(
        fc.property(anyQuery(askableOf(db)), query => {
          const usesOriginal = query.measures.some(m => m.of === 'original')
          fc.pre(kind === 'company' || !usesOriginal)
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
