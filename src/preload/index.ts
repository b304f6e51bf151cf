import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { PickedFile } from '../shared/contract/import.ts'
import {
  ASK_CHANNEL,
  COMMAND_CHANNEL,
  PORT_CHANNEL,
  PORT_MESSAGE,
  type Answer,
  type Ask,
  type FarthingBridge,
  type HostCommand,
} from '../shared/host/bridge.ts'

// The node types of this side of the house have no DOM; this is all that the preload needs of it.
declare const window: {
  location: { origin: string }
  postMessage(message: unknown, origin: string, ports: readonly unknown[]): void
}
type DiskFile = Parameters<typeof webUtils.getPathForFile>[0]

async function ask<T>(request: Ask): Promise<T> {
  const answer = (await ipcRenderer.invoke(ASK_CHANNEL, request)) as Answer<T>
  if (!answer.ok) throw new Error(answer.message)
  return answer.value
}

// A port cannot cross contextBridge; a window message to our own origin can carry it.
ipcRenderer.on(PORT_CHANNEL, event => {
  window.postMessage({ type: PORT_MESSAGE }, window.location.origin, event.ports)
})

const bridge: FarthingBridge = {
  host: 'electron',
  connect: () => ask<void>({ ask: 'connect' }),
  // The page gives a File and gets a token: it can neither name a path nor learn one.
  fileToken: file => ask<PickedFile>({ ask: 'file-token', path: webUtils.getPathForFile(file as DiskFile) }),
  onCommand: callback => {
    const listener = (_event: unknown, command: HostCommand): void => callback(command)
    ipcRenderer.on(COMMAND_CHANNEL, listener)
    void ask<void>({ ask: 'commands' })
    return () => void ipcRenderer.removeListener(COMMAND_CHANNEL, listener)
  },
}

contextBridge.exposeInMainWorld('farthing', Object.freeze(bridge))
