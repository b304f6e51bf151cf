import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CallContext } from '../../app.ts'
import { createTestWorkspace } from '../../db/testing.ts'
import type { Session } from '../../engine/postgres/session.ts'
import type { Warehouse } from '../../engine/postgres/registry.ts'
import { createReaderOps, type ReaderOps } from '../../workers/reader-ops.ts'
import type { WriterOps } from '../../workers/writer-ops.ts'
import { warehouseReads } from '../../workers/warehouse-reads.ts'
import { WorkerClient } from '../../compute/client.ts'
import { placeOf, setDetour } from './detour.ts'

let workspace: ReturnType<typeof createTestWorkspace>
beforeAll(() => {
  workspace = createTestWorkspace({ profile: 'ledger', fiscalStartMonth: 4 })
})
afterAll(() => workspace.close())

/** What becomes of each of the reader's operations in a workspace that only asks: sent there, left to the file, or refused. */
async function fates(ops: readonly string[]): Promise<Record<string, string>> {
  const reader = new WorkerClient<ReaderOps>('reader')
  const writer = new WorkerClient<WriterOps>('writer')
  const remote = { call: () => Promise.resolve('there') }
  const connection = { id: 1, kind: 'postgres', name: 'Team' }
  const own = { call: () => Promise.resolve([connection]) }
  const ctx = {
    app: {
      remote,
      secrets: { get: () => Promise.resolve(undefined) },
      workspace: { id: 'w', reader: Object.assign(reader, own), writer },
    },
  } as unknown as CallContext
  setDetour(ctx, { connection: 1, schema: 's', kind: 'postgres', reads: true, follows: false, asksOnly: true, approximateAbove: null, units: {}, pushedAt: '' }) // prettier-ignore
  await expect(writer.detour?.('importWrite', {}, {})).rejects.toThrow(/keeps no entries of its own/u)
  expect(writer.detour?.('reportsSave', {}, {})).toBeUndefined()
  const fate = async (op: string): Promise<string> => {
    try {
      const answer = reader.detour?.(op, {}, {})
      return answer === undefined ? 'own' : (await answer) === 'there' ? 'there' : 'facts'
    } catch (error) {
      return (error as Error).message
    }
  }
  return Object.fromEntries(await Promise.all(ops.map(async op => [op, await fate(op)] as const)))
}

it('refuses, in a workspace that only asks, every operation that nobody has placed', async () => {
  const ops = Object.keys(createReaderOps(workspace.db))
  const found = await fates([...ops, 'made tomorrow'])
  const there = Object.keys(warehouseReads({} as Session, {} as Warehouse, {} as never))
  expect(ops.filter(op => found[op] === 'there').toSorted()).toEqual(there.toSorted())
  expect(found['made tomorrow']).toMatch(/looks at the entries one by one/u)
  // None of these may answer from a file without entries as though there were none anywhere.
  const refused = ops.filter(op => /one by one/u.test(found[op] ?? ''))
  expect(refused.toSorted()).toEqual(ops.filter(op => placeOf(op) === 'nowhere').toSorted())
  for (const op of ['extractColumns', 'ledgerIds', 'exploreProfile', 'rulesItems', 'auditSources', 'reportsCompare', 'evidencePack', 'budgetScenarios']) expect(refused).toContain(op) // prettier-ignore
  for (const op of ops) expect([op, found[op]]).toEqual([op, expect.stringMatching(/^(?:there|own|facts)$|one by one/u)]) // prettier-ignore
})
