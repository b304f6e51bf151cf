import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { hostileFiles, type Attack } from './lib/hostile-files.ts'
import { report, round } from './lib/report.ts'

const BAR_SECONDS = 5
const BAR_MIB = 512
/** Rows from which on a file that is read is only previewed here. */
const LONG = 200_000

interface Told {
  seconds: number
  cpuSeconds: number
  pauseMs: number
  idleMib: number
  peakMib: number
  entries: number
  polluted: boolean
  answer: string
}

/** Files that mean harm, each previewed and loaded by the real service in a process of its own: answered, how soon, at what memory. */
async function hostile(size: number, only: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-hostile-'))
  try {
    const attacks = (await hostileFiles(folder, size)).filter(a => a.name.includes(only))
    const results = attacks.flatMap(attack => {
      const told = run(attack, 'preview')
      // Millions of rows that are rows take an ordinary import's time, of which other benches tell.
      const isLong = typeof told !== 'string' && Number(/"read":(\d+)/.exec(told.answer)?.[1] ?? 0) > LONG
      const both = [held(attack, 'preview', told)]
      if (!isLong) both.push(held(attack, 'commit', run(attack, 'commit')))
      for (const one of both) process.stderr.write(`${JSON.stringify(one)}\n`)
      return both
    })
    report(
      'hostile',
      results.every(r => r.verdict === 'pass'),
      {
        what: 'each file previewed and, unless it is a long table after all, loaded; seconds to the answer, processor seconds, peak resident memory of all threads',
        bars: { seconds: BAR_SECONDS, peakMib: BAR_MIB },
        loadAverage: loadavg().map(load => round(load)),
        cores: availableParallelism(),
        attacks: results,
      },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run({ file, member }: Attack, how: 'preview' | 'commit'): Told | string {
  const script = join(import.meta.dirname, 'lib', 'hostile-one.ts')
  const child = spawnSync(process.execPath, [script, how, file, ...(member === undefined ? [] : [member])], {
    encoding: 'utf8',
    timeout: 120_000,
  })
  const line = child.stdout.trim().split('\n').at(-1)
  return child.status === 0 && line ? (JSON.parse(line) as Told) : `no answer: ${child.stderr.slice(-400)}`
}

function held({ name, file, answer, seconds = BAR_SECONDS }: Attack, how: string, told: Told | string) {
  const megabytes = round(statSync(file).size / 2 ** 20)
  if (typeof told === 'string') return { name, how, megabytes, answer: told, verdict: 'fail' }
  const isRead = told.answer.startsWith('{')
  // What is refused leaves nothing; what is read is counted, every row of it.
  const right = answer === 'read' ? isRead || told.answer.endsWith('.') : !isRead && answer.test(told.answer)
  const clean = !told.polluted && (isRead || told.entries === 0)
  // On a machine that does other things as well, the processor's own time tells.
  const soon = Math.min(told.seconds, told.cpuSeconds) <= seconds
  return {
    name,
    how,
    megabytes,
    seconds: round(told.seconds),
    cpuSeconds: round(told.cpuSeconds),
    pauseMs: Math.round(told.pauseMs),
    idleMib: Math.round(told.idleMib),
    peakMib: Math.round(told.peakMib),
    answer: told.answer.replace(/\S*\/(?=[^/ ]+$)/, ''),
    verdict: right && clean && soon && told.peakMib <= BAR_MIB ? 'pass' : 'fail',
  }
}

const [size, only = ''] = process.argv.slice(3)
await hostile(Number(size ?? 50), only)
