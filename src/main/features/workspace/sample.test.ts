import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'

let secrets: ReturnType<typeof memorySecrets>
let farthing: TestApp
beforeEach(() => {
  secrets = memorySecrets()
  farthing = createTestApp(secrets)
})
afterEach(() => farthing.close())

test('the household sample is made once, is sound, and is opened again as it was left', async () => {
  const made = await farthing.call('workspace.sample', { kind: 'household' })
  if (!made.ok) throw new Error(made.failure.message)
  const path = join(farthing.folder, 'Sample household.farthing')
  expect(made.value.status).toMatchObject({
    path,
    settings: { profile: 'personal', baseCurrency: 'GBP' },
    unconverted: 0,
  })
  expect(made.value.status.entries).toBeGreaterThan(3000)
  expect(made.value.recoveryKey).toBeDefined()
  expect(await farthing.call('workspace.verify', {})).toMatchObject({ value: { ok: true } })
  await farthing.call('workspace.update', { name: 'Mine now' })
  await farthing.call('workspace.close', {})

  const again = await farthing.call('workspace.sample', { kind: 'household' })
  if (!again.ok) throw new Error(again.failure.message)
  expect(again.value.recoveryKey).toBeUndefined()
  expect(again.value.status).toMatchObject({
    settings: { name: 'Mine now' },
    entries: made.value.status.entries,
  })
  // With entries in it, what amounts were worked out by is settled.
  expect(await farthing.call('workspace.update', { baseCurrency: 'EUR' })).toMatchObject({
    ok: false,
    failure: { code: 'bad-input' },
  })
  expect(await farthing.call('workspace.update', { fiscalStartMonth: 1 })).toMatchObject({ ok: true })
})

test('a sample that was cancelled half-way leaves no half of itself', async () => {
  const stop = new AbortController()
  const reply = await farthing.call(
    'workspace.sample',
    { kind: 'household' },
    {
      signal: stop.signal,
      onProgress: progress => progress.done === 2 && progress.stage === 'sample' && stop.abort(),
    },
  )
  expect(reply).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(existsSync(join(farthing.folder, 'Sample household.farthing'))).toBe(false)
  expect(readdirSync(farthing.folder)).toEqual([])
  expect(secrets.kept.size).toBe(0)
  expect(farthing.app.workspace).toBeUndefined()
  expect(await farthing.call('workspace.recent', {})).toMatchObject({ value: [] })
})

test('a sample whose making was killed is completed at the next opening, with no entry twice', async () => {
  const made = await farthing.call('workspace.sample', { kind: 'household' })
  if (!made.ok) throw new Error(made.failure.message)
  // As a kill after the second file leaves it.
  const batches = await farthing.call('import.batches', {})
  if (!batches.ok) throw new Error(batches.failure.message)
  for (const batch of batches.value.slice(2)) await farthing.call('import.undo', { batch: batch.id })
  await farthing.app.workspace?.writer.call('markSample', { state: 'unfinished' })
  const half = await farthing.call('workspace.status', {})
  expect(half.ok && half.value.entries).toBeLessThan(made.value.status.entries as number)
  await farthing.call('workspace.close', {})

  const again = await farthing.call('workspace.sample', { kind: 'household' })
  expect(again).toMatchObject({ value: { status: { entries: made.value.status.entries } } })
  expect(await farthing.call('workspace.verify', {})).toMatchObject({ value: { ok: true } })
})

test('without a keychain a sample opens all the same, lasts as long as the run, and is not among the recent ones', async () => {
  const without = createTestApp()
  try {
    const made = await without.call('workspace.sample', { kind: 'household' })
    if (!made.ok) throw new Error(made.failure.message)
    expect(made.value.recoveryKey).toBeUndefined()
    const path = made.value.status.path as string
    expect(path.startsWith(without.app.paths.temp)).toBe(true)
    expect(existsSync(without.folder)).toBe(false)
    await without.call('workspace.close', {})
    const again = await without.call('workspace.sample', { kind: 'household' })
    expect(again).toMatchObject({ ok: true, value: { status: { path, entries: made.value.status.entries } } })
    expect(await without.call('workspace.recent', {})).toMatchObject({ value: [] })
  } finally {
    await without.close()
  }
})
