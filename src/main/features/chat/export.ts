import type { Message, Room } from '../../../shared/contract/chat.ts'
import type { Data } from '../../../shared/data/data.ts'
import { exponentOf, toDecimal, type Total } from '../../../shared/money/minor.ts'
import { replyToJson } from './kept.ts'
import { say } from './messages.ts'

/** A conversation as Markdown: questions, answers with their figures as tables, the query that each rests on. */
export function asMarkdown(room: Room, messages: readonly Message[]): string {
  const parts = [`# ${escaped(room.name)}`]
  for (const { at, question, reply, stale } of messages) {
    parts.push(`## ${escaped(question === '' ? reply.chips.map(c => c.label).join(', ') : question)}`)
    parts.push(`*${say().exported.asOf(at.slice(0, 16).replace('T', ' '), reply.revision, stale)}*`)
    parts.push(escaped(reply.message))
    for (const finding of reply.answer?.findings.slice(1) ?? []) parts.push(`- ${escaped(finding.statement)}`)
    const [data] = reply.answer?.findings[0]?.evidence ?? []
    if (data) parts.push(tableOf(data, reply.currency))
    if (reply.unknown.length > 0) parts.push(say().exported.unknown(escaped(reply.unknown.join(', '))))
    if (reply.sql) parts.push(`\`\`\`sql\n${reply.sql.replaceAll('```', "'''")}\n\`\`\``)
    if (reply.rows !== null) parts.push(say().exported.entries(reply.rows))
  }
  return `${parts.join('\n\n')}\n`
}

/** Amounts as decimal strings, so that no reader's floats touch them. */
export function asJson(room: Room, messages: readonly Message[]): string {
  return `${JSON.stringify({ room, messages: messages.map(m => ({ ...m, reply: JSON.parse(replyToJson(m.reply)) as unknown })) }, null, 2)}\n`
}

/** What came from the ledger is text: nothing of it is read as Markdown or HTML. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[\\`*_{}[\]<>()#+\-.!|~&]/g, sign => (/[-.()]/.test(sign) ? sign : `\\${sign}`))
    .replaceAll(/\s+/g, ' ')

function tableOf(data: Data, currency: string): string {
  const money = (value: Total): string => toDecimal(value, exponentOf(currency))
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`
  if (data.kind === 'series') {
    const cell = (value: Total | null): string =>
      value === null
        ? ''
        : data.unit === 'money'
          ? money(Number.isInteger(Number(value)) ? value : Math.round(Number(value)))
          : String(value)
    return [
      row(['', ...data.lines.map(line => line.label)]),
      row(['---', ...data.lines.map(() => '---:')]),
      ...data.x.map((x, i) => row([x, ...data.lines.map(line => cell(line.values[i] ?? null))])),
    ].join('\n')
  }
  if (data.kind !== 'table') return ''
  return [
    row(data.columns.map(c => c.key)),
    row(data.columns.map(c => (c.kind === 'money' || c.kind === 'count' ? '---:' : '---'))),
    ...data.rows.map(cells =>
      row(
        cells.map((cell, i) =>
          cell === null
            ? ''
            : data.columns[i]?.kind === 'money' && typeof cell !== 'string'
              ? money(cell)
              : String(cell),
        ),
      ),
    ),
  ].join('\n')
}
