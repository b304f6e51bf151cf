import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  archiveModelRun,
  championOf,
  insertModelRun,
  listModelRuns,
  modelRun,
  promoteModelRun,
} from './model-runs.ts'
import { createTestWorkspace, type TestWorkspace } from './testing.ts'

let workspace: TestWorkspace
beforeEach(() => {
  workspace = createTestWorkspace()
})
afterEach(() => workspace.close())

const run = (scope: string, contamination: number) => ({
  analysis: 'anomalies',
  scope,
  method: 'isolation-forest',
  parameters: { trees: 100, contamination },
  seed: 1,
  dataRevision: 4,
  metrics: { precision: 0.75 },
  result: { flagged: [3, 1] },
  note: '',
})

test('the first run of a scope is its champion, later ones challenge it, and a promotion archives the one before', () => {
  const { db } = workspace
  const first = insertModelRun(db, run('', 0.05))
  const second = insertModelRun(db, run('', 0.1))
  const other = insertModelRun(db, { ...run('category', 0.1), result: undefined })
  expect(modelRun(db, first)).toMatchObject({ ...run('', 0.05), role: 'champion' })
  expect(modelRun(db, second).role).toBe('challenger')
  expect(modelRun(db, other)).toMatchObject({ role: 'champion', result: undefined })
  promoteModelRun(db, second)
  expect(championOf(db, 'anomalies', '')?.id).toBe(second)
  expect(listModelRuns(db, 'anomalies', '').map(r => [r.id, r.role])).toEqual([
    [second, 'champion'],
    [first, 'archived'],
  ])
  expect(championOf(db, 'anomalies', 'category')?.id).toBe(other)
  expect(listModelRuns(db, 'forecast')).toEqual([])
})

test('the champion cannot be archived, and a run that is not there cannot be promoted', () => {
  const { db } = workspace
  const first = insertModelRun(db, run('', 0.05))
  expect(() => archiveModelRun(db, first)).toThrow(/Promote another/)
  expect(() => promoteModelRun(db, 99)).toThrow(/no model run 99/)
  expect(championOf(db, 'anomalies', '')?.id).toBe(first)
  archiveModelRun(db, insertModelRun(db, run('', 0.1)))
  expect(listModelRuns(db, 'anomalies').map(r => r.role)).toEqual(['archived', 'champion'])
})
