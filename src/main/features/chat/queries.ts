import type { ReadableDB, WritableDB } from '../../db/types.ts'

export interface RoomRow {
  id: number
  name: string
  createdAt: string
  updatedAt: string
  messages: number
}

export interface MessageRow {
  id: number
  roomId: number
  at: string
  question: string
  reply: string
  dataRevision: number
}

const ROOMS = `SELECT r.id, r.name, r.created_at AS createdAt, r.updated_at AS updatedAt,
  (SELECT count(*) FROM chat_message m WHERE m.room_id = r.id) AS messages FROM chat_room r`

export const selectRooms = (db: ReadableDB): RoomRow[] =>
  db.prepare(`${ROOMS} ORDER BY r.updated_at DESC, r.id DESC`).all() as RoomRow[]

export const selectRoom = (db: ReadableDB, id: number): RoomRow | undefined =>
  db.prepare(`${ROOMS} WHERE r.id = ?`).get(id) as RoomRow | undefined

export const insertRoom = (db: WritableDB, name: string, at: string): number =>
  Number(
    db.prepare('INSERT INTO chat_room (name, created_at, updated_at) VALUES (?, ?, ?)').run(name, at, at)
      .lastInsertRowid,
  )

export const updateRoom = (db: WritableDB, id: number, name: string): boolean =>
  db.prepare('UPDATE chat_room SET name = ? WHERE id = ?').run(name, id).changes > 0

export const touchRoom = (db: WritableDB, id: number, at: string): boolean =>
  db.prepare('UPDATE chat_room SET updated_at = ? WHERE id = ?').run(at, id).changes > 0

export const deleteMessages = (db: WritableDB, room: number): void =>
  void db.prepare('DELETE FROM chat_message WHERE room_id = ?').run(room)

export const deleteRoomRow = (db: WritableDB, id: number): boolean =>
  db.prepare('DELETE FROM chat_room WHERE id = ?').run(id).changes > 0

const MESSAGE = 'id, room_id AS roomId, at, question, reply, data_revision AS dataRevision'

export const selectMessages = (db: ReadableDB, room: number): MessageRow[] =>
  db.prepare(`SELECT ${MESSAGE} FROM chat_message WHERE room_id = ? ORDER BY id`).all(room) as MessageRow[]

/** The last message of a room that was understood. */
export const selectLast = (db: ReadableDB, room: number): MessageRow | undefined =>
  db
    .prepare(
      `SELECT ${MESSAGE} FROM chat_message WHERE room_id = ? AND json_extract(reply, '$.asked') IS NOT NULL ORDER BY id DESC LIMIT 1`,
    )
    .get(room) as MessageRow | undefined

export const insertMessage = (db: WritableDB, row: Omit<MessageRow, 'id'>): number =>
  Number(
    db
      .prepare(
        'INSERT INTO chat_message (room_id, at, question, reply, data_revision) VALUES (@roomId, @at, @question, @reply, @dataRevision)',
      )
      .run(row).lastInsertRowid,
  )

export interface RequestRow {
  id: number
  at: string
  endpoint: string
  model: string
  sent: string
  received: string
  outcome: string
}

export const insertRequest = (db: WritableDB, row: Omit<RequestRow, 'id'>): number =>
  Number(
    db
      .prepare(
        'INSERT INTO model_request (at, endpoint, model, sent, received, outcome) VALUES (@at, @endpoint, @model, @sent, @received, @outcome)',
      )
      .run(row).lastInsertRowid,
  )

export const updateRequest = (db: WritableDB, id: number, received: string, outcome: string): void =>
  void db
    .prepare('UPDATE model_request SET received = ?, outcome = ? WHERE id = ?')
    .run(received, outcome, id)

export const selectRequests = (db: ReadableDB, limit: number): RequestRow[] =>
  db
    .prepare(
      'SELECT id, at, endpoint, model, sent, received, outcome FROM model_request ORDER BY id DESC LIMIT ?',
    )
    .all(limit) as RequestRow[]

export const countRequests = (db: ReadableDB): number =>
  db.prepare('SELECT count(*) FROM model_request').pluck().get() as number
