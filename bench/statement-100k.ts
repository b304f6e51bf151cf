import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { report, round, timing } from './lib/report.ts'
import { statementFiles } from './lib/statement.ts'

const BAR = 0.35

/**
 * 100,000 movements of a bank account: ours from the CSV into a fresh encrypted workspace to the sums by month, beside hledger's
 * `bal -M` on the same movements as a journal. Ours is timed from the file to the answer in a process of its own, as in the import bench:
 * the program stands open when a statement is dropped on it; its start from source is given beside it. Both months' sums are held equal.
 */
function statementBench(rows: number, rounds: number): void {
  if (spawnSync('hledger', ['--version']).status !== 0) {
    report('statement-100k', false, { reason: 'hledger is missing: apt-get install hledger' })
    return
  }
  const files = statementFiles(rows)
  const ours = (): { ms: number; months: string; inside: number } => {
    const { out, ms } = run(process.execPath, [
      join(import.meta.dirname, 'lib', 'statement-ours.ts'),
      files.csv,
    ])
    const lines = out.trim().split('\n')
    const { ms: inside, loaded } = JSON.parse(lines.pop() as string) as { ms: number; loaded: number }
    if (loaded !== rows) throw new Error(`Farthing loaded ${loaded} of ${rows} rows`)
    const months = lines.map(line => line.replace(/ (-?)(\d+)(\d\d)$/, ' $1$2.$3'))
    return { ms, inside, months: months.join('\n') }
  }
  const theirs = (): { ms: number; months: string } => {
    const args = ['bal', '-M', 'assets:bank', '-f', files.journal, '-O', 'csv', '--layout=bare']
    const { out, ms } = run('hledger', args)
    const [head = '', line = ''] = out.trim().split('\n')
    const [names, sums] = [cells(head), cells(line)]
    const months = names.flatMap((name, i) => (/^\d{4}-\d\d$/.test(name) ? [`${name} ${sums[i] ?? ''}`] : []))
    return { ms, months: months.join('\n') }
  }
  const taken = { farthing: [] as number[], process: [] as number[], hledger: [] as number[] }
  for (let i = 0; i < rounds; i++) {
    const [a, b] = [ours(), theirs()]
    if (a.months !== b.months) throw new Error(`the months differ:\n${a.months}\n---\n${b.months}`)
    taken.farthing.push(a.inside)
    taken.process.push(a.ms)
    taken.hledger.push(b.ms)
  }
  const [farthing, hledger] = [timing(taken.farthing), timing(taken.hledger)]
  const ratio = round(farthing.median / hledger.median, 3)
  report('statement-100k', ratio <= BAR, {
    rows,
    unit: 'ms',
    farthing,
    farthingWithStart: timing(taken.process),
    hledger,
    ratio,
    bar: BAR,
  })
}

const cells = (line: string): string[] => line.split(',').map(cell => cell.replace(/^"|"$/g, ''))

function run(command: string, args: string[]): { out: string; ms: number } {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`${command}: ${stderr}`)
  return { out: stdout, ms: performance.now() - started }
}

const [rows = 100_000, rounds = 5] = process.argv.slice(3).map(Number)
statementBench(rows, rounds)
