import { UsageError, WORKSPACE, type Command } from '../command.ts'
import { json, table, visible } from '../print.ts'
import { tableFile } from '../table-file.ts'

export const indicators: Command = {
  usage: 'import FILE --workspace W [--preview] [--json] | list --workspace W [--json]',
  summary: 'Published series such as a consumer price index: a date and a column of numbers for each',
  options: { ...WORKSPACE, preview: { type: 'boolean' } },
  positionals: true,
  async run(context) {
    const { args, output, open, call } = context
    const [what, file, ...rest] = args.positionals
    if (what === 'list' && file === undefined) {
      await open()
      const all = await call('reference.indicators', {})
      const rows = all.map(one => [one.name, one.source, one.from, one.to, String(one.values), one.latest])
      output.out(
        args.flag('json')
          ? `${json({ indicators: all })}\n`
          : `${table(['series', 'source', 'from', 'to', 'values', 'latest'], rows, 4)}\n`,
      )
      return 0
    }
    if (what !== 'import' || file === undefined || rest.length > 0)
      throw new UsageError('indicators takes import FILE, or list.')
    const { token } = await tableFile(context, file)
    await open()
    const done = args.flag('preview') ? undefined : await call('reference.importIndicators', { token })
    const found = done ?? (await call('reference.previewIndicators', { token }))
    for (const { line, column, message } of found.problems)
      output.err(`${visible(`${found.file}, line ${line}, column ${column}: ${message}`)}\n`)
    if (args.flag('json')) output.out(`${json(found)}\n`)
    else
      for (const one of found.series)
        output.out(
          `${visible(`${one.name}: ${one.values} values, ${one.from} to ${one.to}, latest ${one.latest}.`)}\n`,
        )
    return 0
  },
}
