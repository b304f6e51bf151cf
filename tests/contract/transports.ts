import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { RPCHandler } from '@orpc/server/message-port'
import { WebSocket } from 'ws'
import type { App, Session } from '../../src/main/app.ts'
import { closeApp, createApp } from '../../src/main/create-app.ts'
import type { Reply } from '../../src/main/dispatch.ts'
import { runCli } from '../../src/main/hosts/cli/run.ts'
import { startLoopback } from '../../src/main/hosts/loopback/server.ts'
import { login } from '../../src/main/hosts/loopback/testing.ts'
import { createRouter, type StreamItem } from '../../src/main/router.ts'
import { noSecrets } from '../../src/main/secrets/secret-store.ts'
import { methodOf, type MethodName } from '../../src/shared/contract/index.ts'
import type { Progress } from '../../src/shared/contract/progress.ts'

export const PASSWORD = 'a long enough password'

export interface CallOptions {
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** One way to the services, with an app of its own. */
export interface Transport {
  readonly name: string
  readonly app: App
  readonly session: Session
  call(name: string, input: unknown, options?: CallOptions): Promise<Reply<unknown>>
  close(): Promise<void>
}

export function makeFolder(): { folder: string; paths(): App['paths']; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'test-farthing-'))
  let made = 0
  return {
    folder,
    paths() {
      const own = join(folder, `app-${made++}`)
      const paths = {
        config: join(own, 'config'),
        workspaces: join(own, 'workspaces'),
        temp: join(own, 'temp'),
      }
      for (const path of Object.values(paths)) mkdirSync(path, { recursive: true })
      return paths
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Electron's way, without Electron: the router over a MessageChannel. */
export async function overMessageChannel(paths: App['paths']): Promise<Transport> {
  const app = createApp('electron', noSecrets(), paths)
  const session: Session = { role: 'nobody' }
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(createRouter()).upgrade(port1, { context: { app, session } })
  port1.start()
  const call = caller(new PortLink({ port: port2 }))
  port2.start()
  return {
    name: 'MessageChannel',
    app,
    session,
    call,
    async close() {
      port1.close()
      await closeApp(app)
    },
  }
}

/** The browser's way: a real loopback host and a real WebSocket. */
export async function overWebSocket(paths: App['paths']): Promise<Transport> {
  const app = createApp('loopback', noSecrets(), paths)
  const session: Session = { role: 'nobody' }
  const renderer = join(paths.temp, 'renderer')
  mkdirSync(renderer)
  writeFileSync(join(renderer, 'index.html'), '')
  const host = await startLoopback({ app, session, renderer })
  const cookie = await login(host.launchUrl())
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/rpc`, {
    origin: host.origin,
    headers: { cookie },
  })
  const link = new SocketLink({ websocket: socket as unknown as globalThis.WebSocket })
  return {
    name: 'WebSocket',
    app,
    session,
    call: caller(link),
    async close() {
      socket.close()
      await host.close()
      await closeApp(app)
    },
  }
}

function caller(link: ClientLink<ClientContext>): Transport['call'] {
  type Methods = Record<string, Record<string, (input: unknown, o: { signal?: AbortSignal }) => unknown>>
  const client = createORPCClient(link) as unknown as Methods
  return async (name, input, { signal, onProgress } = {}) => {
    const [feature, key] = name.split('.') as [string, string]
    const answer = await client[feature]?.[key]?.(input, { signal })
    if (!methodOf(name as MethodName)?.progress) return answer as Reply<unknown>
    for await (const item of answer as AsyncIterable<StreamItem>) {
      if ('reply' in item) return item.reply
      onProgress?.(item.progress)
    }
    throw new Error(`${name} ended without a reply`)
  }
}

/** What one run of the CLI printed and how it ended. */
export interface CliRun {
  code: number
  out: string
  err: string
}

export async function farthing(paths: App['paths'], args: string[], signal?: AbortSignal): Promise<CliRun> {
  let out = ''
  let err = ''
  const code = await runCli(args, {
    makeApp: () => {
      mkdirSync(paths.temp, { recursive: true })
      return createApp('cli', noSecrets(), paths)
    },
    output: { out: text => void (out += text), err: text => void (err += text), terminal: false },
    env: { FARTHING_PASSWORD: PASSWORD },
    signal: signal ?? new AbortController().signal,
  })
  return { code, out, err }
}

/** `farthing call METHOD JSON`: a run of its own for each call, on the workspace at `path`. */
export async function throughCli(
  paths: App['paths'],
  path: string,
  name: string,
  input: unknown,
): Promise<Reply<unknown>> {
  const { out, err } = await farthing(paths, ['call', name, JSON.stringify(input), '--workspace', path])
  if (err) throw new Error(err)
  return JSON.parse(out, exactIntegers) as Reply<unknown>
}

// The CLI writes a total beyond 2^53 with all its digits; only the source text still has them.
function exactIntegers(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
    ? BigInt(context?.source as string)
    : value
}
