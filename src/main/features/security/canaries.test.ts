import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenWorkspace } from '../../db/open-workspace.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

/** Secrets that must be nowhere but where they belong: each test of a flow below leaves its traces, and all of them are searched. */
const PASSWORD = 'canary-password-1f6b0d'
const WRONG = 'canary-wrong-password-77c1'
const IBAN = 'DE89370400440532013000'
const NOTE = 'canary-note-of-the-ledger-9d2e'

const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
const secrets = memorySecrets()
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

function filesUnder(path: string): string[] {
  return readdirSync(path).flatMap(name => {
    const full = join(path, name)
    return statSync(full).isDirectory() ? filesUnder(full) : [full]
  })
}

test('password, keys and IBAN are in no reply that is not theirs, no file, no log and no keychain entry', async () => {
  const replies: { name: string; text: string }[] = []
  const call: TestApp['call'] = async (name, input, options) => {
    const reply = await farthing.call(name, input, options)
    replies.push({
      name,
      text: JSON.stringify(reply, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one)),
    })
    return reply
  }
  const made = await call('workspace.create', {
    name: 'Canaries',
    profile: 'personal',
    baseCurrency: 'GBP',
    fiscalStartMonth: 1,
    password: PASSWORD,
  })
  const recoveryKey = made.ok ? made.value.recoveryKey : ''
  const { path, key } = farthing.app.workspace as OpenWorkspace
  const file = join(folder, 'bank.csv')
  writeFileSync(
    file,
    `Date,Payee,Description,Amount\n2024-01-05,Acme,Rent ${IBAN} ${NOTE},-1.00\nbad,Acme,${IBAN},x\n`,
  )
  const { token } = farthing.app.files.add(file, 'bank.csv', statSync(file).size, false)
  await call('import.commit', { token, answers: {} })
  await call('privacy.setMasking', { who: 'everybody' })
  // Flows that answer, flows that fail, exports.
  await call('ledger.page', { filters: {}, offset: 0, limit: 10 } as never)
  await call('ledger.exportCsv', { filters: {} })
  await call('security.log', { limit: 100 })
  await call('security.verifyLog', {})
  await call('privacy.report', {})
  await call('workspace.verify', {})
  await call('explore.sql', { text: `SELECT nonsense FROM "${IBAN}"` })
  await call('security.addUser', { name: 'Eva', role: 'viewer', password: `${PASSWORD}-eva` })
  await call('security.changePassword', { current: WRONG, next: `${PASSWORD}-next` })
  await call('workspace.close', {})
  await call('workspace.open', { path, password: WRONG })
  await call('workspace.open', { path, recoveryKey: `${recoveryKey.slice(0, -1)}0` })
  await call('workspace.open', { path, password: PASSWORD })
  await call('diagnostics.health', {})
  await call('privacy.closeYear', { year: 2024 })
  await call('privacy.years', {})
  await call('backup.make', {})
  // Everything that a bundle for support holds: the log of all that went wrong above, too.
  const bundled = await call('diagnostics.bundlePreview', {})
  const bundle = bundled.ok ? bundled.value.files.map(one => one.text).join('\n') : ''
  expect(bundle.length).toBeGreaterThan(1000)
  await call('diagnostics.bundle', { to: join(farthing.app.paths.config, 'bundle.zip') })
  await call('workspace.close', {})
  expect(replies.filter(one => one.text.includes('"ok":true')).length).toBeGreaterThan(8)

  const hex = Buffer.from(key).toString('hex')
  const base64 = Buffer.from(key).toString('base64')
  const secretsOf = [PASSWORD, WRONG, hex, base64, IBAN]
  const hits: string[] = []
  for (const { name, text } of replies)
    for (const canary of secretsOf) if (text.includes(canary)) hits.push(`${canary} in the reply of ${name}`)
  for (const { name, text } of replies)
    if (name !== 'workspace.create' && recoveryKey !== '' && text.includes(recoveryKey))
      hits.push(`the recovery key in the reply of ${name}`)
  for (const line of said)
    for (const canary of [...secretsOf, recoveryKey, NOTE])
      if (line.includes(canary)) hits.push(`${canary} on the console`)
  const files = filesUnder(farthing.app.paths.config)
  expect(files.length).toBeGreaterThan(3)
  for (const one of files)
    for (const canary of [...secretsOf, recoveryKey, NOTE, 'Acme'])
      if (readFileSync(one).includes(canary)) hits.push(`${canary} in ${one}`)
  // The keychain may hold the key itself only where there is no password.
  for (const [account, secret] of secrets.kept)
    for (const canary of [...secretsOf, recoveryKey])
      if (secret.includes(canary)) hits.push(`${canary} in ${account}`)
  for (const canary of [...secretsOf, recoveryKey, NOTE, 'Acme', 'Canaries', 'bank.csv', folder, path])
    if (bundle.includes(canary)) hits.push(`${canary} in the bundle for support`)
  for (const [name, bytes] of Object.entries(
    unzipSync(readFileSync(join(farthing.app.paths.config, 'bundle.zip'))),
  ))
    for (const canary of [...secretsOf, recoveryKey, NOTE, 'Acme'])
      if (Buffer.from(bytes).includes(canary)) hits.push(`${canary} in ${name} of the saved bundle`)
  expect(hits).toEqual([])
}, 60_000)
