import { spawn, spawnSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import type { BenchFilter } from './widgets.ts'

export interface Peer {
  /** One round: its milliseconds and the widgets' rows. */
  run(filter: BenchFilter | undefined): Promise<{ ms: number; answer: unknown[][][] }>
  close(): Promise<void>
}

/** Debian's own Python, where python3-pandas is; another python3 may come first on the PATH. */
const PYTHON = '/usr/bin/python3'

/** Undefined where pandas is not installed: `apt-get install python3-pandas`. */
export async function startPandas(csv: string): Promise<Peer | undefined> {
  if (spawnSync(PYTHON, ['-c', 'import pandas']).status !== 0) return undefined
  const child = spawn(PYTHON, [join(import.meta.dirname, 'pandas_dashboard.py'), csv], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  return {
    async run(filter) {
      child.stdin.write(`${JSON.stringify(filter ?? null)}\n`)
      const { value } = await lines.next()
      return JSON.parse(value as string) as { ms: number; answer: unknown[][][] }
    },
    async close() {
      child.stdin.end()
    },
  }
}
