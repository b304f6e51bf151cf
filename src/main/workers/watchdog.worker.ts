import { parentPort, workerData } from 'node:worker_threads'
import type { Limits } from '../compute/serve-once.ts'

/** Ends the process that it is in once it goes beyond its limits, also while native code holds the main thread. */
const { memoryMb, seconds } = workerData as Limits
const end = (): void => void process.kill(process.pid, 'SIGKILL')
setInterval(() => {
  if (process.memoryUsage.rss() > memoryMb * 2 ** 20) end()
}, 10)
setTimeout(end, seconds * 1000)
parentPort?.postMessage('watching')
