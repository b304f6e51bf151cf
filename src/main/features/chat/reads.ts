import type { Asked } from '../../../shared/ask/asked.ts'
import type { Message, Room } from '../../../shared/contract/chat.ts'
import type { Query } from '../../../shared/query/query.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { readMeta, readRevision } from '../../db/meta.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { statementOf } from '../../engine/sqlite/statement.ts'
import type { Understanding } from './analysis/understanding.ts'
import { messageOf } from './kept.ts'
import { MODEL_META } from './model/settings.ts'
import {
  countRequests,
  selectLast,
  selectMessages,
  selectRequests,
  selectRoom,
  selectRooms,
  type RequestRow,
} from './queries.ts'
import { Understander, type Known } from './vocabulary.ts'
import { say } from './messages.ts'

export function chatReads(db: ReadableDB, engine: Engine) {
  const understander = new Understander(engine)
  return {
    chatUnderstand: (input: { question: string; today: string; before?: Asked }): Understanding =>
      engine.columnar.read(() => understander.understand(input.question, input.today, input.before)),
    chatKnown: (input: { today: string }): Known =>
      engine.columnar.read(() => understander.known(input.today)),
    chatStatement: ({ query }: { query: Query }): string =>
      engine.columnar.read(() => statementOf(db, query)),
    chatRooms: (_input: object): Room[] => selectRooms(db),
    chatRoom: ({ room }: { room: number }): { room: Room; messages: Message[] } => {
      const found = selectRoom(db, room)
      if (!found) throw new FailureError('not-found', say().noRoom(room))
      const revision = readRevision(db)
      return { room: found, messages: selectMessages(db, room).map(row => messageOf(row, revision)) }
    },
    chatLast: ({ room }: { room: number }): Message | undefined => {
      const row = selectLast(db, room)
      return row && messageOf(row, readRevision(db))
    },
    chatModel: (_input: object): { json: string | undefined; requests: number } => ({
      json: readMeta(db, MODEL_META),
      requests: countRequests(db),
    }),
    chatModelLog: ({ limit }: { limit: number }): RequestRow[] => selectRequests(db, limit),
  }
}
