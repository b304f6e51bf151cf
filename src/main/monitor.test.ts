import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Monitor } from './monitor.ts'

let config: string
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'farthing-test-'))
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(config, { recursive: true })
})

test('calls of half a second are kept by name, time and outcome, the slowest first, and nothing of what was asked', async () => {
  const monitor = new Monitor(config)
  const call = (method: string, ms: number, message?: string): void => {
    const ended = monitor.begin(method)
    vi.advanceTimersByTime(ms)
    ended(message === undefined ? undefined : { code: 'bad-input', message })
  }
  call('ledger.page', 499)
  call('explore.sql', 900, 'There is no column “Café Canary” in 77.13.')
  call('dashboard.overview', 1500)
  expect(monitor.slow).toEqual([
    { method: 'dashboard.overview', at: expect.any(String), milliseconds: 1500, outcome: 'ok' },
    { method: 'explore.sql', at: expect.any(String), milliseconds: 900, outcome: 'bad-input' },
  ])
  const lines = await monitor.log.tail(10)
  expect(lines.map(line => line.slice(25))).toEqual([
    'explore.sql took 900 ms: bad-input',
    'dashboard.overview took 1500 ms: ok',
  ])
  expect(readFileSync(join(config, 'logs', 'farthing.log'), 'utf8')).not.toMatch(/Canary|77/u)
})

test('only the latest hundred are kept', () => {
  const monitor = new Monitor(config)
  for (let i = 0; i < 130; i += 1) {
    const ended = monitor.begin(`call ${i}`)
    vi.advanceTimersByTime(1000 - i)
    ended(undefined)
  }
  expect(monitor.slow).toHaveLength(100)
  expect(monitor.slow[0]?.method).toBe('call 30')
})
