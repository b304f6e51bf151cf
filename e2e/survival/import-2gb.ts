import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Harness } from './outcome.ts'

interface Told {
  verdict: string
  peakRssMib?: number
  rows?: number
  seconds?: number
  page?: { longest: number }
  mainProcess?: { longest: number }
}

/** Two benches hold this row: one the memory of a file of `runs` gigabytes, the other the gaps of page and host during an import. */
export const harness: Harness = {
  usual: 2,
  async run(runs) {
    const memory = bench('import-2gb', String(runs))
    const gaps = bench('responsiveness')
    const failures = [memory, gaps].flatMap(({ name, told, error }) =>
      told ? [] : [`${name} did not end: ${error}`],
    )
    const late = [memory, gaps].flatMap(({ name, told }) =>
      told?.verdict === 'fail' ? [`${name}: ${JSON.stringify(told)}`] : [],
    )
    return {
      runs,
      failures,
      late,
      bar: 'within 512 MiB of memory, every row loaded; no gap above 100 ms',
      figures: {
        'peak MiB': memory.told?.peakRssMib ?? 0,
        rows: memory.told?.rows ?? 0,
        seconds: memory.told?.seconds ?? 0,
        'longest gap of the page ms': gaps.told?.page?.longest ?? 0,
        'longest gap of main ms': gaps.told?.mainProcess?.longest ?? 0,
      },
    }
  },
}

function bench(name: string, ...args: string[]): { name: string; told: Told | undefined; error: string } {
  const run = join(import.meta.dirname, '..', '..', 'bench', 'run.ts')
  const child = spawnSync(process.execPath, ['--expose-gc', run, name, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  const from = child.stdout.indexOf('{')
  const text = from < 0 ? '' : child.stdout.slice(from)
  try {
    return { name, told: JSON.parse(text) as Told, error: '' }
  } catch {
    return { name, told: undefined, error: child.stderr.slice(-400) }
  }
}
