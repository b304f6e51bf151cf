import type { Reply } from '../../../../shared/contract/chat.ts'
import type { Data } from '../../../../shared/data/data.ts'
import type { Finding } from '../../../../shared/data/finding.ts'
import { exponentOf, toDecimal, type Total } from '../../../../shared/money/minor.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, table } from '../print.ts'

export const ask: Command = {
  usage:
    '"QUESTION" --workspace W [--room NAME] [--after "QUESTION"] [--today DATE] [--json] | --rooms --workspace W [--json]',
  summary: 'Ask in plain words, offline: the query that was understood, the answer, and the rows behind it',
  options: {
    ...WORKSPACE,
    room: { type: 'string' },
    after: { type: 'string' },
    today: { type: 'string' },
    rooms: { type: 'boolean' },
  },
  positionals: true,
  async run(context) {
    const { args, output } = context
    const question = args.positionals.join(' ').trim()
    const today = args.text('today')
    if (today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(today))
      throw new UsageError('--today takes a date like 2025-10-31.')
    if (args.flag('rooms')) {
      await context.open()
      const rooms = await context.call('chat.rooms', {})
      output.out(
        args.flag('json')
          ? `${json({ rooms })}\n`
          : `${table(
              ['room', 'name', 'messages'],
              rooms.map(r => [String(r.id), r.name, String(r.messages)]),
              2,
            )}\n`,
      )
      return 0
    }
    if (question === '')
      throw new UsageError('Ask something: farthing ask "How much did we spend last month?" --workspace W')
    await context.open()
    const reply = await answer(context, question, today)
    output.out(args.flag('json') ? `${json(plain(reply))}\n` : `${forPeople(reply)}\n`)
    // A script sees by the exit code whether there is an answer.
    return reply.answer ? 0 : 1
  },
}

async function answer(context: CommandContext, question: string, today: string | undefined): Promise<Reply> {
  const { args } = context
  const before = args.text('after')
  const after =
    before === undefined
      ? undefined
      : ((await context.call('chat.ask', { question: before, today })).asked ?? undefined)
  const name = args.text('room')
  if (name === undefined) return context.call('chat.ask', { question, today, after })
  const rooms = await context.call('chat.rooms', {})
  const room =
    rooms.find(r => r.name === name || String(r.id) === name) ??
    (await context.call('chat.createRoom', { name }))
  return (await context.call('chat.say', { room: room.id, question, today, after })).reply
}

/** The reply with amounts as decimal strings. Field names are promised in docs/guide/cli.md. */
function plain(reply: Reply) {
  const money = (value: Total): string => toDecimal(value, exponentOf(reply.currency))
  const finding = ({ impact, evidence, ...rest }: Finding) => ({
    ...rest,
    impact: impact === null ? null : money(impact),
    evidence: evidence.map(data => decimals(data, money)),
  })
  const { answer: found } = reply
  return {
    question: reply.question,
    intent: reply.intent,
    asked: reply.asked,
    query: reply.query,
    chips: reply.chips,
    period: reply.period,
    members: reply.members,
    answer: found && {
      statement: found.findings[0]?.statement ?? '',
      figures: Object.fromEntries(
        found.figures.map(({ code, kind, value }) => [
          code,
          kind === 'money' && value !== null && typeof value !== 'string' ? money(value) : value,
        ]),
      ),
      chart: found.chart,
      findings: found.findings.map(finding),
    },
    rows: reply.rows,
    filters: reply.filters,
    sql: reply.sql,
    unknown: reply.unknown,
    corrected: reply.corrected,
    choices: reply.choices,
    refused: reply.refused,
    message: reply.message,
    suggestions: reply.suggestions,
    assumed: reply.assumed,
    followed: reply.followed,
    currency: reply.currency,
    revision: reply.revision,
  }
}

function decimals(data: Data, money: (value: Total) => string): unknown {
  if (data.kind === 'series' && data.unit === 'money')
    return {
      ...data,
      lines: data.lines.map(line => ({
        ...line,
        values: line.values.map(v => (v === null ? null : money(typeof v === 'bigint' ? v : Math.round(v)))),
      })),
    }
  if (data.kind === 'table')
    return {
      ...data,
      rows: data.rows.map(row =>
        row.map((cell, i) =>
          data.columns[i]?.kind === 'money' && cell !== null && typeof cell !== 'string' ? money(cell) : cell,
        ),
      ),
    }
  return data
}

function forPeople(reply: Reply): string {
  const lines = [reply.message]
  if (reply.chips.length > 0) lines.push(`Understood: ${reply.chips.map(c => c.label).join(' · ')}`)
  if (reply.unknown.length > 0) lines.push(`Not understood: ${reply.unknown.join(', ')}`)
  for (const { from, to } of reply.corrected) lines.push(`Read “${from}” as “${to}”.`)
  for (const choice of reply.choices.filter(c => c.needed))
    lines.push(
      `“${choice.words}”: ${choice.options.map(o => `${o.label}${o.dimension === undefined ? '' : ` (${o.dimension})`}`).join(', ')}?`,
    )
  const money = (value: Total): string => toDecimal(value, exponentOf(reply.currency))
  const [data] = reply.answer?.findings[0]?.evidence ?? []
  if (data?.kind === 'series')
    lines.push(
      table(
        ['', ...data.lines.map(l => l.label)],
        data.x.map((x, i) => [
          x,
          ...data.lines.map(l => cellOf(l.values[i] ?? null, data.unit === 'money' ? money : String)),
        ]),
        1,
      ),
    )
  for (const found of reply.answer?.findings.slice(1) ?? []) lines.push(`- ${found.statement}`)
  if (reply.suggestions.length > 0) lines.push(`You can ask: ${reply.suggestions.join(' / ')}`)
  if (reply.rows !== null) lines.push(`${reply.rows} entries.`)
  return lines.filter(line => line !== '').join('\n')
}

const cellOf = (value: Total | null, write: (value: Total) => string): string =>
  value === null ? '–' : write(typeof value === 'bigint' ? value : Math.round(value))
