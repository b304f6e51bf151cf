type Handler = (event: object, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()

/** ipcMain, as far as it is for asking: one handler a channel. */
export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  async invoke(channel: string, event: object, args: unknown[]): Promise<unknown> {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler(event, ...args)
  },
}
