import type { PickedFile } from '../contract/import.ts'

/** What the shell (menus, the OS, a second start, a deep link) asks of the page. The page may not know one: it then does nothing. */
export type HostCommand =
  | { kind: 'new-workspace' }
  | { kind: 'open-workspace'; path: string }
  | { kind: 'open-sample'; sample: 'household' | 'company' }
  | { kind: 'close-workspace' }
  | { kind: 'import'; files: PickedFile[] }
  | { kind: 'theme'; theme: 'system' | 'light' | 'dark' | 'contrast' }
  /** A route of the page with its search parameters, starting with a slash. */
  | { kind: 'navigate'; to: string }
  | { kind: 'help'; topic: 'keyboard' }

/** What the preload puts on `window.farthing`, frozen; there is nothing of it in a browser. */
export interface FarthingBridge {
  readonly host: 'electron'
  /** Asks for a port to the router. It comes as a window message `{ type: 'farthing-port' }` with one port, once a call. */
  connect(): Promise<void>
  /** A dropped or chosen file as a token. Rejects, with a sentence, a File that does not lie on the disk. Takes a DOM `File`. */
  fileToken(file: object): Promise<PickedFile>
  /** Commands that came before the first listener are kept for it. Answers the function that ends listening. */
  onCommand(callback: (command: HostCommand) => void): () => void
}

/** `data.type` of the window message that hands the port over. Accept it only where `event.source === window`. */
export const PORT_MESSAGE = 'farthing-port'

/** The channels between preload and main: one to ask on, two to be told on. */
export const ASK_CHANNEL = 'farthing:ask'
export const PORT_CHANNEL = 'farthing:port'
export const COMMAND_CHANNEL = 'farthing:command'

/** What the preload may ask on ASK_CHANNEL. Main checks sender and shape before anything else. */
export type Ask = { ask: 'connect' } | { ask: 'commands' } | { ask: 'file-token'; path: string }
export type Answer<T> = { ok: true; value: T } | { ok: false; message: string }
