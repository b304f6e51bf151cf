import type { App, Session, WebContents } from 'electron'
import { mayNavigate, mayRequest, mayUse } from '../../security/shell-policy.ts'
import { openOutside } from './external.ts'

/** Guards every page there will ever be, whoever makes it: no navigation away, no second window, no embedded guest. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents)
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url)
      return { action: 'deny' }
    })
    contents.on('will-attach-webview', event => event.preventDefault())
  })
}

function guardNavigation(contents: WebContents): void {
  contents.on('will-navigate', event => {
    if (mayNavigate(event.url)) return
    event.preventDefault()
    openOutside(event.url)
  })
  contents.on('will-redirect', event => {
    if (!mayNavigate(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', event => {
    if (!event.isMainFrame) event.preventDefault()
  })
}

/** Denies the page the machine and the network. What it shows comes from app:// alone; what it asks goes over its port. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    callback(mayUse(permission, originOf(details.requestingUrl)))
  })
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    mayUse(permission, requestingOrigin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayRequest(details.url) }))
  // The spelling dictionaries would be fetched from the network.
  session.setSpellCheckerEnabled(false)
}

function originOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url && `${url.protocol}//${url.host}`
}
