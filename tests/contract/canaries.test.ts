import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Input, MethodName } from '../../src/shared/contract/index.ts'
import { METHOD_NAMES } from '../../src/shared/contract/index.ts'
import type { OpenWorkspace } from '../../src/main/db/open-workspace.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../src/main/testing.ts'
import { CANARY, FLOWS, type Flowing } from './flows/index.ts'

const secrets = memorySecrets()
const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
let farthing: TestApp
const said: string[] = []
const original = { log: console.log, error: console.error, warn: console.warn }

beforeAll(() => {
  for (const name of ['log', 'error', 'warn'] as const)
    console[name] = (...args: unknown[]) => void said.push(args.map(String).join(' '))
  farthing = createTestApp(secrets)
})
afterAll(async () => {
  Object.assign(console, original)
  await farthing.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Reply {
  name: MethodName
  ok: boolean
  /** What went to whoever asked, the files that it names included. */
  texts: string[]
}

test('no secret is in any answer, file, log or keychain entry that is not its own, whatever is called; no masked person in any answer', async () => {
  const replies: Reply[] = []
  const values = new Map<MethodName, unknown>()
  let payee = 0
  const flowing: Flowing = {
    of: name => values.get(name),
    path: name => join(folder, name),
    person: () => payee,
    file(name, content) {
      mkdirSync(join(folder, 'in'), { recursive: true })
      const path = join(folder, 'in', name)
      writeFileSync(path, content)
      return farthing.app.files.add(path, name, Buffer.byteLength(content), false).token
    },
  }
  const keys = new Set<string>()
  const wrong: string[] = []
  for (const [name, flow] of Object.entries(FLOWS) as [MethodName, (typeof FLOWS)[MethodName]][]) {
    if ('not' in flow) continue
    if (name === 'privacy.setPerson' || name === 'privacy.erase') payee = await personOf()
    let input: Input<MethodName>
    try {
      input = flow.input(flowing) as Input<MethodName>
    } catch (error) {
      wrong.push(`${name}: ${String(error)}`)
      continue
    }
    const reply = await farthing.call(name, input)
    if (reply.ok === (flow.refused === true))
      wrong.push(`${name}: ${reply.ok ? 'ok' : reply.failure.message}`)
    if (reply.ok) values.set(name, reply.value)
    replies.push({
      name,
      ok: reply.ok,
      texts: [textOf(reply), ...handedOut(reply.ok ? reply.value : undefined)],
    })
    for (const key of keysNow()) keys.add(key)
  }
  // A flow that no longer does what it is for would find nothing, and say nothing.
  expect(wrong).toEqual([])
  expect(replies.length).toBeGreaterThan(METHOD_NAMES.length - 10)

  const recovery = [values.get('workspace.create'), values.get('security.newRecoveryKey'), values.get('security.removeUser')].map(one => (one as { recoveryKey: string }).recoveryKey) // prettier-ignore
  const { password, wrong: wrongOne, serverPassword, modelKey } = CANARY
  const never = [password, wrongOne, serverPassword, modelKey, ...keys]
  expect(never.length).toBeGreaterThan(6)
  const hits: string[] = []
  const look = (where: string, text: string, canaries: readonly string[]): void => {
    for (const canary of canaries) if (text.includes(canary)) hits.push(`${canary} in ${where}`)
  }
  for (const { name, texts } of replies)
    for (const text of texts) {
      look(`the answer of ${name}`, text, never)
      if (!SHOWS_RECOVERY.has(name)) look(`the answer of ${name}`, text, recovery)
      if (MASKED(name)) look(`the answer of ${name}`, text, PERSONAL)
    }
  // Delivered by a clock, where nobody's page masks anything.
  const delivered = readdirSync(folder).filter(name => name.endsWith('.html'))
  expect(delivered).toHaveLength(1)
  for (const name of delivered)
    look('the delivered report', `${name} ${readFileSync(join(folder, name), 'utf8')}`, [
      ...never,
      ...PERSONAL,
    ])
  for (const line of said) look('the console', line, [...never, ...recovery, ...PERSONAL, CANARY.note])
  const files = filesUnder(farthing.app.paths.config)
  expect(files.length).toBeGreaterThan(3)
  for (const one of files)
    look(one, readFileSync(one, 'latin1'), [...never, ...recovery, CANARY.iban, CANARY.note, 'Canary-M'])
  for (const [account, secret] of secrets.kept)
    // A connection's password and a model's key are kept there, and nowhere else.
    look(`the keychain’s ${account}`, secret, [password, wrongOne, ...recovery, ...keys])
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(flowing.path('bundle.zip')))))
    look(`${name} of the bundle`, new TextDecoder().decode(bytes), [...never, ...recovery, ...PERSONAL, CANARY.note, 'Canaries', 'bank.csv', folder]) // prettier-ignore
  expect(hits).toEqual([])
}, 300_000)

const PERSONAL = [CANARY.iban, CANARY.person, 'Canary-Müller', 'CANARY-MUELLER']
const SHOWS_RECOVERY: ReadonlySet<string> = new Set(['workspace.create', 'security.newRecoveryKey', 'security.removeUser']) // prettier-ignore
/** The wizard shows the file that it reads. */
const UNMASKED: ReadonlySet<string> = new Set(['import.members', 'import.preview', 'import.commit'])
const MASKED = (name: MethodName): boolean => !UNMASKED.has(name)

async function personOf(): Promise<number> {
  const workspace = farthing.app.workspace as OpenWorkspace
  const people = await workspace.reader.call('privacyNames', {})
  return people.find(one => one.name === CANARY.person)?.payee ?? 0
}

function keysNow(): string[] {
  const { workspace } = farthing.app
  if (!workspace) return []
  const key = Buffer.from(workspace.key)
  return [key.toString('hex'), key.toString('base64')]
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one))

/** What an answer hands out as a file: by token, or as text of base64. */
function handedOut(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { token, base64, data } = value as Record<string, unknown>
  const file = typeof token === 'string' ? farthing.app.files.path(token)?.path : undefined
  const bytes = [
    ...(file === undefined ? [] : [readFileSync(file)]),
    ...[base64, data].flatMap(one => (typeof one === 'string' ? [Buffer.from(one, 'base64')] : [])),
  ]
  return bytes.flatMap(opened)
}

/** A file's text, and that of what is packed in it. */
function opened(bytes: Uint8Array): string[] {
  const own = new TextDecoder().decode(bytes)
  if (!own.startsWith('PK')) return [own]
  return [own, ...Object.values(unzipSync(bytes)).flatMap(opened)]
}

function filesUnder(path: string): string[] {
  return readdirSync(path).flatMap(name => {
    const full = join(path, name)
    return statSync(full).isDirectory() ? filesUnder(full) : [full]
  })
}
