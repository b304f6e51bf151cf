import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { methodOf, METHOD_NAMES } from '../../src/shared/contract/index.ts'
import { ROLES } from '../../src/shared/contract/method.ts'
import { makeFolder, overMessageChannel, overWebSocket, PASSWORD, type Transport } from './transports.ts'

const folder = makeFolder()
let transports: Transport[]

beforeAll(async () => {
  transports = [await overMessageChannel(folder.paths()), await overWebSocket(folder.paths())]
})
afterAll(async () => {
  for (const transport of transports) await transport.close()
  folder.remove()
})

/** Not an object, which every method refuses as `bad-input`, but only after the role was found good: so nothing is ever done. */
const NO_INPUT = 'not an object'

async function matrix(transport: Transport, open: boolean): Promise<string[]> {
  const unexpected: string[] = []
  for (const name of METHOD_NAMES)
    for (const role of ROLES) {
      transport.session.role = role
      const least = methodOf(name)?.role ?? 'admin'
      const allowed = ROLES.indexOf(role) >= ROLES.indexOf(least) && (open || least === 'nobody')
      const expected = allowed ? 'bad-input' : role === 'nobody' || !open ? 'logged-out' : 'forbidden'
      const reply = await transport.call(name, NO_INPUT)
      const got = reply.ok ? 'ok' : reply.failure.code
      // A low role without a workspace may be told either: both keep it out.
      const good = got === expected || (!open && !allowed && got === 'forbidden')
      if (!good) unexpected.push(`${transport.name}: ${role} ${name}: ${got}, not ${expected}`)
    }
  return unexpected
}

test('logged out or without a workspace, only the methods for nobody answer', async () => {
  for (const transport of transports) expect(await matrix(transport, false)).toEqual([])
})

test('with a workspace open, every method answers its role and those above it, and no other', async () => {
  for (const [i, transport] of transports.entries()) {
    transport.session.role = 'nobody'
    const made = await transport.call('workspace.create', {
      path: join(folder.folder, `roles-${i}.farthing`),
      name: 'Roles',
      profile: 'ledger',
      baseCurrency: 'EUR',
      fiscalStartMonth: 4,
      password: PASSWORD,
    })
    expect(made).toMatchObject({ ok: true })
    expect(transport.session.role).toBe('admin')
    expect(await matrix(transport, true)).toEqual([])
  }
})
