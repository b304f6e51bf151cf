import { RPCHandler } from '@orpc/server/message-port'
import { MessageChannelMain, type WebFrameMain } from 'electron'
import { z } from 'zod'
import { ASK_CHANNEL, COMMAND_CHANNEL, PORT_CHANNEL } from '../../../shared/host/bridge.ts'
import { fail, ok } from '../../../shared/result/failure.ts'
import type { App, Session } from '../../app.ts'
import { createRouter } from '../../router.ts'
import type { CommandQueue } from './commands.ts'
import { tokenFor } from './file-token.ts'
import { answer } from './ipc.ts'

const AskSchema = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('connect') }),
  z.strictObject({ ask: z.literal('commands') }),
  z.strictObject({ ask: z.literal('file-token'), path: z.string().max(32_768) }),
])

/** Answers the preload: a port to the router, the commands from now on, a token for a file. */
export function servePage(app: App, session: Session, commands: CommandQueue): void {
  const router = new RPCHandler(createRouter())
  answer(
    ASK_CHANNEL,
    AskSchema,
    async (request, event) => {
      if (request.ask === 'file-token') return tokenFor(app, request.path)
      const frame = event.senderFrame
      if (!frame) return fail('internal', 'The page is gone.')
      if (request.ask === 'commands') commands.listen(command => tell(frame, command, commands))
      else handOver(router, { app, session }, frame)
      return ok(undefined)
    },
    () => app.language,
  )
}

/** A port a call: a page that was loaded again asks again, and the old port closes with the old page. */
function handOver(
  router: RPCHandler<{ app: App; session: Session }>,
  context: { app: App; session: Session },
  frame: WebFrameMain,
): void {
  const { port1, port2 } = new MessageChannelMain()
  router.upgrade(port1, { context })
  port1.start()
  frame.postMessage(PORT_CHANNEL, null, [port2])
}

function tell(
  frame: WebFrameMain,
  command: Parameters<CommandQueue['send']>[0],
  commands: CommandQueue,
): void {
  // A frame that navigated away between two commands would lose this one.
  if (frame.detached) {
    commands.pause()
    commands.send(command)
  } else frame.send(COMMAND_CHANNEL, command)
}
