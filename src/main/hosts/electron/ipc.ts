import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import type { Answer } from '../../../shared/host/bridge.ts'
import type { Result } from '../../../shared/result/failure.ts'
import type { Language } from '../../../shared/text/language.ts'
import { withLanguage } from '../../compute/origin.ts'
import { trustedSender } from '../../security/shell-policy.ts'
import { say } from './answers.messages.ts'

const mayNotAsk = (): Answer<never> => ({ ok: false, message: say().mayNotAsk })

/**
 * The only way for a page to ask the main process anything outside the router: sender first (our origin, top frame), then
 * shape. An expected failure is its sentence; a bug is logged here and answered without its details.
 */
export function answer<S extends z.ZodType>(
  channel: string,
  schema: S,
  handler: (request: z.output<S>, event: IpcMainInvokeEvent) => Promise<Result<unknown>>,
  spoken: () => Language,
): void {
  ipcMain.handle(channel, (event, raw: unknown) => withLanguage(spoken(), () => reply(event, raw)))

  async function reply(event: IpcMainInvokeEvent, raw: unknown): Promise<Answer<unknown>> {
    if (!trustedSender(event.senderFrame)) return mayNotAsk()
    const request = schema.safeParse(raw)
    if (!request.success) return mayNotAsk()
    try {
      const result = await handler(request.data, event)
      return result.ok ? result : { ok: false, message: result.failure.message }
    } catch (error) {
      console.error(`${channel} failed:`, error)
      return { ok: false, message: say().couldNot }
    }
  }
}
