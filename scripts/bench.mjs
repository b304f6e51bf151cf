// `npm run bench -- NAME`: bench/ has its own packages, so that the peers stay out of the product.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, PROJECT } from './lib/project.mjs'
import { ensureInstalled } from './lib/ready.mjs'
import { requireNode24, run } from './lib/run.mjs'

await ensureInstalled({ quiet: true })
const entry = join(PROJECT, 'bench', 'run.ts')
if (!existsSync(entry)) giveUp('There is no bench/run.ts in this copy of Farthing.')
const { code } = await run(requireNode24(), ['--expose-gc', entry, ...process.argv.slice(2)])
process.exit(code)
