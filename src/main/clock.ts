import type { App } from './app.ts'
import { dispatch } from './dispatch.ts'
import { monitorOf } from './monitor.ts'

const EVERY_MS = 20_000
/** Upkeep waits until nobody has asked for anything for so long, and is looked at this often. */
const IDLE_MS = 15_000
const UPKEEP_EVERY_MS = 10 * 60_000

/**
 * Asks every few seconds whether a scheduled job is due, while a workspace is open that can be written. Hosts with a window start it;
 * what it answers ends it, with the job that runs.
 */
export function startClock(app: App, failed: (sentence: string) => void): () => void {
  const stop = new AbortController()
  let running = false
  let keptAt = -Infinity
  const tick = async (): Promise<void> => {
    if (running || !app.workspace) return
    running = true
    const idle = monitorOf(app).idleFor() >= IDLE_MS
    try {
      if ((await lockIfIdle(app, Date.now(), failed)) || app.workspace.readOnly) return
      const reply = await dispatch(app, { role: 'admin' }, 'schedule.tick', {}, { signal: stop.signal })
      if (!reply.ok && !['cancelled', 'logged-out'].includes(reply.failure.code))
        failed(reply.failure.message)
      if (idle) await keepUp(app, stop.signal)
    } finally {
      running = false
    }
  }
  const keepUp = async (app: App, signal: AbortSignal): Promise<void> => {
    if (performance.now() - keptAt < UPKEEP_EVERY_MS || !app.workspace) return
    keptAt = performance.now()
    const reply = await dispatch(app, { role: 'admin' }, 'diagnostics.upkeep', {}, { signal })
    if (!reply.ok && !['cancelled', 'logged-out'].includes(reply.failure.code)) failed(reply.failure.message)
  }
  const timer = setInterval(() => void tick(), EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    stop.abort()
  }
}

/**
 * Locks a workspace that has a password and of which nobody has asked anything for as long as its setting says. Clock time, so that a
 * machine that slept locks when it wakes. Answers whether it did.
 */
export async function lockIfIdle(
  app: App,
  now: number,
  failed: (sentence: string) => void = () => {},
): Promise<boolean> {
  const { activity, workspace } = app
  if (!workspace || workspace.keyHolder === 'keychain' || activity.running > 0) return false
  const setting = await dispatch(app, { role: 'admin' }, 'security.autoLock', {})
  if (!setting.ok || setting.value.minutes === 0) return false
  if (now - activity.at < setting.value.minutes * 60_000) return false
  const locked = await dispatch(app, { role: 'admin' }, 'security.lock', {})
  if (!locked.ok) failed(locked.failure.message)
  return locked.ok
}
