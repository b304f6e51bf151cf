import { expect, test } from 'vitest'
import { methodOf, METHOD_NAMES } from '../shared/contract/index.ts'
import type { Progress } from '../shared/contract/progress.ts'
import { createRouter, stream } from './router.ts'

const step = (done: number): Progress => ({ stage: 'reading', done, total: 3, unit: 'rows' })

test('the router has the methods of the contract and no other', () => {
  const router = createRouter()
  const names = Object.entries(router).flatMap(([feature, methods]) =>
    Object.keys(methods).map(key => `${feature}.${key}`),
  )
  expect(names.toSorted()).toEqual([...METHOD_NAMES].toSorted())
  expect(METHOD_NAMES.filter(name => methodOf(name)?.progress).length).toBeGreaterThan(0)
})

test('a stream gives progress as it comes, then one reply, then ends', async () => {
  const seen: unknown[] = []
  const items = stream(async onProgress => {
    for (const done of [1, 2, 3]) {
      onProgress(step(done))
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    return { ok: true, value: 'loaded', revision: 7 }
  })
  for await (const item of items) seen.push(item)
  expect(seen).toEqual([
    { progress: step(1) },
    { progress: step(2) },
    { progress: step(3) },
    { reply: { ok: true, value: 'loaded', revision: 7 } },
  ])
})

test('a reader who is slower than the work gets the newest progress only', async () => {
  const items = stream(async onProgress => {
    for (const done of [1, 2, 3]) onProgress(step(done))
    return { ok: true, value: null, revision: 0 }
  })
  expect((await items.next()).value).toEqual({ progress: step(3) })
  expect((await items.next()).value).toEqual({ reply: { ok: true, value: null, revision: 0 } })
  expect((await items.next()).done).toBe(true)
})

test('a reader who leaves while the work is silent cancels it at once', async () => {
  let cancelled = false
  const items = stream(
    (_onProgress, cancel) =>
      new Promise(resolve =>
        cancel.addEventListener('abort', () => {
          cancelled = true
          resolve({ ok: false, failure: { code: 'cancelled', message: 'Cancelled.' }, revision: 0 })
        }),
      ),
  )
  const waiting = items.next()
  await items.return?.()
  expect(cancelled).toBe(true)
  expect(await waiting).toEqual({ done: true, value: undefined })
})
