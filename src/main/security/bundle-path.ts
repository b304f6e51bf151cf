import { isAbsolute, join, relative } from 'node:path'

export const BUNDLE_SCHEME = 'app'
export const BUNDLE_HOST = 'farthing'
export const BUNDLE_ORIGIN = `${BUNDLE_SCHEME}://${BUNDLE_HOST}`

// The bundler's own names need no more than this. What is not here (backslash, colon, percent, control characters, a leading
// dot) is where paths escape on one system or another.
const SEGMENT = /^[A-Za-z0-9_@-](?:[A-Za-z0-9_@.-]*[A-Za-z0-9_@-])?$/u
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/**
 * The file of the built page that a URL names, or undefined where it names none. Pure: it asks nothing of the disk, so
 * links inside `root` are the build's business. `/` is index.html; query and fragment are ignored.
 */
export function bundlePath(root: string, address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || url.protocol !== `${BUNDLE_SCHEME}:` || url.host !== BUNDLE_HOST) return undefined
  if (url.username || url.password) return undefined
  const decoded = decode(url.pathname)
  if (decoded === undefined) return undefined
  if (decoded === '' || decoded === '/') return join(root, 'index.html')
  const segments = decoded.slice(1).split('/')
  if (!decoded.startsWith('/') || !segments.every(segment => SEGMENT.test(segment) && !DEVICE.test(segment)))
    return undefined
  const file = join(root, ...segments)
  const inside = relative(root, file)
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? undefined : file
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
