import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A conversation. */
export const chatRoom = sqliteTable('chat_room', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})

/** A question and its answer as it was: `reply` is JSON of shared/contract/chat.ts' Reply, chart data included. */
export const chatMessage = sqliteTable(
  'chat_message',
  {
    id: integer('id').primaryKey(),
    roomId: integer('room_id').notNull(),
    at: text('at').notNull(),
    question: text('question').notNull(),
    reply: text('reply').notNull(),
    /** Revision of the ledger that the figures are of: an answer of an older one is marked as stale. */
    dataRevision: integer('data_revision').notNull(),
  },
  t => [index('chat_message_room').on(t.roomId, t.id)],
)

/** Every request to a language model: where it went, the exact bytes of its body, what came back. The key is in none of them. */
export const modelRequest = sqliteTable('model_request', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  endpoint: text('endpoint').notNull(),
  model: text('model').notNull(),
  sent: text('sent').notNull(),
  received: text('received').notNull(),
  outcome: text('outcome').notNull(),
})
