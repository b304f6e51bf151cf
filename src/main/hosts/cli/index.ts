import { createApp } from '../../create-app.ts'
import { openSecretStore } from '../../secrets/index.ts'
import { runCli } from './run.ts'

const interrupt = new AbortController()
process.on('SIGINT', () => {
  // The first Ctrl-C lets the command end cleanly; the second is somebody who does not want to wait.
  if (interrupt.signal.aborted) process.exit(130)
  interrupt.abort()
})
process.on('SIGTERM', () => interrupt.abort())
// `farthing entries … | head`: the reader has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

process.exitCode = await runCli(process.argv.slice(2), {
  makeApp: () => createApp('cli', openSecretStore()),
  output: {
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    terminal: process.stderr.isTTY,
  },
  env: process.env,
  signal: interrupt.signal,
})
