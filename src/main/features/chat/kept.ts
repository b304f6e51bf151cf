import { ReplySchema, type Message, type Reply } from '../../../shared/contract/chat.ts'
import type { MessageRow } from './queries.ts'

/** Sums beyond 2^53 have no form of their own in JSON. */
const BIG = '$bigint'

export function replyToJson(reply: Reply): string {
  return JSON.stringify(reply, (_key, value: unknown) =>
    typeof value === 'bigint' ? { [BIG]: value.toString() } : value,
  )
}

export function replyFromJson(json: string): Reply {
  const value: unknown = JSON.parse(json, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && BIG in part ? BigInt(String(part[BIG])) : part,
  )
  return ReplySchema.parse(value)
}

export const messageOf = (row: MessageRow, revision: number): Message => ({
  id: row.id,
  at: row.at,
  question: row.question,
  reply: replyFromJson(row.reply),
  stale: row.dataRevision !== revision,
})
