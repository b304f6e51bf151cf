import type { ModelRequest } from './request.ts'
import { say } from '../messages.ts'

const TIME_OUT_MS = 60_000
const MOST_BYTES = 200_000

export type Sent = { ok: true; content: string } | { ok: false; why: string; received: string }

/**
 * Sends exactly the bytes that were previewed, to exactly that endpoint, once: no redirect is followed, nothing is tried again, and anything
 * else that the client library would send is refused before it leaves.
 */
export async function send(
  request: ModelRequest,
  key: string | undefined,
  signal: AbortSignal,
): Promise<Sent> {
  const { default: OpenAI } = await import('openai')
  const pinned: typeof fetch = (url, init) => {
    const to = typeof url === 'string' ? url : url instanceof URL ? url.href : url.url
    if (to !== request.endpoint || init?.body !== request.body || init.method?.toUpperCase() !== 'POST')
      return Promise.reject(new Error('The request is not the one that was shown. Nothing was sent.'))
    return fetch(to, { ...init, redirect: 'error' })
  }
  const client = new OpenAI({
    apiKey: key ?? 'none',
    baseURL: request.endpoint.replace(/\/chat\/completions$/, ''),
    maxRetries: 0,
    timeout: TIME_OUT_MS,
    fetch: pinned,
    // Neither the environment's organisation nor its project has any business here.
    organization: null,
    project: null,
    logLevel: 'off',
  })
  try {
    const answer = await client.chat.completions.create(
      JSON.parse(request.body) as Parameters<typeof client.chat.completions.create>[0] & { stream?: false },
      { signal },
    )
    const content = answer.choices[0]?.message.content ?? ''
    return content.length > MOST_BYTES
      ? { ok: false, why: say().tooLong, received: content.slice(0, 2000) }
      : { ok: true, content }
  } catch (error) {
    const why = signal.aborted ? say().cancelled : reasonOf(error)
    return { ok: false, why, received: why }
  }
}

/** The innermost reason, without headers: the key is in one of them. */
function reasonOf(error: unknown): string {
  let innermost = error
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause
  const text = innermost instanceof Error ? innermost.message : String(innermost)
  return /redirect/i.test(text) ? say().redirected : text.slice(0, 300)
}
