import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import { BUNDLE_SCHEME, bundlePath } from '../../security/bundle-path.ts'
import { NONCE_PLACEHOLDER, securityHeaders } from '../../security/csp.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}

/** Must run before the program is ready: a scheme's rights are fixed then. No right to bypass the page's policy, and none to workers of a service. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: BUNDLE_SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        bypassCSP: false,
        allowServiceWorkers: false,
      },
    },
  ])
}

/** Serves the built page from `root`. */
export function serveBundle(root: string): void {
  protocol.handle(BUNDLE_SCHEME, request => respond(root, request))
}

async function respond(root: string, request: Request): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  const headers = securityHeaders(nonce)
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return new Response(null, { status: 405, headers })
  const file = bundlePath(root, request.url)
  const type = file && TYPES[extname(file)]
  if (!file || !type) return new Response(null, { status: 404, headers })
  const bytes = await readFile(file).catch(() => undefined)
  if (!bytes) return new Response(null, { status: 404, headers })
  const body = type.startsWith('text/html')
    ? bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
    : new Uint8Array(bytes)
  return new Response(body, { headers: { ...headers, 'content-type': type } })
}
