// `npm start`: Electron where its runtime is here or can be had soon, else the loopback host.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { electronOrWhyNot } from './lib/electron.mjs'
import { giveUp, OUT, PROJECT } from './lib/project.mjs'
import { become } from './lib/run.mjs'

const USAGE =
  'npm start -- [--host loopback|electron] [--port N] [--no-open] [--workspace FILE] [--sample household|company]'

const { host, forHost } = readOptions()
process.env.NODE_ENV ??= 'production'
const electron = host === 'loopback' ? { why: '' } : await electronOrWhyNot({ asked: host === 'electron' })
if (electron.path) {
  const child = spawn(electron.path, [PROJECT, ...forHost], { stdio: 'inherit' })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.once('close', code => process.exit(code ?? 0))
} else {
  if (electron.why) console.log(`${electron.why} Serving a browser on this machine instead.`)
  await become(join(PROJECT, OUT, 'main', 'loopback.js'), forHost)
}

function readOptions() {
  try {
    const { values, tokens } = parseArgs({
      tokens: true,
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        workspace: { type: 'string' },
        sample: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) {
      console.log(USAGE)
      process.exit(0)
    }
    if (values.host !== undefined && !['loopback', 'electron'].includes(values.host))
      throw new Error('--host takes loopback or electron.')
    const rest = tokens
      .filter(token => token.kind === 'option' && token.name !== 'host')
      .flatMap(token => (token.value === undefined ? [token.rawName] : [token.rawName, token.value]))
    return { host: values.host, forHost: rest }
  } catch (error) {
    return giveUp(`${error.message}\n${USAGE}`, 2)
  }
}
