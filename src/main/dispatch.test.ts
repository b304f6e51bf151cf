import { afterAll, beforeAll, expect, test } from 'vitest'
import { methodOf, METHOD_NAMES, type MethodName } from '../shared/contract/index.ts'
import { ROLES } from '../shared/contract/method.ts'
import { dispatch } from './dispatch.ts'
import { createTestApp, memorySecrets, type TestApp } from './testing.ts'

let farthing: TestApp
beforeAll(async () => {
  farthing = createTestApp(memorySecrets())
  const made = await farthing.call('workspace.create', {
    name: 'Our house',
    profile: 'personal',
    baseCurrency: 'GBP',
    fiscalStartMonth: 4,
  })
  if (!made.ok) throw new Error(made.failure.message)
})
afterAll(() => farthing.close())

/** An input that no method takes: whoever is let in gets no further. */
const NONSENSE = 'nonsense' as never

test('every method, for every role: only who has its least role is let in', async () => {
  const wrong: string[] = []
  for (const name of METHOD_NAMES)
    for (const role of ROLES) {
      const least = ROLES.indexOf(methodOf(name)?.role ?? 'admin')
      const refused = role === 'nobody' ? 'logged-out' : 'forbidden'
      const expected = ROLES.indexOf(role) >= least ? 'bad-input' : refused
      const reply = await dispatch(farthing.app, { role }, name, NONSENSE)
      const found = reply.ok ? 'ok' : reply.failure.code
      if (found !== expected) wrong.push(`${name} as ${role}: ${found}, not ${expected}`)
    }
  expect(wrong).toEqual([])
})

test('without a workspace, an administrator gets no further than anybody', async () => {
  const bare = createTestApp()
  const wrong: string[] = []
  for (const name of METHOD_NAMES) {
    if (methodOf(name)?.role === 'nobody') continue
    const reply = await dispatch(bare.app, { role: 'admin' }, name, NONSENSE)
    if (reply.ok || reply.failure.code !== 'logged-out') wrong.push(name)
  }
  expect(wrong).toEqual([])
  await bare.close()
})

test.each([
  '',
  '.',
  'workspace',
  'workspace.',
  '.status',
  'workspace.status.x',
  'workspace.__proto__',
  'workspace.constructor',
  '__proto__.toString',
  'constructor.name',
  'import.toString',
  'workspace.status\u0000',
])('%j is no method', async name => {
  const reply = await dispatch(farthing.app, { role: 'admin' }, name as MethodName, {} as never)
  expect(reply).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

test('failures are worded in the language that the page speaks, also those of a worker', async () => {
  const { app } = farthing
  const refusal = async (): Promise<string> => {
    const reply = await dispatch(app, { role: 'nobody' }, 'ledger.entry', NONSENSE)
    return reply.ok ? '' : reply.failure.message
  }
  const gone = async (): Promise<string> => {
    const reply = await farthing.call('ledger.entry', { id: 4711 })
    return reply.ok ? '' : reply.failure.message
  }
  const english = [await refusal(), await gone()]
  await farthing.call('settings.speak', { language: 'de' })
  const german = [await refusal(), await gone()]
  await farthing.call('settings.speak', { language: 'en' })
  expect(english).toEqual(['Open a workspace first.', expect.stringContaining('There is no entry 4711')])
  expect(german).toEqual([
    'Öffnen Sie zuerst einen Arbeitsbereich.',
    expect.stringContaining('Es gibt keine Buchung 4711'),
  ])
  expect([await refusal(), await gone()]).toEqual(english)
})
