import type { Message, Reply, Room } from '../../../shared/contract/chat.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { readRevision, writeMeta } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { messageOf, replyToJson } from './kept.ts'
import { MODEL_META } from './model/settings.ts'
import {
  deleteMessages,
  deleteRoomRow,
  insertMessage,
  insertRequest,
  insertRoom,
  selectRoom,
  selectRooms,
  touchRoom,
  updateRequest,
  updateRoom,
  type RequestRow,
} from './queries.ts'
import { say } from './messages.ts'

/** None of these changes what queries answer: the ledger's revision stays. */
export function chatWrites(db: WritableDB) {
  const change = <T>(work: () => T): T => db.transaction(work).immediate()
  const must = (found: boolean, room: number): void => {
    if (!found) throw new FailureError('not-found', say().noRoom(room))
  }
  return {
    chatCreateRoom: ({ name }: { name: string }): Room =>
      change(() => selectRoom(db, insertRoom(db, name, new Date().toISOString())) as Room),

    chatRenameRoom: ({ room, name }: { room: number; name: string }): Room[] =>
      change(() => {
        must(updateRoom(db, room, name), room)
        return selectRooms(db)
      }),

    chatClearRoom: ({ room }: { room: number }): Room[] =>
      change(() => {
        must(touchRoom(db, room, new Date().toISOString()), room)
        deleteMessages(db, room)
        return selectRooms(db)
      }),

    chatDeleteRoom: ({ room }: { room: number }): Room[] =>
      change(() => {
        deleteMessages(db, room)
        must(deleteRoomRow(db, room), room)
        return selectRooms(db)
      }),

    chatKeep: ({ room, reply }: { room: number; reply: Reply }): Message =>
      change(() => {
        const at = new Date().toISOString()
        must(touchRoom(db, room, at), room)
        const row = {
          roomId: room,
          at,
          question: reply.question,
          reply: replyToJson(reply),
          dataRevision: reply.revision,
        }
        return messageOf({ id: insertMessage(db, row), ...row }, readRevision(db))
      }),

    /** Written before the first byte goes out: a request that never came back is in the log too. */
    chatLogRequest: (row: Omit<RequestRow, 'id'>): number => change(() => insertRequest(db, row)),
    chatLogAnswer: ({ id, received, outcome }: { id: number; received: string; outcome: string }): void =>
      change(() => updateRequest(db, id, received, outcome)),
    chatSetModel: ({ json }: { json: string }): void => change(() => writeMeta(db, MODEL_META, json)),
  }
}
