import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { App } from '../../app.ts'
import { failureOf } from '../../compute/serve.ts'
import { say } from './messages.ts'

/** A browser cannot say more of a file than its name and bytes. 16 GiB is above any export seen and below a full disk by mistake. */
const MAX_BYTES = 16 * 2 ** 30

/**
 * POST /files: the body goes, as it comes, to a file of a random name in the private temp folder; the answer is its PickedFile.
 * An upload that breaks off leaves nothing behind.
 */
export async function receiveFile(
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string>,
  maxBytes = MAX_BYTES,
): Promise<void> {
  const answer = (status: number, body: unknown): void => {
    response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(body))
  }
  const name = fileName(request.headers['x-file-name'])
  if (!name) return answer(400, { code: 'bad-input', message: say().noName })
  const path = join(app.paths.temp, randomBytes(16).toString('hex'))
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(bytes > maxBytes ? new TooLarge() : null, chunk)
    },
  })
  try {
    await pipeline(request, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    answer(200, app.files.add(path, name, bytes, true))
  } catch (error) {
    await rm(path, { force: true })
    if (response.destroyed) return
    if (error instanceof TooLarge)
      return answer(413, { code: 'import-refused', message: say().tooLarge(name) })
    const failure = failureOf(error)
    answer(failure.code === 'disk-full' ? 507 : 500, failure)
  }
}

class TooLarge extends Error {}

/** The last part of the sent name, without anything that could pass for a path or break a line of a log. */
export function fileName(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined
  try {
    const last = decodeURIComponent(header).split(/[\\/]/).at(-1) ?? ''
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    const clean = last.replaceAll(/[\u0000-\u001f\u007f]/g, '').slice(0, 255)
    return clean === '' || clean === '.' || clean === '..' ? undefined : clean
  } catch {
    return undefined
  }
}
