import { ok, type Result } from '../../../shared/result/failure.ts'
import type { Message, Reply } from '../../../shared/contract/chat.ts'
import { requireWorkspace, type CallContext, type Service } from '../../app.ts'
import { reply, todayHere } from './answer.ts'
import { asJson, asMarkdown } from './export.ts'
import { askModel, modelState, previewOf, setConsent, setModel } from './model/ask.ts'
import { suggest } from './suggest.ts'
import { say } from './messages.ts'

export const chatService = {
  ask: async (input, ctx) => ok(await reply(ctx, input)),

  say: async ({ room, ...input }, ctx) => {
    const last =
      input.after === undefined && input.asked === undefined
        ? await reader(ctx).call('chatLast', { room })
        : undefined
    return keep(
      ctx,
      room,
      await reply(ctx, { ...input, after: input.after ?? last?.reply.asked ?? undefined }),
    )
  },

  suggestions: async ({ language }, ctx) =>
    ok(suggest(await reader(ctx).call('chatKnown', { today: todayHere() }), language)),

  rooms: async (_input, ctx) => ok(await reader(ctx).call('chatRooms', {})),
  messages: async (input, ctx) => ok((await reader(ctx).call('chatRoom', input)).messages),
  createRoom: async (input, ctx) => ok(await writer(ctx).call('chatCreateRoom', input)),
  renameRoom: async (input, ctx) => ok(await writer(ctx).call('chatRenameRoom', input)),
  clearRoom: async (input, ctx) => ok(await writer(ctx).call('chatClearRoom', input)),
  deleteRoom: async (input, ctx) => ok(await writer(ctx).call('chatDeleteRoom', input)),

  exportRoom: async ({ room: id, format }, ctx) => {
    const { room, messages } = await reader(ctx).call('chatRoom', { room: id })
    const name = room.name.replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim() || say().conversation
    return format === 'json'
      ? ok({ name: `${name}.json`, text: asJson(room, messages) })
      : ok({ name: `${name}.md`, text: asMarkdown(room, messages) })
  },

  model: async (_input, ctx) => ok(await modelState(ctx)),
  setModel: (input, ctx) => setModel(ctx, input),
  consent: ({ allow }, ctx) => setConsent(ctx, allow),
  preview: async ({ question }, ctx) => ok(await previewOf(ctx, question)),
  askModel: async ({ question, digest, room }, ctx) => {
    const made = await askModel(ctx, { question, digest })
    if (made.ok && room !== undefined) await keep(ctx, room, made.value)
    return made
  },
  modelLog: async (input, ctx) => ok(await reader(ctx).call('chatModelLog', input)),
} satisfies Service<'chat'>

const reader = (ctx: CallContext) => requireWorkspace(ctx).reader
const writer = (ctx: CallContext) => requireWorkspace(ctx).writer

async function keep(ctx: CallContext, room: number, kept: Reply): Promise<Result<Message>> {
  return ok(await writer(ctx).call('chatKeep', { room, reply: kept }))
}
