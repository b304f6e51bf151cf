import type { Trace } from '../../../../shared/contract/reports-figures.ts'
import { definitionInWords, type Names } from '../../../../shared/report/words.ts'
import { UsageError, WORKSPACE, type Command } from '../command.ts'
import { json, table } from '../print.ts'

const ALL = 1000

export const trace: Command = {
  usage: 'FIGURE --workspace W [--run N] [--offset N] [--limit N] [--json]',
  summary: 'Where a printed figure comes from: its rows, with file, hash and line',
  options: {
    ...WORKSPACE,
    run: { type: 'string' },
    offset: { type: 'string' },
    limit: { type: 'string' },
  },
  positionals: true,
  async run({ args, open, call, output }) {
    const [id, ...more] = args.positionals
    if (id === undefined || more.length > 0)
      throw new UsageError('trace takes one figure’s number, such as F-7K3M-9QXD-2TRB.')
    const run = args.count('run')
    const offset = args.count('offset') ?? 0
    const wanted = args.count('limit') ?? 200
    await open()
    const page = (from: number, limit: number) => call('reports.trace', { id, run, offset: from, limit })
    const found = await page(offset, Math.min(ALL, wanted))
    const rows = found.rows.page
    while (rows.length < wanted && offset + rows.length < found.rows.total) {
      const next = await page(offset + rows.length, Math.min(ALL, wanted - rows.length))
      if (next.rows.page.length === 0) break
      rows.push(...next.rows.page)
    }
    const words = definitionInWords(found.definition, namesOf(found))
    output.out(args.flag('json') ? `${json({ ...found, words })}\n` : `${forPeople(found, words)}\n`)
    return 0
  },
}

/** Members and dimensions as the workspace calls them. */
function namesOf({ dimensions, members }: Trace): Names {
  return {
    dimension: id => dimensions[id] ?? id.replaceAll('_', ' '),
    member: (id, key) => (key === '' ? 'none' : (members[id]?.[key] ?? key)),
  }
}

function forPeople({ id, label, unit, was, now, rows, parts }: Trace, words: string): string {
  const value = (text: string | null): string => (text === null ? '–' : `${text} ${unit}`)
  const lines = [
    `${id}  ${label}`,
    words,
    `In the report of ${was.asOf}: ${value(was.value)}. Now: ${now.problem ?? value(now.value)}`,
  ]
  if (parts.length > 0)
    lines.push(
      table(
        ['part', 'what', 'then', 'now'],
        parts.map(part => [part.id, part.label, part.was ?? '–', part.now ?? '–']),
        2,
      ),
    )
  if (rows.page.length > 0)
    lines.push(
      table(
        ['entry', 'date', 'file', 'line', 'text', 'amount'],
        rows.page.map(row => [
          String(row.id),
          row.date,
          row.source.file,
          String(row.source.line),
          row.payee === '' ? row.text : row.payee,
          row.amount ?? '–',
        ]),
        5,
      ),
      `${rows.page.length} of ${rows.total} rows, which come to ${rows.sum ?? '–'} ${rows.currency}.`,
    )
  return lines.join('\n')
}
