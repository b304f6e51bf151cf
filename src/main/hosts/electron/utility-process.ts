import { fileURLToPath } from 'node:url'
import { utilityProcess } from 'electron'
import type { StartProcess } from '../../compute/process.ts'

/** A process of Electron's own kind: the packaged program cannot be started as Node. */
export const startUtility: StartProcess = (file, heapMb) => {
  const child = utilityProcess.fork(fileURLToPath(file), [], {
    execArgv: [`--max-old-space-size=${heapMb}`],
    stdio: 'ignore',
    serviceName: `Farthing ${/([a-z]+)[.]process/.exec(file.pathname)?.[1] ?? 'process'}`,
  })
  return {
    // It is kept until the process listens.
    send: message => child.postMessage(message),
    onMessage: listener => void child.on('message', listener),
    onExit: listener => void child.on('exit', () => listener()),
    kill: () => {
      // Electron's kill() asks first, and native code would not hear it.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
      else child.once('spawn', () => child.kill())
    },
  }
}
