// `npm run e2e:electron [-- PLAYWRIGHT'S ARGUMENTS]`: every end-to-end spec in Electron itself, where its runtime is installed or can be
// fetched; else the shell's own specs on our stand-in for it, which says of each what it shows (e2e/electron-stand-in/README.md).
import { electronOrWhyNot } from './lib/electron.mjs'
import { ensureBuilt } from './lib/ready.mjs'
import { tool } from './lib/run.mjs'

const given = process.argv.slice(2)
const { path, why } = await electronOrWhyNot({ asked: true })
if (!(await ensureBuilt())) process.exit(1)
if (!path)
  console.log(`${why} Running the shell's specs on the stand-in: nothing of this is verified in Electron.`)
const { code } = await tool(
  '@playwright/test/cli.js',
  ['test', ...(path ? [] : ['e2e/electron']), ...given],
  {
    env: path ? { FARTHING_E2E_HOST: 'electron' } : {},
  },
)
process.exit(code ?? 1)
