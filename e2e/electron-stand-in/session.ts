import { strict } from './strict.ts'

type Before = (details: { url: string }, callback: (answer: { cancel?: boolean }) => void) => void
let before: Before | undefined

/** Permissions are taken but never asked for: headless Chromium has none to give, so nothing is shown about them. */
const defaultSession = strict('session', {
  setPermissionRequestHandler: (_handler: unknown): void => {},
  setPermissionCheckHandler: (_handler: unknown): void => {},
  setDevicePermissionHandler: (_handler: unknown): void => {},
  setDisplayMediaRequestHandler: (_handler: unknown): void => {},
  setSpellCheckerEnabled: (_enabled: boolean): void => {},
  webRequest: strict('webRequest', { onBeforeRequest: (handler: Before): void => void (before = handler) }),
})

export const session = {
  defaultSession,
  cancels: (url: string): Promise<boolean> =>
    new Promise(resolve => {
      if (before) before({ url }, ({ cancel }) => resolve(cancel ?? false))
      else resolve(false)
    }),
}
