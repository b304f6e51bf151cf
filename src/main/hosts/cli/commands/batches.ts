import type { Batch } from '../../../../shared/contract/import.ts'
import { WORKSPACE, UsageError, type Command, type CommandContext } from '../command.ts'
import { rejectsTable } from '../../../../shared/csv/rejects.ts'
import { csvRecord } from '../../../../shared/csv/write-csv.ts'
import { json, table } from '../print.ts'
import { restoreBackup } from './backup.ts'
import { batchTable } from './import.ts'

const BATCH = { ...WORKSPACE, batch: { type: 'string' } } as const
const PAGE = 10_000

const plain = ({ id, file, sha256, loadedAt, undone, counts, sums }: Batch) => ({
  batch: id,
  file,
  sha256,
  loadedAt,
  undone,
  ...counts,
  sum: sums,
})

export const batches: Command = {
  usage: '--workspace W [--json]',
  summary: 'List the imports',
  options: WORKSPACE,
  async run(context) {
    await context.open()
    const all = await context.call('import.batches', {})
    if (context.args.flag('json')) context.output.out(`${json({ batches: all.map(plain) })}\n`)
    else context.output.out(`${batchTable(all)}\n`)
    return 0
  },
}

export const undo: Command = {
  usage: '--batch N --workspace W [--json]',
  summary: 'Take an import back; its entries rest in the trash',
  options: BATCH,
  run: context => change(context, 'import.undo'),
}

export const restore: Command = {
  usage: '--from BACKUP --to W | --workspace W [--from BACKUP] | --batch N --workspace W [--json]',
  summary:
    'Restore a backup, to a new place or over its workspace; with --batch, bring an undone import back',
  options: { ...BATCH, from: { type: 'string' }, to: { type: 'string' } },
  run: context =>
    context.args.text('batch') === undefined ? restoreBackup(context) : change(context, 'import.restore'),
}

async function change(context: CommandContext, method: 'import.undo' | 'import.restore'): Promise<number> {
  const batch = batchNumber(context)
  await context.open()
  const changed = await context.call(method, { batch })
  if (context.args.flag('json')) context.output.out(`${json(plain(changed))}\n`)
  else context.output.out(`${batchTable([changed])}\n`)
  return 0
}

export const rejects: Command = {
  usage: '--batch N --workspace W [--csv | --json]',
  summary: 'The rows of a file that were not loaded, each with its reason',
  options: { ...BATCH, csv: { type: 'boolean' } },
  async run(context) {
    const { args, output } = context
    const batch = batchNumber(context)
    await context.open()
    const first = await context.call('import.rejects', { batch, limit: PAGE })
    const { total, format, header, rows } = first
    while (rows.length < total) {
      const next = await context.call('import.rejects', { batch, offset: rows.length, limit: PAGE })
      if (next.rows.length === 0) break
      rows.push(...next.rows)
    }
    if (args.flag('json')) output.out(`${json({ total, format, header, rows })}\n`)
    else if (args.flag('csv')) {
      for (const row of rejectsTable(format, header, rows)) output.out(`${csvRecord(row)}\n`)
    } else {
      const lines = rows.map(row => [String(row.line), row.reason, row.raw.slice(0, 60)])
      output.out(`${table(['line', 'reason', 'record'], lines)}\n`)
    }
    return 0
  },
}

function batchNumber({ args }: CommandContext): number {
  const batch = args.count('batch')
  if (batch === undefined)
    throw new UsageError('--batch is missing; farthing batches lists them with their numbers.')
  return batch
}
