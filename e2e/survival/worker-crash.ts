import { FailureError } from '../../src/shared/result/failure.ts'
import { WorkerClient } from '../../src/main/compute/client.ts'
import { quantile, type Harness } from './outcome.ts'

const WAYS = ['exit', 'throws', 'rejects', 'memory'] as const
const BAR_MS = 1000

/** A worker that dies in the middle of a call: the call fails with a typed error within a second, and the next one works. */
export const harness: Harness = {
  usual: 50,
  async run(runs) {
    const failures: string[] = []
    const late: string[] = []
    const times: number[] = []
    const file = new URL('crashing.worker.ts', import.meta.url)
    const client = new WorkerClient<Record<string, (input: number) => number>>(file, undefined, 32)
    for (let i = 0; i < runs; i += 1) {
      const way = WAYS[i % WAYS.length] as (typeof WAYS)[number]
      const fail = (what: string): void => void failures.push(`${i} (${way}): ${what}`)
      // oxlint-disable no-await-in-loop -- one crash after another
      await client.call('works', 1)
      const began = performance.now()
      const error = await client.call(way, 1).then(() => undefined, (reason: unknown) => reason) // prettier-ignore
      const ms = performance.now() - began
      if (!(error instanceof FailureError) || error.failure.code !== 'worker-crashed') fail(String(error))
      // Filling its memory takes the time that it takes; what is measured is how soon a death is told of.
      if (way !== 'memory') times.push(ms)
      if (way !== 'memory' && ms > BAR_MS) late.push(`${i} (${way}): ${Math.round(ms)} ms`)
      if ((await client.call('works', 21)) !== 42) fail('the next call does not work')
      // oxlint-enable no-await-in-loop
    }
    await client.close()
    return {
      runs,
      failures,
      late,
      bar: 'main alive, typed error within 1 s, the next job works',
      figures: {
        'median ms': Math.round(quantile(times, 0.5)),
        'slowest ms': Math.round(quantile(times, 1)),
      },
    }
  },
}
