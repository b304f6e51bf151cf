import { UsageError, type CommandContext } from '../command.ts'
import { json, table } from '../print.ts'

/** `farthing report compare RUN`: why figures are other ones than they were in an earlier report. */
export async function compareReport({ open, call, output, args }: CommandContext): Promise<number> {
  const [, typed, ...more] = args.positionals
  const run = Number(typed)
  if (typed === undefined || more.length > 0 || !/^\d{1,9}$/.test(typed))
    throw new UsageError('report compare takes the number of an earlier report: report runs lists them.')
  await open()
  const found = await call('reports.compare', { run })
  if (args.flag('json')) {
    output.out(`${json(found)}\n`)
    return 0
  }
  const rows = found.figures.flatMap(({ id, label, was, now, difference, causes }) => [
    [id, label, was ?? '–', now ?? '–', difference ?? '–'],
    ...causes.map(({ cause, amount, rows: count }) => ['', `  ${cause}, ${count} entries`, '', '', amount]),
  ])
  if (rows.length > 0) output.out(`${table(['figure', 'what', 'then', 'now', 'difference'], rows, 2)}\n`)
  output.out(`${found.figures.length} figures changed since ${found.asOf}, ${found.unchanged} did not.\n`)
  return 0
}
