import { request } from 'node:http'

/** Headers by name; a list is sent as that many headers. */
export type RawHeaders = Record<string, string | string[]>
export interface Answer {
  /** 0: the connection was closed without an answer. */
  status: number
  headers: NodeJS.Dict<string | string[]>
  body: string
}

/** One request with exactly these headers, Host included: fetch would not let a test lie about Host, Origin or Cookie. */
export function send(
  port: number,
  method: string,
  path: string,
  headers: RawHeaders,
  body?: string,
): Promise<Answer> {
  return new Promise(resolve => {
    const flat = Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().flatMap(one => [name, one]),
    )
    const call = request({ host: '127.0.0.1', port, method, path, setHost: false, headers: flat as never })
    call.once('response', response => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      )
    })
    call.once('upgrade', (response, socket) => {
      socket.destroy()
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' })
    })
    call.once('error', () => resolve({ status: 0, headers: {}, body: '' }))
    call.end(body)
  })
}

/** Follows a one-time address as a browser would; answers the cookie to send from then on. */
export async function login(launchUrl: string): Promise<string> {
  const url = new URL(launchUrl)
  const answer = await send(Number(url.port), 'GET', `${url.pathname}${url.search}`, { host: url.host })
  const [cookie] = [answer.headers['set-cookie'] ?? []].flat()
  if (answer.status !== 303 || !cookie) throw new Error(`The launch answered ${answer.status}.`)
  return cookie.split(';')[0] as string
}
