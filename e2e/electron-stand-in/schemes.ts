import { missing } from './strict.ts'

// Chromium knows no schemes of ours. `app://farthing/x` is loaded as https://farthing.app.<suffix>/x and filled by us, so that the
// page has a secure origin of its own; main only ever sees `app://`.
const SUFFIX = 'stand-in.test'
const privileged = new Map<string, object>()
type Handler = (request: Request) => Response | Promise<Response>
export const handlers = new Map<string, Handler>()

export const toWeb = (address: string): string =>
  address.replace(/^([a-z]+):\/\/([\w-]+)/u, (whole, scheme: string, host: string) =>
    privileged.has(scheme) ? `https://${host}.${scheme}.${SUFFIX}` : whole,
  )
export const toApp = (address: string): string =>
  address.replace(/https:\/\/([\w-]+)\.([\w-]+)\.stand-in\.test/gu, '$2://$1')

export const protocol = {
  registerSchemesAsPrivileged(
    list: { scheme: string; privileges?: { standard?: boolean; secure?: boolean } }[],
  ): void {
    for (const { scheme, privileges } of list) {
      if (!privileges?.standard || !privileges.secure)
        missing(`the scheme ${scheme}, not being standard and secure,`)
      privileged.set(scheme, privileges)
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (!privileged.has(scheme)) missing(`protocol.handle(${scheme}) without privileges`)
    handlers.set(scheme, handler)
  },
  unhandle: (scheme: string): void => void handlers.delete(scheme),
}
