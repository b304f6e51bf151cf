import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** `npm run bench -- NAME`: each bench is a file of this folder that prints one JSON object and sets the exit code by its verdict. */
const here = import.meta.dirname
const names = readdirSync(here)
  .filter(file => file.endsWith('.ts') && file !== 'run.ts')
  .map(file => file.slice(0, -3))
const name = process.argv[2] ?? ''

if (!names.includes(name)) {
  process.stderr.write(`Give the name of a bench: ${names.join(', ')}.\n`)
  process.exit(2)
}
if (!existsSync(join(here, 'node_modules'))) {
  // The peers' own packages; nothing of the product needs them. `npm ci` would refuse: the lock cannot name the bindings of other
  // systems where the registry does not carry them.
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) process.exit(1)
}
await import(`./${name}.ts`)
