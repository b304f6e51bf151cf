import { UsageError, WORKSPACE, type Command } from '../command.ts'
import { json, visible } from '../print.ts'
import { tableFile } from '../table-file.ts'

export const budget: Command = {
  usage:
    'import FILE --workspace W --scenario NAME [--year YYYY] [--sheet SHEET] [--amount HEADER|LETTER] [--spread even|first] [--preview] [--json]',
  summary: 'Load a budget: wide (months, quarters, years as columns) or long, CSV or workbook',
  options: {
    ...WORKSPACE,
    scenario: { type: 'string' },
    year: { type: 'string' },
    sheet: { type: 'string' },
    amount: { type: 'string' },
    spread: { type: 'string' },
    preview: { type: 'boolean' },
  },
  positionals: true,
  async run(context) {
    const { args, output } = context
    const [what, file, ...rest] = args.positionals
    if (what !== 'import' || file === undefined || rest.length > 0)
      throw new UsageError('budget takes import FILE.')
    const spread = args.text('spread') ?? 'even'
    if (spread !== 'even' && spread !== 'first') throw new UsageError('--spread takes even or first.')
    const { token } = await tableFile(context, file)
    const request = {
      token,
      scenario: args.text('scenario') ?? 'Budget',
      year: args.count('year'),
      sheet: args.text('sheet'),
      amount: args.text('amount'),
      spread,
    } as const
    await context.open()
    const done = args.flag('preview') ? undefined : await context.call('budget.importFile', request)
    const found = done ?? (await context.call('budget.previewFile', request))
    for (const { row, column, message } of found.problems)
      output.err(`${visible(`${found.file}, row ${row}, column ${column}: ${message}`)}\n`)
    for (const { row, column, label, file: stated, farthing, agrees } of found.controls)
      if (!agrees)
        output.err(
          `${visible(`${found.file}, row ${row}, column ${column}: “${label}” says ${stated}, the figures above come to ${farthing}.`)}\n`,
        )
    if (args.flag('json')) {
      output.out(`${json(found)}\n`)
      return 0
    }
    const agreeing = found.controls.filter(one => one.agrees).length
    const lines = [
      `${found.file}: ${found.figures} figures, ${found.total} ${found.currency}, ${found.from ?? ''} to ${found.to ?? ''}.`,
      `${agreeing} of ${found.controls.length} totals of the file agree.`,
      `${found.matched} accounts or categories known, ${found.unmatched.length} new.`,
      ...found.scenarios.map(one => `${one.name}: ${one.entries} entries, ${one.total} ${found.currency}`),
      ...(done
        ? [
            `Batch ${done.batch}: ${done.loaded} loaded, ${done.duplicate} duplicate, ${done.rejected} rejected.`,
          ]
        : []),
    ]
    output.out(`${lines.map(visible).join('\n')}\n`)
    return 0
  },
}
