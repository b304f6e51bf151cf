import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWritable } from '../db/open-database.ts'
import { readRevision } from '../db/meta.ts'
import { createTestWorkspace, type TestWorkspace } from '../db/testing.ts'
import { auditKey, type AuditHead } from './chain.ts'
import { allRows } from './queries.ts'
import { verifyChain } from './verify.ts'

// The long share: FARTHING_KILLS=200 npx vitest run src/main/audit-log/kills.test.ts
const KILLS = Number(process.env['FARTHING_KILLS'] ?? 20)

let workspace: TestWorkspace
beforeEach(() => {
  workspace = createTestWorkspace()
})
afterEach(() => workspace.close())

// One logged change a transaction; the head is printed once it is committed, as the keychain is told of it.
const CHANGES = `
  const { openWritable } = await import(process.env.DB)
  const { withAuditLog } = await import(process.env.LOG)
  const { headOf } = await import(process.env.QUERIES)
  const { bumpRevision, writeMeta } = await import(process.env.META)
  const { writeSync } = await import('node:fs')
  const key = Buffer.from(process.env.KEY, 'hex')
  const db = openWritable(process.env.FILE, key)
  const ops = withAuditLog(db, key, {
    change: ({ name }) => db.transaction(() => { writeMeta(db, 'name', name); bumpRevision(db) }).immediate(),
  })
  for (let i = 0; ; i += 1) {
    ops.change({ name: 'name ' + i }, { by: { user: 'owner', action: 'workspace.update' } })
    writeSync(1, JSON.stringify(headOf(db)) + '\\n')
  }
`

test(`of ${KILLS} kills in the middle of logging, none makes a false alarm, and no change is without its row`, async () => {
  const at = (file: string): string => new URL(file, import.meta.url).href
  let head: AuditHead | undefined
  for (let i = 0; i < KILLS; i += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', CHANGES], {
      env: {
        ...process.env,
        DB: at('../db/open-database.ts'),
        META: at('../db/meta.ts'),
        LOG: at('log.ts'),
        QUERIES: at('queries.ts'),
        FILE: workspace.path,
        KEY: Buffer.from(workspace.key).toString('hex'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    head = JSON.parse((await lines.next()).value as string) as AuditHead
    // From inside a commit to several commits later.
    await new Promise(resolve => setTimeout(resolve, 1 + ((i * 7) % 30)))
    child.kill('SIGKILL')
    await once(child, 'exit')
    for (let line = await lines.next(); !line.done; line = await lines.next())
      head = JSON.parse(line.value) as AuditHead

    const db = openWritable(workspace.path, workspace.key)
    const rows = allRows(db)
    const keys = [{ until: Infinity, key: auditKey(workspace.key) }]
    const anchors = [{ source: 'keychain' as const, ...head }]
    expect(verifyChain({ rows, keys, revision: readRevision(db), anchors })).toEqual([])
    expect(rows.at(-1)?.revision).toBe(readRevision(db))
    expect(rows.filter(row => row.action === 'workspace.update')).toHaveLength(readRevision(db))
    db.close()
  }
  expect(head?.sequence).toBeGreaterThan(KILLS)
}, 600_000)
