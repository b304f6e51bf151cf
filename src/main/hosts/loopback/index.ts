import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Session } from '../../app.ts'
import { startClock } from '../../clock.ts'
import { closeApp, createApp } from '../../create-app.ts'
import { dispatch } from '../../dispatch.ts'
import { userPath } from '../../files/user-path.ts'
import { openSecretStore } from '../../secrets/index.ts'
import { hasDisplay, openBrowser } from './browser.ts'
import { readOptions, type StartOptions } from './options.ts'
import { startLoopback } from './server.ts'

const options = readOptions(process.argv.slice(2))
if ('problem' in options) {
  console.error(options.problem)
  process.exit(2)
}
await main(options)

async function main(start: StartOptions): Promise<void> {
  const app = createApp('loopback', openSecretStore())
  const session: Session = { role: 'nobody' }
  const password = process.env['FARTHING_PASSWORD']
  // Beside what follows: the page is on its way while the workspace is opened.
  const opening =
    start.workspace === undefined
      ? undefined
      : dispatch(app, session, 'workspace.open', { path: userPath(start.workspace), password }).then(report)
  const host = await startLoopback({
    app,
    session,
    opening,
    renderer: rendererFolder(),
    port: start.port,
    onIdle: () => printAddress('The page was idle for too long and was locked out. Open'),
  }).catch(async (error: NodeJS.ErrnoException) => {
    await opening
    await closeApp(app)
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${start.port} is taken by another program; choose another with --port.`
        : `Farthing cannot serve its page: ${error.message}`,
    )
    process.exit(1)
  })

  const stopClock = startClock(app, sentence => console.error(sentence))

  function printAddress(what: string): void {
    console.log(`${what} ${host.launchUrl()}`)
  }

  let endingSince: number | undefined
  async function end(): Promise<void> {
    // A second Ctrl-C is somebody who does not want to wait; but one press can arrive twice, from the terminal and from npm.
    if (endingSince !== undefined && performance.now() - endingSince > 1000) process.exit(130)
    if (endingSince !== undefined) return
    endingSince = performance.now()
    stopClock()
    await host.close()
    await closeApp(app)
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
  process.on('SIGHUP', () => void end())

  if (start.sample) report(await dispatch(app, session, 'workspace.sample', { kind: start.sample, password }))

  if (start.open && hasDisplay() && (await openBrowser(host.launchUrl())))
    console.log(`Farthing runs at ${host.origin}, in your browser. Ctrl-C ends it.`)
  else printAddress('Farthing runs. Ctrl-C ends it. Open')

  if (process.stdin.isTTY)
    createInterface({ input: process.stdin })
      .on('line', () => printAddress('Another address, good once:'))
      .on('SIGINT', () => void end())
}

function report(reply: { ok: true } | { ok: false; failure: { message: string } }): void {
  if (!reply.ok) console.error(reply.failure.message)
}

/** Beside the built host; a host that runs from its source takes the last build. */
function rendererFolder(): string {
  const beside = fileURLToPath(new URL('../renderer', import.meta.url))
  if (existsSync(`${beside}/index.html`)) return beside
  return fileURLToPath(new URL('../../../../out/renderer', import.meta.url))
}
