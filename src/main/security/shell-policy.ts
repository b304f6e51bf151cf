import { BUNDLE_ORIGIN } from './bundle-path.ts'

/** Hosts that a link of ours may lead to, opened in the user's browser. None of them is ever loaded in the program's own window. */
export const LINK_HOSTS: readonly string[] = ['github.com', 'www.ecb.europa.eu']

/** A message that a person finishes and sends: to nobody yet, with a subject and a text, and nothing attached. */
function preparedMail(url: URL): string | undefined {
  const only = [...url.searchParams.keys()].every(key => key === 'subject' || key === 'body')
  return url.pathname === '' && only && url.href.length <= 8000 ? url.href : undefined
}

/**
 * The address to open outside, or undefined where it may not be: https only, a known host only, no sign-in, no odd port; and a prepared
 * e-mail to nobody.
 */
export function externalLink(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol === 'mailto:') return preparedMail(url)
  if (!url || url.protocol !== 'https:' || url.username || url.password || url.port) return undefined
  return LINK_HOSTS.includes(url.hostname) ? url.href : undefined
}

/** Whether the window may go there itself: only within the page that it shows already. */
export function mayNavigate(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url !== undefined && url.protocol === 'app:' && `${url.protocol}//${url.host}` === BUNDLE_ORIGIN
}

const LOCAL_SCHEMES: readonly string[] = ['app:', 'blob:', 'data:', 'devtools:']

/** Whether the window's session may fetch it at all: nothing that would leave the machine. The policy of the page is the first fence, this the second. */
export function mayRequest(address: string): boolean {
  return URL.canParse(address) && LOCAL_SCHEMES.includes(new URL(address).protocol)
}

/** Who sent a message. Electron's WebFrameMain fits; null after the frame went away. */
export interface Sender {
  readonly origin: string
  readonly url: string
  readonly parent: unknown
}

/** Only our own page, and only as the window's top frame, is answered. */
export function trustedSender(sender: Sender | null | undefined): boolean {
  return !!sender && sender.parent === null && sender.origin === BUNDLE_ORIGIN && mayNavigate(sender.url)
}

// Copying a figure or a table: asked by the page on a click of the user, and it reads nothing. Notifications are the person's own choice,
// and the operating system shows them: nothing leaves the machine.
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write', 'notifications']

/** Everything that a page may ask of the machine is denied, save writing text to the clipboard and notifications from our own page. */
export function mayUse(permission: string, origin: string | undefined): boolean {
  return ALLOWED_PERMISSIONS.includes(permission) && origin?.replace(/\/$/u, '') === BUNDLE_ORIGIN
}
