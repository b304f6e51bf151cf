import { useState } from 'react'
import type { Asked } from '../../../shared/ask/asked.ts'
import type { Reply } from '../../../shared/contract/chat.ts'
import type { Result } from '../../../shared/result/failure.ts'
import { call } from '../../app/client.ts'
import { useCall, useLongCall } from '../../app/use-call.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { refreshRooms } from './Rooms.tsx'

/** A question and its answer as the page shows them. */
export interface Shown {
  id: number
  reply: Reply
  stale: boolean
}

/** The open conversation. Who may write keeps it in a room; a viewer's stays on the page. */
export function useConversation(firstRoom: string) {
  const status = useWorkspace().value
  const canWrite = status?.role !== undefined && status.role !== 'viewer' && status.readOnly !== true
  const [picked, setPicked] = useState<number>()
  const [own, setOwn] = useState<Shown[]>([])
  const rooms = useCall('chat.rooms', {})
  const room = rooms.value?.find(r => r.id === picked) ?? rooms.value?.[0]
  const messages = useCall('chat.messages', { room: room?.id ?? 0 }, { enabled: room !== undefined })
  const say = useLongCall('chat.say')
  const ask = useLongCall('chat.ask')
  const model = useLongCall('chat.askModel')

  const roomId = async (): Promise<Result<number>> => {
    if (room) return { ok: true, value: room.id }
    const made = await call('chat.createRoom', { name: firstRoom })
    if (made.ok) setPicked(made.value.id)
    return made.ok ? { ok: true, value: made.value.id } : made
  }

  const run = async (input: { question?: string; asked?: Asked }): Promise<Result<Reply>> => {
    if (canWrite) {
      const id = await roomId()
      if (!id.ok) return id
      const result = await say.run({ room: id.value, ...input })
      await refreshRooms()
      return result.ok ? { ok: true, value: result.value.reply } : result
    }
    const result = await ask.run({ ...input, after: own.at(-1)?.reply.asked ?? undefined })
    if (result.ok) setOwn(now => [...now, { id: now.length, reply: result.value, stale: false }])
    return result
  }

  const viaModel = async (question: string, digest: string): Promise<Result<Reply>> => {
    const id = await roomId()
    if (!id.ok) return id
    const result = await model.run({ question, digest, room: id.value })
    await refreshRooms()
    return result
  }

  const shown: readonly Shown[] = room && room.messages > 0 ? (messages.value ?? []) : own
  return {
    status,
    canWrite,
    rooms: rooms.value ?? [],
    room,
    pick: setPicked,
    shown,
    run,
    viaModel,
    running: say.running || ask.running || model.running,
    cancel: () => {
      say.cancel()
      ask.cancel()
      model.cancel()
    },
    failure: rooms.failure ?? messages.failure,
  }
}
