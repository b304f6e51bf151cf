import type { makeCodec } from './codec.ts'

// These functions run in the page, as text: each refers to nothing but its arguments.

type Packed =
  | { kind: 'value'; value: unknown }
  | { kind: 'function'; id: number }
  | { kind: 'promise'; id: number }
  | { kind: 'object'; entries: [string, Packed][]; frozen: boolean }
type Wire =
  | { what: 'call'; id: number; args: Packed[] }
  | { what: 'answer'; value?: Packed; error?: string }
  | { what: 'settle'; id: number; value?: Packed; error?: string }
  | { what: 'expose'; key: string; value: Packed }

/**
 * One half of contextBridge; both worlds run it on one private event target. Functions and promises become proxies of the
 * other side's, plain objects are copied and frozen, all else is structured-cloned by CustomEvent.
 */
export function joinWorlds(
  target: EventTarget,
  mine: string,
  theirs: string,
): (key: string, api: object) => void {
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let next = 1
  let answered: { value?: Packed; error?: string } | undefined
  const send = (detail: Wire): void => void target.dispatchEvent(new CustomEvent(theirs, { detail }))
  const why = (error: unknown): string => (error instanceof Error ? error.message : String(error))

  const pack = (value: unknown): Packed => {
    const id = next++
    if (typeof value === 'function') {
      functions.set(id, value as (...args: unknown[]) => unknown)
      return { kind: 'function', id }
    }
    if (value instanceof Promise) {
      value.then(
        settled => send({ what: 'settle', id, value: pack(settled) }),
        (error: unknown) => send({ what: 'settle', id, error: why(error) }),
      )
      return { kind: 'promise', id }
    }
    if (
      typeof value === 'object' &&
      value !== null &&
      Object.getPrototypeOf(value)?.constructor?.name === 'Object'
    ) {
      const entries = Object.entries(value).map(([key, inner]): [string, Packed] => [key, pack(inner)])
      return { kind: 'object', entries, frozen: true }
    }
    return { kind: 'value', value }
  }
  const unpack = (packed: Packed): unknown => {
    if (packed.kind === 'value') return packed.value
    if (packed.kind === 'object')
      return Object.freeze(Object.fromEntries(packed.entries.map(([key, inner]) => [key, unpack(inner)])))
    if (packed.kind === 'promise')
      return new Promise((resolve, reject) => promises.set(packed.id, { resolve, reject }))
    return (...args: unknown[]) => {
      // dispatchEvent runs the other world's listener before it returns, so that the answer is there.
      answered = undefined
      send({ what: 'call', id: packed.id, args: args.map(pack) })
      const answer = answered as { value?: Packed; error?: string } | undefined
      if (!answer) throw new Error('stand-in: the other world gave no answer')
      if (!answer.value) throw new Error(answer.error)
      return unpack(answer.value)
    }
  }
  target.addEventListener(mine, event => {
    const wire = (event as CustomEvent<Wire>).detail
    if (wire.what === 'answer') answered = wire
    else if (wire.what === 'expose') {
      const value = unpack(wire.value)
      Object.defineProperty(globalThis, wire.key, {
        value,
        enumerable: true,
        configurable: false,
        writable: false,
      })
    } else if (wire.what === 'settle') {
      const waiting = promises.get(wire.id)
      promises.delete(wire.id)
      if (wire.value) waiting?.resolve(unpack(wire.value))
      else waiting?.reject(new Error(wire.error))
    } else {
      let answer: Wire
      try {
        answer = { what: 'answer', value: pack(functions.get(wire.id)?.(...wire.args.map(unpack))) }
      } catch (error) {
        answer = { what: 'answer', error: why(error) }
      }
      send(answer)
    }
  })
  return (key, api) => send({ what: 'expose', key, value: pack(api) })
}

/** The page's own world, before any of its scripts: takes the private channel once, then forgets it. */
export function mainWorld(nonce: string, join: typeof joinWorlds): void {
  const take = (event: Event): void => {
    event.stopImmediatePropagation()
    const [port] = (event as MessageEvent).ports
    if (port) join(port, 'to-main', 'to-preload')
  }
  document.addEventListener(nonce, take, { once: true, capture: true })
}

type Told =
  | { type: 'answer'; id: number; value?: unknown; error?: string }
  | { type: 'message'; channel: string; args: unknown[]; ports: string[] }
  | { type: 'port'; port: string; data: unknown }
  | { type: 'port-closed'; port: string }

/** The preload's isolated world: Electron's renderer side as a sandboxed preload sees it, then the preload itself. */
export function preloadWorld(
  config: { nonce: string; binding: string },
  join: typeof joinWorlds,
  codec: typeof makeCodec,
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  if (window !== window.top || location.href === 'about:blank') return
  const { encode, decode } = codec()
  const world = globalThis as unknown as Record<string, (text: string) => void>
  const tell = (message: object): void => world[config.binding]?.(JSON.stringify(message))
  const channel = new MessageChannel().port1
  const expose = join(channel, 'to-preload', 'to-main')
  document.dispatchEvent(new MessageEvent(config.nonce, { ports: [channel] }))

  const listeners = new Map<string, Set<(...args: unknown[]) => void>>()
  const asked = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const ports = new Map<string, MessagePort>()
  let next = 1
  const link = (id: string): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    ports.set(id, port1)
    port1.addEventListener('message', event => tell({ type: 'port', port: id, data: encode(event.data) }))
    port1.addEventListener('close', () => tell({ type: 'port-closed', port: id }))
    port1.start()
    return port2
  }
  const ipcRenderer = {
    on: (name: string, listener: (...args: unknown[]) => void) => {
      listeners.set(name, (listeners.get(name) ?? new Set()).add(listener))
      return ipcRenderer
    },
    removeListener: (name: string, listener: (...args: unknown[]) => void) => {
      listeners.get(name)?.delete(listener)
      return ipcRenderer
    },
    invoke: (name: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = next++
        asked.set(id, { resolve, reject })
        tell({ type: 'invoke', id, channel: name, args: encode(args) })
      }),
  }
  world[`${config.binding}_told`] = text => {
    const told = JSON.parse(text) as Told
    if (told.type === 'answer') {
      const waiting = asked.get(told.id)
      asked.delete(told.id)
      if (told.error === undefined) waiting?.resolve(decode(told.value))
      else waiting?.reject(new Error(told.error))
    } else if (told.type === 'port') ports.get(told.port)?.postMessage(decode(told.data))
    else if (told.type === 'port-closed') ports.get(told.port)?.close()
    else {
      const event = { ports: told.ports.map(link) }
      for (const listener of listeners.get(told.channel) ?? []) listener(event, ...told.args.map(decode))
    }
  }
  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: expose },
    // A page's File made by a script lies nowhere, in Electron as well; a dropped one cannot be imitated.
    webUtils: { getPathForFile: () => '' },
  }
  const require = (name: string): unknown => {
    if (name === 'electron') return electron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload(require, module, module.exports)
}
