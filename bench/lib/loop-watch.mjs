// Preloaded into the host (NODE_OPTIONS=--import): writes the longest gap of the main thread's event loop to a file, again and again.
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = process.env.FARTHING_LOOP_WATCH
if (file && isMainThread) {
  const EVERY_MS = 10
  let before = performance.now()
  let longest = 0
  // Of a gap, what this thread computed itself: on a busy machine the rest is waiting for a core.
  let longestBusy = 0
  let over = 0
  const busyMs = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let busyBefore = busyMs()
  let ticks = 0
  setInterval(() => {
    const now = performance.now()
    const gap = now - before - EVERY_MS
    before = now
    const busyNow = busyMs()
    longestBusy = Math.max(longestBusy, busyNow - busyBefore)
    busyBefore = busyNow
    longest = Math.max(longest, gap)
    if (gap > 100) over += 1
    // Writing takes time of its own: seldom, and not counted.
    if ((ticks += 1) % 100 === 0) {
      writeFileSync(file, JSON.stringify({ longest, longestBusy, over, ticks }))
      before = performance.now()
      busyBefore = busyMs()
    }
  }, EVERY_MS).unref()
}
