// Preloaded into the host (NODE_OPTIONS=--import): writes, second by second, the longest gap of the main thread's event loop to a file.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.FARTHING_LOOP_WATCH
if (file && isMainThread) {
  const EVERY_MS = 10
  const seconds = []
  const fresh = () => ({ longest: 0, longestBusy: 0, over: 0, ticks: 0 })
  let second = fresh()
  let before = performance.now()
  // Of a gap, what this thread computed itself: on a busy machine the rest is waiting for a core.
  const busyMs = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let busyBefore = busyMs()
  setInterval(() => {
    const now = performance.now()
    const gap = now - before - EVERY_MS
    before = now
    const busyNow = busyMs()
    second.longestBusy = Math.max(second.longestBusy, busyNow - busyBefore)
    busyBefore = busyNow
    second.longest = Math.max(second.longest, gap)
    if (gap > 100) second.over += 1
    // Writing takes time of its own: seldom, and not counted.
    if ((second.ticks += 1) % 100 === 0) {
      seconds.push({ endedAt: Date.now(), ...second })
      second = fresh()
      writeFileSync(file, JSON.stringify(seconds))
      before = performance.now()
      busyBefore = busyMs()
    }
  }, EVERY_MS).unref()
}
