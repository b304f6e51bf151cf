import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWritable, takeLock } from './open-database.ts'
import { createTestWorkspace, type TestWorkspace } from './testing.ts'

const KILLS = 20
const RACES = 10

let workspace: TestWorkspace
let children: ChildProcess[]
beforeEach(() => {
  workspace = createTestWorkspace()
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  workspace.close()
})

/** Runs a module's text in a process of its own; the lines that it prints, as they come. */
function run(script: string): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: {
      ...process.env,
      MODULE: new URL('open-database.ts', import.meta.url).href,
      FILE: workspace.path,
      KEY: Buffer.from(workspace.key).toString('hex'),
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]()
  return { child, lines }
}

// One batch of 400 entries a transaction, acknowledged on stdout once it is committed.
const COMMITS = `
  const { openWritable } = await import(process.env.MODULE)
  const { writeSync } = await import('node:fs')
  const db = openWritable(process.env.FILE, Buffer.from(process.env.KEY, 'hex'))
  const batch = db.prepare("INSERT INTO batch (id, file_id, file_name, format, mapping_id, loaded_at, read, loaded, duplicate, rejected, ignored, sums, fingerprint_version) VALUES (?, 1, 'f', 'csv', 1, '', 400, 400, 0, 0, 0, '{}', 1)")
  const entry = db.prepare('INSERT INTO entry (batch_id, line, day, amount, fingerprint) VALUES (?, ?, 0, 1, ?)')
  for (let id = db.prepare('SELECT coalesce(max(id), 0) + 1 FROM batch').pluck().get(); ; id += 1) {
    db.transaction(() => {
      batch.run(id)
      for (let line = 1; line <= 400; line += 1) entry.run(id, line, Buffer.from(id + ':' + line))
    }).immediate()
    writeSync(1, id + '\\n')
  }
`

test(`of ${KILLS} kills in the middle of committing, none loses an acknowledged batch or leaves a partial one`, async () => {
  let acknowledged = 0
  for (let i = 0; i < KILLS; i += 1) {
    const { child, lines } = run(COMMITS)
    acknowledged = Number((await lines.next()).value)
    // From inside a commit to several commits later: a commit here takes a few milliseconds.
    await new Promise(resolve => setTimeout(resolve, 1 + ((i * 7) % 40)))
    child.kill('SIGKILL')
    await once(child, 'exit')
    for (let line = await lines.next(); !line.done; line = await lines.next())
      acknowledged = Number(line.value)

    const db = openWritable(workspace.path, workspace.key)
    const one = (sql: string): unknown => db.prepare(sql).pluck().get()
    expect(one('SELECT coalesce(max(id), 0) FROM batch')).toBeGreaterThanOrEqual(acknowledged)
    expect(
      one(
        'SELECT count(*) FROM batch b WHERE loaded <> (SELECT count(*) FROM entry e WHERE e.batch_id = b.id)',
      ),
    ).toBe(0)
    expect(one('SELECT count(*) FROM entry WHERE batch_id NOT IN (SELECT id FROM batch)')).toBe(0)
    expect(one('SELECT count(*) FROM batch')).toBe(one('SELECT max(id) FROM batch'))
    if (i % 5 === 4) expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  }
  expect(acknowledged).toBeGreaterThan(KILLS)
}, 180_000)

// Waits for the starting signal, then says whether it got the lock, and holds it until it is killed.
const LOCKS = `
  const { takeLock } = await import(process.env.MODULE)
  process.stdin.once('data', () => {
    const lock = takeLock(process.env.FILE + '-lock')
    console.log(lock ? 'won' : 'lost')
    setInterval(() => lock, 1000)
  })
  console.log('ready')
`

test(`of two processes on one workspace, exactly one becomes its writer, in each of ${RACES} races; a killed holder's lock is free at once`, async () => {
  for (let i = 0; i < RACES; i += 1) {
    const racers = [run(LOCKS), run(LOCKS)]
    for (const { lines } of racers) expect((await lines.next()).value).toBe('ready')
    for (const { child } of racers) child.stdin?.write('go\n')
    const outcomes = await Promise.all(racers.map(async ({ lines }) => (await lines.next()).value as string))
    expect(outcomes.toSorted()).toEqual(['lost', 'won'])
    expect(takeLock(`${workspace.path}-lock`)).toBeUndefined()

    const winner = racers[outcomes.indexOf('won')]?.child as ChildProcess
    winner.kill('SIGKILL')
    await once(winner, 'exit')
    const started = performance.now()
    const lock = takeLock(`${workspace.path}-lock`)
    expect(lock).toBeDefined()
    expect(performance.now() - started).toBeLessThan(1000)
    lock?.release()
    for (const { child } of racers) child.kill('SIGKILL')
  }
}, 180_000)
