import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The header that only our own page's script can set: a form or an image of another site cannot. */
export const CALL_HEADER = 'x-farthing'

/** Why a request is refused: as HTTP says it. */
export type Refusal = { status: 401 | 403; reason: string }

/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')

// Digests have one length, so that the comparison takes the same time whatever was sent.
function equal(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())
}

/**
 * Who may speak to the loopback host. Each launch token is good once and buys one session, whose cookie dies after `idleMs`
 * without a request or call. Other programs and web pages on the same machine are the ones to keep out: they can reach the port.
 */
export class Guard {
  readonly #launchTokens = new Set<string>()
  readonly #sessions = new Map<string, number>()
  readonly #port: number
  readonly #idleMs: number
  readonly #now: () => number

  constructor(port: number, idleMs: number, now: () => number = Date.now) {
    this.#port = port
    this.#idleMs = idleMs
    this.#now = now
  }

  /** Cookies ignore ports, so that two Farthings side by side need two names. */
  get cookieName(): string {
    return `farthing-${this.#port}`
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  newLaunchToken(): string {
    const token = newToken()
    this.#launchTokens.add(token)
    return token
  }

  /** Spends a launch token; the answer is the session's Set-Cookie, or undefined where the token is not a good one. */
  launch(token: string): string | undefined {
    const found = [...this.#launchTokens].filter(known => equal(known, token))[0]
    if (found === undefined) return undefined
    this.#launchTokens.delete(found)
    const session = newToken()
    this.#sessions.set(session, this.#now())
    return `${this.cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`
  }

  /** The address rules, for every request: exactly our Host, no foreign Origin, nothing sent on behalf of another site. */
  address(request: IncomingMessage): Refusal | undefined {
    const hosts = headerValues(request, 'host')
    if (hosts.length !== 1 || hosts[0] !== `127.0.0.1:${this.#port}`) return forbidden('wrong Host')
    const origins = headerValues(request, 'origin')
    // A browser leaves Origin out of its own page's GETs; of a POST and a WebSocket it never does.
    const needed = request.method === 'POST' || request.headers.upgrade !== undefined
    if (origins.length > 1 || (needed && origins.length === 0)) return forbidden('no Origin')
    if (origins.length === 1 && origins[0] !== this.origin) return forbidden('wrong Origin')
    const site = headerValues(request, 'sec-fetch-site')
    if (site.some(value => value !== 'same-origin' && value !== 'none'))
      return forbidden('sent by another site')
    return undefined
  }

  /** Address, session and, for a POST, the custom header. A good request keeps its session alive. */
  admit(request: IncomingMessage): Refusal | undefined {
    const refused = this.address(request)
    if (refused) return refused
    if (request.method === 'POST' && request.headers[CALL_HEADER] !== '1')
      return forbidden(`no ${CALL_HEADER} header`)
    const session = this.sessionOf(request)
    if (!session) return { status: 401, reason: 'no session' }
    this.touch(session)
    return undefined
  }

  /** The living session that a request's cookie names. */
  sessionOf(request: IncomingMessage): string | undefined {
    this.#expire()
    const sent = cookies(request, this.cookieName)
    // Two cookies of our name: one of them was planted, and which one is not for us to guess.
    if (sent.length !== 1) return undefined
    return [...this.#sessions.keys()].filter(known => equal(known, sent[0] as string))[0]
  }

  touch(session: string): void {
    if (this.#sessions.has(session)) this.#sessions.set(session, this.#now())
  }

  alive(session: string): boolean {
    this.#expire()
    return this.#sessions.has(session)
  }

  #expire(): void {
    const oldest = this.#now() - this.#idleMs
    for (const [session, usedAt] of this.#sessions) if (usedAt < oldest) this.#sessions.delete(session)
  }
}

const forbidden = (reason: string): Refusal => ({ status: 403, reason })

// From the raw headers: Node drops or joins repeated ones, and a repeated Host is an attack, not a choice.
function headerValues(request: IncomingMessage, name: string): string[] {
  const values: string[] = []
  for (let i = 0; i < request.rawHeaders.length; i += 2)
    if (request.rawHeaders[i]?.toLowerCase() === name) values.push(request.rawHeaders[i + 1] ?? '')
  return values
}

function cookies(request: IncomingMessage, name: string): string[] {
  return headerValues(request, 'cookie')
    .flatMap(header => header.split(';'))
    .map(pair => pair.trim())
    .filter(pair => pair.startsWith(`${name}=`))
    .map(pair => pair.slice(name.length + 1))
}
