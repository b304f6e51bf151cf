import { serve } from '../../src/main/compute/serve.ts'

/** A worker that dies in each of the ways a worker can. */
serve({
  exit: () => process.exit(7),
  throws: () => {
    setTimeout(() => {
      throw new Error('outside of any call')
    })
    return new Promise(() => {})
  },
  rejects: () => {
    void Promise.reject(new Error('nobody waits for it'))
    return new Promise(() => {})
  },
  memory: () => {
    const kept: unknown[] = []
    for (;;) kept.push(Array.from({ length: 100_000 }, () => ({})))
  },
  works: (input: number) => input * 2,
})
