/** What the harnesses start and kill: one task of the product's own, in a process of its own. TASK says which; it tells on stdout. */
import { writeSync } from 'node:fs'
import { basename } from 'node:path'
import { statSync } from 'node:fs'
import { openWorkspace } from '../../src/main/db/open-workspace.ts'
import { openWritable } from '../../src/main/db/open-database.ts'
import { createApp } from '../../src/main/create-app.ts'
import { dispatch } from '../../src/main/dispatch.ts'
import { makeBackup, partName } from '../../src/main/features/backup/copy.ts'
import { noSecrets } from '../../src/main/secrets/secret-store.ts'
import type { Input, MethodName } from '../../src/shared/contract/index.ts'

interface Task {
  work: 'import' | 'migrate' | 'backup' | 'calls' | 'open'
  path: string
  key: string
  folder: string
  files?: string[]
  calls?: [MethodName, unknown][]
}

const task = JSON.parse(process.env['TASK'] ?? '{}') as Task
const key = new Uint8Array(Buffer.from(task.key, 'hex'))
const say = (text: string): void => void writeSync(1, `${text}\n`)
const backups = { folder: `${task.path}-backups`, workspace: 'test', program: 'survival' }
const request = {
  work: 'make',
  file: task.path,
  workspace: task.path,
  id: 'test',
  key,
  folder: backups.folder,
  cause: 'by-hand',
  program: 'survival',
  auditHead: null,
} as const

switch (task.work) {
  case 'import':
    await imports()
    break
  case 'migrate':
    say('ready')
    openWritable(task.path, key, {
      witness: true,
      beforeMigration: () => {
        makeBackup({ ...request, cause: 'before-migration', part: partName() }, () => {})
        say('backed up')
      },
    }).close()
    say('migrated')
    break
  case 'backup':
    say('ready')
    for (;;) say(`made ${makeBackup({ ...request, part: partName() }, () => {}).path}`)
  case 'calls':
    await calls()
    break
  case 'open':
    await opens()
    break
}

async function farthing() {
  const app = createApp('cli', noSecrets(), {
    config: task.folder,
    workspaces: task.folder,
    temp: task.folder,
  })
  const workspace = await openWorkspace(task.path, {
    id: 'test',
    key,
    keyHolder: 'password',
    temp: task.folder,
    backups,
  })
  app.workspace = workspace
  const call = <N extends MethodName>(name: N, input: Input<N>) =>
    dispatch(app, { role: 'admin' }, name, input)
  return { app, workspace, call }
}

/** Files one after the other, each acknowledged once its import has been answered. */
async function imports(): Promise<void> {
  const { app, call } = await farthing()
  say('ready')
  for (const file of task.files ?? []) {
    const { token } = app.files.add(file, basename(file), statSync(file).size, false)
    const reply = await call('import.commit', { token })
    say(
      reply.ok
        ? `done ${basename(file)} ${JSON.stringify(reply.value.counts)}`
        : `failed ${basename(file)} ${reply.failure.code} ${reply.failure.message}`,
    )
  }
  say('end')
  setInterval(() => {}, 1000)
}

/** Calls one after the other; each reply as it came. `{file: …}` in an input becomes a token. */
async function calls(): Promise<void> {
  const { app, workspace, call } = await farthing()
  say('ready')
  for (const [name, input] of task.calls ?? []) {
    const { file, ...rest } = input as { file?: string }
    const token =
      file === undefined
        ? {}
        : { token: app.files.add(file, basename(file), statSync(file).size, false).token }
    const reply = await call(name, { ...rest, ...token } as never)
    say(`reply ${JSON.stringify(reply.ok ? { name, ok: true } : { name, ok: false, ...reply.failure })}`)
  }
  await workspace.close()
  say('end')
  process.exit(0)
}

/** Waits for the word, opens, says whether it writes, and holds it. */
async function opens(): Promise<void> {
  say('ready')
  await new Promise<void>(resolve => process.stdin.once('data', () => resolve()))
  const began = performance.now()
  try {
    const { workspace, call } = await farthing()
    const write = await call('workspace.update', { name: `By ${process.pid}` })
    say(
      `opened ${JSON.stringify({ readOnly: workspace.readOnly, write: write.ok ? 'ok' : write.failure.code, ms: Math.round(performance.now() - began) })}`,
    )
  } catch (error) {
    say(`refused ${(error as { failure?: { code: string } }).failure?.code ?? String(error)}`)
  }
  process.stdin.once('data', () => process.exit(0))
  setInterval(() => {}, 1000)
}
