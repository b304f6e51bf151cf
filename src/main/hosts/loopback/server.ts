import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer, type WebSocket } from 'ws'
import type { App, Session } from '../../app.ts'
import { createRouter } from '../../router.ts'
import { securityHeaders } from '../../security/csp.ts'
import { Guard, newToken, type Refusal } from './guard.ts'
import { StaticFiles } from './static-files.ts'
import { withLanguage } from '../../compute/origin.ts'
import { receiveFile } from './upload.ts'

export interface LoopbackOptions {
  app: App
  session: Session
  /** The built renderer. */
  renderer: string
  /** 0: any free one. */
  port?: number
  /** A session without a request or call for so long is over. */
  idleMs?: number
  onIdle?: () => void
  /** So long a connection may take to say what it wants. */
  headersMs?: number
  /** Until it settles the page is served and loads, and its calls wait: the workspace that the start asked for is being opened. */
  opening?: Promise<unknown> | undefined
}

export interface LoopbackHost {
  readonly port: number
  /** http://127.0.0.1:port */
  readonly origin: string
  /** An address that opens one session, once. */
  launchUrl(): string
  close(): Promise<void>
}

// Not imported: an import reads each of the module's members, and its WebSocket then loads a whole HTTP client of Node's.
const { createServer } = process.getBuiltinModule('node:http')

const HEADERS_MS = 15_000
const IDLE_MS = 4 * 60 * 60 * 1000
/** WebSocket close code (4000–4999 are ours): the session is over, a new address is needed. */
const SESSION_OVER = 4401
const WS_PATH = '/rpc'

/** Serves the renderer and the router on 127.0.0.1. Nothing is answered before Host, Origin and session have been checked. */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackHost> {
  const files = new StaticFiles(options.renderer)
  // An upload takes its time, what it is said with does not. Without a number of its own, the second has the first's: none.
  const headersMs = options.headersMs ?? HEADERS_MS
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    requestTimeout: 0,
    headersTimeout: headersMs,
    connectionsCheckingInterval: headersMs,
  })
  await listen(server, options.port ?? 0)
  const { port } = server.address() as AddressInfo
  const guard = new Guard(port, options.idleMs ?? IDLE_MS)
  server.on('request', (request, response) => void answer(request, response))
  const closeSockets = acceptCalls(server, guard, options)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await route(request, response)
    } catch (error) {
      // The other side hung up, as browsers do, or a bug: the program goes on, and a bug is seen in the terminal.
      if (!response.destroyed) console.error(error)
      response.destroy()
    }
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = target(guard, request)
    if (!url) return text(response, 400, 'Not a path.')
    if (request.method === 'GET' && url.pathname === '/launch') return launch(request, response, url)
    const refused = guard.admit(request)
    if (refused) return refuse(response, refused)
    const reading = request.method === 'GET' || request.method === 'HEAD'
    if (request.method === 'POST' && url.pathname === '/files')
      return withLanguage(options.app.language, () =>
        receiveFile(options.app, request, response, plainHeaders()),
      )
    if (reading && url.pathname === '/session') return text(response, 200, 'ok')
    if (!reading) return text(response, 405, 'Not allowed.')
    if (!(await files.serve(url.pathname, response, request.method === 'GET')))
      text(response, 404, 'Not found.')
  }

  function launch(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const refused = guard.address(request)
    if (refused) return refuse(response, refused)
    const cookie = guard.launch(url.searchParams.get('token') ?? '')
    if (!cookie) return refuse(response, { status: 401, reason: 'spent token' })
    // The redirect takes the token out of the address bar and the history.
    response.writeHead(303, { ...plainHeaders(), 'set-cookie': cookie, location: '/' })
    response.end()
  }

  return {
    port,
    origin: guard.origin,
    launchUrl: () => `${guard.origin}/launch?token=${guard.newLaunchToken()}`,
    async close() {
      closeSockets()
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

function acceptCalls(server: Server, guard: Guard, options: LoopbackOptions): () => void {
  const handler = new RPCHandler(createRouter())
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 16 * 2 ** 20, perMessageDeflate: false })
  const open = new Map<WebSocket, string>()

  server.on('upgrade', (request, socket, head) => {
    const refused = guard.admit(request)
    if (refused) return hangUp(socket, refused)
    if (target(guard, request)?.pathname !== WS_PATH)
      return hangUp(socket, { status: 403, reason: 'no such socket' })
    const session = guard.sessionOf(request) as string
    sockets.handleUpgrade(request, socket, head, ws => {
      open.set(ws, session)
      ws.on('message', () => guard.touch(session))
      ws.on('close', () => open.delete(ws))
      ws.on('error', () => ws.terminate())
      void listenTo(ws)
    })
  })
  async function listenTo(ws: WebSocket): Promise<void> {
    ws.pause()
    await options.opening
    void handler.upgrade(ws, { context: { app: options.app, session: options.session } })
    ws.resume()
  }
  const timer = setInterval(
    () => {
      for (const [ws, session] of open) {
        if (guard.alive(session)) continue
        ws.close(SESSION_OVER, 'session over')
        options.onIdle?.()
      }
    },
    Math.min(30_000, options.idleMs ?? IDLE_MS),
  )
  timer.unref()
  return () => {
    clearInterval(timer)
    for (const ws of open.keys()) ws.close(1001, 'Farthing ended')
    sockets.close()
  }
}

// Joined, not resolved: '//name' is a path here, never another host.
function target(guard: Guard, request: IncomingMessage): URL | undefined {
  return request.url?.startsWith('/') ? new URL(guard.origin + request.url) : undefined
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Security headers of an answer that is no page: its nonce is used by nothing. */
const plainHeaders = (): Record<string, string> => securityHeaders(newToken())

function text(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { ...plainHeaders(), 'content-type': 'text/plain; charset=utf-8' })
  response.end(body)
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  // What was sent with a refused request is not read.
  response.setHeader('connection', 'close')
  if (refusal.status === 403) return text(response, 403, 'Refused.')
  text(
    response,
    401,
    'This address was used before, or its session is over. Take the newest address from the terminal in which Farthing runs; Enter there prints a new one.',
  )
}

function hangUp(socket: Duplex, refusal: Refusal): void {
  socket.on('error', () => socket.destroy())
  const phrase = refusal.status === 401 ? 'Unauthorized' : 'Forbidden'
  socket.end(`HTTP/1.1 ${refusal.status} ${phrase}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
