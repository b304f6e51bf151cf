import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestApp, type TestApp } from '../../testing.ts'

let farthing: TestApp
beforeAll(async () => {
  farthing = createTestApp()
  const made = await farthing.call('workspace.create', {
    name: 'SQL',
    profile: 'ledger',
    baseCurrency: 'GBP',
    fiscalStartMonth: 4,
    password: 'correct horse battery staple',
  })
  expect(made).toMatchObject({ ok: true })
})
afterAll(() => farthing.close())

const N = '(SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4)'
/** Joins of constants: no table's rows give them away beforehand. */
const ENDLESS = `SELECT count(*) FROM ${Array.from({ length: 24 }, (_, i) => `${N} t${i}`).join(', ')}`

async function ask(text: string, signal?: AbortSignal) {
  return farthing.call('explore.sql', { text }, signal ? { signal } : {})
}

describe('SQL in a process of its own', () => {
  it('reads the workspace', async () => {
    expect(await ask('SELECT count(*) AS n, 9007199254740993 AS big FROM entry')).toMatchObject({
      ok: true,
      value: { columns: ['n', 'big'], rows: [[0, 9007199254740993n]] },
    })
  })

  it('a cancel is heard while SQLite gives no row, and the reader answers meanwhile', async () => {
    const stop = new AbortController()
    const running = ask(ENDLESS, stop.signal)
    await new Promise(resolve => {
      setTimeout(resolve, 700)
    })
    expect(await farthing.call('explore.profile', { filters: {} })).toMatchObject({ ok: true })
    expect(await Promise.race([running, Promise.resolve('running')])).toBe('running')
    stop.abort()
    expect(await running).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
    expect(await ask('SELECT 1')).toMatchObject({ ok: true })
  })

  it.each([
    [
      `SELECT length(group_concat(hex(zeroblob(1000000)))) FROM ${N} a, ${N} b, ${N} c, ${N} d, ${N} e, ${N} f`,
      /memory/,
    ],
    ['SELECT length(hex(zeroblob(450000000)))', /memory|too big/],
    ["SELECT printf('%.*c', 400000000, 'x') || printf('%.*c', 400000000, 'y')", /memory|too big|characters/],
    ["SELECT printf('%.*c', 20000000, 'x')", /characters/],
  ])('what needs too much memory is stopped: %s', async (text, why) => {
    // On a busy machine the statement's time would be over before its memory is: this process's clock, which counts it, stands still.
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const answer = await ask(text).finally(() => vi.useRealTimers())
    expect(answer).toMatchObject({ ok: false, failure: { code: 'bad-input' } })
    expect(answer.ok ? '' : answer.failure.message).toMatch(why)
  })

  it('the key is in no argument', async () => {
    const stop = new AbortController()
    const running = ask(ENDLESS, stop.signal)
    await new Promise(resolve => {
      setTimeout(resolve, 300)
    })
    const key = Buffer.from(farthing.app.workspace?.key ?? []).toString('hex')
    if (process.platform !== 'win32')
      expect(execFileSync('ps', ['-e', '-o', 'args'], { encoding: 'utf8' })).not.toContain(key)
    stop.abort()
    await running
    expect(key).toHaveLength(64)
  })

  it('is left to administrators while people are masked: hex(label) would still name them', async () => {
    const as = async (role: 'viewer' | 'analyst' | 'admin', who: 'viewers' | 'everybody' | 'nobody') => {
      farthing.session.role = 'admin'
      expect(await farthing.call('privacy.setMasking', { who })).toMatchObject({ ok: true })
      farthing.session.role = role
      const answer = await ask('SELECT hex(label) FROM member').finally(
        () => (farthing.session.role = 'admin'),
      )
      return answer.ok ? 'ok' : answer.failure.code
    }
    expect(await as('analyst', 'everybody')).toBe('forbidden')
    expect(await as('admin', 'everybody')).toBe('ok')
    expect(await as('analyst', 'viewers')).toBe('ok')
    expect(await as('viewer', 'nobody')).toBe('forbidden')
    expect(await as('analyst', 'nobody')).toBe('ok')
  })
})
