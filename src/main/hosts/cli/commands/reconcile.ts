import { WORKSPACE, type Command } from '../command.ts'
import { json, table, visible } from '../print.ts'

export const reconcile: Command = {
  usage: '--workspace W [--batch N] [--json]',
  summary: 'Hold files, statements, entries and columns against each other; exit code 1 where they disagree',
  options: { ...WORKSPACE, batch: { type: 'string' } },
  async run({ args, output, open, call }) {
    const batch = args.count('batch')
    await open()
    const found = await call('quality.reconcile', { batch })
    if (args.flag('json')) output.out(`${json(found)}\n`)
    else {
      const rows = found.batches.map(one => [
        one.agrees ? 'good' : 'BAD',
        String(one.batch),
        one.undone ? `${one.file} (undone)` : one.file,
        ...[
          one.counts.read,
          one.counts.loaded,
          one.counts.duplicate,
          one.counts.rejected,
          one.counts.ignored,
        ].map(String),
        String(one.controls.length),
        Object.entries(one.loadedSums)
          .map(([currency, sum]) => `${sum} ${currency}`)
          .join(', '),
      ])
      const header = [
        '',
        'batch',
        'file',
        'read',
        'loaded',
        'duplicate',
        'rejected',
        'ignored',
        'stated',
        'sum',
      ]
      output.out(`${table(header, rows, 3)}\n`)
      const { checked, unbalanced } = found.documents
      output.out(
        `${checked} ${checked === 1 ? 'document' : 'documents'}, ${unbalanced} of them unbalanced; ${found.balances.length} stated ${found.balances.length === 1 ? 'balance' : 'balances'}.\n`,
      )
      for (const { severity, statement } of found.disagreements)
        output.out(`${severity.padEnd(8)}${visible(statement)}\n`)
      if (found.disagreements.length === 0) output.out('Everything agrees.\n')
    }
    return found.agrees ? 0 : 1
  },
}
