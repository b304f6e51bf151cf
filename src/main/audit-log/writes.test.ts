import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestWorkspace, type TestWorkspace } from '../db/testing.ts'
import { headOf } from './queries.ts'
import { auditLogWrites } from './writes.ts'

const CONTEXT = { cancelled: () => false, progress: () => {} }
const AT = '2026-01-05T10:00:00.000Z'

let workspace: TestWorkspace
let log: ReturnType<typeof auditLogWrites>
beforeEach(() => {
  workspace = createTestWorkspace()
  log = auditLogWrites(workspace.db, workspace.key)
  for (const action of ['one', 'two', 'three']) log.logEvent({ action, detail: {}, user: 'owner' }, CONTEXT)
})
afterEach(() => workspace.close())

const alarms = (): number => log.logVerify({ anchors: [] }).alarms.length

test('an anchor that the log holds is silent; one beyond it is an alarm until somebody accepts it', () => {
  const { sequence, head } = headOf(workspace.db)
  expect(log.logAgainst({ source: 'keychain', sequence, head: head.slice(0, 16) })).toBe(true)
  expect(alarms()).toBe(0)
  expect(log.logAgainst({ source: 'keychain', sequence: sequence + 9, head: 'ff', at: AT })).toBe(false)
  expect(log.logVerify({ anchors: [] }).alarms).toMatchObject([{ sequence: sequence + 9, anchoredAt: AT }])
  log.logEvent({ action: 'audit-log.accepted', detail: { alarms: 1 } }, CONTEXT)
  expect(alarms()).toBe(0)
})

test('a restore by the program settles what was known before, of the keychain and of backups, and nothing later', () => {
  const later = { source: 'backup' as const, sequence: 99, head: 'ff', at: '2999-01-01T00:00:00.000Z' }
  log.logAgainst({ source: 'keychain', sequence: 50, head: 'ff', at: AT })
  log.logRestored({ madeAt: AT, sequence: 50, at: AT })
  expect(alarms()).toBe(0)
  expect(log.logVerify({ anchors: [{ ...later, at: AT }] }).problems).toEqual([])
  expect(log.logVerify({ anchors: [later] }).problems).toMatchObject([{ kind: 'rolled-back' }])
  // What was printed on paper since then no longer holds, and says so.
  expect(log.logVerify({ anchors: [{ ...later, source: 'given', at: AT }] }).problems).toHaveLength(1)
})
