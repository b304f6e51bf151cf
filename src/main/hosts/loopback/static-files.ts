import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { NONCE_PLACEHOLDER, securityHeaders } from '../../security/csp.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

interface StaticFile {
  path: string
  bytes: number
  type: string
  /** The file's name carries the hash of what is in it. */
  hashed: boolean
}

/**
 * The built renderer, listed once at start: a request names a key of this list and never a path, so that there is nothing
 * to climb out of.
 */
export class StaticFiles {
  readonly #files = new Map<string, StaticFile>()
  readonly #index: string

  constructor(folder: string) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const name = `/${relative(folder, path).split(sep).join('/')}`
      this.#files.set(name, {
        path,
        bytes: statSync(path).size,
        type: TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
        hashed: /^\/assets\/.+-[\w-]{8,}\.\w+$/.test(name),
      })
    }
    this.#index = readFileSync(join(folder, 'index.html'), 'utf8')
  }

  /** Answers a GET or HEAD of `pathname`; false where there is no such file. */
  async serve(pathname: string, response: ServerResponse, withBody: boolean): Promise<boolean> {
    const nonce = randomBytes(16).toString('base64')
    if (pathname === '/' || pathname === '/index.html') {
      const page = Buffer.from(this.#index.replaceAll(NONCE_PLACEHOLDER, nonce))
      const headers = { 'content-type': TYPES['.html'], 'content-length': page.byteLength }
      response.writeHead(200, { ...securityHeaders(nonce), ...headers })
      response.end(withBody ? page : undefined)
      return true
    }
    const file = this.#files.get(pathname)
    if (!file) return false
    // Whole: the largest is under a megabyte, and a stream takes a dozen turns of the event loop while a first page waits for all.
    const body = withBody ? await readFile(file.path) : undefined
    response.writeHead(200, {
      ...securityHeaders(nonce),
      'content-type': file.type,
      'content-length': body?.byteLength ?? file.bytes,
      'cache-control': file.hashed ? 'private, max-age=31536000, immutable' : 'no-store',
    })
    response.end(body)
    return true
  }
}
