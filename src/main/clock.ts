import type { App } from './app.ts'
import { dispatch } from './dispatch.ts'

const EVERY_MS = 20_000

/**
 * Asks every few seconds whether a scheduled job is due, while a workspace is open that can be written. Hosts with a window start it;
 * what it answers ends it, with the job that runs.
 */
export function startClock(app: App, failed: (sentence: string) => void): () => void {
  const stop = new AbortController()
  let running = false
  const tick = async (): Promise<void> => {
    if (running || !app.workspace || app.workspace.readOnly) return
    running = true
    try {
      const reply = await dispatch(app, { role: 'admin' }, 'schedule.tick', {}, { signal: stop.signal })
      if (!reply.ok && !['cancelled', 'logged-out'].includes(reply.failure.code))
        failed(reply.failure.message)
    } finally {
      running = false
    }
  }
  const timer = setInterval(() => void tick(), EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    stop.abort()
  }
}
